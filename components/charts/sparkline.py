"""The small line on a card, as inline SVG: no script, a few hundred bytes."""

from collections.abc import Callable

from markupsafe import Markup

from analysis.cards import Trail
from components import theme

WIDTH, HEIGHT, PAD = 110, 24, 3


def sparkline(trails: tuple[Trail, ...]) -> Markup | None:
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

    body = "".join(_trail(trail, at) for trail in trails)
    return Markup(
        f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" '
        f'fill="none" stroke-width="1.6" stroke-linejoin="round">{body}</svg>'
    )


def _trail(trail: Trail, at: Callable[[int, float], tuple[float, float]]) -> str:
    colour = theme.REGION_COLOURS[trail.slug] if trail.slug != "jjj" else theme.ACCENT
    lines = "".join(
        f'<polyline stroke="{colour}" points="{" ".join("{},{}".format(*at(*p)) for p in piece)}"/>'
        for piece in trail.pieces
        if len(piece) > 1
    )
    x, y = at(*trail.pieces[-1][-1])
    return f'{lines}<circle cx="{x}" cy="{y}" r="2.4" fill="{colour}"/>'
