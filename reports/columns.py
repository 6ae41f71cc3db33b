"""Columns: under which label a field of a row stands in a table, in CSV and workbook alike.

JSON and the description of the API carry every field of a row under its own name.
"""

from collections.abc import Iterable
from dataclasses import dataclass

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column of CSV and workbook: its label, its width in the workbook in characters, the field
    of the row that stands in it (of several, a code and its name, the texts side by side), and
    the decimals of its numbers (None: text, whole numbers, or as the report says)."""

    label: str
    width: int
    fields: str | tuple[str, str]
    decimals: int | None = None

    def cell(self, row: object) -> Cell:
        """What stands in the column for a row; None where nothing is known."""
        if not isinstance(self.fields, str):
            return " ".join(getattr(row, field) for field in self.fields).strip()
        value: Cell = getattr(row, self.fields)
        if isinstance(value, bool):
            return "是" if value else "否"
        return value


Columns = tuple[FileColumn, ...]


def header(columns: Columns) -> tuple[str, ...]:
    """The labels of columns."""
    return tuple(column.label for column in columns)


def cells(columns: Columns, rows: Iterable[object]) -> tuple[tuple[Cell, ...], ...]:
    """Rows under such columns."""
    return tuple(tuple(column.cell(row) for column in columns) for row in rows)
