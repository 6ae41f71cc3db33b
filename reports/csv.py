"""CSV for Excel and WPS: UTF-8 with a byte order mark, Chinese header, one row a record."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from analysis.marking import marked
from reports.columns import Cell, Columns, cells, header
from reports.records import COLUMNS, Report, plain_number

MARK_HEAD = "密级标识"  # over the last column, where the site bears a mark
CODE_PREFIX = "CN-"  # before the digits of GB/T 2260 in files for spreadsheets
CODES = ("region_code", "area_code")  # the columns of these fields hold digits of GB/T 2260
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def delimited(report: Report) -> bytes:
    """The report's rows, for programs: codes as they are. 数值 is a plain number, empty where
    nothing was published; 单位 is that of 数值; 数据状态 is an SDMX code with its name, empty for
    computed values."""
    return separated(header(COLUMNS), cells(COLUMNS, report.records))


def for_spreadsheets(columns: Columns, rows: Iterable[object]) -> bytes:
    """Rows under columns, to be opened by a spreadsheet: region codes are written so that they
    stay text (decision 0017). Without that 110000 is a number there, and 000000 is 0."""
    coded = [column.fields in CODES for column in columns]
    lines = (
        [text_code(cell) if is_coded else cell for cell, is_coded in zip(line, coded, strict=True)]
        for line in cells(columns, rows)
    )
    return separated(header(columns), lines)


def text_code(code: Cell) -> Cell:
    """A region code that no spreadsheet takes for a number: CN-110000; JJJ is a word already."""
    return f"{CODE_PREFIX}{code}" if isinstance(code, str) and code.isdigit() else code


def separated(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows under a header; None becomes an empty cell, a text never a formula. The mark of the site
    stands in a last column, so that whoever has a part of the rows has it too."""
    mark = marked()
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*header, MARK_HEAD] if mark else header)
    own = [mark] if mark else []
    writer.writerows([_plain(cell) for cell in (*row, *own)] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return guarded(cell) if isinstance(cell, str) else plain_number(cell)


def guarded(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
