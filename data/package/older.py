"""Data packages made before this code: what newer code needs and they lack is supplied, empty.

A package is checked against its own descriptor, as when it was made. Beside that the descriptor of
this code, data/datapackage.json, says which tables and columns there are now:

- a table that the package lacks has no rows;
- a column that it lacks is empty; where this code's descriptor requires a value it is what the
  field's `absent` says, else "" or false; a number has no such stand-in, and the lack is a fault;
- tables and columns that this code does not know are left out;
- names of codes that pages say by themselves are those of this code's own codelists.

What is checked of what was supplied, and of rows that refer to it, is forgiven: nobody could have
written it otherwise. An edition of the store, which is a folder named by its digest, was checked
when it was published: faults that only newer checks find in it are forgiven too. Never forgiven are
files, cells and references that are not as the package's own descriptor says, for then it is
damaged, and rows that some page cannot be made without (data/model/needs.py).
"""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.model.needs import NEEDS
from data.package.digests import DESCRIPTOR, digest_if_whole, is_facts
from data.package.faults import BrokenTables, Fault

NOW = Path(__file__).parents[1]  # the data package beside this code
# A column of many tables: where a value was found and what its carrier said of it. It is for
# whoever keeps the tables; nothing that makes pages, files or answers can read it.
UNSHOWN = "provenance"
STAND_INS = {"string": "", "boolean": False}

Row = dict[str, Any]
Fields = Mapping[str, Mapping[str, Any]]  # what a descriptor says of each column of a table


@dataclass(frozen=True, slots=True)
class Lack:
    """Tables, and columns of others, that a package does not have and this code knows."""

    tables: frozenset[str] = frozenset()
    columns: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.tables or self.columns)

    def explains(self, fault: Fault) -> bool:
        """Whether a fault is only that what was supplied is empty: it lies there, or in a row that
        has nothing to refer to there (such a fault names the table)."""
        table = Path(fault.file).stem
        columns = (fault.column or "").split("、")
        referred = (f"{name}.csv" in fault.expected for name in self.tables)
        return (
            table in self.tables
            or any((table, name) in self.columns for name in columns)
            or any(referred)
        )


@cache
def descriptor_now(folder: Path = NOW) -> bytes:
    """The descriptor of the code that runs, as it lay there when it was first asked for, at the
    start: a program that is put in the place of a running one brings another, with tables and
    columns that the running code does not know. Raises BrokenTables."""
    try:
        return (folder / DESCRIPTOR).read_bytes()
    except OSError as error:
        raise BrokenTables([_unreadable(error)]) from error


def fields_of(descriptor: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """The fields of each table by name. Raises BrokenTables where the descriptor says none."""
    try:
        return fields(descriptor.read_bytes())
    except OSError as error:
        raise BrokenTables([_unreadable(error)]) from error


def fields(descriptor: bytes) -> dict[str, dict[str, dict[str, Any]]]:
    """The same of a descriptor's content. Raises BrokenTables."""
    try:
        found = json.loads(descriptor)
        return {
            table["name"]: {field["name"]: field for field in table["schema"]["fields"]}
            for table in found["resources"]
            if not is_facts(table)
        }
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenTables([_unreadable(error)]) from error


def _unreadable(error: Exception) -> Fault:
    return Fault(DESCRIPTOR, None, None, None, f"数据描述文件读不出：{error}")


def lack(own: Mapping[str, Fields], now: Mapping[str, Fields]) -> Lack:
    """What a package with its `own` tables and columns lacks of those there are `now`."""
    columns = (
        (table, name)
        for table, fields in now.items()
        if table in own
        for name in fields
        if name not in own[table]
    )
    return Lack(frozenset(now.keys() - own.keys()), frozenset(columns))


def supplied(
    tables: Mapping[str, list[Row]], missing: Lack, now: Mapping[str, Fields]
) -> dict[str, list[Row]]:
    """The tables that this code knows, with the columns that it knows. Raises BrokenTables where
    it needs a number that the package lacks."""
    stand_ins = {(t, name): stand_in(t, now[t][name]) for t, name in sorted(missing.columns)}
    found = {}
    for table, fields in now.items():
        names = [name for name in fields if name != UNSHOWN]
        found[table] = [
            {name: row[name] if name in row else stand_ins[table, name] for name in names}
            for row in tables.get(table, [])
        ]
    return found


def stand_in(table: str, field: Mapping[str, Any]) -> Any:
    """What stands in a column that a package lacks. Raises BrokenTables where nothing can."""
    if "absent" in field or not field.get("constraints", {}).get("required"):
        return field.get("absent")
    if field["type"] in STAND_INS:
        return STAND_INS[field["type"]]
    expected = "较早的数据没有这一列，而程序需要它：请在程序的数据描述文件中用 absent 写明代替的值"
    raise BrokenTables([Fault(f"tables/{table}.csv", None, field["name"], None, expected)])


def named_codes(codelists: list[Row], folder: Path = NOW) -> list[Row]:
    """The codelists, with the names of codes that pages say by themselves and an older package did
    not know yet."""
    known = {(row["codelist"], row["code"]) for row in codelists}
    wanted = {(n.cells["codelist"], n.cells["code"]) for n in NEEDS if n.table == "codelists"}
    with (folder / "tables" / "codelists.csv").open(encoding="utf-8", newline="") as file:
        rows: Iterable[Row] = list(csv.DictReader(file))
    added = [r for r in rows if (r["codelist"], r["code"]) in wanted - known]
    return [*codelists, *({name: cell or None for name, cell in row.items()} for row in added)]


def is_published(folder: Path) -> bool:
    """Whether a folder is an edition of a store: named by what is in it."""
    return folder.name == digest_if_whole(folder)
