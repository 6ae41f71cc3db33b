"""A package made before this code, written anew with every table and column that there are now."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from data.files import write_whole
from data.package.digests import DESCRIPTOR, described
from data.package.older import NOW, descriptor_now, fields, fields_of, stand_in

Fields = dict[str, dict[str, Any]]


def bring_up(package: Path, now: Path = NOW) -> bool:
    """Write the tables of a package with the columns of the package in `now`, and that one's
    descriptor under its own version; whether that changed it. New tables are empty and new columns
    as they are supplied to readers (data/package/older.py). Raises BrokenTables, OSError."""
    wanted, own = fields(descriptor_now(now)), fields_of(package / DESCRIPTOR)
    if [(t, list(f)) for t, f in own.items()] == [(t, list(f)) for t, f in wanted.items()]:
        return False
    version, _ = described(package)
    descriptor = json.loads(descriptor_now(now))
    for table in descriptor["resources"]:
        name, path = table["name"], package / table["path"]
        rows = _rows(path) if name in own else []
        if not rows or list(wanted[name]) != list(own[name]):
            write_whole(path, _written(name, wanted[name], rows))
    for name in own.keys() - wanted.keys():
        (package / "tables" / f"{name}.csv").unlink(missing_ok=True)
    text = json.dumps({**descriptor, "version": version}, ensure_ascii=False, indent=1)
    write_whole(package / DESCRIPTOR, f"{text}\n".encode())
    return True


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _written(table: str, fields: Fields, rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(fields)
    instead = {
        name: _cell(stand_in(table, field)) if rows and name not in rows[0] else ""
        for name, field in fields.items()
    }
    writer.writerows([row.get(name, instead[name]) for name in fields] for row in rows)
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
