"""Titles are broken by sense, sentences end."""

import pytest

from analysis.document.document import Section
from reports.word.body import LINE, parted
from tests.reports.word import specimen


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("京津冀产业协同发展监测简报", ["京津冀产业协同发展监测简报"]),
        (
            "京津冀产业协同发展实施方案：重点任务与依据",
            ["京津冀产业协同发展实施方案：", "重点任务与依据"],
        ),
        (
            "京津冀产业协同发展监测报告（2014—2024 年）",
            ["京津冀产业协同发展监测报告", "（2014—2024 年）"],
        ),
        ("字" * (LINE + 5), ["字" * (LINE + 5)]),
    ],
)
def test_a_long_title_is_broken_where_its_sense_parts(title, lines):
    assert parted(title).split("\n") == lines


def test_a_sentence_without_its_full_stop_gets_one(opened):
    said = (specimen.sentence("北京占三地的 67.4%"), specimen.sentence("河北约 967.8 亿元。", "t"))
    found = opened(specimen.document((Section("a", 1, "总体", said),)))
    assert "北京占三地的 67.4%。河北约 967.8 亿元。" in [one.text for one in found.paragraphs]


def test_the_sign_of_a_footnote_stands_before_the_full_stop_so_that_it_begins_no_line(opened):
    said = (specimen.sentence("北京占三地的 67.4%", cells=specimen.cells()),)
    found = opened(specimen.document((Section("a", 1, "总体", said),)))
    runs = next(one.runs for one in found.paragraphs if one.text.startswith("北京占"))
    assert [(run.text, bool(run._r.xpath("w:footnoteReference"))) for run in runs] == [
        ("北京占三地的 67.4%", False), ("", True), ("。", False),
    ]  # fmt: skip


@pytest.mark.parametrize("lead", [(), (specimen.sentence("监测结果显示：略。"),)])
def test_the_text_begins_a_page_after_the_contents_without_a_paragraph_between(opened, lead):
    sections = tuple(Section(f"s{n}", 1, f"第 {n} 部分") for n in range(9))
    found = opened(specimen.document(sections, lead))
    first = next(
        place for place, one in enumerate(found.paragraphs)
        if one.paragraph_format.page_break_before
    )  # fmt: skip
    assert found.paragraphs[first].text == (lead[0].text if lead else "第 0 部分")
    assert found.paragraphs[first - 1].text == "资料来源与说明"
    assert not found.element.xpath("//w:br[@w:type='page']")
