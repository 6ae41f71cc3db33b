"""A Map of a document as SVG: areas in their classes, the regions' borders, platforms as marks."""

from functools import cache
from math import cos, radians
from pathlib import Path

from analysis.document.chart import Area, Map, Marked
from analysis.document.look import class_colours, look, paler
from components.charts.still.frame import text, width
from components.charts.svg import Element, diamond, spoken, star
from components.elements import element
from data.boundaries import Ring, Rings, boundaries

WIDE, TALL = 420.0, 470.0  # pixels of the map
LATITUDE = 39.0  # at which a degree to the east is as wide as it is drawn
NAMED = ("wing", "zone")
KEY = 22  # pixels of a line of the legend


def still_map(shown: Map, folder: Path) -> Element | None:
    """The map on the boundaries in a folder; None where an area has none there."""
    try:
        drawn = [_area(one, shown, folder) for one in shown.areas]
    except (KeyError, OSError):
        return None
    at = _projection(folder)
    lines = [
        element("path", d=path, class_="still-border") for path in _regions(folder, shown.areas)
    ]
    marks = [part for one in shown.places for part in _mark(one, at)]
    keys = _legend(shown)
    height = TALL + 8 + KEY * len(shown.legend)
    return spoken(
        shown.name, *drawn, *lines, *marks, *keys, description=shown.told, class_="still is-map",
        viewBox=f"0 0 {WIDE:.0f} {height:.0f}", width="100%", preserveAspectRatio="xMinYMin meet",
    )  # fmt: skip


def _area(one: Area, shown: Map, folder: Path) -> Element:
    """An area in the colour of its class or region; it says its name and value under a pointer."""
    told = f"{one.name}：{one.text}" if one.text != one.name else one.name
    colour = _colour(one, shown)
    title = element("title", told)
    look_of = {"class_": "still-area"} if colour else {"class_": "still-area is-blank"}
    return element("path", title, d=_path(folder, one.code), fill=colour or None, **look_of)


def _colour(one: Area, shown: Map) -> str:
    """Its colour, paler below marks; "" for none."""
    if one.shade is not None:
        return class_colours(len(shown.legend), bool(shown.places))[one.shade]
    return paler(look(one.slug).colour) if one.slug else ""


Projection = tuple[float, float, float]  # west, north, pixels of a degree to the north


@cache
def _projection(folder: Path) -> Projection:
    """Where everything lies, so that it fits."""
    every = [point for rings in boundaries(folder).provinces.values() for r in rings for point in r]
    easts, norths = [east for east, _ in every], [north for _, north in every]
    across = (max(easts) - min(easts)) * cos(radians(LATITUDE))
    scale = min((WIDE - 8) / across, (TALL - 8) / (max(norths) - min(norths)))
    return min(easts), max(norths), scale


def _at(point: tuple[float, float], at: Projection) -> tuple[float, float]:
    west, north, scale = at
    east = (point[0] - west) * scale * cos(radians(LATITUDE))
    return 4 + east, 4 + (north - point[1]) * scale


@cache
def _path(folder: Path, code: str) -> str:
    """The rings of an area as they are drawn, in whole pixels; KeyError where there are none."""
    return _drawn(boundaries(folder).of(code), _projection(folder))


def _drawn(rings: Rings, at: Projection) -> str:
    return "".join(_ring(ring, at) for ring in rings)


def _ring(ring: Ring, at: Projection) -> str:
    found = dict.fromkeys((round(x), round(y)) for x, y in (_at(point, at) for point in ring))
    return f"M{'L'.join(f'{x} {y}' for x, y in found)}Z" if len(found) > 2 else ""


def _regions(folder: Path, areas: tuple[Area, ...]) -> list[str]:
    """The borders of the regions that the areas lie in."""
    own = {one.code[:2] for one in areas}
    at, provinces = _projection(folder), boundaries(folder).provinces
    return [_drawn(rings, at) for code, rings in provinces.items() if code[:2] in own]


def _mark(one: Marked, at: Projection) -> list[Element]:
    x, y = _at((one.east, one.north), at)
    drawn = {"wing": lambda: star(x, y, 18), "zone": lambda: diamond(x, y, 13)}.get(
        one.tier, lambda: element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="3.5")
    )()
    name = f"still-mark tier-{one.tier}"
    mark = element("g", element("title", one.name), drawn, class_=name)
    if one.tier not in NAMED:
        return [mark]
    is_right = x + 12 + width(one.name) > WIDE
    said = text(one.name, x - 10 if is_right else x + 10, y + 4, "end" if is_right else "start",
                "still-place")  # fmt: skip
    return [mark, said]


def _legend(shown: Map) -> list[Element]:
    """The classes from the least to the greatest, below the map."""
    parts = []
    for place, (said, colour) in enumerate(
        zip(shown.legend, class_colours(len(shown.legend), bool(shown.places)), strict=True)
    ):
        y = TALL + 8 + place * KEY
        parts.append(element("rect", x="4", y=f"{y:.0f}", width="22", height="13", fill=colour))
        parts.append(text(said, 34, y + 11, "start", "still-value"))
    return parts
