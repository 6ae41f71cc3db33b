"""The workbook inside a chart: what opens under 编辑数据 in the office program. Its cells lie where
python-pptx's references to them point."""

from io import BytesIO
from typing import Any

import xlsxwriter

from analysis.document.chart import Chart, Kind
from reports.office.columns import Sheet
from reports.office.numbers import cell_format, is_plain_text

NAME = "Sheet1"  # as the references have it
PHRASES = "读数"


def workbook(chart: Chart, sheet: Sheet) -> bytes:
    """The numbers of a chart with their heads and unit, periods as text; where a phrase says more
    than its number (a qualifier, a mark), a second sheet with the phrases."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        fill = _paths if chart.kind == Kind.SCATTER else _columns
        fill(book, book.add_worksheet(NAME), chart, sheet)
        if any(not is_plain_text(chart, *pair) for pair in _pairs(sheet)):
            _phrases(book.add_worksheet(PHRASES), chart, sheet)
    return content.getvalue()


def _pairs(sheet: Sheet) -> list[tuple[float | None, str]]:
    return [pair for one in sheet.columns for pair in zip(one.values, one.texts, strict=True)]


def _columns(book: Any, page: Any, chart: Chart, sheet: Sheet) -> None:
    """Names of rows in the first column, then a column a series; the unit stands in the corner."""
    style = book.add_format({"num_format": cell_format(chart.unit, chart.decimals)})
    page.set_column(0, len(sheet.columns), 14)
    page.write_string(0, 0, f"单位：{chart.unit}" if chart.unit else "")
    for row, name in enumerate(sheet.rows, 1):
        page.write_string(row, 0, name)
    for place, column in enumerate(sheet.columns, 1):
        page.write_string(0, place, column.head)
        for row, value in enumerate(column.values, 1):
            if value is not None:
                page.write_number(row, place, value, style)


def columns_of(place: int) -> tuple[int, int]:
    """The columns of a path, counted from 0: values to the right, values upward."""
    return 2 * place + 1, 2 * place + 2


def _paths(book: Any, page: Any, chart: Chart, sheet: Sheet) -> None:
    """Periods in the first column, then two columns a path: to the right, and upward."""
    across = book.add_format({"num_format": cell_format(chart.across_unit, chart.across_decimals)})
    upward = book.add_format({"num_format": cell_format(chart.unit, chart.decimals)})
    page.set_column(0, 2 * len(sheet.columns), 18)
    page.write_string(0, 0, f"纵：{_measured(chart.name, chart.unit)}")
    for row, name in enumerate(sheet.rows, 1):
        page.write_string(row, 0, name)
    for place, column in enumerate(sheet.columns):
        right, up = columns_of(place)
        page.write_string(0, right, _measured(chart.across_name, chart.across_unit))
        page.write_string(0, up, column.head)
        for row, (x, y) in enumerate(zip(column.across, column.values, strict=True), 1):
            if x is not None and y is not None:
                page.write_number(row, right, x, across)
                page.write_number(row, up, y, upward)


def _measured(name: str, unit: str) -> str:
    return f"{name}（{unit}）" if unit else name


def _phrases(page: Any, chart: Chart, sheet: Sheet) -> None:
    """The numbers as they are read, with qualifier, unit and mark."""
    page.set_column(0, len(sheet.columns), 18)
    page.write_string(0, 0, chart.name)
    for row, name in enumerate(sheet.rows, 1):
        page.write_string(row, 0, name)
    for place, column in enumerate(sheet.columns, 1):
        page.write_string(0, place, column.head)
        for row, (value, text) in enumerate(zip(column.values, column.texts, strict=True), 1):
            if value is not None:
                page.write_string(row, place, text)
