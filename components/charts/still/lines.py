"""Lines: a path a series, cut where a value lacks or a break stands, its name at its end."""

from analysis.document.chart import Chart, Series
from analysis.document.ranges import spread
from components.charts.still.frame import LEADING, Plot, grid, held, look, plot, text, width, years
from components.charts.svg import Element, shape
from components.elements import element

DASHES = {"tianjin": "7 3", "hebei": "2 3", "nation": "10 3 2 3", "frame": "10 4"}
OTHERS = (None, "7 3", "2 3", "10 3 2 3", "10 4", "4 2")
MARK = 7
MOST_ROOM = 240  # pixels beside the plot: a name, a value with unit and mark
MOST_SHARE = 0.36  # of the width
Point = tuple[float, float]


def lines(chart: Chart, wide: int) -> list[Element]:
    """The parts of a picture so wide."""
    most = min(MOST_ROOM, wide * MOST_SHARE)
    names = [_name(one, most) for one in chart.series]
    on = plot(held(chart), wide - min(most, max(map(width, names), default=0) + 18))
    drawn = [part for place, one in enumerate(chart.series) for part in _series(one, place, on)]
    return [
        *grid(on, chart.decimals, ""),
        *years(on, chart.categories),
        *drawn,
        *_ends(chart, on, names),
    ]


def pieces(one: Series) -> list[list[int]]:
    """The places of a series whose values are joined: cut where there is none, and at breaks."""
    found: list[list[int]] = []
    for place, value in enumerate(one.values):
        if value is None:
            continue
        is_joined = found and found[-1][-1] == place - 1 and place not in one.cuts
        if is_joined:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def path(points: list[Point]) -> str:
    """Points as they are joined."""
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)


def dash(one: Series, place: int) -> str | None:
    """How a line is broken, so that a print in grey tells it from others."""
    return DASHES.get(one.slug) if one.slug else OTHERS[place % len(OTHERS)]


def mark(one: Series, at: Point) -> Element:
    """The mark of a series around a point."""
    if one.slug:
        return shape(one.slug, *at, MARK)
    return element("circle", cx=f"{at[0]:.1f}", cy=f"{at[1]:.1f}", r=MARK / 2)


def _series(one: Series, place: int, on: Plot) -> list[Element]:
    count = len(one.values)
    parts: list[Element] = []
    for piece in pieces(one):
        points = [(on.at(i, count), on.up(v)) for i in piece if (v := one.values[i]) is not None]
        if len(points) > 1:
            parts.append(
                element("path", d=path(points), class_="still-line",
                        stroke_dasharray=dash(one, place))
            )  # fmt: skip
        parts += [mark(one, point) for point in dict.fromkeys((points[0], points[-1]))]
    return [element("g", *parts, class_=look(one, place))] if parts else []


def _last(one: Series) -> int | None:
    return next((i for i in reversed(range(len(one.values))) if one.values[i] is not None), None)


def _name(one: Series, most: float) -> str:
    """The name at the end, with the last value where there is room for it."""
    last = _last(one)
    said = one.texts[last] if last is not None and last < len(one.texts) else ""
    told = f"{one.label} {said}".strip()
    return told if width(told) + 18 <= most else one.label


def _ends(chart: Chart, on: Plot, names: list[str]) -> list[Element]:
    """The names at the right of the plot, moved apart as little as needed."""
    ends = [(i, one, at) for i, one in enumerate(chart.series) if (at := _last(one)) is not None]
    height = on.bottom - on.top
    wanted = [(on.up(one.values[at] or 0.0) - on.top) / height for _, one, at in ends]
    free = spread(wanted, LEADING / height)
    return [
        text(names[i], on.right + 8, on.top + place * height + 4, "start",
             f"still-name {look(one, i)}")
        for (i, one, _), place in zip(ends, free, strict=True)
    ]  # fmt: skip
