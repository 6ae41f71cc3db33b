"""Around the map: what it shows, its classes and the lines on it, and where they come from."""

from typing import Any

from dash import html

from analysis.areas.summary import AreasSummary
from analysis.areas.words import map_in_words
from analysis.maps.review import review
from analysis.series.absence import NOT_HELD
from components import theme
from components.areas.bar import To, measures
from components.charts.county_map import ramp
from components.elements import element
from components.ids import Id
from data.model.catalog import Catalog

BOUNDARIES = "边界：天地图（国家基础地理信息中心），专题内容另行叠加"


def heading(found: AreasSummary, to: To) -> list[Any]:
    """Title, measure, and what a value is."""
    if found.lacking:
        return [html.H2(found.lacking, id="areas-map-title")]
    return [
        html.H2(_parts(found.map_title), id="areas-map-title", tabIndex=-1),
        measures(found, to) if found.fact is None else None,
        html.P(found.base_text, className="subtitle"),
        html.P(
            map_in_words(found),
            id=f"{Id.AREAS_MAP}-described",
            className="visually-hidden",
        ),
    ]


def _parts(title: str) -> list[html.Span]:
    """A title in its parts: where it has no room in a line it breaks between them."""
    parts = title.split("，")
    kept = [f"{part}，" for part in parts[:-1]] + parts[-1:]
    return [html.Span(part, className="clause") for part in kept]


def key(found: AreasSummary, catalog: Catalog) -> list[Any]:
    """The classes with their colours, the lines, and the credit of the boundaries."""
    if found.lacking:
        return []
    colours = ramp(len(found.classes))
    classes = [
        html.Li([_swatch(colour), one.text])
        for one, colour in zip(found.classes, colours, strict=True)
    ]
    if any(county.class_number is None for county in found.counties):
        classes.append(html.Li([_swatch(theme.UNSHADED), NOT_HELD]))
    lines = [
        html.Li([_line("wing"), "集中承载地"]),
        html.Li([_line("zone"), "功能区范围"]),
    ]
    drawn = {place.tier for place in catalog.platforms if place.platform_id in _outlined(catalog)}
    shown = [one for one, tier in zip(lines, ("wing", "zone"), strict=True) if tier in drawn]
    return [
        html.Ul([*classes, *shown], className="legend areas-classes"),
        html.P(f"{review(catalog)}。{BOUNDARIES}", className="credit"),
    ]


def _outlined(catalog: Catalog) -> set[str]:
    return {name for name, one in catalog.places.outlines.items() if one.adcodes}


def _swatch(colour: str) -> Any:
    """A colour of the map, drawn: paper has it too."""
    return element(
        "svg",
        element("rect", width="18", height="11", fill=colour),
        class_="areas-swatch",
        viewBox="0 0 18 11",
        aria_hidden="true",
    )


def _line(tier: str) -> Any:
    return element(
        "svg",
        element("path", d="M1 5.5H17", stroke="currentColor", stroke_width="2.4"),
        class_=f"areas-swatch is-line tier-{tier}",
        viewBox="0 0 18 11",
        aria_hidden="true",
    )
