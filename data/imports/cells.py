"""Cells of a file as somebody has it, the names spreadsheets give them, and what is wrong with one.

A cell is None where nothing stands, a text, a number, a truth value or a date. Rows and columns
are counted as a spreadsheet counts them, so that B17 is found where it is said to be.
"""

from dataclasses import dataclass
from datetime import date

Value = str | float | bool | date | None


def reference(row: int, column: int) -> str:
    """The name of a cell by its row and column, both counted from 0: (16, 1) is B17."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where something was read: sheet, name of the cell, and the text that stands there."""

    sheet: str
    ref: str
    text: str

    @property
    def place(self) -> str:
        """The cell in words; the sheet is not named where a file has none."""
        return f"工作表“{self.sheet}”{self.ref}" if self.sheet else f"单元格 {self.ref}"


@dataclass(frozen=True, slots=True)
class CellFault:
    """One fault of a file: where it is, what stands there, what was expected, what to do."""

    cell: Cell
    expected: str
    remedy: str

    def __str__(self) -> str:
        found = f"现为“{clipped(self.cell.text)}”" if self.cell.text else "现为空"
        return f"{self.cell.place}，{found}：{self.expected}；{self.remedy}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name ("" for a file that has none) and its rows from the first on, each with
    its cells from the first column on; `computed` are the cells that a formula fills, `percent`
    those that are shown in percent, by row and column."""

    name: str
    rows: tuple[tuple[Value, ...], ...]
    computed: frozenset[tuple[int, int]] = frozenset()
    percent: frozenset[tuple[int, int]] = frozenset()

    def cell(self, row: int, column: int) -> Cell:
        """A cell with its place and text."""
        return Cell(self.name, reference(row, column), text(self.value(row, column)))

    def value(self, row: int, column: int) -> Value:
        """What stands in a cell; None beyond the last one."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else None


@dataclass(frozen=True, slots=True)
class Book:
    """A file as cells: its name, its kind (csv, html, xlsx, xls), its sheets, and remarks on what
    was left alone in it (macros, links to other files, hidden sheets)."""

    name: str
    kind: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()


class Unreadable(Exception):
    """A file that cannot be read as a whole: what it is and what to do, in words."""


def text(value: Value) -> str:
    """What stands in a cell as a text; a whole number without its decimal point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return value.isoformat() if isinstance(value, date) else value


def clipped(found: str, most: int = 40) -> str:
    """The text in one line, cut where it is too long to be said."""
    line = " ".join(found.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
