"""Slopes on the stage: each unit's share in two censuses joined, its name and number at both
ends."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from analysis.areas.shift import Slope
from analysis.document.ranges import spread
from analysis.series.quantities import number
from components.charts.svg import Element, mark, spoken
from components.elements import element
from data.model.areas import FIRST_CENSUS, LAST_CENSUS

TEXT = 28  # px of the stage
STEP = 34  # between the names of a side
HEAD = 60  # above the lines, with the years
FOOT = 20
NAMES = 190  # on either side, with the room to the lines
BESIDE = 26  # between an end and its name
REACH = 4.0  # a name that stands further from its end than this is joined to it
MARK = 16
YEARS = (FIRST_CENSUS, LAST_CENSUS)


@dataclass(frozen=True, slots=True)
class End:
    """An end of a line: its region's slug, the unit's name and number, and how far down it is."""

    slug: str
    text: str
    y: float


def stage_slopes(
    shown: Sequence[Slope],
    slugs: Mapping[str, str],
    size: tuple[int, int],
    holds: Sequence[float],
    said: tuple[str, str],
) -> Element:
    """The units that have both censuses, in a picture of `size`; `slugs` are those of their
    regions, by code. The axis holds the values `holds` too, so that it stays when regions are
    chosen. `said` names the picture and describes it."""
    own = [one for one in shown if one.change is not None]
    width, height = size
    places = (NAMES, width - NAMES)
    values = [*holds, *(end for one in own for end in _ends(one))]
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    room = height - HEAD - FOOT

    def down(value: float) -> float:
        return round(HEAD + (high - value) / span * room, 1)

    return spoken(
        said[0],
        *(_axis(x, year, height) for x, year in zip(places, YEARS, strict=True)),
        *(_line(one, slugs[one.region_code], places, [down(end) for end in _ends(one)])
          for one in own),
        *(_side([_end(one, slugs, n, down) for one in own], x, room, is_left=n == 0)
          for n, x in enumerate(places)),
        description=said[1],
        viewBox=f"0 0 {width} {height}",
        class_="lines slopes",
    )  # fmt: skip


def _ends(one: Slope) -> tuple[float, float]:
    return one.first or 0.0, one.last or 0.0


def _end(one: Slope, slugs: Mapping[str, str], n: int, down: Callable[[float], float]) -> End:
    value = _ends(one)[n]
    return End(slugs[one.region_code], f"{one.name} {number(value, 1)}", down(value))


def _axis(x: float, year: int, height: int) -> Element:
    line = element("line", x1=x, x2=x, y1=HEAD - 14, y2=height - FOOT + 14, class_="grid")
    text = element("text", str(year), x=x, y=TEXT, text_anchor="middle", class_="axis")
    return element("g", line, text)


def _line(one: Slope, slug: str, places: Sequence[float], heights: Sequence[float]) -> Element:
    """A municipality, which is a region itself, is drawn stronger."""
    is_whole = one.code == one.region_code
    (x1, x2), (y1, y2) = places, heights
    kind = f"stroke stroke-{slug}" + ("" if is_whole else " fine")
    return element("path", d=f"M{x1},{y1}L{x2},{y2}", class_=kind)


def _side(ends: Sequence[End], x: float, room: float, is_left: bool) -> Element:
    """Marks, names and numbers of one census, the names apart and joined to their marks."""
    out, anchor = (-1, "end") if is_left else (1, "start")
    bottom = HEAD + room
    apart = spread([(bottom - end.y) / room for end in ends], STEP / room)
    parts: list[Element] = []
    for end, place in zip(ends, apart, strict=True):
        middle = round(bottom - place * room, 1)
        if abs(middle - end.y) > REACH:
            joint = {"x1": x, "y1": end.y, "x2": x + out * (BESIDE - 6), "y2": middle}
            parts.append(element("line", class_=f"leader stroke-{end.slug}", **joint))
        at = {"x": x + out * BESIDE, "y": round(middle + TEXT * 0.36, 1), "text_anchor": anchor}
        parts.append(mark(end.slug, x, end.y, MARK))
        parts.append(element("text", end.text, class_=f"unit ink-{end.slug}", **at))
    return element("g", *parts)
