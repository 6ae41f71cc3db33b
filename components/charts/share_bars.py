"""A share as a bar from 0, with a line where the three regions together are and a lozenge where
the province is, as inline SVG: drawn on paper too."""

from typing import Any

from components.elements import element

WIDTH, HEIGHT = 120, 16
TALL = 11  # of a bar


def share_bar(
    own: float | None, province: float | None, whole: float | None, most: float, slug: str
) -> dict[str, Any]:
    """The bar of percents on a scale from 0 to `most`, in the colour of the region. It repeats
    numbers that stand beside it, and is not read aloud."""

    def across(value: float) -> float:
        return round(value / most * (WIDTH - 4), 1) if most else 0.0

    top = (HEIGHT - TALL) / 2
    bar = (
        element("rect", x="0", y=f"{top:g}", width=f"{across(own):g}", height=str(TALL))
        if own
        else None
    )
    tick = (
        element("path", class_="tick", d=f"M{across(whole):g} 0V{HEIGHT}")
        if whole is not None
        else None
    )
    lozenge = (
        element("path", class_="lozenge", d=f"M{across(province):g} 3l4 5-4 5-4-5z")
        if province is not None
        else None
    )
    return element(
        "svg",
        bar,
        tick,
        lozenge,
        class_=f"share-bar ink-{slug}",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        aria_hidden="true",
    )
