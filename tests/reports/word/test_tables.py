"""Tables of text documents."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.table import Table
from reports.lengths import length
from reports.word.layouts import DESIGNS, Layout
from reports.word.lengths import longest_parts
from reports.word.markup import DECLARED, twips
from reports.word.tables import table
from reports.word.widths import Wanted, shared

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


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("2022 年 5,665.11 亿元", "5,665.11 亿元"),
        ("303.63 亿元（2023 年）", "303.63 亿元"),
        ("三地分别比上年增长 5.4%、4.8%、5.6%（不变价）", "5.4%、4.8%、5.6%"),
        ("31 省中由高到低第 13 位；2024—2025 年本站未收录", "七个汉字的一行"),
        ("进展 10、安排 3", "进展 10、"),
        ("电力热力 CO2（CEADs）", "CO2（CEADs）"),
        ("高技术制造 R&D 经费（规上）", "高技术制造"),
        ("规模以上工业新产品销售收入", ""),
        ("http://jjj.example.cn/reports?data=67e2ac0d539c7da5", "七个汉字的一行"),
    ],
)
def test_what_is_not_broken_in_a_narrow_column(text, part):
    assert longest_parts([text])[0] == (length(part) if part else 0)


def test_where_all_parts_do_not_fit_those_with_digits_and_letters_stay_whole():
    found = longest_parts(["地区生产总值增长", "进展 10、安排 3"])
    assert found == (length("地区生产总值增长"), length("进展 10、"))


def test_a_value_has_a_line_of_its_own_where_it_cannot_stand_beside_its_year():
    value = "2022 年 5,665.11 亿元"
    few, many = (
        read(Table("甲", ("乙", *map(str, range(count))), (("研发", *[value] * count),)))
        for count in (1, 6)
    )
    broken = [len(list(found.iter(qn("w:br")))) for found in (few, many)]
    assert broken == [0, 6]


def test_no_column_is_narrower_than_what_should_not_be_broken():
    date = Wanted(130, (80, 60), is_number=False)
    columns = [Wanted(90, (60, 0), is_number=False), date, date, Wanted(400, (60, 40), False)]
    widths = shared(columns, 340)
    assert sum(widths) == pytest.approx(340)
    assert all(one >= each.parts[0] for one, each in zip(widths, columns, strict=True))
    assert widths[1] == widths[2]
    narrower = shared(columns, 220)  # no room for all: what has digits
    assert sum(narrower) == pytest.approx(220)
    assert all(one >= each.parts[1] for one, each in zip(narrower, columns, strict=True))


@given(
    st.lists(st.tuples(st.floats(10, 400), st.floats(0, 1), st.booleans()), min_size=1, max_size=9),
    st.floats(100, 500),
)
def test_columns_together_are_as_wide_as_the_line_and_parts_whole_where_they_can(drawn, width):
    columns = [Wanted(whole, (whole * part,), is_number) for whole, part, is_number in drawn]
    widths = shared(columns, width)
    assert sum(widths) == pytest.approx(width)
    assert all(one > 0 for one in widths)
    numbers = sum(each.whole for each in columns if each.is_number)
    texts = sum(each.parts[0] for each in columns if not each.is_number)
    if numbers <= width * 0.8 and numbers + texts <= width:
        assert all(one >= each.parts[0] - 1e-9 for one, each in zip(widths, columns, strict=True))


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


def test_a_number_and_its_unit_stay_on_one_line():
    found = read(Table("甲", ("乙", "丙"), (("研发", "2022 年 63.30 亿元、R&D 经费"),)))
    assert texts(list(found.iter(qn("w:tr")))[1])[1] == "2022\u00a0年 63.30\u00a0亿元、R&D 经费"
