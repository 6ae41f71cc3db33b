"""Two measures against each other: a path a series from its first period to its last."""

from analysis.document.chart import Chart, Series
from analysis.document.ranges import extent, nice_ticks
from components.charts.still.frame import Plot, grid, held, look, number, plot, text, width
from components.charts.still.lines import mark, path
from components.charts.svg import Element
from components.elements import element


def scatter(chart: Chart, wide: int) -> list[Element]:
    """The parts of a picture so wide."""
    named = max((width(one.label) for one in chart.series), default=0) + 18
    on = plot(held(chart), wide - named)
    every = [v for one in chart.series for v in one.across if v is not None]
    if not every:
        return []
    across = extent(every)
    parts: list[Element] = [*grid(on, chart.decimals, ""), *_ticks(chart, on, across)]
    for place, one in enumerate(chart.series):
        points = _points(one, on, across)
        if not points:
            continue
        drawn = [mark(one, point) for point in points]
        if len(points) > 1:
            drawn.append(element("path", d=path(points), class_="still-line is-thin"))
        parts.append(element("g", *drawn, class_=look(one, place)))
        x, y = points[-1]
        parts.append(text(one.label, x + 8, y + 4, "start", f"still-name {look(one, place)}"))
    return parts


def _right(value: float, on: Plot, across: tuple[float, float]) -> float:
    return on.left + (value - across[0]) / (across[1] - across[0]) * (on.right - on.left)


def _points(one: Series, on: Plot, across: tuple[float, float]) -> list[tuple[float, float]]:
    return [
        (_right(x, on, across), on.up(y))
        for x, y in zip(one.across, one.values, strict=True)
        if x is not None and y is not None
    ]


def _ticks(chart: Chart, on: Plot, across: tuple[float, float]) -> list[Element]:
    return [
        text(
            number(tick, chart.across_decimals),
            _right(tick, on, across),
            on.bottom + 18,
            "middle",
            "still-tick",
        )
        for tick in nice_ticks(*across, 6)
    ]
