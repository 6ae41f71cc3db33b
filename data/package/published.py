"""Reading the tables of a published edition: its name is the digest of what was checked before it
was published, so that nothing is checked again and frictionless is not needed.
"""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data.package.digests import DESCRIPTOR, is_facts
from data.package.older import UNSHOWN

Row = dict[str, Any]
TRUE = {"true", "True", "TRUE", "1"}  # as frictionless reads them
READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": lambda text: text in TRUE,
}


def read_published(folder: Path) -> dict[str, list[Row]]:
    """The rows of every table by its name, as `tables.read_tables` gives them. Raises OSError,
    ValueError or KeyError where something is not as it was checked."""
    descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    return {
        table["name"]: _rows(folder / table["path"], table)
        for table in descriptor["resources"]
        if not is_facts(table)
    }


def read_table(folder: Path, name: str) -> list[Row]:
    """The rows of one table; none where the package has no such table. Raises as
    `read_published`."""
    descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    own = [table for table in descriptor["resources"] if table["name"] == name]
    return [row for table in own for row in _rows(folder / table["path"], table)]


def _rows(path: Path, table: dict[str, Any]) -> list[Row]:
    fields = table["schema"]["fields"]
    readers = [(field["name"], READ[field["type"]]) for field in fields]
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        return [
            {
                name: read(cell) if cell else None
                for (name, read), cell in zip(readers, line, strict=True)
                if name != UNSHOWN
            }
            for line in lines
        ]
