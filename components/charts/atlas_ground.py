"""The ground of the map of platforms: regions or areas in their base colours, counties, borders;
and the outline of the area that is open. A click on an area opens the next one on the way down to
it, which its point carries (assets/platforms/page.js)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.maps.area_shading import AreaRow, AreaShading
from analysis.maps.drill import next_step
from analysis.maps.shading import Shading
from analysis.platforms.summary import PlatformsSummary
from components.charts.frame import CLEAR
from components.charts.places import DIMMED, area_groups
from components.charts.plain import plain
from components.palette import PALETTES, Palette
from data.model.areas import COUNTY, PREFECTURE, PROVINCE
from data.model.catalog import Catalog, Polygon


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The addresses of the shapes: filled, and drawn as lines."""

    prefectures: str
    provinces: str
    counties: str
    outlines: str

    def of(self, level: str) -> str:
        """The shapes of the areas of a level."""
        return {PROVINCE: self.provinces, PREFECTURE: self.prefectures}.get(level, self.counties)


def ground(found: PlatformsSummary, catalog: Catalog, urls: Boundaries) -> Iterable[dict[str, Any]]:
    """Everything below outlines and marks, from the bottom."""
    look = PALETTES[found.state.scheme]
    if found.base:
        yield from _areas(found, found.base, catalog, urls)
    else:
        yield from _regions(found, catalog, urls)
    yield _counties(found, catalog, urls, look)
    if found.base and found.base.level == COUNTY:
        yield _prefectures(found, catalog, urls, look)
    yield _borders(catalog, urls, look)


def lines(name: str, url: str, line: dict[str, Any]) -> dict[str, Any]:
    """Areas of a GeoJSON file as lines only; which, is said by who draws them."""
    return {
        "type": "choropleth",
        "name": name,
        "geojson": url,
        "featureidkey": "id",
        "colorscale": [[0, CLEAR], [1, CLEAR]],
        "showscale": False,
        "marker": {"line": line},
        "hoverinfo": "skip",
    }


def _regions(
    found: PlatformsSummary, catalog: Catalog, urls: Boundaries
) -> Iterable[dict[str, Any]]:
    """Two traces at most, shaded and blank or chosen and dimmed: under a base colour nothing is
    dimmed, it would say another value than the key."""
    look = PALETTES[found.state.scheme]
    width = 0.0 if found.state.lines == "province" else 0.8
    values = found.shading.values if found.shading else {}
    chosen = {r.region_code for r in catalog.provinces if r.slug in found.state.view.regions}
    lit = {r.region_code for r in catalog.provinces} if values else chosen
    for areas, is_shaded, is_lit in area_groups(catalog, values, lit):
        yield {
            **_filled(urls.prefectures, look, width, 1.0 if is_lit else DIMMED + 0.2),
            "locations": [a.code for a in areas],
            "customdata": _steps(found, catalog, [a.code for a in areas], PROVINCE),
            **_colours(areas, found.shading if is_shaded else None, look),
        }


def _filled(url: str, look: Palette, width: float, opacity: float = 1.0) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": url,
        "featureidkey": "id",
        "showscale": False,
        "marker": {"line": {"color": look.surface, "width": width}, "opacity": opacity},
        "hovertemplate": "%{text}<extra></extra>",
    }


def _blank(count: int, look: Palette) -> dict[str, Any]:
    return {"z": [0] * count, "colorscale": [[0, look.unshaded], [1, look.unshaded]]}


def _strong(strengths: Sequence[float], look: Palette) -> dict[str, Any]:
    scale = [[0, look.shades[0]], [1, look.shades[1]]]
    return {"z": list(strengths), "zmin": 0, "zmax": 1, "colorscale": scale}


def _colours(areas: Sequence[Polygon], shading: Shading | None, look: Palette) -> dict[str, Any]:
    if shading is None:
        return {**_blank(len(areas), look), "text": [plain(a.name_zh) for a in areas]}
    return {
        **_strong([shading.strengths[a.region_code] for a in areas], look),
        "text": [f"{plain(a.name_zh)}<br>{plain(shading.texts[a.region_code])}" for a in areas],
    }


def _areas(
    found: PlatformsSummary, base: AreaShading, catalog: Catalog, urls: Boundaries
) -> Iterable[dict[str, Any]]:
    """The areas of the base colour in their classes, and those without a value."""
    look = PALETTES[found.state.scheme]
    width = 0.4 if base.level == COUNTY else 0.8
    groups = [[row for row in base.rows if (row.place is None) == is_blank] for is_blank in (0, 1)]
    for rows in filter(None, groups):
        places = [row.place for row in rows if row.place is not None]
        strong = [round(base.strength(place), 4) for place in places]
        codes = [row.code for row in rows]
        yield {
            **_filled(urls.of(base.level), look, width),
            **(_strong(strong, look) if strong else _blank(len(rows), look)),
            "locations": codes,
            "customdata": _steps(found, catalog, codes, base.level),
            "text": [_text(base, row) for row in rows],
        }


def _text(base: AreaShading, row: AreaRow) -> str:
    """保定市<br>2020 年人口密度 521 人/平方公里."""
    return f"{plain(row.name)}<br>{base.year} 年{plain(base.measure.name)} {plain(row.text)}"


def _steps(
    found: PlatformsSummary, catalog: Catalog, codes: Sequence[str], level: str
) -> list[list[str]]:
    """Of each area the one that a click on it opens; as those of platforms, the texts and the
    platform before it are empty. None in an edition that has no areas."""
    opened = found.state.area or ""
    known = catalog.areas.by_code
    return [["", "", next_step(catalog, c, opened, level) if c in known else ""] for c in codes]


def _counties(
    found: PlatformsSummary, catalog: Catalog, urls: Boundaries, look: Palette
) -> dict[str, Any]:
    """The counties as lines: by switch, where one is chosen from, or under the default as soon as
    the map is enlarged, which the browser sees to. Where they have the base colour, that says
    them."""
    counties = catalog.places.counties
    told = {} if found.base and found.base.level == COUNTY else {
        "hoverinfo": None,
        "hovertemplate": "%{text}<extra></extra>",
    }  # fmt: skip
    return {
        **lines("counties", urls.counties, {"color": look.muted, "width": 0.5}),
        "locations": list(counties),
        "z": [0] * len(counties),
        "text": _county_texts(found, counties),
        "customdata": _steps(found, catalog, list(counties), PROVINCE),
        **told,
        "visible": found.state.lines == "county" or _is_below_prefectures(found),
        "meta": {"by_zoom": found.state.lines == "prefecture"},
    }


def _county_texts(found: PlatformsSummary, counties: Any) -> list[str]:
    """Their names; over a base colour of the prefectures with what that says."""
    base = found.base if found.base and found.base.level == PREFECTURE else None
    own = {row.code[:4]: _text(base, row) for row in base.rows} if base else {}
    above = {code: own.get(code[:4]) or own.get(f"{code[:2]}00", "") for code in counties}
    return [
        f"{plain(name)}<br>{above[code]}" if above[code] else plain(name)
        for code, name in counties.items()
    ]


def _is_below_prefectures(found: PlatformsSummary) -> bool:
    """Whether the next step down is a county."""
    return found.area is not None and any(one.level == COUNTY for one in found.area.below)


def _prefectures(
    found: PlatformsSummary, catalog: Catalog, urls: Boundaries, look: Palette
) -> dict[str, Any]:
    codes = [polygon.code for polygon in catalog.polygons]
    width = 0.0 if found.state.lines == "province" else 0.9
    line = {"color": look.border, "width": width}
    shapes = {"locations": codes, "z": [0] * len(codes)}
    return {**lines("prefectures", urls.prefectures, line), **shapes}


def _borders(catalog: Catalog, urls: Boundaries, look: Palette) -> dict[str, Any]:
    codes = [r.region_code for r in catalog.provinces]
    line = {"color": look.border, "width": 1.3}
    return {**lines("borders", urls.provinces, line), "locations": codes, "z": [0] * len(codes)}


def opened(found: PlatformsSummary, urls: Boundaries, look: Palette) -> dict[str, Any]:
    """The outline of the area that is open, over those of platforms."""
    area = found.area.area if found.area else None
    url = urls.of(area.level if area else PROVINCE)
    line = {"color": look.accent, "width": 2.4}
    codes = [area.code] if area else []
    return {**lines("area", url, line), "locations": codes, "z": [0] * len(codes)}
