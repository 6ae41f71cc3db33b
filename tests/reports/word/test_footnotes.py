"""Footnotes, by hand."""

from analysis.document.document import Cited
from reports.word.footnotes import SAME_SOURCE, Footnotes, sources_note

NAMES = {"rd": "研发经费", "gdp": "地区生产总值", "110000": "北京", "130000": "河北"}


def test_numbers_are_grouped_by_indicator_and_period_each_region_with_its_own():
    cells = (
        Cited("3278.4", "rd", "110000", "2024"),
        Cited("967.8", "rd", "130000", "2024"),
        Cited("67.4%", "rd", "110000", "2024", "北京 ÷ 三地合计"),
        Cited("3.1 倍", "gdp", "110000", "2010—2024"),
    )
    assert sources_note(cells, NAMES) == (
        f"{SAME_SOURCE}研发经费（2024 年）：北京 3278.4、67.4%，河北 967.8；"
        "地区生产总值（2010—2024）：北京 3.1 倍；计算：北京 ÷ 三地合计。"
    )


def test_a_cell_that_is_said_twice_is_named_once():
    cell = Cited("3278.4", "rd", "110000", "2024")
    assert sources_note((cell, cell), NAMES).count("3278.4") == 1


def test_each_sign_has_its_note():
    found = Footnotes()
    signs = [found.sign(text) for text in ("甲", "乙")]
    part = found.part().decode()
    for number, (sign, text) in enumerate(zip(signs, "甲乙", strict=True), start=1):
        assert f'w:footnoteReference w:id="{number}"' in sign
        assert f'<w:footnote w:id="{number}">' in part
        assert text in part
