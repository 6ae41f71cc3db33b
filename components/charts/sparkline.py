"""The small line on a card, as inline SVG: no script, a few hundred bytes."""

from collections.abc import Callable
from typing import Any

from analysis.series.cards import Trail
from components import theme
from components.elements import element

WIDTH, HEIGHT, PAD = 110, 24, 3


def sparkline(trails: tuple[Trail, ...]) -> dict[str, Any] | None:
    """The trails as an SVG element; None where no two values can be joined."""
    points = [at for trail in trails for piece in trail.pieces for at in piece]
    if not any(len(piece) > 1 for trail in trails for piece in trail.pieces):
        return None
    years, values = [p[0] for p in points], [p[1] for p in points]
    left, right = min(years), max(years)
    low, high = min(values), max(values)

    def at(year: int, value: float) -> tuple[float, float]:
        x = PAD + (year - left) / (right - left) * (WIDTH - 2 * PAD)
        share = (value - low) / (high - low) if high > low else 0.5
        return round(x, 1), round(HEIGHT - PAD - share * (HEIGHT - 2 * PAD), 1)

    return element(
        "svg",
        *(part for trail in trails for part in _trail(trail, at)),
        class_="spark",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        fill="none",
        stroke_width="1.6",
        stroke_linejoin="round",
        aria_hidden="true",
    )


def _trail(trail: Trail, at: Callable[[int, float], tuple[float, float]]) -> list[dict[str, Any]]:
    """A line for each piece of more than one year, and a dot at the last year."""
    colour = theme.REGION_COLOURS[trail.slug] if trail.slug != "jjj" else theme.ACCENT
    lines = [
        element(
            "polyline",
            stroke=colour,
            points=" ".join("{:g},{:g}".format(*at(*point)) for point in piece),
        )
        for piece in trail.pieces
        if len(piece) > 1
    ]
    x, y = at(*trail.pieces[-1][-1])
    return [*lines, element("circle", cx=f"{x:g}", cy=f"{y:g}", r="2.4", fill=colour)]
