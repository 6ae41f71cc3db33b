"""CSV for Excel and WPS: UTF-8 with a byte order mark, Chinese header, one row a record."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from reports.columns import Cell, cells, header
from reports.records import COLUMNS, Report, plain_number

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def delimited(report: Report) -> bytes:
    """The report's rows. 数值 is a plain number, empty where nothing was published; 单位 is
    that of 数值; 数据状态 is an SDMX code with its name, empty for computed values."""
    return separated(header(COLUMNS), cells(COLUMNS, report.records))


def separated(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows under a header; None becomes an empty cell, a text never a formula."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return guarded(cell) if isinstance(cell, str) else plain_number(cell)


def guarded(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
