"""A report's workbook: numbers as numbers, what they say besides beside them, names that fit, and
LibreOffice opens it and saves the same."""

import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from analysis.document.chart import Chart, Kind, Series
from analysis.document.document import Cited, Document, Figure, Section, Sentence
from analysis.text.table import Table
from reports.report_book import cell, chart_rows, named_apart, report_book, table_rows
from reports.sheets import Column, Sheet
from reports.xlsx import workbook

AT = datetime(2026, 1, 1, tzinfo=UTC)
CHART = Chart(
    Kind.LINES, "名", "亿元", 1, ("2023", "2024"),
    (
        Series("beijing", "北京", (1.5, 2.0), ("1.5 亿元", "2.0 亿元")),
        Series("hebei", "河北", (None, 3000.0), ("本站未收录", "近 3,000 亿元")),
    ),
    "",
)  # fmt: skip
TABLE = Table("题", ("指标", "2024", "说明"), (("甲", "1,234.5", "近"), ("乙", "7.0", "")))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", 1234.5), ("1,234", 1234), ("2024", 2024), ("-3.2", -3.2), ("0.5", 0.5),
        ("0", 0), ("近 3,000", "近 3,000"), ("110000", 110000), ("012", "012"), ("5%", "5%"),
        ("1,23", "1,23"), ("", ""), ("=1+1", "=1+1"), ("本站未收录", "本站未收录"),
    ],
)  # fmt: skip
def test_a_cell_is_a_number_where_it_is_nothing_else(text, value):
    assert cell(text) == value and type(cell(text)) is type(value)


@given(st.floats(-1e9, 1e9).map(lambda value: round(value, 1)))
def test_a_number_with_separators_is_read_as_it_was_written(value):
    assert cell(f"{value:,.1f}") == pytest.approx(value, abs=1e-9)


def test_a_series_with_qualifiers_has_its_phrases_beside_it():
    columns, rows = chart_rows(CHART)
    assert [one.label for one in columns] == ["年份", "北京（亿元）", "河北（亿元）", "河北 表述"]
    assert rows == (("2023", 1.5, None, "本站未收录"), ("2024", 2.0, 3000.0, "近 3,000 亿元"))


def test_a_table_keeps_words_and_turns_numbers():
    columns, rows = table_rows(TABLE)
    assert rows == (("甲", 1234.5, "近"), ("乙", 7.0, ""))
    assert [one.decimals for one in columns] == [None, 1, None]


def test_names_of_sheets_fit_a_spreadsheet_and_are_each_once():
    made = [Sheet(name, "", "", (Column("", 8),), (("1",),), ()) for name in (
        "甲" * 40, "甲" * 40, "a/b:c?", "A b c ", "差距",
    )]  # fmt: skip
    names = [one.name for one in named_apart(made)]
    assert len({name.lower() for name in names}) == len(names)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    assert names[-1] == "差距"


def report():
    cells = (Cited("3,000 亿元", "gdp", "110000", "2024", "甲÷乙"),)
    sentences = (Sentence("s", "为 3,000 亿元。", cells), Sentence("o", "我说。", is_own=True))
    figures = (
        Figure("f", "图一", "亿元", CHART, None, ("注。",), "来源：甲"),
        Figure("t", "=表二", "", None, TABLE),
        Figure("e", "空", "", None, None),
    )
    return Document(
        "题", "2024 年", "三地", "2026-01-01", "d" * 16, "", (),
        (Section("a", 1, "甲", sentences, figures),), ("源",), ("范围。",),
    )  # fmt: skip


def read(content):
    return load_workbook(BytesIO(content))


def test_every_sentence_stands_with_its_cells_and_whose_it_is():
    sheet = read(workbook(report_book(report()), AT))["正文"]
    rows = [[one.value for one in row] for row in sheet.iter_rows(min_row=5, max_row=6)]
    assert rows == [
        ["一、甲", "为 3,000 亿元。", "规则生成", "3,000 亿元 gdp 110000 2024 甲÷乙"],
        ["一、甲", "我说。", "编写者补充", None],
    ]


def test_a_figure_without_numbers_has_no_sheet_and_texts_are_no_formulas():
    book = read(workbook(report_book(report()), AT))
    assert book.sheetnames == ["封面", "目录", "正文", "1 图一", "2 =表二"]
    assert all(one.data_type != "f" for sheet in book for row in sheet.iter_rows() for one in row)


@pytest.mark.thorough
def test_libreoffice_opens_it_and_saves_the_same(tmp_path):
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: apt-get install libreoffice-calc-nogui"
    content = workbook(report_book(report()), AT)
    (tmp_path / "in.xlsx").write_bytes(content)
    subprocess.run(
        [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"),
         str(tmp_path / "in.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    again = read((tmp_path / "out" / "in.xlsx").read_bytes())
    values = [
        [[[one.value for one in row] for row in sheet.iter_rows()] for sheet in book]
        for book in (read(content), again)
    ]
    assert again.sheetnames == read(content).sheetnames
    assert [trimmed(sheet) for sheet in values[1]] == [trimmed(sheet) for sheet in values[0]]


def trimmed(rows):
    """Rows without what is empty at their ends."""
    found = [tuple(row[: max((i for i, v in enumerate(row, 1) if v not in (None, "")), default=0)])
             for row in rows]  # fmt: skip
    while found and not found[-1]:
        found.pop()
    return found
