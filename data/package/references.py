"""What a row points to must be there: the foreign keys of the tables, looked up in rows read once.

Frictionless would look them up too, but reads and describes a table anew for each one that points
to it, which is four fifths of a whole reading.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from frictionless import Package, Row

from data.package.faults import Fault

FEW = 12  # values of a reference that are said one by one
MOST = 1000  # faults of one reference: more say no more


@dataclass(frozen=True)
class Reference:
    """Columns of a table and those of the table they point to, both by name."""

    table: str
    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]


def taken_from(package: Package) -> list[Reference]:
    """The references of a package, which looks none of them up itself from now on."""
    found = []
    for resource in package.resources:
        for key in resource.schema.foreign_keys:
            target = key["reference"]["resource"] or resource.name  # "" is the table itself
            columns = tuple(key["fields"]), tuple(key["reference"]["fields"])
            found.append(Reference(resource.name, columns[0], target, columns[1]))
        resource.schema.foreign_keys = []
    return found


def unknown_targets(references: Iterable[Reference], package: Package) -> Iterator[Fault]:
    """References of the descriptor to what it does not describe."""
    for one in references:
        known = package.has_resource(one.target)
        names = package.get_resource(one.target).schema.field_names if known else []
        if not set(one.target_columns) <= set(names):
            told = f"{one.target}.{'、'.join(one.target_columns)}"
            expected = f"表 {one.table} 的外键所指的表或列不存在，应为本文件所列的表及其列"
            yield Fault("datapackage.json", None, None, told, expected)


def reference_faults(
    references: Iterable[Reference], package: Package, rows: Mapping[str, Sequence[Row]]
) -> Iterator[Fault]:
    """A Fault for each of the rows, by table, that points to no row; empty cells point nowhere."""
    for one in references:
        yield from islice(_faults(one, package, rows), MOST)


def _faults(one: Reference, package: Package, rows: Mapping[str, Sequence[Row]]) -> Iterator[Fault]:
    there = {_cells(row, one.target_columns): None for row in rows[one.target]}
    for row in rows[one.table]:
        cells = _cells(row, one.columns)
        if any(cell is not None for cell in cells) and cells not in there:
            yield Fault(
                file=str(package.get_resource(one.table).path),
                row=row.row_number,
                column="、".join(one.columns),
                value="、".join("" if cell is None else str(cell) for cell in cells),
                expected=f"所指的行不存在，应见于 {_allowed(one, package, list(there))}",
            )


def _cells(row: Row, columns: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in columns)


def _allowed(one: Reference, package: Package, there: list[tuple[Any, ...]]) -> str:
    """Where a reference points to, and what stands there if it is little."""
    path = package.get_resource(one.target).path
    text = f"{path} 的列 {'、'.join(one.target_columns)}"
    if len(one.target_columns) > 1 or len(there) > FEW:
        return text
    return f"{text}：{'、'.join(str(cell) for (cell,) in there)}"
