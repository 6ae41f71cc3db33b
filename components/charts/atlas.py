"""The map of platforms: ground, outlines, flow arrows, marks by tier.

The browser moves marks that cover each other apart and chooses the labels that fit, at every
zoom (assets/platforms/map.js): traces name their places in `ids`, and `spread` says where those
are drawn that have to move.
"""

from collections.abc import Iterable
from typing import Any

from analysis.maps.declutter import SIZES
from analysis.platforms.summary import PlatformsSummary
from components.charts.atlas_ground import Boundaries as Boundaries
from components.charts.atlas_ground import ground, lines, opened
from components.charts.atlas_marks import arrows, leaders, marks, ring
from components.charts.frame import CLEAR, Figure, layout
from components.charts.places import LAT_RANGE, LON_RANGE
from components.charts.plain import plain
from components.palette import PALETTES, Palette
from data.model.catalog import Catalog, Platform

OUTLINE_OPACITY = 0.16
CASING = 3.4  # px of the line under an outline


def atlas_figure(found: PlatformsSummary, catalog: Catalog, urls: Boundaries) -> Figure:
    """The figure of the map, with `spread`: for each size of the map in pixels a degree the
    longitude and latitude of the marks that move."""
    look = PALETTES[found.state.scheme]
    tiers = sorted(catalog.tiers.values(), key=lambda tier: tier.order, reverse=True)
    return {
        "data": [
            *ground(found, catalog, urls),
            *_outlines(found, catalog, urls, look),
            opened(found, urls, look),
            *(arrows(found, look) if found.state.has_flows else ()),
            leaders(look),
            *(marks(found, catalog, tier.tier, look) for tier in tiers),
            ring(found, look),
        ],
        "layout": _layout(look),
        "config": {"scrollZoom": False, "doubleClick": False},
        "spread": {"sizes": list(SIZES), "moved": _moves(found)},
    }


def _layout(look: Palette) -> dict[str, Any]:
    middle = {"lon": sum(LON_RANGE) / 2}
    return layout(
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        hovermode="closest",
        dragmode="pan",
        font={"color": look.body, "size": 13, "family": layout()["font"]["family"]},
        hoverlabel={
            "bgcolor": look.surface,
            "bordercolor": look.border,
            "align": "left",
            "font": {"size": 13, "color": look.ink},
        },
        geo={
            "visible": False,
            "bgcolor": CLEAR,
            "projection": {
                "type": "mercator", "rotation": middle, "scale": 1, "minscale": 1, "maxscale": 40,
            },
            "fitbounds": False,
            "lonaxis": {"range": list(LON_RANGE)},
            "lataxis": {"range": list(LAT_RANGE)},
        },
    )  # fmt: skip


def _moves(found: PlatformsSummary) -> dict[str, list[list[float] | None]]:
    """Where each mark that moves at any size is drawn at each of them, None at its own place."""
    shown = [p.platform_id for p in found.platforms]
    return {
        name: [list(at[name]) if name in at else None for at in found.drawn.values()]
        for name in shown
        if any(name in at for at in found.drawn.values())
    }


def _outlines(
    found: PlatformsSummary, catalog: Catalog, urls: Boundaries, look: Palette
) -> Iterable[dict[str, Any]]:
    """The shown places that have an outline, filled lightly in the colour of their tier. A line
    in the colour of the ground lies under it: the dashes of an approximation are seen over
    borders, county lines and base colours."""
    known = catalog.places.outlines
    areas = [p for p in found.platforms if p.platform_id in known and known[p.platform_id].adcodes]
    # a base colour would be mixed with the fill, and no longer say its value
    is_clear = found.shading or found.base
    wing, zone = (CLEAR if is_clear else _faint(look.tiers[t]) for t in ("wing", "zone"))
    shapes = {"locations": [p.platform_id for p in areas]}
    under = {"color": look.surface, "width": CASING}
    yield {**lines("casing", urls.outlines, under), **shapes, "z": [0] * len(areas)}
    yield {
        **lines("outlines", urls.outlines, {}),
        **shapes,
        "z": [int(p.tier == "zone") for p in areas],
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, wing], [0.5, wing], [0.5, zone], [1, zone]],
        "marker": {"line": {"color": [look.tiers[p.tier] for p in areas], "width": 1.4}},
        "customdata": [[_outline_text(p, catalog), p.platform_id] for p in areas],
        **_told(found),
        "meta": {"dashed": [p.platform_id for p in areas if known[p.platform_id].is_approximate]},
    }


def _told(found: PlatformsSummary) -> dict[str, Any]:
    """Over areas that are told or opened by themselves, outlines are lines only."""
    if found.base or found.area:
        return {}
    return {"hoverinfo": None, "hovertemplate": "%{customdata[0]}<extra></extra>"}


def _outline_text(place: Platform, catalog: Catalog) -> str:
    outline = catalog.places.outlines[place.platform_id]
    mark = "（边界为示意）" if outline.is_approximate else ""
    return f"<b>{plain(place.name_zh)}</b>{mark}<br>{plain(outline.note_zh)}"


def _faint(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{OUTLINE_OPACITY})"
