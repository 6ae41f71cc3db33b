"""A signed number as a bar to the left or right of 0, as inline SVG: drawn on paper too. A fall is
hollow, so that greys tell it as well as its side does."""

from typing import Any

from components.elements import element

WIDTH, HEIGHT = 120, 16
TALL = 10  # of a bar
EDGE = 2  # left and right of the longest bars


def signed_bar(value: float, span: tuple[float, float]) -> Any:
    """The bar on a scale of the least and the greatest value, 0 among them. It repeats a number
    that stands beside it, and is not read aloud."""
    low, high = min(span[0], 0.0), max(span[1], 0.0)

    def across(one: float) -> float:
        return round(EDGE + (one - low) / (high - low) * (WIDTH - 2 * EDGE), 1)

    if high == low:
        return element("svg", class_="signed-bar", viewBox=f"0 0 {WIDTH} {HEIGHT}")
    left, right = sorted((across(0.0), across(value)))
    return element(
        "svg",
        element(
            "rect",
            x=f"{left:g}",
            y=f"{(HEIGHT - TALL) / 2:g}",
            width=f"{max(right - left, 0.5):g}",
            height=str(TALL),
            class_="fall" if value < 0 else "rise",
        ),
        element("path", class_="zero", d=f"M{across(0.0):g} 0V{HEIGHT}"),
        class_="signed-bar",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
