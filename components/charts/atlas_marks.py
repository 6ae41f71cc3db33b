"""What stands on the map of platforms: flow arrows, marks by tier, and the ring of the one that
is open."""

from collections.abc import Iterable
from math import atan2, degrees
from typing import Any

from analysis.maps.declutter import STRETCH
from analysis.platforms.summary import PlatformsSummary
from components import place_words
from components.charts.places import NAMED, hover_lines
from components.charts.plain import plain
from components.palette import MARKS, Palette
from data.model.catalog import Catalog, Platform

# Where the arrows of the flow begin, bend and end: a direction, not a place.
FLOW_START = (116.41, 40.12)
FLOW_WAYS = {"天津": ((117.25, 40.0), (117.33, 39.36)), "河北": ((115.35, 39.75), (115.1, 38.75))}
FLOW_STEPS = 16


def arrows(found: PlatformsSummary, look: Palette) -> Iterable[dict[str, Any]]:
    """One arrow to each side, both alike: the published figure is for the two together."""
    year = found.flows.chosen
    if year is None or year.quantity is None:
        return
    for end in FLOW_WAYS.values():
        curve = _curve(FLOW_START, *end)
        yield {
            "type": "scattergeo",
            "name": "flow",
            "mode": "lines+markers",
            "lon": [round(lon, 4) for lon, _ in curve],
            "lat": [round(lat, 4) for _, lat in curve],
            "line": {"color": look.flow, "width": 3.5},
            "marker": {
                "symbol": "triangle-up",
                "angle": _heading(*curve[-2:]),
                "size": [0] * (len(curve) - 1) + [15],
                "color": look.flow,
                "opacity": 1,
            },
            "hovertemplate": f"北京流向津冀（合计）<br>{year.year} 年 {plain(year.quantity.text)}"
            "<extra></extra>",
        }


def _curve(
    start: tuple[float, float], bend: tuple[float, float], end: tuple[float, float]
) -> list[tuple[float, float]]:
    """A quadratic curve in short steps."""
    steps = [i / FLOW_STEPS for i in range(FLOW_STEPS + 1)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * bend[0] + t**2 * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * bend[1] + t**2 * end[1],
        )
        for t in steps
    ]


def _heading(start: tuple[float, float], end: tuple[float, float]) -> float:
    """The direction of a step on the map in degrees, clockwise from north."""
    east, north = end[0] - start[0], (end[1] - start[1]) * STRETCH
    return round(degrees(atan2(east, north)), 1)


def leaders(look: Palette) -> dict[str, Any]:
    """Lines from places to marks drawn away from them; filled in by the browser."""
    return {
        "type": "scattergeo",
        "name": "leaders",
        "mode": "lines",
        "lon": [],
        "lat": [],
        "line": {"color": look.body, "width": 1.1},
        "hoverinfo": "skip",
    }


def marks(found: PlatformsSummary, catalog: Catalog, tier: str, look: Palette) -> dict[str, Any]:
    """The marks of a tier; those without confirmed evidence are hollow."""
    symbol, _, size = MARKS[tier]
    own = [p for p in found.platforms if p.tier == tier]
    colour = look.tiers[tier]
    is_sure = [p.status != "unconfirmed" for p in own]
    return {
        "type": "scattergeo",
        "name": tier,
        "mode": "markers+text",
        "ids": [p.platform_id for p in own],
        "lon": [p.lon for p in own],
        "lat": [p.lat for p in own],
        "text": [""] * len(own),
        "textposition": ["middle right"] * len(own),
        "textfont": {"size": 13 if tier in NAMED else 12, "color": look.ink},
        "marker": {
            "symbol": symbol,
            "size": size,
            "opacity": 1,
            "color": [colour if sure else look.surface for sure in is_sure],
            "line": {
                "color": [look.surface if sure else colour for sure in is_sure],
                "width": [1 if sure else 1.8 for sure in is_sure],
            },
        },
        "customdata": [[_hover(catalog, p), p.platform_id, plain(p.short_zh)] for p in own],
        "hovertemplate": "%{customdata[0]}<extra></extra>",
        "meta": {"labels": "always" if tier in NAMED else "room"},
    }


def _hover(catalog: Catalog, place: Platform) -> str:
    evidence = catalog.names["platform_status", place.status]
    named = place_words.lists(place, catalog)
    lists = [f"名录：{plain(named)}"] if named and place.status != "unconfirmed" else []
    return "<br>".join([*hover_lines(catalog, place), f"认定依据：{plain(evidence)}", *lists])


def ring(found: PlatformsSummary, look: Palette) -> dict[str, Any]:
    """A ring around the place that is open, if it is on the map."""
    opened = found.opened
    own = [opened.platform] if opened and opened.is_listed else []
    return {
        "type": "scattergeo",
        "name": "chosen",
        "mode": "markers+text",
        "ids": [p.platform_id for p in own],
        "lon": [p.lon for p in own],
        "lat": [p.lat for p in own],
        "text": [""] * len(own),
        "textposition": ["middle right"] * len(own),
        "textfont": {"size": 13, "color": look.ink, "weight": 700},
        "customdata": [["", p.platform_id, plain(p.short_zh)] for p in own],
        "meta": {"labels": "always"},
        "marker": {
            "symbol": "circle-open",
            "size": 26,
            "color": look.accent,
            "opacity": 1,
            "line": {"width": 3, "color": look.accent},
        },
        "hoverinfo": "skip",
    }
