"""The dot plot of a row, as inline SVG: the regions (and the nation) on one small scale."""

from collections.abc import Sequence
from typing import Any

from analysis.regions.rows import Dot
from components import theme
from components.elements import element

WIDTH, HEIGHT, PAD = 220, 22, 9
MIDDLE = HEIGHT / 2
LANES = (0.0, -7.4, 7.4)  # marks at one place step aside, so that each can be seen
REACH = 9.0  # nearer than this two marks in one lane would cover each other


def dots(shown: Sequence[Dot], own: str, year: int) -> dict[str, Any] | None:
    """The dot plot as an SVG element, `own` being the region that is filled and larger; None
    where fewer than two values can be set against each other."""
    placed = {dot.slug: dot.value for dot in shown if dot.value is not None}
    if len(placed) < 2:
        return None
    low, high = scale_ends(list(placed.values()))
    width = WIDTH - 2 * PAD
    across = {
        slug: PAD + (value - low) / (high - low) * width if high > low else WIDTH / 2
        for slug, value in placed.items()
    }
    lanes = _lanes(across, own)
    order = sorted(across, key=lambda slug: slug == own)  # the own mark lies on top
    zero = f"M{PAD} 4v14" if low == 0 else ""
    words = spoken(shown, year)
    return element(
        "svg",
        element("title", words),
        element("path", class_="axis", d=f"M{PAD} {MIDDLE:g}H{WIDTH - PAD}{zero}"),
        *(_mark(slug, round(across[slug], 1), MIDDLE + lanes[slug], slug == own) for slug in order),
        class_="dots",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=words,
    )


def scale_ends(values: Sequence[float]) -> tuple[float, float]:
    """The ends of a row's scale: its least and greatest value; 0 instead of the least where
    that is not negative and less than half the greatest, so that length tells size."""
    low, high = min(values), max(values)
    return (0.0 if 0 <= low < high / 2 else low), high


def spoken(shown: Sequence[Dot], year: int) -> str:
    """The same in words: 2024 年：北京 105.1，天津 104.9，河北 105.4."""
    return f"{year} 年：" + "，".join(f"{dot.label} {dot.text}" for dot in shown)


def _lanes(across: dict[str, float], own: str) -> dict[str, float]:
    """How far each mark stands off the axis: the own region and the nation's thin cross on it,
    another in the first lane where no mark is near."""
    lanes = {slug: 0.0 for slug in across if slug in (own, "nation")}
    for slug in across:
        if slug in lanes:
            continue
        near = {lanes[s] for s in lanes if s != "nation" and abs(across[s] - across[slug]) < REACH}
        lanes[slug] = next((lane for lane in LANES if lane not in near), LANES[0])
    return lanes


def _mark(slug: str, x: float, y: float, is_own: bool) -> dict[str, Any]:
    size = 5.0 if is_own else 3.6
    colour = theme.REGION_COLOURS[slug]
    fill = colour if is_own else theme.SURFACE
    shape = theme.REGION_MARKS[slug][0]
    if shape == "cross":
        across = f"M{x:g} {y - 7:g}v14M{x - 7:g} {y:g}h14"
        return element("path", class_="cross", stroke=colour, d=across)
    paint = {"stroke": colour, "fill": fill, "class_": "own" if is_own else None}
    if shape == "circle":
        return element("circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{size:g}", **paint)
    if shape == "square":
        side = size * 1.8  # about the area of the circle
        corner = {"x": f"{x - side / 2:g}", "y": f"{y - side / 2:g}"}
        return element("rect", width=f"{side:g}", height=f"{side:g}", **corner, **paint)
    reach = size * 1.3
    corners = f"M{x:g} {y - reach:g}l{reach:g} {reach:g}-{reach:g} {reach:g}-{reach:g}-{reach:g}z"
    return element("path", d=corners, **paint)
