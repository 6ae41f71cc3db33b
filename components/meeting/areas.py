"""An industry's places on the stage: the counties in their classes, the slopes of the units, and
in words what they are."""

from typing import Any

from dash import html

from analysis.areas.summary import AreasSummary, value_text
from analysis.areas.words import map_in_words, slopes_in_words, slopes_title
from analysis.meeting.scenes import Slide
from components.areas.bar import MEASURES
from components.charts.county_map import UNCOUNTED, class_name
from components.charts.stage_areas import stage_areas
from components.charts.stage_slopes import stage_slopes
from components.elements import element
from components.meeting.forms import Form
from components.unbroken import unbroken
from data.model.areas import LAST_CENSUS
from data.model.catalog import Catalog

NAMED = 3  # counties that are named
SHORT = 8  # characters of a class; longer ones stand below one another
NO_SLOPES = "所选地区没有两次普查的数值。"


def areas(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    """The map with its key, and the slopes with the sentence that belongs to them."""
    found = slide.areas
    assert found is not None
    counties: Any = stage_areas(
        catalog, found, slide.lit, (found.map_title, map_in_words(found, ""))
    )
    return [
        html.Div(_side(found, catalog), className="side"),
        html.Div(counties, className="picture county-map"),
        html.Div(_slopes(slide, found, catalog, form), className="moved-shares"),
    ]


def _side(found: AreasSummary, catalog: Catalog) -> list[Any]:
    """What the map shows, its classes, and the counties where the value is greatest."""
    is_long = any(len(one.text) > SHORT for one in found.classes)
    return [
        html.Div(
            [html.H2(unbroken(found.map_title)), html.P(unbroken(found.base_text))],
            className="of-map",
        ),
        html.Ul(_classes(found), className=f"county-classes{' long' if is_long else ''}"),
        _first(found, catalog),
    ]


def _classes(found: AreasSummary) -> list[html.Li]:
    count = len(found.classes)
    shown = [(class_name(n, count), one.text) for n, one in enumerate(found.classes)]
    if any(county.class_number is None for county in found.counties):
        shown.append((UNCOUNTED, "本站未收录"))
    return [html.Li([_swatch(name), text]) for name, text in reversed(shown)]


def _swatch(name: str) -> Any:
    return element(
        "svg",
        element("rect", width="44", height="26", class_=name),
        class_="county-swatch",
        viewBox="0 0 44 26",
        aria_hidden="true",
    )


def _first(found: AreasSummary, catalog: Catalog) -> html.Div | None:
    """The first counties of the chosen regions, with where they lie."""
    if not found.top:
        return None
    known = catalog.areas.by_code
    rows = [
        html.Li(
            [
                html.Span(known[one.code].name_zh),
                html.Strong(value_text(one.value, found.chosen.measure)),
            ]
        )
        for one in found.top[:NAMED]
    ]
    head = f"{MEASURES[found.chosen.measure]}最高，{LAST_CENSUS} 年"
    return html.Div([html.P(head), html.Ol(rows)], className="county-ends")


def _slopes(slide: Slide, found: AreasSummary, catalog: Catalog, form: Form) -> list[Any]:
    name = slopes_title(found)
    head = html.H2(name)
    sentence = html.P(unbroken(slide.sentence), className="sentence") if slide.sentence else None
    if not any(one.change is not None for one in found.slopes):
        return [head, sentence, html.P(NO_SLOPES, className="absence")]
    slugs = {region.region_code: region.slug for region in catalog.provinces}
    said = name, slopes_in_words(found.slopes, name, "")
    drawn: Any = stage_slopes(found.slopes, slugs, form.slopes, slide.holds, said)
    return [head, sentence, html.Div(drawn, className="picture")]
