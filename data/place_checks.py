"""Faults and warnings of the platforms: their words, their outlines, where their points lie."""

import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from data.faults import FIRST_ROW, BrokenTables, Fault
from data.places import Places, Platform
from data.shapes import Shape, collection, distance_km, joined, named, read

log = logging.getLogger(__name__)

T = TypeVar("T")
Rows = list[dict[str, Any]]
PLATFORMS, OUTLINES = "tables/platforms.csv", "tables/outlines.csv"


def place_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Words and types of platforms that the tables beside them do not know."""
    terms = {row["term_zh"] for row in tables["industry_terms"]}
    types = [row["name_zh"] for row in tables["platform_types"]]
    for number, row in enumerate(tables["platforms"], start=FIRST_ROW):
        for term in (row["industries_zh"] or "").split("、"):
            if row["industries_zh"] is not None and term not in terms:
                expected = "每个产业词须在 industry_terms.csv 中有一行，词与词以顿号分隔"
                yield Fault(PLATFORMS, number, "industries_zh", term, expected)
        if row["tier"] == "node" and row["type_zh"] and row["type_zh"] not in types:
            expected = f"N 平台的类型应为 {'、'.join(types)} 之一，或空"
            yield Fault(PLATFORMS, number, "type_zh", row["type_zh"], expected)


def outside(platforms: Iterable[Platform], folder: Path) -> dict[str, float]:
    """The platforms whose point lies outside of every region they name, with the distance in
    kilometres; each is a warning in the log, none stops the start."""
    provinces = _read(folder / "geo" / "provinces.geojson", read)
    found: dict[str, float] = {}
    for number, place in enumerate(platforms, start=FIRST_ROW):
        homes = [provinces[code] for code in place.region_codes if code in provinces]
        away = min((distance_km(home, (place.lon, place.lat)) for home in homes), default=0.0)
        if away > 0:
            found[place.platform_id] = away
            log.warning(
                "%s，第 %d 行，列 lon、lat：%s的点位在所属地区（%s）的边界外 %.1f 公里",
                PLATFORMS, number, place.name_zh, "、".join(place.region_codes), away,
            )  # fmt: skip
    return found


def counties(folder: Path) -> dict[str, str]:
    """The names of the counties by their codes. Raises BrokenTables if the file is unusable."""
    return _read(folder / "geo" / "counties.geojson", named)


def outlines_json(folder: Path, places: Places) -> str:
    """The outlines of the platforms that have one, as GeoJSON by platform_id, put together from
    the counties of `folder`. Raises BrokenTables where a code has no county."""
    known = _read(folder / "geo" / "counties.geojson", read)
    shapes: dict[str, Shape] = {}
    for number, outline in enumerate(places.outlines.values(), start=FIRST_ROW):
        parts = [_parts(known, code) for code in outline.adcodes]
        for code, found in zip(outline.adcodes, parts, strict=True):
            if not found:
                expected = "counties.geojson 里没有这个代码的区县"
                raise BrokenTables([Fault(OUTLINES, number, "adcodes", code, expected)])
        if parts:
            shapes[outline.platform_id] = joined([shape for found in parts for shape in found])
    return collection(shapes)


def _parts(counties: Mapping[str, Shape], code: str) -> list[Shape]:
    """The county of a code, or all counties of a prefecture's."""
    start = code[:4] if code.endswith("00") else code
    return [shape for county, shape in counties.items() if county.startswith(start)]


def _read(path: Path, reader: Callable[[Path], T]) -> T:
    try:
        return reader(path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        expected = f"应为带 id 与 name 的 GeoJSON 多边形（{error}）"
        raise BrokenTables([Fault(f"geo/{path.name}", None, None, None, expected)]) from error
