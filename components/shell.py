"""The shell around every page: header, filter bar, remarks, and what the scripts hold on to."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.view import Choices, View, search, with_theme
from components import filters, words
from components.attributes import attributes
from components.canvas import Canvas
from components.ids import Id, Page
from components.markup import markup
from data.catalog import Catalog

# Every page and where it is; a page is in the navigation from the day it exists.
PATHS = {
    Page.OVERVIEW: "/",
    Page.DESK: "/indicators",
    Page.PLAN: "/plan",
    Page.PLATFORMS: "/platforms",
    Page.PROFILE: "/regions/",
}


def addresses(options: Choices) -> frozenset[str]:
    """The paths of all pages."""
    profiles = (f"{PATHS[Page.PROFILE]}{slug}" for slug in options.regions)
    return frozenset([path for path in PATHS.values() if path != PATHS[Page.PROFILE]]) | {*profiles}


def layout(catalog: Catalog, options: Choices, overview: html.Main) -> html.Div:
    """The layout of the app. The overview stands in it; the other pages are filled from
    templates (`frames`) into the sheet when they are opened."""
    return html.Div(
        [
            _header(catalog, options),
            filters.filter_bar(options),
            html.Div(id=Id.REMARKS, className="remarks", role="status"),
            overview,
            html.Main(id=Id.SHEET, className="sheet", hidden=True),
            dbc.Toast(
                id=Id.TOAST,
                is_open=False,
                dismissable=True,
                duration=8000,
                header="提示",
                className="toast-corner",
            ),
            Canvas(id=Id.CANVAS),  # last: it draws into the places above when it appears
        ],
        className="page",
    )


def navigation(page: Page, view: View, options: Choices) -> list[html.A]:
    """The pages; regions and years stay as they are when the page is changed."""
    query = search(view, options)
    kept = search(View(view.regions, *_first(options), view.start, view.end), options)
    first = next(iter(view.regions))
    addresses = {
        Page.OVERVIEW: f"/{query}",
        Page.DESK: f"/indicators{query}",
        Page.PLAN: f"/plan{search(with_theme(view, view.theme, options), options)}",
        Page.PLATFORMS: f"/platforms{query}",
        Page.PROFILE: f"/regions/{first}{kept}",
    }
    return [
        filters.link(
            address,
            children=words.PAGES[name],
            **(attributes(aria_current="page") if name == page else {}),
        )
        for name, address in addresses.items()
    ] + [html.A(words.PRESENT[0], href="/present", title=words.PRESENT[1])]


def _first(options: Choices) -> tuple[str, str]:
    default = options.default()
    return default.theme, default.indicator


def opening(answer: dict[str, Any]) -> str:
    """What stands on the screen until the scripts have run: the title and the first finding."""
    title = html.H1(words.TITLE, className="opening-title")
    found = answer["html"].get(Id.LEAD)
    lead = html.P(answer["title"] if found is None else Markup(found), className="lead")
    skeleton = [html.Div(className="cards"), html.Div(className="charts")]
    content = html.Div([title, lead, *skeleton], className="opening")
    return markup(html.Div(content, id="react-entry-point"))


def frames(pages: dict[Page, list[Component]]) -> str:
    """The other pages as they are before an answer: templates the browser copies."""
    return "".join(
        f'<template id="frame-{page.value}">{markup(nodes)}</template>'
        for page, nodes in pages.items()
    )


def remarks(texts: tuple[str, ...]) -> str:
    """What of a link could not be read, in words, as HTML."""
    return markup([html.P(text) for text in texts])


def _header(catalog: Catalog, options: Choices) -> html.Header:
    return html.Header(
        [
            html.Div(
                [
                    html.H1(words.TITLE, title=words.TITLE_EN),
                    html.P(f"数据截至 {options.settled_year} 年 · 版本 {catalog.version}"),
                ],
                className="brand",
            ),
            html.Nav(id=Id.NAV, **attributes(aria_label="页面")),
            html.Div(filters.take_away(), className="take-away-view"),
        ],
        className="header",
    )
