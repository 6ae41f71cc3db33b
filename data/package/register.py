"""The register of a data package as a cube, read from its file each time: its rows are kept in no
cache and in no other table."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from data.cube.contract import Row
from data.cube.memory import MemoryCube
from data.cube.register import REGISTER
from data.model.register import NO_REGISTER, Register
from data.package.published import read_table

NAME = "register"
YEAR = len("2024")
Tables = Mapping[str, list[dict[str, Any]]]


def register(folder: Path, tables: Tables) -> Register:
    """The register in `folder`, told apart by the areas, chains and stages of `tables`. A row of a
    draft that names none of them is left out: the checks name it."""
    rows = list(_rows(read_table(folder, NAME), tables))
    return Register(MemoryCube(REGISTER, rows), is_held=True) if rows else NO_REGISTER


def _rows(found: list[dict[str, Any]], tables: Tables) -> Iterable[Row]:
    provinces = provinces_of(tables["areas"])
    chains = {row["chain_id"] for row in tables["plan_chains"]}
    stages = {row["stage"] for row in tables["chain_stages"]}
    for row in found:
        province = provinces.get(row["area_code"], "")
        if province and row["chain_id"] in chains and row["stage"] in stages:
            yield _row(row, province)


def _row(row: Mapping[str, Any], province: str) -> Row:
    return (
        row["kind"],
        row["area_code"],
        province,
        row["chain_id"],
        row["stage"],
        row["industry"] or "",
        row["size"] or "",
        row["status"],
        int((row["started"] or "0")[:YEAR]),
        row["value_year"] or 0,
        row["value"],
    )


def provinces_of(areas: list[dict[str, Any]]) -> dict[str, str]:
    """The code of the province of every area, of a province its own."""
    parents = {row["area_code"]: row["parent_code"] for row in areas}
    found = {row["area_code"]: row["area_code"] for row in areas if row["level"] == "province"}
    for code in parents:
        above: str | None = code
        while above and above not in found:
            above = parents.get(above)
        if above:
            found[code] = found[above]
    return found
