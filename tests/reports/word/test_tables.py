"""Tables of text documents."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.table import Table
from reports.word.layouts import DESIGNS, Layout
from reports.word.markup import DECLARED, twips
from reports.word.tables import length, table

DESIGN = DESIGNS[Layout.OFFICIAL]


def read(found):
    held = table(found, DESIGN, found.caption)
    return parse_xml(held.replace("<w:tbl>", f"<w:tbl {DECLARED}>", 1))


def styles(row):
    return [each.get(qn("w:val")) for each in row.iter(qn("w:pStyle"))]


def texts(row):
    return ["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in row.iter(qn("w:tc"))]


def test_numbers_stand_at_the_right_words_at_the_left():
    rows = (("2024", "约 3,278.4", "增长 5.2%", "本站未收录"), ("2023", "超过 100", "持平", "−3.1"))
    found = read(Table("研发经费", ("年份", "数值", "变动", "指数"), rows))
    _, first, _ = found.iter(qn("w:tr"))
    assert styles(first) == ["TableText", "TableNumber", "TableText", "TableNumber"]


def test_a_remark_that_begins_with_a_number_is_text():
    rows = (("研发经费", "31 省中由高到低第 13 位；2024 年本站未收录"),)
    found = read(Table("研发经费", ("指标", "说明"), rows))
    assert styles(list(found.iter(qn("w:tr")))[1]) == ["TableText", "TableText"]


def test_the_head_is_repeated_on_every_page_and_no_row_is_cut():
    found = read(Table("甲", ("乙", "丙"), (("1", "2"), ("3", "4"))))
    rows = list(found.iter(qn("w:tr")))
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False]
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_a_long_text_counts_two_for_each_chinese_character():
    assert length("京津冀 1.2") == 10
    assert length("亿 GB") > length("亿 12")


@given(st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), min_size=1, max_size=8))
def test_any_table_keeps_its_cells_and_is_as_wide_as_the_text(rows):
    found = read(Table("甲", ("一", "二", "三"), tuple(map(tuple, rows))))
    widths = [int(each.get(qn("w:w"))) for each in found.iter(qn("w:gridCol"))]
    assert sum(widths) == pytest.approx(twips(DESIGN.page.text_width), abs=len(widths) + 1)
    assert len(list(found.iter(qn("w:tr")))) == len(rows) + 1
    assert all(len(texts(row)) == 3 for row in found.iter(qn("w:tr")))


def test_a_column_of_dates_is_read_like_text():
    rows = (("措施", "2024-09", "进展"), ("措施", "2025", "安排"))
    found = read(Table("进展", ("措施", "时间", "类别"), rows))
    assert [styles(row)[1] for row in found.iter(qn("w:tr"))] == [
        "TableHead", "TableText", "TableText",
    ]  # fmt: skip


def test_lines_of_a_cell_do_not_touch_the_rules():
    found = read(Table("甲", ("乙", "丙"), (("1", "2"),)))
    margins = found.find(f".//{qn('w:tblCellMar')}")
    assert [int(side.get(qn("w:w"))) >= 40 for side in margins] == [True, True]


@pytest.mark.parametrize(("count", "is_whole"), [(1, True), (8, True), (9, False)])
def test_a_short_table_is_on_one_page_and_no_head_alone(count, is_whole):
    found = read(Table("甲", ("乙", "丙"), (("1", "2"),) * count))
    kept = [row.find(f".//{qn('w:keepNext')}") is not None for row in found.iter(qn("w:tr"))]
    assert kept == [True, *[is_whole] * (count - 1), False]
