"""The strip: a dot a province on one axis, equal ones beside one another, the chosen regions in
their marks and named, the median as a line. Places across are percents, so that it fits any width
with its type unchanged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analysis.series.distribution import Distribution, Standing
from components.charts.dots import scale_ends
from components.charts.svg import shape
from components.elements import element

Element = dict[str, Any]
PAD = 2.0  # percent on either side
LANES = (0, -1, 1, -2, 2)
MIDDLE = 50.0


@dataclass(frozen=True, slots=True)
class Look:
    """How large it is drawn, in px: the width for which dots step aside, how near two would touch
    (and how far apart lanes are), the radius of a dot, the size of a region's mark, a row of names,
    from the axis to the ends of the median's line, and a row of what stands below; and whether a
    dot says whose it is under a pointer."""

    reference: int
    step: float
    dot: float
    mark: float
    label: int
    swarm: int
    below: int
    is_told: bool = True


PAGE = Look(reference=640, step=8.0, dot=3.5, mark=11, label=17, swarm=20, below=18)
STAGE = Look(reference=1090, step=16.0, dot=7, mark=22, label=32, swarm=36, below=32, is_told=False)


def strip_picture(found: Distribution, look: Look = PAGE) -> Element:
    """The strip as an SVG element, described in words."""
    ends = scale_ends([one.value for one in found.standings])
    named = sorted(found.chosen, key=lambda one: one.value)
    axis = len(named) * look.label + look.swarm + 2
    across = {one.code: _across(one.value, ends) for one in found.standings}
    lanes = _lanes(found.standings, across, look)
    heights = {code: axis + lane * look.step for code, lane in lanes.items()}
    others = [
        _dot(one, across[one.code], heights[one.code], look)
        for one in found.standings
        if not one.slug
    ]
    rows = [(one, (i + 1) * look.label) for i, one in enumerate(named)]
    return element(
        "svg",
        element("line", x1="0", x2="100%", y1=axis, y2=axis, class_="axis"),
        *_median(found, _across(found.median, ends), axis, look),
        *others,
        *(_leader(across[one.code], row, heights[one.code]) for one, row in rows),
        *(_chosen(one, across[one.code], heights[one.code], look) for one in named),
        *(_name(one, across[one.code], row - look.label * 0.24) for one, row in rows),
        *_ends(found, axis + look.swarm + look.below * 1.78),
        class_="strip",
        width="100%",
        height=str(axis + look.swarm + 2 * look.below + 4),
        role="img",
        aria_label=found.told,
    )


def _across(value: float, ends: tuple[float, float]) -> float:
    """The place of a value, in percent of the width."""
    low, high = ends
    share = (value - low) / (high - low) if high > low else 0.5
    return round(PAD + share * (100 - 2 * PAD), 2)


def _lanes(standings: Sequence[Standing], across: dict[str, float], look: Look) -> dict[str, int]:
    """How many lanes each dot stands off the axis: the chosen regions first and on it where they
    are apart, another in the first lane where no dot is near; the last resort is the axis."""
    placed: dict[str, int] = {}
    for one in sorted(standings, key=lambda one: (not one.slug, one.value)):
        near = {
            lane
            for code, lane in placed.items()
            if abs(across[code] - across[one.code]) * look.reference / 100 < look.step
        }
        placed[one.code] = next((lane for lane in LANES if lane not in near), 0)
    return placed


def _at(x: float, y: float, *parts: Element, **given: Any) -> Element:
    """Shapes around a point whose place across is in percent."""
    return element("svg", *parts, x=f"{x:g}%", y=f"{y:g}", class_="at", **given)


def _dot(one: Standing, x: float, y: float, look: Look) -> Element:
    return element(
        "circle", _title(one, look), cx=f"{x:g}%", cy=f"{y:g}", r=f"{look.dot:g}", class_="dot"
    )


def _chosen(one: Standing, x: float, y: float, look: Look) -> Element:
    drawn = shape(one.slug, 0, 0, look.mark)
    return _at(x, y, element("g", _title(one, look), drawn, class_=f"ink-{one.slug}"))


def _title(one: Standing, look: Look) -> Element | None:
    return element("title", f"{one.name} {one.text}，{one.position}") if look.is_told else None


def _leader(x: float, top: float, bottom: float) -> Element:
    place = f"{x:g}%"
    return element("line", x1=place, x2=place, y1=f"{top:g}", y2=f"{bottom:g}", class_="leader")


def _name(one: Standing, x: float, y: float) -> Element:
    """北京 第 13 位, on the side of its leader that has more room."""
    return element(
        "text",
        f"{one.name} {one.position}",
        x=f"{x:g}%",
        y=f"{y:g}",
        text_anchor="start" if x < MIDDLE else "end",
        class_=f"name ink-{one.slug}",
    )


def _median(found: Distribution, x: float, axis: float, look: Look) -> list[Element]:
    place = f"{x:g}%"
    text = element(
        "text",
        f"中位数 {found.median_text}",
        x=place,
        y=f"{axis + look.swarm + look.below * 0.78:g}",
        text_anchor="start" if x < MIDDLE else "end",
    )
    top, bottom = axis - look.swarm, axis + look.swarm + look.below * 0.16
    return [element("line", x1=place, x2=place, y1=top, y2=f"{bottom:g}", class_="median"), text]


def _ends(found: Distribution, y: float) -> list[Element]:
    """The least and the greatest value, at the ends of the axis."""
    least, greatest = found.standings[-1], found.standings[0]
    return [
        element("text", f"{least.name} {least.text}", x="0", y=f"{y:g}", class_="end"),
        element(
            "text", f"{greatest.name} {greatest.text}",
            x="100%", y=f"{y:g}", text_anchor="end", class_="end",
        ),
    ]  # fmt: skip
