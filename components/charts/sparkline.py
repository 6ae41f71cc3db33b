"""The small lines of a card or a row, as inline SVG: no script, a few hundred bytes. Of several,
each has its region's mark at its end and once along it, so that they are told apart in grey."""

from collections.abc import Callable, Sequence
from typing import Any

from analysis.series.cards import Trail
from components import theme
from components.charts.line_chart import strokes_of
from components.charts.svg import shape
from components.elements import element

WIDTH, PAD = 110, 4
ONE, SEVERAL = 24, 48  # the height of one line, of several
ALONE, END, ALONG = 5.5, 8.0, 7.0  # the mark of a line alone, the marks of several
DASH = "3 2"  # of the step into a first figure

At = Callable[[int, float], tuple[float, float]]


def sparkline(trails: Sequence[Trail]) -> dict[str, Any] | None:
    """The trails as an SVG element; None where no two values can be joined."""
    points = [at for trail in trails for piece in trail.pieces for at in piece]
    if not any(len(piece) > 1 for trail in trails for piece in trail.pieces):
        return None
    years, values = [p[0] for p in points], [p[1] for p in points]
    left, right = min(years), max(years)
    low, high = min(values), max(values)
    height = ONE if len(trails) == 1 else SEVERAL

    def at(year: int, value: float) -> tuple[float, float]:
        x = PAD + (year - left) / (right - left) * (WIDTH - 2 * PAD)
        share = (value - low) / (high - low) if high > low else 0.5
        return round(x, 1), round(height - PAD - share * (height - 2 * PAD), 1)

    marks = [[(trail.pieces[-1][-1], ALONE)] for trail in trails]
    if len(trails) > 1:
        shares = ((i + 1) / (len(trails) + 1) for i in range(len(trails)))
        marks = [
            [(trail.pieces[-1][-1], END), *_along(trail, left + share * (right - left))]
            for trail, share in zip(trails, shares, strict=True)
        ]
    return element(
        "svg",
        *(
            part
            for trail, own in zip(trails, marks, strict=True)
            for part in _trail(trail, own, at)
        ),
        class_="spark",
        viewBox=f"0 0 {WIDTH} {height}",
        fill="none",
        stroke_width="1.6",
        stroke_linejoin="round",
        aria_hidden="true",
    )


def _along(trail: Trail, year: float) -> list[tuple[tuple[int, float], float]]:
    """The mark along a trail, at its point nearest to this year; none at its end, which has one."""
    last = trail.pieces[-1][-1]
    points = [point for piece in trail.pieces for point in piece if last[0] - point[0] > 1]
    return [(min(points, key=lambda point: abs(point[0] - year)), ALONG)] if points else []


def _trail(
    trail: Trail, marks: Sequence[tuple[tuple[int, float], float]], at: At
) -> list[dict[str, Any]]:
    """A line for each piece of more than one year, dashed to a first figure, and the marks, of
    their sizes, hollow at first figures."""
    colour = theme.REGION_COLOURS[trail.slug] if trail.slug != "jjj" else theme.ACCENT
    lines = [
        element(
            "polyline",
            stroke=colour,
            stroke_dasharray=DASH if is_dashed else None,
            points=" ".join("{:g},{:g}".format(*at(*point)) for point in points),
        )
        for piece in trail.pieces
        for points, is_dashed in strokes_of(piece, lambda one: one[0] in trail.provisional)
    ]
    drawn = [(point[0], shape(trail.slug, *at(*point), size)) for point, size in marks]
    firsts = [one for year, one in drawn if year in trail.provisional]
    others = [one for year, one in drawn if year not in trail.provisional]
    hollow = [element("g", *firsts, fill=theme.SURFACE, stroke=colour)] if firsts else []
    return [*lines, element("g", *others, fill=colour), *hollow]
