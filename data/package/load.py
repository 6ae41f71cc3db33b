"""Reading the data package: descriptor, tables and areas, checked before anything uses them."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypedDict, TypeVar

import orjson
import pandas as pd

from data.cache import Cache
from data.cube.facts import Facts
from data.model import catalog as model
from data.model.places import Places, places, platform
from data.model.plan import plan
from data.model.scenes import scenes
from data.package import older
from data.package.areas import areas
from data.package.cross_checks import Tables, cross_faults
from data.package.digests import AREAS, DESCRIPTOR, SHAPES, described, digest, digest_if_whole
from data.package.facts import beside, file_faults, with_facts
from data.package.faults import BrokenTables, Fault
from data.package.need_checks import need_faults
from data.package.observations import (
    observations,
    published_changes,
    suspects,
    unpublished,
    withdrawn,
)
from data.package.pages import of_pages
from data.package.panels import panels
from data.package.place_checks import (
    adcode_faults,
    astray,
    counties,
    outside,
    say_misplaced,
    surfaces,
)
from data.package.polygons import polygons
from data.package.prose import spaced_tables
from data.package.published import read_published
from data.package.register import NAME as REGISTER
from data.package.register import register
from data.package.series_breaks import series_breaks

FOLDER = Path(__file__).parents[1]

Row = dict[str, Any]
T = TypeVar("T")


def load(
    folder: Path = FOLDER,
    cache: Cache | None = None,
    is_checked: bool = False,
    facts: Facts | None = None,
) -> model.Catalog:
    """The Catalog of the data package in `folder`.

    Tables that were found whole before are taken from `cache`, if it has those of exactly these
    files (its folder is of exactly this code); else they are read and checked. Raises BrokenTables
    with one Fault per fault: first those of the single tables (types, constraints, keys), then
    those between tables. What a package from before this code lacks is supplied, and what only
    that explains is forgiven (older.py); an edition of a store was checked when it was published.
    With `is_checked` somebody else does (a draft, before it is submitted), or has. `facts` are
    those of a store (FACTS); where the package has its own, these stand.
    """
    before = digest_if_whole(folder)
    found = _kept(cache, before)
    own = before if found else None  # what was kept is of exactly these files
    if found is None:
        found = _checked(folder, is_checked or older.is_published(folder))
        is_same = digest_if_whole(folder) == before  # nobody wrote meanwhile
        if cache and before and is_same and not is_checked:
            cache.write(_key(before), orjson.dumps(found))
    outlined = polygons(folder / AREAS)
    platforms = _platforms(found["tables"])
    say_misplaced(platforms, found["outside"], found["astray"])
    around = (
        platforms,
        places(found["tables"], found["outside"], found["astray"], found["counties"]),
    )
    made = _catalog(found, outlined, around, (described(folder)[0], own or digest(folder)))
    entities = register(folder, found["tables"])
    made = replace(made, shapes=folder / SHAPES, register=entities)
    return with_facts(made, found["tables"], beside(folder) or facts)


class Checked(TypedDict):
    """What was read and found whole: the tables, less the rows of the register, which go into no
    cache; and what the shapes say of platforms and areas."""

    tables: dict[str, list[Row]]
    outside: dict[str, float]
    astray: dict[str, float]
    counties: dict[str, str]
    km2: dict[str, float]


def _kept(cache: Cache | None, mark: str | None) -> Checked | None:
    content = cache.read(_key(mark)) if cache and mark else None
    found: Checked | None = orjson.loads(content) if content is not None else None
    # A server whose program was replaced while it ran may have kept what the old one knew.
    return found if found and found.keys() == Checked.__annotations__.keys() else None


def _key(mark: str) -> str:
    """Of what is kept: the package, and what this code says that there is in one."""
    return f"tables {mark} {hashlib.sha256(older.descriptor_now()).hexdigest()}"


def _checked(folder: Path, is_kept: bool) -> Checked:
    tables = read_published(folder) if is_kept else _read(folder)
    polygons(folder / AREAS)  # what is wrong with them is named before what is between tables
    now = older.fields(older.descriptor_now())
    missing = older.lack(older.fields_of(folder / DESCRIPTOR), now)
    tables = older.supplied(tables, missing, now)
    if missing or is_kept:
        tables["codelists"] = older.named_codes(tables["codelists"])
    found = need_faults(tables) if is_kept else _faults(tables, folder)
    faults = [*file_faults(folder), *(fault for fault in found if not missing.explains(fault))]
    if faults:
        raise BrokenTables(faults)
    platforms = _platforms(tables)
    return Checked(
        tables=spaced_tables({**tables, REGISTER: []}),
        outside=outside(platforms, folder),
        astray=astray(platforms, folder),
        counties=counties(folder),
        km2=surfaces(folder),
    )


def _read(folder: Path) -> dict[str, list[Row]]:
    from data.package.tables import read_tables  # frictionless: slow to load, and rarely needed

    return read_tables(folder / DESCRIPTOR)


def _faults(tables: Tables, folder: Path) -> Iterable[Fault]:
    return (*cross_faults(tables), *adcode_faults(tables, folder))


def _platforms(tables: Tables) -> tuple[model.Platform, ...]:
    return tuple(platform(row) for row in tables["platforms"])


def _catalog(
    checked: Checked,
    outlined: tuple[model.Polygon, ...],
    around: tuple[tuple[model.Platform, ...], Places],
    version: tuple[str, str],
) -> model.Catalog:
    tables = checked["tables"]
    in_order, marks = _in_order(tables), _marks(tables["codelists"])
    sources = {row["source_id"]: _source(row) for row in tables["sources"]}
    qualifiers = _keyed(model.Qualifier, tables["qualifiers"], "qualifier")
    found = observations(tables, sources, qualifiers, marks)
    return model.Catalog(
        version=version[0],
        digest=version[1],
        regions=_keyed(model.Region, in_order["regions"], "slug"),
        themes=_keyed(model.Theme, in_order["themes"], "theme"),
        units=MappingProxyType(_units(tables["units"])),
        qualifiers=qualifiers,
        names={(row["codelist"], row["code"]): row["name_zh"] for row in tables["codelists"]},
        marks=marks,
        indicators=_keyed(model.Indicator, in_order["indicators"], "indicator_id"),
        synonyms=tuple(model.Synonym(**row) for row in tables["synonyms"]),
        breaks=MappingProxyType(series_breaks(tables)),
        sources=MappingProxyType(sources),
        observations=MappingProxyType(found),
        **_said_of_values(tables, sources, found),
        panels=MappingProxyType(panels(found, in_order["regions"])),
        national_sums=_sums(tables["national_sums"], "value"),
        national_sum_sizes=_sums(tables["national_sums"], "provinces"),
        claims=tuple(model.Claim(**row) for row in tables["claims"]),
        tiers=_keyed(model.Tier, in_order["tiers"], "tier"),
        platforms=around[0],
        places=around[1],
        polygons=outlined,
        areas=areas(tables, sources, checked["km2"]),
        events=tuple(model.Event(**row) for row in tables["events"]),
        plan=plan(tables),
        scenes=scenes(tables["scenes"]),
        **of_pages(tables, in_order),
    )


def _said_of_values(
    tables: Tables,
    sources: Mapping[str, model.Source],
    held: Mapping[tuple[str, str, int], model.Observation],
) -> dict[str, Any]:
    """What tables say of values beside the observations, by the Catalog's names for it."""
    said: dict[str, Mapping[Any, Any]] = {
        "unpublished": unpublished(tables["unpublished"]),
        "withdrawn": withdrawn(tables["withdrawn"], held),
        "suspects": suspects(tables["suspects"]),
        "published_changes": published_changes(tables["published_changes"], sources),
    }
    return {name: MappingProxyType(found) for name, found in said.items()}


def _units(rows: list[Row]) -> dict[str, tuple[model.Unit, ...]]:
    """How each unit is shortened, the largest threshold first."""
    found: dict[str, tuple[model.Unit, ...]] = {}
    for row in sorted(rows, key=lambda row: -float(row["threshold"])):
        found[row["unit_zh"]] = (*found.get(row["unit_zh"], ()), model.Unit(**row))
    return found


def _sums(rows: list[Row], column: str) -> pd.DataFrame:
    """A column of the sums over the provinces, as years by indicator ids."""
    sums = pd.DataFrame(rows).assign(year=lambda row: row["period"].astype(int))
    return sums.pivot(index="year", columns="indicator_id", values=column)


def _in_order(tables: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """The rows of the tables that say in which order they are shown, in that order."""
    return {
        name: sorted(rows, key=lambda row: row["order"])
        for name, rows in tables.items()
        if rows and "order" in rows[0]
    }


def _keyed(kind: type[T], rows: list[Row], key: str) -> Mapping[str, T]:
    return MappingProxyType({row[key]: kind(**row) for row in rows})


def _source(row: Row) -> model.Source:
    return model.Source(**{**row, "publishers_zh": tuple(row["publishers_zh"].split(";"))})


def _marks(rows: list[Row]) -> Mapping[tuple[str, str], str]:
    """What stands at the values of a code, by codelist and code; normal values have none."""
    marked = (row for row in rows if row["mark_zh"])
    return MappingProxyType({(row["codelist"], row["code"]): row["mark_zh"] for row in marked})
