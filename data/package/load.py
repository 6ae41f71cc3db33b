"""Reading the data package: descriptor, tables and areas, checked before anything uses them."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import pandas as pd
from frictionless import Package

from data.model import catalog as model
from data.model.places import Places, places, platform
from data.model.plan import plan
from data.model.scenes import scenes
from data.package.cross_checks import cross_faults
from data.package.faults import BrokenTables, Fault
from data.package.place_checks import adcode_faults, astray, counties, outside
from data.package.table_checks import table_faults

FOLDER = Path(__file__).parents[1]
AREAS = Path("geo") / "prefectures_overview.geojson"

Row = dict[str, Any]
T = TypeVar("T")


def load(folder: Path = FOLDER) -> model.Catalog:
    """The Catalog of the data package in `folder`.

    Raises BrokenTables with one Fault per fault: first those of the single tables
    (types, constraints, keys), then those between tables.
    """
    package = _package(folder)
    faults = table_faults(package)
    if faults:
        raise BrokenTables(faults)
    tables = {resource.name: _rows(resource) for resource in package.resources}
    areas = _areas(folder / AREAS)
    faults = [*cross_faults(tables), *adcode_faults(tables, folder)]
    if faults:
        raise BrokenTables(faults)
    platforms = tuple(platform(row) for row in tables["platforms"])
    away = outside(platforms, folder)
    around = platforms, places(tables, away, astray(platforms, folder), counties(folder))
    return _catalog(tables, areas, around, (str(package.version or "0"), _digest(folder, package)))


def _package(folder: Path) -> Package:
    descriptor = folder / "datapackage.json"
    try:
        return Package(str(descriptor))
    except Exception as error:  # frictionless raises its own and json's errors here
        expected = f"数据描述文件读不出：{error}"
        raise BrokenTables([Fault(descriptor.name, None, None, None, expected)]) from error


def _rows(resource: Any) -> list[Row]:
    return [_plain(row.to_dict()) for row in resource.read_rows()]


def _plain(row: Row) -> Row:
    """The row with numbers as float: Frictionless reads `number` as Decimal."""
    return {k: float(v) if type(v).__name__ == "Decimal" else v for k, v in row.items()}


def _areas(path: Path) -> tuple[model.Area, ...]:
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        return tuple(
            model.Area(f["id"], f["properties"]["name"], f["id"][:2] + "0000") for f in features
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        expected = f"应为带 id 与 name 的 GeoJSON（{error}）"
        raise BrokenTables([Fault(str(AREAS), None, None, None, expected)]) from error


def _digest(folder: Path, package: Package) -> str:
    """Short fingerprint of the descriptor and every table: the identity of a data version."""
    paths = [folder / "datapackage.json", folder / AREAS]
    paths += [folder / str(resource.path) for resource in package.resources]
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def _catalog(
    tables: Mapping[str, list[Row]],
    areas: tuple[model.Area, ...],
    around: tuple[tuple[model.Platform, ...], Places],
    version: tuple[str, str],
) -> model.Catalog:
    sums = pd.DataFrame(tables["national_sums"])
    sums["year"] = sums["period"].astype(int)
    in_order = _in_order(tables)
    codes = [row["region_code"] for row in in_order["regions"]]
    sources = _keyed(model.Source, tables["sources"], "source_id")
    qualifiers = _keyed(model.Qualifier, tables["qualifiers"], "qualifier")
    observations = _observations(tables["observations"], sources, qualifiers)
    return model.Catalog(
        version=version[0],
        digest=version[1],
        regions=_keyed(model.Region, in_order["regions"], "slug"),
        themes=_keyed(model.Theme, in_order["themes"], "theme"),
        units=_keyed(model.Unit, tables["units"], "unit_zh"),
        qualifiers=qualifiers,
        names={(row["codelist"], row["code"]): row["name_zh"] for row in tables["codelists"]},
        indicators=_keyed(model.Indicator, in_order["indicators"], "indicator_id"),
        synonyms=tuple((row["term_zh"], row["means_zh"]) for row in tables["synonyms"]),
        breaks=MappingProxyType(_breaks(tables["breaks"])),
        sources=sources,
        observations=MappingProxyType(observations),
        panels=MappingProxyType(_panels(observations, codes)),
        national_sums=sums.pivot(index="year", columns="indicator_id", values="value"),
        national_sum_sizes=sums.pivot(index="year", columns="indicator_id", values="provinces"),
        claims=tuple(model.Claim(**row) for row in tables["claims"]),
        tiers=_keyed(model.Tier, in_order["tiers"], "tier"),
        platforms=around[0],
        places=around[1],
        areas=areas,
        events=tuple(model.Event(**row) for row in tables["events"]),
        plan=plan(tables),
        scenes=scenes(tables["scenes"]),
    )


def _in_order(tables: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """The rows of the tables that say in which order they are shown, in that order."""
    return {
        name: sorted(rows, key=lambda row: row["order"])
        for name, rows in tables.items()
        if rows and "order" in rows[0]
    }


def _keyed(kind: type[T], rows: list[Row], key: str) -> Mapping[str, T]:
    return MappingProxyType({row[key]: kind(**row) for row in rows})


def _breaks(rows: list[Row]) -> dict[str, tuple[model.Break, ...]]:
    """The breaks by indicator, in the order of the table."""
    breaks: dict[str, tuple[model.Break, ...]] = {}
    for row in rows:
        breaks[row["indicator_id"]] = (*breaks.get(row["indicator_id"], ()), model.Break(**row))
    return breaks


def _observations(
    rows: list[Row], sources: Mapping[str, model.Source], qualifiers: Mapping[str, model.Qualifier]
) -> dict[tuple[str, str, int], model.Observation]:
    """The annual observations by indicator, region code and year."""
    return {
        (row["indicator_id"], row["region_code"], int(row["period"])): model.Observation(
            value=row["value"],
            qualifier=qualifiers[row["qualifier"]] if row["qualifier"] else None,
            status=row["status"],
            trust=row["trust"],
            source=sources[row["source_id"]],
            note=row["note"],
        )
        for row in rows
        if len(row["period"]) == len("2024")
    }


def _panels(
    observations: Mapping[tuple[str, str, int], model.Observation], codes: list[str]
) -> dict[str, pd.DataFrame]:
    """Each indicator as consecutive years by all region codes; what was not published is NaN."""
    values = pd.Series({key: o.value for key, o in observations.items()})
    panels = {}
    for indicator_id, part in values.groupby(level=0):
        panel = part.droplevel(0).unstack(0)
        years = range(int(panel.index.min()), int(panel.index.max()) + 1)
        panel = panel.reindex(index=years, columns=codes)
        panels[str(indicator_id)] = panel.rename_axis("year").rename_axis(columns="region_code")
    return panels
