"""What a writer leaves out is gone, what is added stands in its section, and nothing else moves."""

from analysis.document.document import Document, Figure, Section, Sentence
from analysis.document.editing import edited

FIGURE = Figure("f", "图", "", None, None)
LEAD = (Sentence("lead", "先说。"), Sentence("lead-2", "再说。"))
FIRST = Section("one", 1, "甲", (Sentence("a", "一。"), Sentence("b", "二。")), (FIGURE,))
SECOND = Section("two", 1, "乙", (Sentence("c", "三。"),))
WHOLE = Document("题", "", "", "1", "0" * 16, "", LEAD, (FIRST, SECOND), ())


def test_without_anything_it_is_the_same():
    assert edited(WHOLE, frozenset(), {}) == WHOLE


def test_a_sentence_is_left_out_wherever_it_stands():
    found = edited(WHOLE, {"lead", "b", "nowhere"}, {})
    assert found.lead == LEAD[1:]
    assert [one.key for one in found.sections[0].sentences] == ["a"]
    assert found.sections[1] == SECOND


def test_a_section_without_sentences_keeps_its_figures():
    found = edited(WHOLE, {"a", "b"}, {}).sections[0]
    assert (found.sentences, found.figures) == ((), (FIGURE,))


def test_own_sentences_stand_last_and_are_marked():
    found = edited(WHOLE, {"a"}, {"one": ("我说。", "还说。"), "nowhere": ("不在。",)})
    texts = [(one.text, one.is_own, one.cells) for one in found.sections[0].sentences]
    assert texts == [("二。", False, ()), ("我说。", True, ()), ("还说。", True, ())]
    keys = [one.key for section in found.sections for one in section.sentences]
    assert len(keys) == len(set(keys))
    assert found.sections[1] == SECOND
