"""The workbook, read back: numbers are numbers, texts are texts, every sheet can be reached."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from analysis.indicators.address import indicators_view
from analysis.indicators.summary import indicator_summary
from analysis.marking import mark_as
from reports.lengths import length
from reports.records import report
from reports.sheet_layout import shown_decimals
from reports.tables import book
from reports.xlsx import workbook

EXPORTED = datetime(2026, 1, 2, 15, 4, tzinfo=timezone(timedelta(hours=8)))
HEAD_ROW = 4


@pytest.fixture
def book_of(catalog, options):
    def build(query):
        chosen, _ = indicators_view(query, options)
        content = workbook(book(catalog, report(catalog, chosen)), EXPORTED)
        return load_workbook(BytesIO(content))

    return build


def table_of(sheet):
    """Header and rows of a table sheet, up to the first empty row."""
    rows = list(sheet.iter_rows(min_row=HEAD_ROW, values_only=True))
    length = next((i for i, row in enumerate(rows) if not any(c is not None for c in row)), None)
    header, *body = rows[:length]
    return [dict(zip(header, row, strict=True)) for row in body]


def column_a(sheet):
    return [cell.value for cell in sheet["A"] if cell.value is not None]


def test_the_cover_says_what_was_taken_and_when(book_of, catalog):
    sheet = book_of("indicator=gdp&region=beijing,hebei&scale=share3")["封面"]
    pairs = {a: b for a, b in sheet.iter_rows(min_row=4, max_col=2, values_only=True) if b}
    assert pairs["地区"] == "北京市、河北省"
    assert pairs["口径"] == "占三地比重"
    assert pairs["年份"] == "2010—2024"
    assert pairs["导出时间"] == "2026-01-02 15:04（北京时间）"
    assert catalog.version in pairs["数据版本"] and catalog.digest in pairs["数据版本"]


def test_every_sheet_is_in_the_contents_and_leads_back(book_of):
    book = book_of("indicator=gdp&against=population")
    assert book.sheetnames[:2] == ["封面", "目录"]
    links = {row[0].value: row[0].hyperlink.location for row in book["目录"].iter_rows(min_row=4)}
    assert list(links) == book.sheetnames[2:]
    assert len(links) == 6
    for name, place in links.items():
        assert place == f"'{name}'!A1"
        assert book[name]["A3"].hyperlink.location == "'目录'!A1"


@pytest.mark.parametrize(
    "query",
    ["indicator=gdp", "indicator=srdi_smes", "indicator=gdp&scale=index&region=tianjin,hebei"],
)
def test_all_rows_of_the_study_are_there_as_numbers(book_of, catalog, options, query):
    data = indicator_summary(catalog, indicators_view(query, options)[0]).data
    rows = table_of(book_of(query)["逐项数据"])
    assert [(r["地区代码"], r["年份"]) for r in rows] == [
        (d.region.region_code, d.year) for d in data
    ]
    for row, datum in zip(rows, data, strict=True):
        assert (row["数值"] is None) == (datum.value is None)
        assert isinstance(row["数值"], int | float | None)
        if datum.observation is not None:
            assert row["数值"] == datum.observation.value
        elif datum.value is not None:
            assert row["数值"] == pytest.approx(datum.value, abs=0.01)


def test_a_qualifier_has_a_column_of_its_own(book_of):
    book = book_of("indicator=srdi_smes")
    (row,) = [r for r in table_of(book["逐项数据"]) if r["限定词"]]
    assert (row["数值"], row["限定词"], row["年份"]) == (7000, "多", 2022)
    by_year = {row["年份"]: row for row in table_of(book["对照表"])}
    assert (by_year[2022]["京津冀"], by_year[2022]["京津冀 限定词"]) == (7000, "多")
    assert by_year[2021]["河北省"] == 2162
    assert by_year[2021]["京津冀"] is None
    assert "河北省 限定词" not in by_year[2021]


def test_the_cross_table_has_the_published_numbers(book_of, published):
    rows = table_of(book_of("indicator=gdp")["对照表"])
    assert [row["年份"] for row in rows] == list(range(2010, 2025))
    for row in rows:
        for name, code in (("北京市", "110000"), ("天津市", "120000"), ("河北省", "130000")):
            assert row[name] == float(published["gdp", code, row["年份"]])


def test_numbers_have_formats_and_headers_stay(book_of):
    sheet = book_of("indicator=gdp")["对照表"]
    assert sheet["B5"].number_format == "#,##0.0"
    assert sheet["A5"].number_format == "General"
    assert sheet["A5"].value == 2010
    assert sheet.freeze_panes == "B5"
    assert sheet["A4"].font.b and sheet["A5"].font.name == "Microsoft YaHei"
    assert all(d.width >= 8 for d in sheet.column_dimensions.values())


@pytest.fixture
def marked_as():
    yield mark_as
    mark_as("")


def test_every_sheet_is_printed_on_a4_with_its_mark_its_head_on_every_page(book_of, marked_as):
    marked_as("内部资料 A&B")
    for sheet in book_of("indicator=gdp"):
        page = sheet.page_setup
        assert (int(page.paperSize), page.orientation) == (9, "landscape")
        across = 2 if sheet.title == "逐项数据" else 1
        assert (page.fitToWidth or 1, page.fitToHeight) == (across, 0)
        assert sheet.oddHeader.left.text == "&B内部资料 A&&B&B"
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"
        assert sheet.title in ("封面", "目录") or sheet.print_title_rows == "$4:$4"


def test_a_very_wide_table_names_its_rows_on_every_page(book_of):
    assert book_of("indicator=gdp")["逐项数据"].print_title_cols == "$A:$F"


def test_no_number_is_wider_than_its_column_and_no_text_is_cut(book_of):
    for sheet in book_of("indicator=gdp"):
        if sheet.title in ("封面", "目录"):
            continue
        rows = list(sheet.iter_rows(min_row=HEAD_ROW + 1, max_row=HEAD_ROW + 18))
        for cell in (one for row in rows for one in row if one.value is not None):
            width = sheet.column_dimensions[cell.column_letter].width
            if isinstance(cell.value, str):
                merged = any(cell.coordinate in one for one in sheet.merged_cells.ranges)
                tall = sheet.row_dimensions[cell.row].height or 15
                lines = max(1, length(cell.value) / width)
                assert merged or lines == 1 or (cell.alignment.wrap_text and tall >= 15 * lines)
            else:
                assert len(f"{cell.value:,.1f}") <= width


def test_remarks_stay_within_the_columns_and_have_the_height_of_their_lines(book_of):
    sheet = book_of("indicator=gdp&region=hebei")["对照表"]
    remarks = [one for one in sheet.merged_cells.ranges if one.min_row > HEAD_ROW]
    assert remarks and sheet.max_column == 2  # nothing beside the table
    for one in remarks:
        text = sheet.cell(one.min_row, 1).value
        letters = map(get_column_letter, range(one.min_col, one.max_col + 1))
        width = sum(sheet.column_dimensions[letter].width for letter in letters)
        assert sheet.row_dimensions[one.min_row].height >= 14 * length(text) / width


@pytest.mark.parametrize(
    ("cell", "decimals", "shown"),
    [(2024, None, None), (75935.843796, None, 1), (42.7676, None, 2), (0.4155, None, 3),
     (0.4155, 1, 1), (None, None, None)],
)  # fmt: skip
def test_a_fraction_is_shown_with_the_decimals_that_its_size_asks_for(cell, decimals, shown):
    assert shown_decimals(cell, decimals) == shown


@pytest.mark.thorough
def test_notes_and_sources_stand_below_each_table(book_of):
    for query, expected in [
        ("indicator=gdp&scale=share3", "计算：占三地 = 各地 ÷ 三地合计 × 100%"),
        ("indicator=co2_apparent", "含估计值（学术核算，非官方统计）。"),
    ]:
        lines = column_a(book_of(query)["对照表"])
        assert expected in lines
        assert any(str(line).startswith("来源：") for line in lines)


def test_the_description_says_what_the_numbers_cannot(book_of, catalog):
    rows = table_of(book_of("indicator=gdp")["指标说明"])
    assert ("使用说明与局限", catalog.indicators["gdp"].caveat) in [
        (r["项目"], r["内容"]) for r in rows
    ]
    assert any(r["项目"] == "引用格式" for r in rows)


def test_no_text_is_run_as_a_formula(catalog, options):
    chosen, _ = indicators_view("indicator=gdp&region=beijing&from=2023&to=2023", options)
    found = report(catalog, chosen)
    evil = "=1+1"
    bad = replace(found.parts[0].records[0], indicator=evil, note=evil, source=evil)
    found = replace(found, title=evil, parts=(replace(found.parts[0], records=(bad,)),))
    read = load_workbook(BytesIO(workbook(book(catalog, found), EXPORTED)))
    cells = [c for sheet in read for row in sheet.iter_rows() for c in row if c.value == evil]
    assert len(cells) == 4
    assert {cell.data_type for cell in cells} == {"s"}


def test_the_same_report_at_the_same_time_is_the_same_file(catalog, options):
    made = book(catalog, report(catalog, indicators_view("indicator=srdi_smes", options)[0]))
    assert workbook(made, EXPORTED) == workbook(made, EXPORTED)


def test_an_empty_view_says_why(book_of):
    lines = column_a(book_of("indicator=digital_economy_va&from=2010&to=2012")["对照表"])
    assert any("2010—2012 年的数值本站未收录" in str(line) for line in lines)
