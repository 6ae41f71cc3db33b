"""A web page as cells: what offices export under the name .xls is often a page with a table.

Only what is seen counts: texts in the order of the page; scripts, styles and hidden rows do not.
Runs in the reading process only (reading.py), whose time is limited.
"""

import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser

from data.imports.cells import Book, Sheet, Unreadable, Value
from data.imports.delimited import decoded
from data.imports.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

START = re.compile(r"<(!doctype\s+html|html|head|meta|title|style|body|div|p|table|tr)\b|<!--")
INSIDE = re.compile(r"<(html|table)\b")
HEAD = 4_000  # bytes by which a page is known
UNSEEN = frozenset({"script", "style", "title", "xml", "noscript"})
LINES = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br"})
CELLS = frozenset({"td", "th"})
LONGEST_SIZE = 6  # digits
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
SPACES = re.compile(r"\s+")
SHOWN = "文件是网页格式的表格，按页面上显示的数值读取"
NO_TABLE = "这是网页，其中没有表格：请打开数据所在的页面，用表格软件另存为 .xlsx"


def is_page(content: bytes) -> bool:
    """Whether a file is a web page, by what it begins with."""
    text = decoded(content[:HEAD]).lstrip("\ufeff \t\r\n").lower()
    return bool(START.match(text)) or (text.startswith("<?xml") and bool(INSIDE.search(text)))


def page(content: bytes, name: str) -> Book:
    """The page as one sheet: a row for each row of its tables and each line of text between them.
    A cell that reaches over others stands in the first of them. Raises Unreadable."""
    found = _Page()
    found.feed(decoded(content))
    found.close()
    found.end_row()
    if not found.tables:
        raise Unreadable(NO_TABLE)
    return Book(name, "html", (Sheet("", tuple(found.rows)),), (SHOWN,))


class _Table:
    """An open table: its open row and how far its open cell reaches (columns, rows); how many rows
    the cells of rows above still reach down, by column; whether another table stands in the row."""

    def __init__(self) -> None:
        self.row: list[Value] | None = None
        self.cell: tuple[int, int] | None = None
        self.below: dict[int, int] = {}
        self.taken: frozenset[int] = frozenset()
        self.is_hidden = self.holds_table = False

    def begin_row(self, is_hidden: bool = False) -> None:
        """Open the next row."""
        self.row, self.is_hidden, self.holds_table = [], is_hidden, False
        self.taken = frozenset(self.below)
        self.below = {at: left - 1 for at, left in self.below.items() if left > 1}

    def end_cell(self, text: str | None) -> None:
        """Put down what stands in the open cell, in the next column that none from above takes."""
        if self.row is None or self.cell is None:
            return
        columns, rows = self.cell
        self.cell = None
        while len(self.row) in self.taken:
            self.row.append(None)
        start, end = len(self.row), min(len(self.row) + columns, MOST_COLUMNS)
        if start >= MOST_COLUMNS and text:
            raise Unreadable(f"表格超过 {MOST_COLUMNS} 列：请删去多余的列")
        self.row.extend([text, *[None] * (end - start - 1)] if start < end else [])
        if rows > 1:
            self.below |= dict.fromkeys(range(start, end), rows - 1)


class _Page(HTMLParser):
    """What was read so far. A page may leave out the ends of rows and cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[Value, ...]] = []
        self.tables = 0
        self._open: list[_Table] = []
        self._texts: list[str] = []
        self._unseen = self._cells = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """What begins: a table, a row, a cell, a line."""
        said = dict(attrs)
        if tag in UNSEEN:
            self._unseen += 1
        elif tag in LINES:
            self._line()
        elif tag == "table":
            self._begin_table()
        elif self._open and tag == "tr":
            self.end_row()
            self._open[-1].begin_row(bool(HIDDEN.search(said.get("style") or "")))
        elif self._open and tag in CELLS:
            self._begin_cell(said)

    def handle_endtag(self, tag: str) -> None:
        """What ends."""
        if tag in UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in LINES:
            self._line()
        elif self._open and tag in CELLS:
            self._open[-1].end_cell(self._text())
        elif self._open and tag == "tr":
            self.end_row()
        elif self._open and tag == "table":
            self.end_row()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """A text, of whatever is open."""
        if not self._unseen:
            self._texts.append(data)

    def end_row(self) -> None:
        """Put down the open row of the innermost table, or the line of text outside of tables."""
        if not self._open:
            text = self._text()
            if text:
                self._put([text])
            return
        table = self._open[-1]
        table.end_cell(self._text())
        if table.row is not None and (any(table.row) or not table.holds_table):
            self._put([] if table.is_hidden else table.row)
        table.row = None

    def _begin_table(self) -> None:
        """A table, also one within a cell: what stands before it there is a line of its own."""
        text = self._text()
        if text:
            self._put([text])
        if self._open:
            self._open[-1].holds_table = True
        self.tables += 1
        self._open.append(_Table())

    def _begin_cell(self, said: Mapping[str, str | None]) -> None:
        table = self._open[-1]
        table.end_cell(self._text())
        if table.row is None:
            table.begin_row()
        table.cell = _size(said.get("colspan")), _size(said.get("rowspan"))

    def _line(self) -> None:
        """A line ends: within a table that is a space."""
        if self._open:
            self._texts.append(" ")
        else:
            self.end_row()

    def _text(self) -> str | None:
        """What was said since the last cell or line."""
        found = SPACES.sub(" ", "".join(self._texts)).strip()
        self._texts = []
        return found or None

    def _put(self, row: list[Value]) -> None:
        self._cells += sum(cell is not None for cell in row)
        self.rows.append(tuple(row))
        if len(self.rows) > MOST_ROWS:
            raise Unreadable(f"表格超过 {MOST_ROWS} 行：请分成几个文件")
        if self._cells > MOST_CELLS:
            raise Unreadable(f"表格超过 {MOST_CELLS} 个单元格：请分成几个文件")


def _size(said: str | None) -> int:
    """Over how many columns or rows a cell reaches."""
    text = (said or "").strip()
    is_number = text.isascii() and text.isdigit() and len(text) <= LONGEST_SIZE
    return max(1, int(text)) if is_number else 1
