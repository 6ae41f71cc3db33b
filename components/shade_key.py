"""The key of a map's base colour: the scale between its ends, or each region's own colour."""

from typing import Any

from dash import html
from markupsafe import Markup

from analysis.shading import Shading
from components.charts.svg import element
from data.catalog import Catalog

Shades = tuple[str, str]  # the light and the strong end of the scale, #rrggbb
STEPS = 8  # of the bar


def scale(shading: Shading, shades: Shades) -> list[Any]:
    """The smallest and the largest value with the colours between them, as on the map; a single
    value with its colour."""
    least = min(shading.strengths.values())
    colours = [mixture(shades, least + (1 - least) * i / (STEPS - 1)) for i in range(STEPS)]
    low = html.Span(shading.low, className="scale-end") if len(shading.values) > 1 else None
    return [
        low,
        _bar("scale", colours),
        html.Span(shading.high, className="scale-end"),
        unpublished(shading),
    ]


def swatches(shading: Shading, catalog: Catalog, shades: Shades, blank: str) -> list[html.Span]:
    """Each region with its colour and its value; `blank` is the colour of one without."""
    found = []
    for region in catalog.provinces:
        code = region.region_code
        strength = shading.strengths.get(code)
        colour = blank if strength is None else mixture(shades, strength)
        text = shading.amounts.get(code, "未公布")
        patch = _bar("swatch", [colour])
        found.append(html.Span([patch, f"{region.short_zh} {text}"], className="shade"))
    return found


def _bar(name: str, colours: list[str]) -> Markup:
    """Colours side by side, filling their place."""
    return element(
        "svg",
        *(element("rect", x=i, width=1.02, height=1, fill=c) for i, c in enumerate(colours)),
        viewBox=f"0 0 {len(colours)} 1",
        preserveAspectRatio="none",
        class_=name,
        aria_hidden="true",
    )


def unpublished(shading: Shading) -> html.Span | None:
    """The regions that have no value in the year."""
    if not shading.absent:
        return None
    return html.Span(f"{'、'.join(shading.absent)}未公布", className="scale-end")


def mixture(shades: Shades, strength: float) -> str:
    """The colour of a strength, as plotly mixes it: red, green and blue in proportion."""
    light, strong = ([int(shade[i : i + 2], 16) for i in (1, 3, 5)] for shade in shades)
    mixed = (round(a + (b - a) * strength) for a, b in zip(light, strong, strict=True))
    return "#" + "".join(f"{one:02x}" for one in mixed)
