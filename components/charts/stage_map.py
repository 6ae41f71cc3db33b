"""The map of the stage: the boundaries once for a briefing, and for each slide what stands on
them. SVG, so that turning draws no map anew and asks for no file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, pi, radians, tan
from typing import Any

from analysis.maps.apart import apart
from analysis.maps.area_shading import AreaShading
from analysis.maps.labels import Label, sides
from analysis.maps.shading import Shading
from components.charts.places import LAT_RANGE, LON_RANGE, NAMED, TIERS
from components.charts.svg import Element, diamond, spoken, star
from components.elements import element
from data.model.areas import COUNTY, PROVINCE
from data.model.catalog import Catalog, Platform

SIZE = (900, 800)
TEXT = 28
SIZES = {"node": 15, "zone": 34, "wing": 46}
GAP = 30.0  # px between a mark's middle and its label
BASE_ID = "stage-map"  # an area's id is this with its code, a province's with p before the code
FAINTEST = 0.15  # of the shade: the smallest value still differs from a region without one


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies below the marks: the regions in their base colours, those `lit` not dimmed, or the
    areas in theirs; and the code of the area that is open ("" for none)."""

    shading: Shading
    lit: frozenset[str]
    areas: AreaShading | None = None
    open_area: str = ""


def at(lon: float, lat: float) -> tuple[float, float]:
    """Where a place is drawn: Mercator, the three regions in the middle of the picture."""
    top, bottom = _northing(LAT_RANGE[1]), _northing(LAT_RANGE[0])
    scale = SIZE[1] / (top - bottom)
    width = radians(LON_RANGE[1] - LON_RANGE[0]) * scale
    x = (SIZE[0] - width) / 2 + radians(lon - LON_RANGE[0]) * scale
    return round(x, 1), round((top - _northing(lat)) * scale, 1)


def _northing(lat: float) -> float:
    return log(tan(pi / 4 + radians(lat) / 2))


def boundaries(areas: Mapping[str, Any], provinces: Mapping[str, Any] | None = None) -> Element:
    """The outlines of areas and of provinces (GeoJSON) as paths to be used by `stage_map`."""
    paths = [
        element("path", id=f"{BASE_ID}-{kind}{feature['id']}", d=_outline(feature["geometry"]))
        for kind, collection in (("", areas), ("p", provinces or {"features": []}))
        for feature in collection["features"]
    ]
    return element("svg", element("defs", *paths), class_="shared", aria_hidden="true")


def _outline(geometry: Mapping[str, Any]) -> str:
    is_one = geometry["type"] == "Polygon"
    polygons = [geometry["coordinates"]] if is_one else geometry["coordinates"]
    return "".join(_ring(ring) for polygon in polygons for ring in polygon)


def _ring(ring: Iterable[tuple[float, float]]) -> str:
    """A closed line in steps of half a pixel; what does not move the pen is left out."""
    points = dict.fromkeys((round(x * 2) / 2, round(y * 2) / 2) for x, y in (at(*p) for p in ring))
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in points) + "Z"


def stage_map(
    catalog: Catalog,
    ground: Ground,
    places: frozenset[str],
    said: tuple[str, str] = ("", ""),
) -> Element:
    """The ground, prefectures fine, provinces strong, and by tier the platforms with the ids
    `places`; those of the lit regions are named, the others dimmed. `said` names the picture to
    those who hear it and describes it."""
    lit = ground.lit
    fills = _areas(catalog, ground.areas) if ground.areas else _regions(catalog, ground)
    land = [
        element("use", href=f"#{BASE_ID}-p{region.region_code}", class_="land")
        for region in catalog.provinces
    ]
    placed = [one for one in _placed(catalog) if one[0].platform_id in places]
    marks = [_mark(place, x, y, lit) for place, x, y in placed]
    return spoken(
        said[0], *land, *fills, *outlines(catalog, lit), opened(catalog, ground.open_area),
        *marks, *_names(placed, lit), description=said[1],
        viewBox=f"0 0 {SIZE[0]} {SIZE[1]}", class_="map",
    )  # fmt: skip


def _regions(catalog: Catalog, ground: Ground) -> list[Element]:
    """The prefectures in the base colour of their region."""
    opacities = {code: opacity(strength) for code, strength in ground.shading.strengths.items()}
    return [
        element(
            "use",
            href=f"#{BASE_ID}-{area.code}",
            class_="area" if area.region_code in ground.lit else "area dim",
            fill_opacity=opacities.get(area.region_code, 0),
        )
        for area in catalog.polygons
    ]


def _areas(catalog: Catalog, base: AreaShading) -> list[Element]:
    """The areas in the colours of their classes, none dimmed: it would say another value than the
    key; over counties the lines of the prefectures."""
    is_fine = base.level == COUNTY
    fills = [
        element(
            "use",
            href=f"#{BASE_ID}-{row.code}",
            class_="area county" if is_fine else "area",
            fill_opacity=0 if row.place is None else opacity(base.strength(row.place)),
        )
        for row in base.rows
    ]
    return [*fills, *(prefectures(catalog) if is_fine else ())]


def prefectures(catalog: Catalog) -> list[Element]:
    """The prefectures as lines over counties."""
    return [
        element("use", href=f"#{BASE_ID}-{area.code}", class_="prefecture")
        for area in catalog.polygons
    ]


def outlines(catalog: Catalog, lit: frozenset[str]) -> list[Element]:
    """The provinces as lines, those chosen of all in their colours and over the others."""
    is_whole = len(lit) == len(catalog.provinces)
    return [
        element(
            "use",
            href=f"#{BASE_ID}-p{region.region_code}",
            class_=f"outline stroke-{region.slug}" if is_chosen else "outline",
        )
        for region in sorted(catalog.provinces, key=lambda region: region.region_code in lit)
        for is_chosen in [region.region_code in lit and not is_whole]
    ]


def opened(catalog: Catalog, code: str) -> Element | None:
    """The outline of the area that is open, over a line in the colour of the ground."""
    if not code:
        return None
    kind = "p" if catalog.areas.by_code[code].level == PROVINCE else ""
    place = f"#{BASE_ID}-{kind}{code}"
    return element(
        "g",
        element("use", href=place, class_="opened casing"),
        element("use", href=place, class_="opened"),
    )


def opacity(strength: float) -> float:
    """How strongly the shade lies on the land."""
    return round(FAINTEST + (1 - FAINTEST) * strength, 3)


def _placed(catalog: Catalog) -> Iterable[tuple[Platform, float, float]]:
    for tier in TIERS:
        members = [p for p in catalog.platforms if p.tier == tier]
        drawn = apart(members)
        for place in members:
            yield place, *at(*drawn[place.platform_id])


def _mark(place: Platform, x: float, y: float, lit: frozenset[str]) -> Element:
    size = SIZES[place.tier]
    if place.tier == "wing":
        shape = star(x, y, size)
    elif place.tier == "zone":
        shape = diamond(x, y, size)
    else:
        shape = element("circle", cx=x, cy=y, r=size / 2)
    dimmed = "" if lit & set(place.region_codes) else " dim"
    return element("g", shape, class_=f"tier-{place.tier}{dimmed}")


def _names(placed: Sequence[tuple[Platform, float, float]], lit: frozenset[str]) -> list[Element]:
    """Names on the side of their mark where they cover least; of one that stands alone always."""
    named = [
        one
        for one in placed
        if (one[0].tier in NAMED or len(placed) == 1) and lit & set(one[0].region_codes)
    ]
    labels = [Label(x, -y, TEXT * len(place.short_zh), TEXT * 1.2) for place, x, y in named]
    chosen = sides(labels, [(x, -y) for _, x, y in placed], GAP)
    return [_name(*one, side) for one, side in zip(named, chosen, strict=True)]


def _name(place: Platform, x: float, y: float, side: str) -> Element:
    moved = {
        "right": (GAP, TEXT * 0.36, "start"),
        "left": (-GAP, TEXT * 0.36, "end"),
        "top": (0.0, -GAP, "middle"),
        "bottom": (0.0, GAP + TEXT * 0.72, "middle"),
    }
    dx, dy, anchor = moved[side]
    at = {"x": round(x + dx, 1), "y": round(y + dy, 1), "text_anchor": anchor}
    return element("text", place.short_zh, class_="place", **at)
