"""The strip: a dot a province on one axis, equal ones beside one another, the chosen regions in
their marks and named, the median as a line. Places across are percents, so that it fits any width
with its type unchanged."""

from collections.abc import Sequence
from typing import Any

from analysis.series.distribution import Distribution, Standing
from components.charts.dots import scale_ends
from components.charts.svg import shape
from components.elements import element

Element = dict[str, Any]
PAD = 2.0  # percent on either side
REFERENCE = 640  # px of the width for which dots step aside
REACH, STEP = 8.0, 8.0  # px: nearer than this two dots would touch; between two lanes
LANES = (0, -1, 1, -2, 2)
LABEL = 17  # px of a row of names
SWARM = 20  # from the axis to the ends of the median's line
BELOW = 40  # px for what stands below the dots
MIDDLE = 50.0


def strip_picture(found: Distribution) -> Element:
    """The strip as an SVG element, described in words."""
    ends = scale_ends([one.value for one in found.standings])
    named = sorted(found.chosen, key=lambda one: one.value)
    axis = len(named) * LABEL + SWARM + 2
    across = {one.code: _across(one.value, ends) for one in found.standings}
    lanes = _lanes(found.standings, across)
    heights = {code: axis + lane * STEP for code, lane in lanes.items()}
    others = [
        _dot(one, across[one.code], heights[one.code]) for one in found.standings if not one.slug
    ]
    return element(
        "svg",
        element("line", x1="0", x2="100%", y1=axis, y2=axis, class_="axis"),
        *_median(found, _across(found.median, ends), axis),
        *others,
        *(_leader(across[o.code], i * LABEL + LABEL, heights[o.code]) for i, o in enumerate(named)),
        *(_chosen(o, across[o.code], heights[o.code]) for o in named),
        *(_name(o, across[o.code], i * LABEL + 13) for i, o in enumerate(named)),
        *_ends(found, axis + SWARM + 14),
        class_="strip",
        width="100%",
        height=str(axis + SWARM + BELOW),
        role="img",
        aria_label=found.told,
    )


def _across(value: float, ends: tuple[float, float]) -> float:
    """The place of a value, in percent of the width."""
    low, high = ends
    share = (value - low) / (high - low) if high > low else 0.5
    return round(PAD + share * (100 - 2 * PAD), 2)


def _lanes(standings: Sequence[Standing], across: dict[str, float]) -> dict[str, int]:
    """How many lanes each dot stands off the axis: the chosen regions first and on it where they
    are apart, another in the first lane where no dot is near; the last resort is the axis."""
    placed: dict[str, int] = {}
    for one in sorted(standings, key=lambda one: (not one.slug, one.value)):
        near = {
            lane
            for code, lane in placed.items()
            if abs(across[code] - across[one.code]) * REFERENCE / 100 < REACH
        }
        placed[one.code] = next((lane for lane in LANES if lane not in near), 0)
    return placed


def _at(x: float, y: float, *parts: Element, **given: Any) -> Element:
    """Shapes around a point whose place across is in percent."""
    return element("svg", *parts, x=f"{x:g}%", y=f"{y:g}", class_="at", **given)


def _dot(one: Standing, x: float, y: float) -> Element:
    title = element("title", f"{one.name} {one.text}，{one.position}")
    return element("circle", title, cx=f"{x:g}%", cy=f"{y:g}", r="3.5", class_="dot")


def _chosen(one: Standing, x: float, y: float) -> Element:
    title = element("title", f"{one.name} {one.text}，{one.position}")
    return _at(x, y, element("g", title, shape(one.slug, 0, 0, 11), class_=f"ink-{one.slug}"))


def _leader(x: float, top: float, bottom: float) -> Element:
    place = f"{x:g}%"
    return element("line", x1=place, x2=place, y1=f"{top:g}", y2=f"{bottom:g}", class_="leader")


def _name(one: Standing, x: float, y: float) -> Element:
    """北京 第 13 位, on the side of its leader that has more room."""
    return element(
        "text",
        f"{one.name} {one.position}",
        x=f"{x:g}%",
        y=str(y),
        text_anchor="start" if x < MIDDLE else "end",
        class_=f"name ink-{one.slug}",
    )


def _median(found: Distribution, x: float, axis: float) -> list[Element]:
    place = f"{x:g}%"
    text = element(
        "text",
        f"中位数 {found.median_text}",
        x=place,
        y=f"{axis + SWARM + 32:g}",
        text_anchor="start" if x < MIDDLE else "end",
    )
    top, bottom = axis - SWARM, axis + SWARM + 21
    return [element("line", x1=place, x2=place, y1=top, y2=bottom, class_="median"), text]


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
