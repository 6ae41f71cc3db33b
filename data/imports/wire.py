"""Books and imports as JSON, between the process that reads a file and the one that asked."""

from dataclasses import fields
from datetime import date
from typing import Any

from data.imports.cells import Book, Cell, CellFault, Sheet, Value
from data.imports.imported import Import, ImportedValue

PLAIN = tuple(one.name for one in fields(ImportedValue) if one.name != "cell")
LISTED = ("kind", "taken_for", "vintage", "publisher", "title", "notes", "hints", "remarks")


def book_out(book: Book) -> dict[str, Any]:
    """A book as JSON can carry it."""
    return {
        "name": book.name,
        "kind": book.kind,
        "remarks": book.remarks,
        "sheets": [
            {
                "name": sheet.name,
                "rows": [[_value_out(cell) for cell in row] for row in sheet.rows],
                "computed": sorted(sheet.computed),
                "percent": sorted(sheet.percent),
            }
            for sheet in book.sheets
        ],
    }


def book_in(found: dict[str, Any]) -> Book:
    """The book again."""
    sheets = tuple(_sheet_in(one) for one in found["sheets"])
    return Book(found["name"], found["kind"], sheets, tuple(found["remarks"]))


def import_out(found: Import) -> dict[str, Any]:
    """An import as JSON can carry it."""
    return {
        **{name: getattr(found, name) for name in LISTED},
        "missing": found.missing,
        "values": [
            [_cell_out(one.cell), *(getattr(one, name) for name in PLAIN)] for one in found.values
        ],
        "faults": [[_cell_out(one.cell), one.expected, one.remedy] for one in found.faults],
    }


def import_in(found: dict[str, Any]) -> Import:
    """The import again."""
    return Import(
        **{name: found[name] for name in LISTED},
        missing=tuple(found["missing"]),
        values=[
            ImportedValue(cell=Cell(*cell), **dict(zip(PLAIN, rest, strict=True)))
            for cell, *rest in found["values"]
        ],
        faults=[CellFault(Cell(*cell), *rest) for cell, *rest in found["faults"]],
    )


def _cell_out(cell: Cell) -> tuple[str, str, str]:
    return cell.sheet, cell.ref, cell.text


def _value_out(value: Value) -> Any:
    """Dates travel as {"date": "2024-01-01"}."""
    return {"date": value.isoformat()} if isinstance(value, date) else value


def _value_in(found: Any) -> Value:
    """JSON's numbers are floats here."""
    if isinstance(found, dict):
        return date.fromisoformat(found["date"])
    return float(found) if isinstance(found, int) and not isinstance(found, bool) else found


def _sheet_in(found: dict[str, Any]) -> Sheet:
    places = {key: frozenset((a, b) for a, b in found[key]) for key in ("computed", "percent")}
    rows = tuple(tuple(_value_in(cell) for cell in row) for row in found["rows"])
    return Sheet(found["name"], rows, places["computed"], places["percent"])
