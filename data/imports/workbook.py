"""Workbooks (XLSX, XLS) as cells: the values that were saved, never what a formula says.

Runs in the reading process only (reading.py): calamine is fast, and a hostile file may end it.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import islice

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from data.imports.archive import Archive, opened
from data.imports.cells import Book, Sheet, Unreadable, Value
from data.imports.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
BROKEN = "工作簿已损坏，或不是 Excel 文件：请用表格软件打开后另存为 .xlsx"
MACROS = "_VBA_PROJECT".encode("utf-16-le")


# What calamine and zipfile raise for files that are torn or were never workbooks.
DAMAGED = (
    CalamineError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError,
    KeyError, RuntimeError,
)  # fmt: skip


def workbook(content: bytes, name: str) -> Book:
    """The visible sheets of a workbook. Raises Unreadable."""
    archive = _archive(content) if content.startswith(ZIP) else None
    if archive is None and ENCRYPTED in content:
        raise Unreadable("工作簿设有密码：请去掉密码后另存")
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        seen = [one.name for one in found if one.visible == SheetVisibleEnum.Visible]
        sheets = tuple(_sheet(book, one, archive) for one in seen)
    except DAMAGED as error:
        raise Unreadable(BROKEN) from error
    _bounded(sheets)
    hidden = [one.name for one in found if one.name not in seen]
    has_macros = archive.has_macros if archive else MACROS in content
    has_links = archive.has_links if archive else False
    return Book(name, "xlsx" if archive else "xls", sheets, _remarks(hidden, has_macros, has_links))


def _archive(content: bytes) -> Archive:
    try:
        return opened(content)
    except DAMAGED as error:
        raise Unreadable(BROKEN) from error


def _sheet(book: CalamineWorkbook, name: str, archive: Archive | None) -> Sheet:
    facts = archive.facts(name) if archive else None
    if facts:
        _measured(name, facts.rows, facts.columns)
    sheet = book.get_sheet_by_name(name)
    _measured(name, sheet.total_height, sheet.total_width)
    read = sheet.to_python(skip_empty_area=False)
    rows = tuple(tuple(_value(cell) for cell in row) for row in islice(read, MOST_ROWS))
    computed = facts.computed if facts else frozenset()
    return Sheet(name, _trimmed(rows), computed, facts.percent if facts else frozenset())


def _measured(name: str, rows: int, columns: int) -> None:
    if rows > MOST_ROWS:
        raise Unreadable(f"工作表“{name}”超过 {MOST_ROWS} 行：请分成几个文件")
    if columns > MOST_COLUMNS:
        raise Unreadable(f"工作表“{name}”超过 {MOST_COLUMNS} 列：请删去多余的列")
    if rows * columns > 20 * MOST_CELLS:
        raise Unreadable(f"工作表“{name}”有 {rows} 行 {columns} 列，大多为空：请删去空行空列")


def _bounded(sheets: Iterable[Sheet]) -> None:
    found = sum(cell is not None for sheet in sheets for row in sheet.rows for cell in row)
    if found > MOST_CELLS:
        raise Unreadable(f"工作簿超过 {MOST_CELLS} 个单元格：请分成几个文件")


def _value(found: object) -> Value:
    """A cell in our kinds: times of day and spans, which no table of ours has, as texts."""
    if isinstance(found, bool):
        return found
    if isinstance(found, int | float):
        return float(found)
    if isinstance(found, datetime):
        return found.date() if found.time() == time() else found.isoformat(" ")
    if isinstance(found, date):
        return found
    if isinstance(found, time | timedelta):
        return str(found)
    return str(found).strip() or None if found is not None else None


def _trimmed(rows: tuple[tuple[Value, ...], ...]) -> tuple[tuple[Value, ...], ...]:
    """Without the empty rows at the end."""
    last = max((n for n, row in enumerate(rows, 1) if any(c is not None for c in row)), default=0)
    return rows[:last]


def _remarks(hidden: list[str], has_macros: bool, has_links: bool) -> tuple[str, ...]:
    said = (
        (bool(hidden), f"隐藏的工作表没有读入：{'、'.join(hidden)}"),
        (has_macros, "文件带有宏：宏没有运行，只读单元格中的数值"),
        (has_links, "文件链接到其他工作簿：只读已保存的数值，不更新链接"),
    )
    return tuple(text for is_so, text in said if is_so)
