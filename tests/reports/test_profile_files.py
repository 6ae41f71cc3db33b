"""A region's files, read back: one row an indicator, numbers as numbers, nothing run."""

import csv
import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from analysis.regions.summary import region_summary
from reports.columns import header
from reports.profile_coordination import QUOTIENT, QUOTIENT_FORMULA, coordination_rows
from reports.profile_files import profile_book, profile_csv, profile_json
from reports.profiles import PROFILE_COLUMNS, profile_report
from reports.xlsx import workbook

EXPORTED = datetime(2026, 1, 2, 15, 4, tzinfo=timezone(timedelta(hours=8)))
HEAD_ROW = 4


@pytest.fixture(scope="module")
def report(catalog):
    return profile_report(catalog, region_summary(catalog, "tianjin", 2010, 2024))


@pytest.fixture(scope="module")
def book(catalog, report):
    return load_workbook(BytesIO(workbook(profile_book(catalog, report), EXPORTED)))


def table_of(sheet):
    rows = list(sheet.iter_rows(min_row=HEAD_ROW, values_only=True))
    length = next((i for i, row in enumerate(rows) if not any(c is not None for c in row)), None)
    header, *body = rows[:length]
    return [dict(zip(header, row, strict=True)) for row in body]


def test_the_highest_quotient_says_which_sector_is_not_looked_at(catalog):
    found = region_summary(catalog, "tianjin", 2010, 2024).coordination
    without = replace(found, most=replace(found.most, leaving="（不含其他行业）"))
    notes = [
        next(row.note for row in coordination_rows(one) if row.kind == QUOTIENT)
        for one in (found, without)
    ]
    assert notes == [QUOTIENT_FORMULA, f"{QUOTIENT_FORMULA}（不含其他行业）"]


def test_the_csv_has_a_row_an_indicator_and_opens_in_a_spreadsheet(report):
    text = profile_csv(report).decode("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))
    assert tuple(rows[0]) == header(PROFILE_COLUMNS)
    assert [row["指标编号"] for row in rows] == [row.indicator_id for row in report.rows]
    (gdp,) = [row for row in rows if row["指标编号"] == "gdp"]
    assert (gdp["数值"], gdp["单位"], gdp["年份"], gdp["占三地（%，计算）"]) == (
        "17931.3", "亿元", "2024", "15.586",
    )  # fmt: skip
    (absent,) = [row for row in rows if row["指标编号"] == "base_stations_5g"]
    assert (absent["数值"], absent["没有数值的原因"]) == ("", "仅有京津冀数")


def test_the_json_has_null_for_what_is_not_known(report):
    found = json.loads(profile_json(report))
    assert found["metadata"]["filters"].startswith("地区：天津市；年份：2010—2024")
    absent = next(r for r in found["indicators"] if r["indicator_id"] == "base_stations_5g")
    assert (absent["value"], absent["year"], absent["qualifier"]) == (None, None, None)
    assert absent["absence"] == "仅有京津冀数"
    assert "" not in [v for part in ("indicators", "claims", "platforms", "names")
                      for row in found[part] for v in row.values()]  # fmt: skip


def test_the_workbook_has_cover_contents_and_a_sheet_a_part(book, catalog):
    assert book.sheetnames == [
        "封面", "目录", "主要指标", "方案数字", "平台", "官方名单", "协同评价", "说明与来源",
    ]  # fmt: skip
    pairs = dict(book["封面"].iter_rows(min_row=4, max_col=2, values_only=True))
    assert (pairs["地区"], pairs["年份"]) == ("天津市", "2010—2024")
    assert pairs["要点"].startswith("2024 年天津地区生产总值")
    assert pairs["导出时间"] == "2026-01-02 15:04（北京时间）"
    assert catalog.digest in pairs["数据版本"]
    links = {row[0].value: row[0].hyperlink.location for row in book["目录"].iter_rows(min_row=4)}
    assert list(links) == book.sheetnames[2:]


def test_numbers_are_numbers_with_the_decimals_of_their_indicator(book, report, catalog):
    sheet = book["主要指标"]
    rows = table_of(sheet)
    assert [row["数值"] for row in rows] == [row.value for row in report.rows]
    column = header(PROFILE_COLUMNS).index("数值") + 1
    for place, row in enumerate(report.rows, start=HEAD_ROW + 1):
        if row.value is not None:
            places = catalog.indicators[row.indicator_id].decimals
            expected = f"#,##0.{'0' * places}" if places else "#,##0"
            assert sheet.cell(place, column).number_format == expected
    change = next(c for c in sheet[HEAD_ROW] if c.value == "比上年（计算）").column
    assert sheet.cell(HEAD_ROW + 1, change).number_format == "#,##0.0"
    assert sheet.freeze_panes == "D5"


def test_formulas_stand_below_the_rows(book):
    lines = [cell.value for cell in book["主要指标"]["A"] if cell.value]
    assert any("占三地 = 本地区 ÷ 三地合计 × 100%" in line for line in lines)
    assert any("（本年 ÷ 上年 − 1）× 100%" in line for line in lines)


def test_claims_platforms_and_sources_are_there(book, report):
    claims = table_of(book["方案数字"])
    assert [row["编号"] for row in claims] == [claim.claim_id for claim in report.claims]
    (branches,) = [row for row in claims if row["编号"] == "S16"]
    assert (branches["数值"], branches["限定词"], branches["单位"]) == (90000, "超过", "户")
    assert len(table_of(book["平台"])) == len(report.platforms)
    notes = table_of(book["说明与来源"])
    assert [row["来源"] or "" for row in notes] == [row.source for row in report.rows]


def test_no_text_is_run_as_a_formula(catalog, report):
    evil = "=1+1"
    bad = replace(report.rows[0], indicator=evil, source=evil, note=evil)
    found = replace(report, rows=(bad,))
    (row,) = csv.DictReader(StringIO(profile_csv(found).decode("utf-8-sig"), newline=""))
    assert (row["指标"], row["备注"]) == (f"'{evil}", f"'{evil}")
    read = load_workbook(BytesIO(workbook(profile_book(catalog, found), EXPORTED)))
    cells = [c for sheet in read for r in sheet.iter_rows() for c in r if c.value == evil]
    assert {cell.data_type for cell in cells} == {"s"}


def test_the_files_are_the_golden_ones(report, golden):
    golden("region_tianjin.csv", profile_csv(report))
    golden("region_tianjin.json", profile_json(replace(report, platforms=())))
