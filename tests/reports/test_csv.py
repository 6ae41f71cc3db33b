"""The CSV has the rows of the study, opens in a spreadsheet, and runs nothing there."""

import csv
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import marking
from analysis.indicators.address import indicators_view
from analysis.indicators.summary import indicator_summary
from reports.columns import header
from reports.csv import FORMULA_STARTS, MARK_HEAD, delimited, for_spreadsheets, guarded
from reports.records import COLUMNS, report

QUERIES = [
    "indicator=gdp",
    "indicator=gdp&region=tianjin&from=2020&to=2023",
    "indicator=gdp&scale=share3",
    "indicator=little_giants",
    "indicator=cons_coke&region=hebei",
    "indicator=rd_expenditure&scale=per_capita&against=gdp",
]


@pytest.fixture
def mark():
    marking.mark_as("内部资料")
    yield "内部资料"
    marking.mark_as("")


def rows_of(content):
    text = content.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("query", QUERIES)
def test_rows_are_those_of_the_study_in_its_order(catalog, options, query):
    chosen, _ = indicators_view(query, options)
    found = indicator_summary(catalog, chosen)
    data = found.data
    rows = rows_of(delimited(report(catalog, chosen)))[: len(data)]
    assert rows
    assert [(r["地区代码"], int(r["年份"])) for r in rows] == [
        (d.region.region_code, d.year) for d in data
    ]
    assert [bool(r["数值"]) for r in rows] == [d.value is not None for d in data]
    assert [r["是否计算"] for r in rows] == [
        "是" if found.is_computed or (d.value is not None and d.observation is None) else "否"
        for d in data
    ]


def test_published_values_stand_as_published(catalog, options, published):
    chosen, _ = indicators_view("indicator=gdp", options)
    rows = [r for r in rows_of(delimited(report(catalog, chosen))) if r["是否计算"] == "否"]
    assert len(rows) > 30
    for row in rows:
        assert Decimal(row["数值"]) == published[row["指标编号"], row["地区代码"], int(row["年份"])]
        assert row["单位"] == "亿元"


def test_a_value_shortened_on_the_page_stands_in_its_published_unit(catalog, options, published):
    chosen, _ = indicators_view("indicator=patent_grants", options)
    assert indicator_summary(catalog, chosen).unit == "万件"
    rows = rows_of(delimited(report(catalog, chosen)))
    assert {row["单位"] for row in rows} == {"件"}
    parts = ("110000", "120000", "130000")
    total = sum(published["patent_grants", code, 2023] for code in parts)
    (whole,) = [r for r in rows if (r["地区代码"], r["年份"]) == ("JJJ", "2023")]
    assert (float(whole["数值"]), whole["是否计算"]) == (total, "是")
    assert whole["计算公式"] == "三地合计 = 北京 + 天津 + 河北"


def test_a_qualifier_stands_in_its_own_column(catalog, options):
    chosen, _ = indicators_view("indicator=little_giants", options)
    rows = rows_of(delimited(report(catalog, chosen)))
    (row,) = [r for r in rows if (r["地区代码"], r["年份"]) == ("JJJ", "2022")]
    assert (row["数值"], row["限定词"], row["单位"]) == ("1100", "多", "家")


def test_what_was_not_published_is_empty_and_said_so(catalog, options):
    chosen, _ = indicators_view("indicator=srdi_smes", options)
    rows = rows_of(delimited(report(catalog, chosen)))
    gaps = [row for row in rows if row["数值"] == ""]
    assert gaps
    assert all("本站未收录" in row["备注"] for row in gaps)
    assert all(row["来源"] == "" and row["数据状态"] == "" for row in gaps)


def test_the_columns_are_these(catalog, options):
    chosen, _ = indicators_view("indicator=gdp", options)
    content = delimited(report(catalog, chosen)).decode("utf-8-sig")
    assert content.splitlines()[0] == ",".join(header(COLUMNS))
    assert content.count("\r\n") == content.count("\n")


@given(st.text(max_size=20))
def test_no_text_is_a_formula(text):
    assert not guarded(text).startswith(FORMULA_STARTS)
    assert guarded(text).removeprefix("'") == text.removeprefix("'")


def test_formulas_in_any_text_cell_are_guarded(catalog, options):
    chosen, _ = indicators_view("indicator=gdp&region=beijing&from=2023&to=2023", options)
    found = report(catalog, chosen)
    evil = '=HYPERLINK("http://x","y")'
    names = ("indicator", "region", "qualifier", "unit", "source", "publisher", "note")
    (record,) = found.parts[0].records
    bad = replace(record, **dict.fromkeys(names, evil), value=-1.5)
    part = replace(found.parts[0], records=(bad,))
    (row,) = rows_of(delimited(replace(found, parts=(part,))))
    assert [value for value in row.values() if value.startswith("=")] == []
    assert list(row.values()).count(f"'{evil}") == len(names)
    assert row["数值"] == "-1.5"


def test_the_file_is_the_golden_one(catalog, options, golden):
    chosen, _ = indicators_view("indicator=little_giants", options)
    golden("little_giants.csv", delimited(report(catalog, chosen)))


def test_a_region_code_is_no_number_for_a_spreadsheet_and_plain_for_a_program(catalog, options):
    chosen, _ = indicators_view("indicator=gdp_per_capita", options)
    found = report(catalog, chosen)
    kept = rows_of(for_spreadsheets(COLUMNS, found.records))
    plain = rows_of(delimited(found))
    assert {row["地区代码"] for row in kept} == {
        "CN-110000", "CN-120000", "CN-130000", "JJJ", "CN-000000",
    }  # fmt: skip
    for row, other in zip(kept, plain, strict=True):
        assert row["地区代码"].removeprefix("CN-") == other["地区代码"]
        assert {**row, "地区代码": ""} == {**other, "地区代码": ""}


@pytest.mark.parametrize("scale", ["published", "share3", "change"])
def test_what_is_made_of_first_figures_has_their_status(catalog, options, scale):
    chosen, _ = indicators_view(f"indicator=gdp_v4&scale={scale}", options)
    rows = [row for row in report(catalog, chosen).records if row.region_code != "000000"]
    firsts = {row.year for row in rows if row.status == "P"}
    assert firsts == {2023}
    assert {row.status for row in rows if row.year == 2023 and row.value is not None} == {"P"}


def test_a_frame_is_rows_too_and_of_one_province_published(catalog, options):
    chosen, _ = indicators_view("indicator=gdp&frame=guangdong&from=2023&to=2024", options)
    (_, last) = [r for r in rows_of(delimited(report(catalog, chosen))) if r["地区"] == "广东省"]
    assert (last["地区代码"], last["数值"], last["是否计算"]) == ("440000", "141488.9", "否")
    assert last["来源"]
    chosen, _ = indicators_view("indicator=gdp&frame=yangtze&from=2023&to=2024", options)
    (_, last) = [r for r in rows_of(delimited(report(catalog, chosen))) if r["地区代码"] == "YRD"]
    assert (last["数值"], last["是否计算"]) == ("331110.1", "是")
    assert last["计算公式"] == "上海、江苏、浙江、安徽合计"


def test_the_provinces_are_rows_with_their_codes(catalog, options):
    chosen, _ = indicators_view("indicator=gdp&frame=provinces&from=2023&to=2024", options)
    rows = rows_of(delimited(report(catalog, chosen)))
    newest = {r["地区代码"]: r["数值"] for r in rows if r["年份"] == "2024"}
    assert len(newest) == 31 + 1  # and the three together
    assert newest["650000"] == "20492.4"
    assert sum(r["年份"] == "2023" for r in rows) == 4


def test_the_mark_of_the_site_stands_in_a_last_column_of_every_row(catalog, options, mark):
    chosen, _ = indicators_view("indicator=gdp", options)
    found = report(catalog, chosen)
    for content in (delimited(found), for_spreadsheets(COLUMNS, found.records)):
        rows = rows_of(content)
        assert list(rows[0]) == [*header(COLUMNS), MARK_HEAD]
        assert {row[MARK_HEAD] for row in rows} == {mark}
    marking.mark_as("")
    assert list(rows_of(delimited(found))[0]) == list(header(COLUMNS))
