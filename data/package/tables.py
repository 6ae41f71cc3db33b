"""Reading the tables with frictionless, and the faults it finds in them.

Only what has not been read before comes here (load.py): frictionless brings thirty packages along,
which are not loaded otherwise.
"""

import json
from pathlib import Path
from typing import Any

from frictionless import Package

from data.package.digests import is_facts
from data.package.faults import BrokenTables, Fault
from data.package.older import UNSHOWN
from data.package.table_checks import read_and_check

Row = dict[str, Any]


def read_tables(descriptor: Path) -> dict[str, list[Row]]:
    """The rows of every table by its name, each value of the type that the descriptor says, None
    where a cell is empty. Raises BrokenTables with the faults of single tables."""
    rows, faults = read_and_check(package_of(descriptor))
    if faults:
        raise BrokenTables(faults)
    return {name: [_plain(row.to_dict()) for row in found] for name, found in rows.items()}


def package_of(descriptor: Path) -> Package:
    """The data package of a descriptor. Raises BrokenTables where it cannot be read."""
    try:
        found = json.loads(descriptor.read_text(encoding="utf-8"))
        tables = [one for one in found["resources"] if not is_facts(one)]
        if len(tables) == len(found["resources"]):
            return Package(str(descriptor))
        own = {**found, "resources": tables}
        return Package.from_descriptor(own, basepath=str(descriptor.parent))
    except Exception as error:  # frictionless raises its own and json's errors here
        expected = f"数据描述文件读不出：{error}"
        raise BrokenTables([Fault(descriptor.name, None, None, None, expected)]) from error


def _plain(row: Row) -> Row:
    """The row without what is not shown, with numbers as float: Frictionless reads `number` as
    Decimal."""
    shown = {name: value for name, value in row.items() if name != UNSHOWN}
    return {k: float(v) if type(v).__name__ == "Decimal" else v for k, v in shown.items()}
