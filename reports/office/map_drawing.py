"""A Map as shapes with places and sizes in points, before slides or text documents write them: one
a prefecture or county, the regions as lines, platforms as marks, names apart from each other, the
legend beside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, pi, radians, tan

from shapely.geometry import Polygon

from analysis.document.chart import Area, Map, Marked
from analysis.document.look import REGIONS, TIERS, WHITE, class_colours, paler
from analysis.maps.labels import Label, sides
from data.boundaries import Boundaries, Rings
from reports.office.texts import width

Points = tuple[tuple[float, float], ...]
SIZES = {"wing": 20.0, "zone": 15.0}  # points of a mark; the others are smaller
SMALL = 9.0
NAMED = ("wing", "zone")
FEW_PLACES, FEW_AREAS = 8, 20  # that are all named
STEP = 0.75  # points: what does not move the pen further is left out
DEEP = 4  # from this class of six on names are white


@dataclass(frozen=True, slots=True)
class Outline:
    """An area: its name and what is read of it, its rings, fill ("" for none) and line."""

    name: str
    told: str
    rings: tuple[Points, ...]
    fill: str
    line: str
    line_width: float


@dataclass(frozen=True, slots=True)
class Sign:
    """A platform: its name, the tier whose mark it has, the middle and size of that, its colour."""

    name: str
    shape: str
    x: float
    y: float
    size: float
    fill: str


@dataclass(frozen=True, slots=True)
class Word:
    """A name: the left upper corner of its box, which holds it in one line, and its colour."""

    text: str
    x: float
    y: float
    width: float
    height: float
    colour: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A row of the legend: what is beside the words, a colour or the mark of a tier."""

    text: str
    fill: str
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes from below to above, the legend from its top, and the width of the map itself."""

    outlines: tuple[Outline, ...]
    signs: tuple[Sign, ...]
    words: tuple[Word, ...]
    keys: tuple[Key, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Projection:
    """Mercator, so that the areas fill the height: a place in points from the left upper corner."""

    west: float
    top: float
    scale: float

    def at(self, east: float, north: float) -> tuple[float, float]:
        """Where a place is drawn."""
        return radians(east - self.west) * self.scale, (self.top - _northing(north)) * self.scale


def _northing(north: float) -> float:
    return log(tan(pi / 4 + radians(north) / 2))


def drawing(shown: Map, boundaries: Boundaries, room: tuple[float, float], size: float) -> Drawing:
    """The map in a room of this width and height, with type of this size. KeyError for an area
    that has no boundary."""
    rings = {area.code: boundaries.of(area.code) for area in shown.areas}
    borders = [boundaries.provinces[code] for code in _regions(shown, boundaries)]
    on, wide = _projection([*rings.values(), *borders], room)
    outlines = [_area(area, rings[area.code], on, shown) for area in shown.areas]
    lines = [Outline("省级边界", "", _drawn(one, on), "", WHITE["border"], 1.25) for one in borders]
    signs = [_sign(place, on) for place in sorted(shown.places, key=_strength)]
    words = _names(shown, on, size) if shown.places else _area_names(shown, rings, on, size)
    return Drawing((*outlines, *lines), tuple(signs), tuple(words), tuple(_keys(shown)), wide)


def _regions(shown: Map, boundaries: Boundaries) -> list[str]:
    """The regions that the areas lie in."""
    own = {f"{area.code[:2]}0000" for area in shown.areas}
    return [code for code in boundaries.provinces if code in own]


def _projection(shapes: Sequence[Rings], room: tuple[float, float]) -> tuple[Projection, float]:
    points = [point for rings in shapes for ring in rings for point in ring]
    east, north = [p[0] for p in points], [p[1] for p in points]
    high = _northing(max(north)) - _northing(min(north))
    wide = radians(max(east) - min(east))
    scale = min(room[1] / high, room[0] / wide)
    return Projection(min(east), _northing(max(north)), scale), wide * scale


def _drawn(rings: Rings, on: Projection) -> tuple[Points, ...]:
    drawn = (tuple(_steps(on.at(*point) for point in ring)) for ring in rings)
    return tuple(ring for ring in drawn if len(ring) > 2)


def _steps(points: Iterator[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """The points that move the pen far enough to be seen."""
    last = (-1e9, -1e9)
    for x, y in points:
        if abs(x - last[0]) + abs(y - last[1]) >= STEP:
            last = (x, y)
            yield last


def _area(area: Area, rings: Rings, on: Projection, shown: Map) -> Outline:
    is_fine = len(shown.areas) > FEW_AREAS
    told = f"{area.name} {area.text}".strip()
    line = WHITE["surface"]
    return Outline(area.name, told, _drawn(rings, on), _fill(area, shown), line,
                   0.4 if is_fine else 0.75)  # fmt: skip


def _fill(area: Area, shown: Map) -> str:
    if area.slug:
        colour = REGIONS[area.slug].colour
        return paler(colour) if shown.places else colour
    return WHITE["unshaded"] if area.shade is None else _colours(shown)[area.shade]


def _colours(shown: Map) -> tuple[str, ...]:
    return class_colours(len(shown.legend), is_ground=bool(shown.places))


def _strength(place: Marked) -> float:
    return SIZES.get(place.tier, SMALL)


def _sign(place: Marked, on: Projection) -> Sign:
    x, y = on.at(place.east, place.north)
    colour = WHITE[f"tier-{place.tier}"]
    return Sign(place.name, TIERS[place.tier][0], x, y, _strength(place), colour)


def _names(shown: Map, on: Projection, size: float) -> list[Word]:
    """The names of the strong marks, of few all, each on the side where it covers least."""
    is_few = len(shown.places) <= FEW_PLACES
    named = [place for place in shown.places if is_few or place.tier in NAMED]
    at = [on.at(place.east, place.north) for place in shown.places]
    own = [on.at(place.east, place.north) for place in named]
    labels = [
        Label(x, -y, width(place.name, size), size * 1.2)
        for place, (x, y) in zip(named, own, strict=True)
    ]
    chosen = sides(labels, [(x, -y) for x, y in at], SIZES["wing"] * 0.6)
    return [
        _beside(place.name, label, side) for place, label, side in zip(named, labels, chosen,
                                                                        strict=True)
    ]  # fmt: skip


def _beside(name: str, label: Label, side: str) -> Word:
    gap = SIZES["wing"] * 0.6
    x, y, w, h = label.x, -label.y, label.width, label.height
    corner = {
        "right": (x + gap, y - h / 2),
        "left": (x - gap - w, y - h / 2),
        "top": (x - w / 2, y - gap - h),
        "bottom": (x - w / 2, y + gap),
    }[side]
    return Word(name, *corner, w, h, WHITE["ink"], is_bold=True)


def _area_names(shown: Map, rings: dict[str, Rings], on: Projection, size: float) -> list[Word]:
    """The names of areas within them, where there are not too many to be read."""
    if len(shown.areas) > FEW_AREAS:
        return []
    words = []
    for area in shown.areas:
        largest = max(_drawn(rings[area.code], on), key=lambda ring: Polygon(ring).area)
        point = Polygon(largest).buffer(0).representative_point()
        wide = width(area.name, size)
        is_deep = area.slug or (area.shade or 0) * 6 >= DEEP * max(len(shown.legend), 1)
        tone = WHITE["surface"] if is_deep else WHITE["ink"]
        place = point.x - wide / 2, point.y - size * 0.6
        words.append(Word(area.name, *place, wide, size * 1.2, tone))
    return words


def _keys(shown: Map) -> Iterator[Key]:
    """The classes from the greatest, areas without a value, and the tiers of the marks."""
    colours = _colours(shown)
    yield from (Key(text, fill) for text, fill in zip(reversed(shown.legend), reversed(colours),
                                                      strict=True))  # fmt: skip
    if shown.legend and any(area.shade is None and not area.slug for area in shown.areas):
        yield Key("本站未收录", WHITE["unshaded"])
    found = {place.tier for place in shown.places}
    for tier, (shape, _) in TIERS.items():
        if tier in found:
            yield Key(shown.tiers.get(tier, tier), WHITE[f"tier-{tier}"], shape)
