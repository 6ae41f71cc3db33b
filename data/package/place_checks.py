"""Faults and warnings of the platforms: their words, their outlines, where their points lie."""

import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from shapely import Geometry

from data.model.places import Places, Platform
from data.package.faults import FIRST_ROW, BrokenTables, Fault
from data.package.shapes import collection, distance_km, named, read, square_km

log = logging.getLogger(__name__)

T = TypeVar("T")
Rows = list[dict[str, Any]]
PLATFORMS, OUTLINES = "tables/platforms.csv", "tables/outlines.csv"
SYNONYMS = "tables/industry_synonyms.csv"
NAMES = ("name_zh", "name_en")
LEVELS = ("provinces", "prefectures", "counties")
# Points that say of themselves that they stand for something else than the area of the adcode:
# a larger one, an airport wherever it lies, or nothing.
ELSEWHERE = frozenset({"zone_centroid", "airport", "symbolic"})


def place_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Words and types of platforms that the tables beside them do not know, or know twice."""
    terms = {row["term_zh"] for row in tables["industry_terms"]}
    types = [row["name_zh"] for row in tables["platform_types"]]
    for number, row in enumerate(tables["platforms"], start=FIRST_ROW):
        for term in (row["industries_zh"] or "").split("、"):
            if row["industries_zh"] is not None and term not in terms:
                expected = "每个产业词须在 industry_terms.csv 中有一行，词与词以顿号分隔"
                yield Fault(PLATFORMS, number, "industries_zh", term, expected)
        has_type = row["tier"] == "node" and row["type_zh"] is not None
        if has_type and row["type_zh"] not in types:
            expected = f"N 平台的类型应为 {'、'.join(types)} 之一，或空"
            yield Fault(PLATFORMS, number, "type_zh", row["type_zh"], expected)
        if has_type != (row["type_basis"] is not None):
            expected = (
                "N 平台写了类型就须写 source（来源写明）或 name（按名称判断）"
                if has_type
                else "没有类型或不是 N 平台时应为空"
            )
            yield Fault(PLATFORMS, number, "type_basis", row["type_basis"] or "", expected)
    yield from _synonym_faults(tables)


def _synonym_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Synonyms that only repeat what an industry is found by anyway."""
    named = [(r["industry"], r[name]) for r in tables["industries"] for name in NAMES if r[name]]
    used = [(r["industry"], r["term_zh"]) for r in tables["industry_terms"]]
    known = {(industry, word.casefold()) for industry, word in (*named, *used)}
    for number, row in enumerate(tables["industry_synonyms"], start=FIRST_ROW):
        word = (row["industry"], row["term"].casefold())
        if word in known:
            expected = (
                "这个产业已有这个词（industries.csv、industry_terms.csv 或上面的行），不必再写"
            )
            yield Fault(SYNONYMS, number, "term", row["term"], expected)
        known.add(word)


def adcode_faults(tables: Mapping[str, Rows], folder: Path) -> Iterable[Fault]:
    """Codes of platforms that no county, prefecture or province of `folder` has."""
    known = {code for level in LEVELS for code in _read(_file(folder, level), named)}
    for number, row in enumerate(tables["platforms"], start=FIRST_ROW):
        if row["adcode"] is not None and row["adcode"] not in known:
            expected = "应为京津冀的区县、市或省（直辖市）的六位代码（GB/T 2260），如 110105，或空"
            yield Fault(PLATFORMS, number, "adcode", row["adcode"], expected)


def outside(platforms: Iterable[Platform], folder: Path) -> dict[str, float]:
    """The platforms whose point lies outside of every region they name, with the distance in
    kilometres."""
    provinces = _read(_file(folder, "provinces"), read)
    away = {
        place.platform_id: _away(
            place, [provinces[c] for c in place.region_codes if c in provinces]
        )
        for place in platforms
    }
    return {name: km for name, km in away.items() if km > 0}


def astray(platforms: Iterable[Platform], folder: Path) -> dict[str, float]:
    """The platforms whose point lies in a region they name, but outside of the area of their
    adcode, with the distance in kilometres; points that stand for something else by their
    precision are left out."""
    areas = {
        code: area for level in LEVELS for code, area in _read(_file(folder, level), read).items()
    }
    found: dict[str, float] = {}
    for place in platforms:
        if place.adcode is None or place.precision in ELSEWHERE:
            continue
        away = _away(place, [areas[place.adcode]])
        if away > 0 and _away(place, [areas[c] for c in place.region_codes]) == 0:
            found[place.platform_id] = away
    return found


def say_misplaced(
    platforms: Iterable[Platform], away: Mapping[str, float], off: Mapping[str, float]
) -> None:
    """A warning in the log for each point of `outside` (`away`) and `astray` (`off`); none stops
    the start."""
    for number, place in enumerate(platforms, start=FIRST_ROW):
        if place.platform_id in away:
            log.warning(
                "%s，第 %d 行，列 lon、lat：%s的点位在所属地区（%s）的边界外 %.1f 公里",
                PLATFORMS, number, place.name_zh, "、".join(place.region_codes),
                away[place.platform_id],
            )  # fmt: skip
        if place.platform_id in off:
            log.warning(
                "%s，第 %d 行，列 lon、lat、adcode：%s的点位在代码 %s 的边界外 %.1f 公里",
                PLATFORMS, number, place.name_zh, place.adcode, off[place.platform_id],
            )  # fmt: skip


def _away(place: Platform, areas: Iterable[Geometry]) -> float:
    """Kilometres from a place to the nearest of some areas; 0 in one of them, or without any."""
    return min((distance_km(area, place.lon, place.lat) for area in areas), default=0.0)


def counties(folder: Path) -> dict[str, str]:
    """The names of the counties by their codes. Raises BrokenTables if the file is unusable."""
    return _read(_file(folder, "counties"), named)


def surfaces(folder: Path) -> dict[str, float]:
    """The square kilometres of every province, prefecture and county by its code, as the
    boundaries have them, to a hundredth."""
    return {
        code: round(square_km(area), 2)
        for level in LEVELS
        for code, area in _read(_file(folder, level), read).items()
    }


def outlines_json(folder: Path, places: Places) -> str:
    """The outlines of the platforms that have one, as GeoJSON by platform_id, put together from
    the counties of `folder`. Raises BrokenTables where a code has no county."""
    known = _read(_file(folder, "counties"), read)
    found: dict[str, list[Geometry]] = {}
    for number, outline in enumerate(places.outlines.values(), start=FIRST_ROW):
        parts = [_parts(known, code) for code in outline.adcodes]
        for code, areas in zip(outline.adcodes, parts, strict=True):
            if not areas:
                expected = "counties.geojson 里没有这个代码的区县"
                raise BrokenTables([Fault(OUTLINES, number, "adcodes", code, expected)])
        if parts:
            found[outline.platform_id] = [area for areas in parts for area in areas]
    return collection(found)


def _parts(counties: Mapping[str, Geometry], code: str) -> list[Geometry]:
    """The county of a code, or all counties of a prefecture's."""
    start = code[:4] if code.endswith("00") else code
    return [shape for county, shape in counties.items() if county.startswith(start)]


def _file(folder: Path, level: str) -> Path:
    return folder / "geo" / f"{level}.geojson"


def _read(path: Path, reader: Callable[[Path], T]) -> T:
    try:
        return reader(path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        expected = f"应为带 id 与 name 的 GeoJSON 多边形（{error}）"
        raise BrokenTables([Fault(f"geo/{path.name}", None, None, None, expected)]) from error
