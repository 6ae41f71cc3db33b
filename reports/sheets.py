"""Sheets and books as plain rows: what a workbook holds, before any styling."""

from dataclasses import dataclass

from reports.columns import Cell, Columns


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its label, its width in characters, and the decimals of its numbers
    (None: text, or whole numbers such as years); `by_row` where they differ from row to row."""

    label: str
    width: int
    decimals: int | None = None
    by_row: tuple[int, ...] = ()

    def places(self, row: int) -> int | None:
        """The decimals of the number in a row, counted from 0."""
        return self.by_row[row] if self.by_row else self.decimals


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: sheet name, title, subtitle, columns, rows, and the remarks below it.
    `fixed` columns stay in sight when the table is scrolled sideways."""

    name: str
    title: str
    subtitle: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    remarks: tuple[str, ...]
    fixed: int = 1


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook before any styling: title, filters in words, the data's version and the address
    under which it stays ("" if none is known), what else the cover says, and the sheets."""

    title: str
    filters: tuple[tuple[str, str], ...]
    version: str
    closing: tuple[tuple[str, str], ...]
    sheets: tuple[Sheet, ...]
    address: str = ""


def sheet_columns(
    columns: Columns, decimals: int | None = None, by_row: tuple[int, ...] = ()
) -> tuple[Column, ...]:
    """The columns of a sheet; `decimals`, or `by_row`, are those of the column of `value`."""
    return tuple(
        Column(one.label, one.width, decimals, by_row)
        if one.fields == "value"
        else Column(one.label, one.width, one.decimals)
        for one in columns
    )
