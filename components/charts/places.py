"""The map "2+4+N": shaded regions, prefecture lines, platforms by tier, labels apart."""

from collections.abc import Container, Iterable
from itertools import product
from typing import Any

from analysis.context import remembered
from analysis.maps.apart import apart
from analysis.maps.area_shading import AreaShading
from analysis.maps.labels import Label, sides
from analysis.maps.shading import Shading
from components import theme
from components.charts.frame import CLEAR, Figure, layout
from components.charts.plain import plain
from data.model.catalog import Catalog, Platform, Polygon

TIERS = ("node", "zone", "wing")  # drawn in this order: the strongest mark on top
NAMED = ("wing", "zone")  # always with their names
SIZES = {"node": 7, "zone": 13, "wing": 19}
LABEL_POSITIONS = {
    "right": "middle right",
    "left": "middle left",
    "top": "top center",
    "bottom": "bottom center",
}
DIMMED = 0.25
# The drawn frame in degrees; the size of a label's character in the same unit, on the smallest map.
LON_RANGE, LAT_RANGE = (112.9, 120.1), (35.95, 42.75)
CHARACTER, LINE_HEIGHT, MARK_GAP = 0.31, 0.27, 0.2


def places(
    catalog: Catalog,
    shading: Shading | AreaShading,
    chosen: frozenset[str],
    urls: tuple[str, str],
) -> Figure:
    """The figure of the overview map.

    `chosen` are the region codes that are not dimmed; `urls` address the GeoJSON of the
    prefectures and of the provinces, which the browser fetches once and keeps.
    """
    prefectures, provinces = urls
    return {
        "data": [
            *_fills(catalog, shading, chosen, prefectures),
            _outline(catalog, provinces),
            *(_marks(catalog, tier, chosen) for tier in TIERS),
        ],
        "layout": whole_map(),
    }


def whole_map() -> dict[str, Any]:
    """The layout of a map of all three regions that stands still."""
    return layout(
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        hovermode="closest",
        geo={
            "visible": False,
            "bgcolor": CLEAR,
            "projection": {"type": "mercator"},
            "fitbounds": False,
            "lonaxis": {"range": list(LON_RANGE)},
            "lataxis": {"range": list(LAT_RANGE)},
        },
    )


def _fills(
    catalog: Catalog, shading: Shading | AreaShading, chosen: frozenset[str], url: str
) -> Iterable[dict[str, Any]]:
    if isinstance(shading, AreaShading):
        yield from _grounds(catalog, shading, url)
        return
    for areas, is_shaded, is_chosen in area_groups(catalog, shading.values, chosen):
        colours = _shaded(areas, shading) if is_shaded else _blank(areas)
        yield {**_polygons(areas, url, is_chosen), **colours}


def _grounds(catalog: Catalog, shading: AreaShading, url: str) -> Iterable[dict[str, Any]]:
    """The prefecture-level units in their classes, and those without a value; nothing is dimmed,
    it would say another value than the key."""
    rows = {row.code: row for row in shading.rows}
    known = [a for a in catalog.polygons if a.code in rows and rows[a.code].place is not None]
    blank = [a for a in catalog.polygons if a not in known]
    if known:
        own = [rows[a.code] for a in known]
        strengths = [shading.strength(row.place or 0) for row in own]
        texts = [f"{shading.year} 年{shading.measure.name} {row.text}" for row in own]
        yield {**_polygons(known, url, True), **_strong(strengths, texts)}
    if blank:
        yield {**_polygons(blank, url, True), **_blank(blank)}


def area_groups(
    catalog: Catalog, shaded: Container[str], lit: Container[str]
) -> Iterable[tuple[list[Polygon], bool, bool]]:
    """The areas that one trace can draw, with whether they are shaded and lit: up to four
    groups, as opacity is one for a trace. `shaded` and `lit` are codes of regions."""
    for is_shaded, is_lit in product((True, False), repeat=2):
        areas = [
            a
            for a in catalog.polygons
            if (a.region_code in shaded) == is_shaded and (a.region_code in lit) == is_lit
        ]
        if areas:
            yield areas, is_shaded, is_lit


def _polygons(areas: list[Polygon], url: str, is_chosen: bool) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": url,
        "featureidkey": "id",
        "showscale": False,
        "locations": [a.code for a in areas],
        "text": [plain(a.name_zh) for a in areas],
        "marker": {
            "line": {"color": theme.SURFACE, "width": 0.8},
            "opacity": 1.0 if is_chosen else DIMMED,
        },
    }


def _shaded(areas: list[Polygon], shading: Shading) -> dict[str, Any]:
    codes = [area.region_code for area in areas]
    return _strong([shading.strengths[c] for c in codes], [shading.texts[c] for c in codes])


def _strong(strengths: list[float], texts: list[str]) -> dict[str, Any]:
    return {
        "z": strengths,
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, theme.SHADES[0]], [1, theme.SHADES[1]]],
        "customdata": [[plain(text), ""] for text in texts],
        "hovertemplate": "%{text}<br>%{customdata[0]}<extra></extra>",
    }


def _blank(areas: list[Polygon]) -> dict[str, Any]:
    return {
        "z": [0] * len(areas),
        "colorscale": [[0, theme.UNSHADED], [1, theme.UNSHADED]],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _outline(catalog: Catalog, url: str) -> dict[str, Any]:
    codes = [r.region_code for r in catalog.provinces]
    return {
        "type": "choropleth",
        "geojson": url,
        "featureidkey": "id",
        "locations": codes,
        "z": [0] * len(codes),
        "colorscale": [[0, CLEAR], [1, CLEAR]],
        "showscale": False,
        "marker": {"line": {"color": theme.BORDER, "width": 1.2}},
        "hoverinfo": "skip",
    }


def _marks(catalog: Catalog, tier: str, chosen: frozenset[str]) -> dict[str, Any]:
    members = [p for p in catalog.platforms if p.tier == tier]
    at = apart(members)
    is_named = tier in NAMED
    position = _positions(catalog)
    is_lit = [bool(chosen & set(p.region_codes)) for p in members]
    return {
        "type": "scattergeo",
        "mode": "markers+text" if is_named else "markers",
        "name": tier,
        "lon": [at[p.platform_id][0] for p in members],
        "lat": [at[p.platform_id][1] for p in members],
        "text": [plain(p.short_zh) for p in members] if is_named else None,
        "textposition": [position[p.platform_id] for p in members] if is_named else None,
        "textfont": {
            "size": 13,
            "shadow": "auto",
            "color": [theme.INK if lit else theme.MUTED for lit in is_lit],
        },
        "marker": {
            "symbol": theme.TIER_MARKS[tier][0],
            "size": SIZES[tier],
            "color": theme.TIER_COLOURS[tier],
            "line": {"color": theme.SURFACE, "width": 1},
            "opacity": [1.0 if lit else DIMMED for lit in is_lit],
        },
        "customdata": [["<br>".join(hover_lines(catalog, p)), p.platform_id] for p in members],
        "hovertemplate": "%{customdata[0]}<extra></extra>",
    }


def hover_lines(catalog: Catalog, place: Platform) -> list[str]:
    """What is said of a platform where the pointer rests on its mark."""
    tier = catalog.tiers[place.tier].name_zh
    kind = " · ".join(dict.fromkeys(filter(None, [tier, place.type_zh])))
    where = catalog.names["precision", place.precision]
    lines = [plain(line) for line in (kind, place.industries_zh, f"点位精度：{where}") if line]
    return [f"<b>{plain(place.name_zh)}</b>", *lines]


@remembered(4)
def _positions(catalog: Catalog) -> dict[str, str]:
    """The side of its mark on which each named platform has its label."""
    named = [p for p in catalog.platforms if p.tier in NAMED]
    labels = [Label(p.lon, p.lat, CHARACTER * len(p.short_zh), LINE_HEIGHT) for p in named]
    marks = [
        at
        for tier in TIERS
        for at in apart(p for p in catalog.platforms if p.tier == tier).values()
    ]
    chosen = sides(labels, marks, MARK_GAP)
    return {p.platform_id: LABEL_POSITIONS[s] for p, s in zip(named, chosen, strict=True)}
