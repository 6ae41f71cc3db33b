"""A report as slides: everything it says and shows is on a slide, once, under its heading."""

from dataclasses import replace

from analysis.document.document import Cited, Document, Figure, Section, Sentence
from analysis.reports.leaves.documents import CLOSING, LEAD, document_deck
from analysis.text.table import Table


def figure(name):
    return Figure(name, f"图{name}", "", None, None, (f"注{name}。",), f"源{name}")


SECTIONS = (
    Section("a", 1, "甲"),
    Section("a1", 2, "甲一", (Sentence("s1", "说一。"), Sentence("s2", "我说。", is_own=True)),
            (figure(1), figure(2))),
    Section("b", 1, "乙", (Sentence("s3", "占 5%。", (Cited("5%", "x", "", "2024", "甲÷乙"),)),),
            source="源3"),
)  # fmt: skip
WHOLE = Document(
    "题", "2024 年", "三地 · 2024 年", "1", "d" * 16, "/reports?data=d",
    (Sentence("l", "先说。"),), SECTIONS, ("源",), ("范围说明。", "计数说明。"), "内部资料",
)  # fmt: skip


def test_slides_come_in_the_order_of_the_text():
    titles = [leaf.title for leaf in document_deck(WHOLE).leaves]
    assert titles == ["题", LEAD, "甲一", "甲一", "乙", CLOSING]


def test_the_first_figure_stands_beside_the_sentences_and_the_next_alone():
    _, _, first, second, alone, _ = document_deck(WHOLE).leaves
    assert first.points == ("说一。", "编写者补充：我说。")
    assert [one.title for one in first.figures] == ["图1"]
    assert (first.source, first.footnotes) == ("源1", ("注1。",))
    assert (second.points, [one.title for one in second.figures]) == ((), ["图2"])
    assert (alone.points, alone.figures, alone.source) == (("占 5%。",), (), "源3")


def test_a_heading_without_text_is_the_line_over_what_stands_below_it():
    leaves = document_deck(WHOLE).leaves
    assert [leaf.sentence for leaf in leaves[2:5]] == ["甲", "甲", ""]


def test_a_remark_alone_stands_below_the_lead():
    leaves = document_deck(replace(WHOLE, remarks=("范围说明。",))).leaves
    assert CLOSING not in [leaf.title for leaf in leaves]
    assert leaves[1].footnotes == ("范围说明。",)
    (_, *others) = document_deck(replace(WHOLE, remarks=("范围说明。",), lead=())).leaves
    assert others[-1].points == ("范围说明。",)


def test_notes_have_text_formulas_and_scope():
    note = document_deck(WHOLE).leaves[4].note
    assert note == "占 5%。\n计算：甲÷乙。\n范围：三地 · 2024 年。"


def test_the_first_slide_names_every_source_for_the_notes():
    many = replace(WHOLE, sources=("甲年鉴", "乙公报", "丙报告"))
    assert document_deck(many).leaves[0].cited == "来源：甲年鉴；乙公报；丙报告。"
    assert document_deck(replace(WHOLE, sources=())).leaves[0].cited == ""


def test_the_deck_says_of_itself_what_the_document_does():
    found = document_deck(WHOLE)
    assert (found.title, found.mark, found.digest) == ("题", "内部资料", "d" * 16)
    assert found.address == "/reports?data=d"


def test_what_a_heading_says_stands_above_the_table_of_its_silent_part():
    table = Figure("t", "表", "", None, Table("表", ("名称",), (("一",),)))
    said = Section("a", 1, "甲", (Sentence("s", "说。"),))
    for part, is_joined in (
        (Section("a1", 2, "甲一", (), (table,)), True),
        (Section("a1", 2, "甲一", (Sentence("t", "自说。"),), (table,)), False),
        (Section("b", 1, "乙", (), (table,)), False),
    ):
        _, _, *leaves, _ = document_deck(replace(WHOLE, sections=(said, part))).leaves
        assert leaves[0].points
        assert (len(leaves) == 1) == is_joined
        assert leaves[0].title == ("甲一" if is_joined else "甲")
        assert leaves[-1].figures == (replace(table, footnotes=()),)
