"""The map "2+4+N": shaded regions, prefecture lines, platforms by tier, labels apart."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from math import cos, pi, sin
from typing import Any

from analysis.shading import Shading
from components import theme
from components.charts.frame import Figure, layout
from components.charts.labels import Label, sides
from data.catalog import Area, Catalog, Platform

TIERS = ("node", "zone", "wing")  # drawn in this order: the strongest mark on top
SIZES = {"node": 7, "zone": 13, "wing": 19}
LABEL_POSITIONS = {
    "right": "middle right", "left": "middle left", "top": "top center", "bottom": "bottom center",
}
DIMMED = 0.25
# The drawn frame in degrees, and the size of a character of a label in the same unit.
LON_RANGE, LAT_RANGE = (113.2, 120.1), (35.95, 42.75)
CHARACTER, LINE_HEIGHT, MARK_GAP = 0.235, 0.21, 0.13
RING = 0.055  # degrees by which points that share a place are drawn apart


def places(catalog: Catalog, shading: Shading, chosen: frozenset[str], urls: tuple[str, str]) -> Figure:
    """The figure of the overview map.

    `chosen` are the region codes that are not dimmed; `urls` address the GeoJSON of the
    prefectures and of the provinces, which the browser fetches once and keeps.
    """
    prefectures, provinces = urls
    shaded = [area for area in catalog.areas if area.region_code in shading.values]
    blank = [area for area in catalog.areas if area.region_code not in shading.values]
    return {
        "data": [
            *_fill(shaded, shading, chosen, prefectures),
            *_blank(blank, chosen, prefectures),
            _outline(catalog, provinces),
            *(_marks(catalog, tier, chosen) for tier in TIERS),
        ],
        "layout": layout(
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            hovermode="closest",
            geo={
                "visible": False, "bgcolor": "rgba(0,0,0,0)",
                "projection": {"type": "mercator"}, "fitbounds": False,
                "lonaxis": {"range": list(LON_RANGE)}, "lataxis": {"range": list(LAT_RANGE)},
            },
        ),
    }


def _fill(
    areas: list[Area], shading: Shading, chosen: frozenset[str], url: str
) -> Iterable[dict[str, Any]]:
    if not areas:
        return
    values = list(shading.values.values())
    low, high = min(values), max(values)
    yield {
        **_polygons(areas, url),
        "z": [shading.values[a.region_code] for a in areas],
        # from 0 where 0 is near: equal colours for nearly equal values
        "zmin": 0 if 0 <= low < high / 2 else low, "zmax": high if high > low else low + 1,
        "colorscale": [[0, theme.SHADES[0]], [1, theme.SHADES[1]]],
        "marker": _lines([1.0 if a.region_code in chosen else DIMMED for a in areas]),
        "customdata": [[shading.texts[a.region_code], ""] for a in areas],
        "hovertemplate": "%{text}<br>%{customdata[0]}<extra></extra>",
        "text": [a.name_zh for a in areas],
    }


def _blank(areas: list[Area], chosen: frozenset[str], url: str) -> Iterable[dict[str, Any]]:
    if not areas:
        return
    yield {
        **_polygons(areas, url),
        "z": [0] * len(areas),
        "colorscale": [[0, theme.UNSHADED], [1, theme.UNSHADED]],
        "marker": _lines([1.0 if a.region_code in chosen else DIMMED for a in areas]),
        "hovertemplate": "%{text}<extra></extra>",
        "text": [a.name_zh for a in areas],
    }


def _polygons(areas: list[Area], url: str) -> dict[str, Any]:
    return {
        "type": "choropleth", "geojson": url, "featureidkey": "id",
        "locations": [a.code for a in areas], "showscale": False,
    }


def _lines(opacity: list[float]) -> dict[str, Any]:
    return {"line": {"color": theme.SURFACE, "width": 0.8}, "opacity": opacity}


def _outline(catalog: Catalog, url: str) -> dict[str, Any]:
    codes = [r.region_code for r in catalog.provinces]
    clear = "rgba(0,0,0,0)"
    return {
        "type": "choropleth", "geojson": url, "featureidkey": "id", "locations": codes,
        "z": [0] * len(codes), "colorscale": [[0, clear], [1, clear]], "showscale": False,
        "marker": {"line": {"color": theme.BORDER, "width": 1.2}}, "hoverinfo": "skip",
    }


def _marks(catalog: Catalog, tier: str, chosen: frozenset[str]) -> dict[str, Any]:
    members = [p for p in catalog.platforms if p.tier == tier]
    at = apart(members)
    is_named = tier != "node"
    position = _positions(catalog)
    return {
        "type": "scattergeo", "mode": "markers+text" if is_named else "markers", "name": tier,
        "lon": [at[p.platform_id][0] for p in members],
        "lat": [at[p.platform_id][1] for p in members],
        "text": [p.short_zh for p in members] if is_named else None,
        "textposition": [position[p.platform_id] for p in members] if is_named else None,
        "textfont": {"size": 13, "color": theme.INK, "shadow": "auto"},
        "marker": {
            "symbol": theme.TIER_MARKS[tier][0], "size": SIZES[tier],
            "color": theme.TIER_COLOURS[tier], "line": {"color": theme.SURFACE, "width": 1},
            "opacity": [1.0 if chosen & set(p.region_codes) else DIMMED for p in members],
        },
        "customdata": [[_hover(catalog, p), p.platform_id] for p in members],
        "hovertemplate": "%{customdata[0]}<extra></extra>",
    }


def _hover(catalog: Catalog, place: Platform) -> str:
    kind = place.type_zh or catalog.tiers[place.tier].name_zh
    where = catalog.names["precision", place.precision]
    industries = f"<br>{place.industries_zh}" if place.industries_zh else ""
    return f"<b>{place.name_zh}</b><br>{kind}{industries}<br>点位：{where}"


def apart(members: Iterable[Platform]) -> dict[str, tuple[float, float]]:
    """Where each platform is drawn: points that share a place stand in a small ring."""
    same: dict[tuple[float, float], list[Platform]] = defaultdict(list)
    for place in members:
        same[place.lon, place.lat].append(place)
    at = {}
    for (lon, lat), group in same.items():
        for i, place in enumerate(group):
            angle = 2 * pi * i / len(group)
            radius = RING * len(group) / 2 if len(group) > 1 else 0.0
            at[place.platform_id] = (round(lon + radius * cos(angle), 4),
                                     round(lat + radius * sin(angle) * 0.8, 4))
    return at


@lru_cache(maxsize=4)
def _positions(catalog: Catalog) -> dict[str, str]:
    """The side of its mark on which each named platform has its label."""
    named = [p for p in catalog.platforms if p.tier in ("wing", "zone")]
    labels = [Label(p.lon, p.lat, CHARACTER * len(p.short_zh), LINE_HEIGHT) for p in named]
    marks = [at for tier in TIERS
             for at in apart(p for p in catalog.platforms if p.tier == tier).values()]
    chosen = sides(labels, marks, MARK_GAP)
    return {p.platform_id: LABEL_POSITIONS[s] for p, s in zip(named, chosen, strict=True)}
