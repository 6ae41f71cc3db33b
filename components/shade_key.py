"""The key of a map's base colour: the scale between its ends, or each region's own colour.

A colour of the scale is its strong end over its light end, as strongly as the value is strong:
the same mixture as plotly draws, in whichever scheme the stylesheet has.
"""

from typing import Any

from dash import html

from analysis.maps.area_shading import AreaShading
from analysis.maps.shading import Shading
from analysis.series.absence import NOT_HELD
from components.elements import element
from data.model.catalog import Catalog

STEPS = 8  # of the bar
MOST_NAMED = 3  # areas without a value


def scale(shading: Shading) -> list[Any]:
    """The smallest and the largest value with the colours between them, as on the map; a single
    value with its colour."""
    low = html.Span(shading.low, className="scale-end") if len(shading.values) > 1 else None
    high = html.Span(shading.high, className="scale-end")
    return [low, bar("scale", steps(shading)), high, missing(shading)]


def swatches(shading: Shading, catalog: Catalog) -> list[html.Span]:
    """Each region with its colour and its value, or the colour of the ground without one."""
    found = []
    for region in catalog.provinces:
        strength = shading.strengths.get(region.region_code)
        patch = bar("swatch" if strength is not None else "swatch blank", [strength or 0.0])
        text = shading.amounts.get(region.region_code, shading.absence)
        found.append(html.Span([patch, f"{region.short_zh} {text}"], className="shade"))
    return found


def missing(shading: Shading) -> html.Span | None:
    """The regions that have no value in the year, and why."""
    if not shading.absent:
        return None
    return html.Span(f"{'、'.join(shading.absent)}{shading.absence}", className="scale-end")


def steps(shading: Shading) -> list[float]:
    """The strengths of the bar's colours, from that of the smallest value to the largest's."""
    least = min(shading.strengths.values())
    return [least + (1 - least) * i / (STEPS - 1) for i in range(STEPS)]


def bar(name: str, strengths: list[float]) -> Any:
    """Colours side by side, filling their place; `name` is the class."""
    strong = (
        element("rect", x=i, width=1, height=1, fill_opacity=round(strength, 4), class_="strong")
        for i, strength in enumerate(strengths)
    )
    return element(
        "svg",
        element("rect", width=len(strengths), height=1, class_="light"),
        *strong,
        viewBox=f"0 0 {len(strengths)} 1",
        preserveAspectRatio="none",
        class_=name,
        aria_hidden="true",
    )


def classes(base: AreaShading) -> list[html.Span]:
    """Each class of a base colour by areas with its colour, and how many areas are in it; the
    colour of the ground for those without a value, who they are."""
    counts = [sum(row.place == n for row in base.rows) for n in range(len(base.classes))]
    found = [
        html.Span(
            [bar("swatch", [base.strength(n)]), base.span(n)],
            className="shade",
            title=f"{count} 个",
        )
        for n, count in enumerate(counts)
    ]
    if base.absent:
        named = "、".join(base.absent[:MOST_NAMED])
        more = f"等 {len(base.absent)} 个" if len(base.absent) > MOST_NAMED else ""
        text = f"{named}{more}{NOT_HELD}"
        found.append(html.Span([bar("swatch blank", [0.0]), text], className="shade"))
    return found
