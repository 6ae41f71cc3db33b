"""The value of one cell, with what its sheet says of it: formulas, percent, marks of footnotes."""

from dataclasses import replace
from decimal import Decimal

from data.imports.cells import CellFault, Sheet
from data.imports.numbers import NotANumber, Number, number

UNSAVED = "公式没有保存结果，或从未计算"
RESAVE = "请在表格软件中打开后重新保存，或粘贴为数值"


def value_at(sheet: Sheet, row: int, column: int) -> Number | CellFault:
    """What a cell says as a value, or why it says none. A formula whose saved result is nothing or
    0 was perhaps never computed, and is no 0."""
    try:
        found = number(sheet.value(row, column))
    except NotANumber as refusal:
        return CellFault(sheet.cell(row, column), refusal.expected, refusal.remedy)
    if (row, column) in sheet.computed and not found.value:
        return CellFault(sheet.cell(row, column), UNSAVED, RESAVE)
    if (row, column) in sheet.percent and found.value is not None:
        return replace(found, value=float(Decimal(repr(found.value)) * 100), unit="%")
    return found


def footnote(mark: str, notes: list[str]) -> str:
    """What the notes below a table say of a mark; "" where they say nothing."""
    found = (one.strip() for one in notes if mark and one.strip().startswith(mark))
    return next(found, "").removeprefix(mark).strip(" :：、.")
