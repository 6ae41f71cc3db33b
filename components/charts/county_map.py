"""The map of the counties: each in the colour of its class, borders and platforms' outlines over
them. The addresses of the shapes are those of the map of platforms, fetched on this page alone."""

from collections.abc import Sequence
from typing import Any

from analysis.areas.area_facts import CountyValue
from analysis.areas.summary import AreasSummary
from components import theme
from components.charts.atlas import Boundaries
from components.charts.frame import CLEAR, Figure
from components.charts.places import whole_map
from components.charts.plain import plain
from data.model.areas import COUNTY, PREFECTURE
from data.model.catalog import Catalog

UNCOUNTED = "uncounted"
HAIRLINE, BORDER, OUTLINE, OPEN = 0.5, 1.4, 1.3, 3.2  # px


def county_map(found: AreasSummary, catalog: Catalog, urls: Boundaries) -> Figure:
    """The figure; the number of its traces is the same in every state, so that plotly draws no
    more anew than what is another."""
    counted = [one for one in found.counties if one.class_number is not None]
    others = [one for one in found.counties if one.class_number is None]
    prefectures = [area.code for area in catalog.polygons]
    provinces = [region.region_code for region in catalog.provinces]
    return {
        "data": [
            _filled(found, counted, urls.counties),
            _blank(others, urls.counties),
            _lines("prefectures", urls.prefectures, prefectures, theme.SURFACE, 1.1),
            _lines("provinces", urls.provinces, provinces, theme.INK, BORDER),
            *_outlines(catalog, urls),
            _open(found, urls),
        ],
        "layout": whole_map(),
    }


def ramp(count: int) -> list[str]:
    """The colours of so many classes, the palest first."""
    return [theme.CLASSES[n] for n in steps(count)]


def steps(count: int) -> list[int]:
    """Which colours of the ramp so many classes have, from 0; both of its ends are always used."""
    last = len(theme.CLASSES) - 1
    if count < 2:
        return [last // 2] * count
    return [round(n * last / (count - 1)) for n in range(count)]


def class_name(number: int | None, count: int) -> str:
    """The class of the stylesheet that colours one of so many classes of values."""
    return UNCOUNTED if number is None else f"class-{steps(count)[number] + 1}"


def _filled(found: AreasSummary, counted: Sequence[CountyValue], url: str) -> dict[str, Any]:
    colours = ramp(len(found.classes))
    last = max(len(colours) - 1, 1)
    return {
        **_shapes("counties", url, [one.code for one in counted]),
        "z": [one.class_number for one in counted],
        "zmin": 0,
        "zmax": last,
        "colorscale": [[n / last, colour] for n, colour in enumerate(colours)]
        if len(colours) > 1
        else [[0, theme.UNSHADED], [1, theme.UNSHADED]],
        "marker": {"line": {"color": theme.SURFACE, "width": HAIRLINE}},
        **_hover(counted),
    }


def _blank(others: Sequence[CountyValue], url: str) -> dict[str, Any]:
    """The counties that were not counted."""
    return {
        **_shapes("uncounted", url, [one.code for one in others]),
        "z": [0] * len(others),
        "colorscale": [[0, theme.UNSHADED], [1, theme.UNSHADED]],
        "marker": {"line": {"color": theme.MUTED, "width": HAIRLINE}},
        **_hover(others),
    }


def _hover(own: Sequence[CountyValue]) -> dict[str, Any]:
    return {
        "text": [f"<b>{plain(one.name)}</b><br>{plain(one.text)}" for one in own],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _shapes(name: str, url: str, codes: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "name": name,
        "geojson": url,
        "featureidkey": "id",
        "showscale": False,
        "locations": list(codes),
    }


def _lines(name: str, url: str, codes: Sequence[str], colour: str, width: float) -> dict[str, Any]:
    return {
        **_shapes(name, url, codes),
        "z": [0] * len(codes),
        "colorscale": [[0, CLEAR], [1, CLEAR]],
        "marker": {"line": {"color": colour, "width": width}},
        "hoverinfo": "skip",
    }


def _outlines(catalog: Catalog, urls: Boundaries) -> list[dict[str, Any]]:
    """The platforms that have an outline, over a line in the colour of the ground, in the colour
    of their tier: two traces as a trace has one colour a place only by its list."""
    known = catalog.places.outlines
    own = [p for p in catalog.platforms if p.platform_id in known and known[p.platform_id].adcodes]
    codes = [place.platform_id for place in own]
    colours = [theme.TIER_COLOURS.get(place.tier, theme.MUTED) for place in own]
    drawn = _lines("outlines", urls.outlines, codes, "", OUTLINE)
    drawn["marker"] = {"line": {"color": colours, "width": OUTLINE}}
    return [_lines("casing", urls.outlines, codes, theme.SURFACE, 2 * OUTLINE), drawn]


def _open(found: AreasSummary, urls: Boundaries) -> dict[str, Any]:
    """The area that is open, outlined; the trace is there without one too."""
    area = found.profile.area if found.profile else None
    shapes = {COUNTY: urls.counties, PREFECTURE: urls.prefectures}
    url = shapes.get(area.level, urls.provinces) if area else urls.counties
    return _lines("open", url, [area.code] if area else [], theme.INK, OPEN)
