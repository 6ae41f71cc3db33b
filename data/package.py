"""Reading the data package: descriptor, tables and areas, checked before anything uses them."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import pandas as pd
from frictionless import Error, Package

from data import catalog as model
from data.checks import cross_faults
from data.faults import BrokenTables, Fault
from data.place_checks import counties, outside
from data.places import Places, places, platform
from data.plan import plan
from data.scenes import scenes

FOLDER = Path(__file__).parent
AREAS = Path("geo") / "prefectures_overview.geojson"

# What each kind of Frictionless error asks for; {note} is the library's own remark.
EXPECTED = {
    "type-error": "应为{wanted}",
    "constraint-error": "{wanted}",
    "primary-key": "主键不能为空，也不能与其他行重复",
    "unique-error": "不能与其他行重复",
    "foreign-key": "所指的行不存在",
    "missing-cell": "缺这一格",
    "extra-cell": "多出一格，列数应与表头相同",
    "blank-row": "空行应删去",
    "missing-label": "表头缺这一列",
    "extra-label": "表头多出一列",
    "incorrect-label": "列名应与数据描述文件一致",
    "source-error": "文件读不出",
    "scheme-error": "文件打不开，应在此处",
    "encoding-error": "应为 UTF-8 编码",
}
TYPES = {"integer": "整数", "number": "数", "boolean": "true 或 false", "string": "文字"}
CONSTRAINTS = {
    "required": "不能为空",
    "unique": "不能与其他行重复",
    "enum": "应为 {value} 之一",
    "pattern": "应合乎 {value}",
    "minimum": "不能小于 {value}",
    "maximum": "不能大于 {value}",
    "maxLength": "不能长于 {value} 字",
}
QUOTED = re.compile(r'"([^"]*)"')

Row = dict[str, Any]
T = TypeVar("T")


def load(folder: Path = FOLDER) -> model.Catalog:
    """The Catalog of the data package in `folder`.

    Raises BrokenTables with one Fault per fault: first those of the single tables
    (types, constraints, keys), then those between tables.
    """
    package = _package(folder)
    faults = _table_faults(package)
    if faults:
        raise BrokenTables(faults)
    tables = {resource.name: _rows(resource) for resource in package.resources}
    areas = _areas(folder / AREAS)
    faults = cross_faults(tables)
    if faults:
        raise BrokenTables(faults)
    platforms = tuple(platform(row) for row in tables["platforms"])
    around = platforms, places(tables, outside(platforms, folder), counties(folder))
    return _catalog(tables, areas, around, (str(package.version or "0"), _digest(folder, package)))


def _package(folder: Path) -> Package:
    descriptor = folder / "datapackage.json"
    try:
        return Package(str(descriptor))
    except Exception as error:  # frictionless raises its own and json's errors here
        expected = f"数据描述文件读不出：{error}"
        raise BrokenTables([Fault(descriptor.name, None, None, None, expected)]) from error


def _table_faults(package: Package) -> list[Fault]:
    """Faults of single tables. Where a file or a header is wrong, only that is said: the
    faults of its rows, and of rows that refer to it, would follow from it."""
    report = package.validate()
    found = [(task.place, error) for task in report.tasks for error in task.errors]
    whole = [(place, e) for place, e in found if getattr(e, "row_number", None) is None]
    keys = {str(r.path): r.schema for r in package.resources}
    general = [Fault("datapackage.json", None, None, None, e.note) for e in report.errors]
    return general + [_fault(place, error, keys.get(place)) for place, error in whole or found]


def _fault(file: str, error: Error, schema: Any) -> Fault:
    """A Frictionless error in our words. Header errors have no row, key errors several cells."""
    columns = getattr(error, "field_names", None) or [
        getattr(error, "field_name", None) or getattr(error, "label", None)
    ]
    cells = getattr(error, "field_cells", None) or [getattr(error, "cell", None)]
    if error.type == "primary-key" and schema is not None:
        columns = schema.primary_key
        row = dict(zip(schema.field_names, getattr(error, "cells", []), strict=False))
        cells = [row.get(name) for name in columns]
    known = [str(cell) for cell in cells if cell is not None]
    return Fault(
        file=file,
        row=getattr(error, "row_number", None),
        column="、".join(str(c) for c in columns if c) or None,
        value="、".join(known) if known else None,
        expected=EXPECTED.get(error.type, "{note}").format(note=error.note, wanted=_wanted(error)),
    )


def _wanted(error: Error) -> str:
    """The type or constraint that Frictionless quotes in its remark, in our words."""
    quoted = QUOTED.findall(error.note)
    if error.type == "type-error":
        return TYPES.get(quoted[0].partition("/")[0], quoted[0]) if quoted else error.note
    if len(quoted) > 1 and quoted[0] in CONSTRAINTS:
        return CONSTRAINTS[quoted[0]].format(value=quoted[1].replace("'", ""))
    return str(error.note)


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
    in_order = {
        name: sorted(rows, key=lambda row: row["order"])
        for name, rows in tables.items()
        if rows and "order" in rows[0]
    }
    breaks: dict[str, tuple[model.Break, ...]] = {}
    for row in tables["breaks"]:
        breaks[row["indicator_id"]] = (*breaks.get(row["indicator_id"], ()), model.Break(**row))
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
        breaks=MappingProxyType(breaks),
        sources=sources,
        observations=MappingProxyType(observations),
        panels=MappingProxyType(
            _panels(observations, [row["region_code"] for row in in_order["regions"]])
        ),
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


def _keyed(kind: type[T], rows: list[Row], key: str) -> Mapping[str, T]:
    return MappingProxyType({row[key]: kind(**row) for row in rows})


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
