"""Facts beside the tables: Parquet files of a data package, named by their content, and which
indicators are there because a store has values of them."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from data.cube.contract import FACTS, Question
from data.cube.facts import Facts
from data.cube.faults import WrongFacts
from data.cube.opening import opened_files
from data.model.catalog import Catalog, Indicator
from data.package.digests import DESCRIPTOR, is_facts
from data.package.faults import BrokenTables, Fault

NEEDS = ("numerator_id", "denominator_id", "annual_id", "real_growth_id", "part_of",
         "superseded_by")  # fmt: skip
AT_ONCE = 4_000_000  # bytes read at once
TABLES = {"source_id": "sources", "qualifier": "qualifiers"}  # what a column of a store names


def beside(folder: Path) -> Facts | None:
    """The facts of the data package in a folder; None where it has none. Raises BrokenTables where
    they cannot be read."""
    files = _files(folder)
    if not files:
        return None
    try:
        return Facts.of(opened_files(files, FACTS))
    except WrongFacts as wrong:
        raise BrokenTables([Fault(DESCRIPTOR, None, None, None, str(wrong))]) from wrong


def file_faults(folder: Path) -> Iterable[Fault]:
    """Files of facts that are not what their names say: <sha256>.parquet."""
    for path in _files(folder):
        place = str(path.relative_to(folder))
        try:
            found = _digest(path)
        except OSError as error:
            yield Fault(place, None, None, None, f"文件打不开（{error.strerror}），应在此处")
            continue
        if found != path.stem:
            expected = "内容与文件名不符：文件名应为内容的 SHA-256"
            yield Fault(place, None, None, found, expected)


def with_facts(
    made: Catalog, tables: Mapping[str, list[dict[str, Any]]], facts: Facts | None
) -> Catalog:
    """The catalog with the registered indicators of a store, as far as that has any."""
    registered = [row["indicator_id"] for row in tables["fact_indicators"]]
    if not registered:
        return made
    own = facts.only(registered) if facts else None
    return replace(
        made,
        indicators=MappingProxyType(dict(_offered(made.indicators, registered, own))),
        facts=own,
        fact_indicators={name: made.indicators[name] for name in registered},
    )


def _offered(
    indicators: Mapping[str, Indicator], registered: Collection[str], facts: Facts | None
) -> Mapping[str, Indicator]:
    """The indicators without those of facts of which no region has a value, or that are computed
    from one that is not there."""
    held = facts.periods.keys() if facts else ()
    found = {n: row for n, row in indicators.items() if n not in registered or n in held}
    while lacking := [
        name
        for name in registered
        if name in found and any(_lacks(getattr(found[name], need), found) for need in NEEDS)
    ]:
        found = {name: row for name, row in found.items() if name not in lacking}
    return found


def unknown(catalog: Catalog) -> tuple[str, ...]:
    """What a store says of values that the tables do not know, a sentence for each column; of all
    its rows, also those of no region. Raises StoreAway."""
    known = {"source_id": catalog.sources.keys(), "qualifier": catalog.qualifiers.keys()}
    found = ((column, _unknown(catalog, column, held)) for column, held in known.items())
    return tuple(
        f"事实库的 {column} 有数据表中没有的值：{'、'.join(sorted(rows))}；"
        f"请在 tables/{TABLES[column]}.csv 补上，或改正事实库，在此之前有关指标不能显示"
        for column, rows in found
        if rows
    )


def _unknown(catalog: Catalog, column: str, known: Collection[str]) -> list[str]:
    """The values of a column that are not known, each with an indicator that has it and the number
    of the others. A source must be named, a qualifier need not be."""
    if catalog.facts is None:
        return []
    cube = catalog.facts.cube
    held = {str(row[0]) if row[0] else "" for row in cube.aggregate(Question((), (column,)))}
    known = {*known, ""} if column == "qualifier" else {*known}
    if held <= known:
        return []
    where = {"indicator_id": list(catalog.fact_indicators)}
    names: dict[str, list[str]] = {}
    for value, name in cube.aggregate(Question((), (column, "indicator_id"), where)):
        if (said := str(value) if value else "") not in known:
            names.setdefault(said, []).append(str(name))
    return [f"“{said}”（{_some(every)}）" for said, every in names.items()]


def _some(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} 等 {len(names)} 项指标"


def _lacks(name: str | None, found: Collection[str]) -> bool:
    return name is not None and name not in found


def _files(folder: Path) -> tuple[Path, ...]:
    descriptor: dict[str, Any] = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    return tuple(folder / one["path"] for one in descriptor["resources"] if is_facts(one))


def _digest(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(AT_ONCE):
            found.update(part)
    return found.hexdigest()
