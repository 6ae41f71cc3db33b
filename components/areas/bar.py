"""The industries one chooses from, and by which measure the map is coloured."""

from collections.abc import Callable
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.areas.address import QUOTIENT, SHARE
from analysis.areas.summary import AreasSummary
from components.attributes import attributes
from components.filters import link
from data.model.catalog import Catalog

To = Callable[..., str]  # the address of the page with some of its fields changed

INDUSTRY = "行业"
MEASURES = {QUOTIENT: "区位商", SHARE: "比重"}


def industries(found: AreasSummary, catalog: Catalog, to: To) -> list[Component]:
    """The sections of industry, one of them current."""
    return [
        html.Span(INDUSTRY, className="filter-label"),
        html.Div(
            [
                link(
                    to(industry=name),
                    className="chip",
                    children=one.short_zh,
                    title=one.name_zh,
                    **_current(name == found.chosen.industry),
                )
                for name, one in catalog.areas.industries.items()
            ],
            className="chips",
            role="group",
            **attributes(aria_label=INDUSTRY),
        ),
    ]


def measures(found: AreasSummary, to: To) -> html.Div:
    """The two measures of the map, one of them current."""
    return html.Div(
        [
            link(
                to(measure=name),
                className="chip",
                children=text,
                **_current(name == found.chosen.measure),
            )
            for name, text in MEASURES.items()
        ],
        className="chips areas-measures",
        role="group",
        **attributes(aria_label="地图的口径"),
    )


def _current(is_current: bool) -> dict[str, Any]:
    return attributes(aria_current="true") if is_current else {}
