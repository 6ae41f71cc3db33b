"""The head of a page on paper, where the controls that say what is chosen are gone."""

from collections.abc import Mapping
from typing import Any

from dash import html

from analysis.pages import Page
from analysis.state.scope import scope
from analysis.state.view import View
from analysis.text.periods import years
from components import words
from components.attributes import attributes
from components.ids import Id
from data.model.catalog import Catalog

PRINTED = "打印日期"


def head(
    catalog: Catalog,
    page: Page,
    view: View,
    chosen: Mapping[str, str] | None = None,
    has_years: bool = True,
) -> dict[Id, Any]:
    """The page's name, its filter in words and the edition of the data. `chosen` is what the page
    filters by besides regions and, where it `has_years`, years, as name and text; what has no text
    is left out. The browser puts in the day and the address (assets/core/paper.js)."""
    regions = "、".join(region.short_zh for region in scope(catalog, view.regions).regions)
    span = years(view.start, view.end) if has_years else ""
    given = {"地区": regions, **(chosen or {}), "年份": span}
    told = "；".join(f"{name}：{text}" for name, text in given.items() if text)
    return {
        Id.PAPER: [
            html.P([html.Strong(words.PAGES[page]), html.Span(told)]),
            origin(catalog),
        ]
    }


def origin(catalog: Catalog) -> html.P:
    """The edition of the data, and places for the day and the address
    (assets/core/paper-head.js)."""
    return html.P(
        [
            html.Span(f"数据版本：{catalog.version}；{PRINTED}："),
            html.Span(**attributes(data_today="")),
            html.Span("；网址："),
            html.Span(**attributes(data_here="")),
        ]
    )
