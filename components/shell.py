"""The shell around every page: header, filter bar, remarks, and the place of the page."""

import dash_bootstrap_components as dbc
from dash import html

from analysis.state.view import Choices, View, search, with_theme
from components import filters, words
from components.attributes import attributes
from components.ids import Id, Page
from components.parts import Address, Html
from data.model.catalog import Catalog

# Every page and where it is; a page is in the navigation from the day it exists.
PATHS = {
    Page.OVERVIEW: "/",
    Page.INDICATORS: "/indicators",
    Page.PLAN: "/plan",
    Page.PLATFORMS: "/platforms",
    Page.REGIONS: "/regions/",
}


def addresses(options: Choices) -> frozenset[str]:
    """The paths of all pages."""
    profiles = (f"{PATHS[Page.REGIONS]}{slug}" for slug in options.regions)
    return frozenset([path for path in PATHS.values() if path != PATHS[Page.REGIONS]]) | {*profiles}


def page_of(path: str, options: Choices) -> Page:
    """The page a path leads to; the overview where it leads to none."""
    slug = path.removeprefix(PATHS[Page.REGIONS])
    if slug != path and slug in options.regions:
        return Page.REGIONS
    return next((page for page, own in PATHS.items() if own == path), Page.OVERVIEW)


def layout(catalog: Catalog, options: Choices, libraries: dict[str, list[str]]) -> html.Div:
    """The layout of the app: header, filter bar, and the place of the pages, which are put in
    by callbacks/navigation.py; `libraries` name what a page needs beside what all need."""
    return html.Div(
        [
            _header(catalog, options),
            filters.filter_bar(),
            html.Div(
                [Html(Id.REMARKS, role="status"), html.Div(id="elsewhere")], className="remarks"
            ),
            html.Div(id=Id.PAGE, className="contents"),
            dbc.Toast(
                id=Id.TOAST,
                is_open=False,
                dismissable=True,
                duration=8000,
                header="提示",
                className="toast-corner",
            ),
            Address(Id.ADDRESS, words.FAILURES, libraries),  # last (assets/core/address.js)
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
        Page.INDICATORS: f"/indicators{query}",
        Page.PLAN: f"/plan{search(with_theme(view, view.theme, options), options)}",
        Page.PLATFORMS: f"/platforms{query}",
        Page.REGIONS: f"/regions/{first}{kept}",
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


def remarks(texts: tuple[str, ...]) -> list[html.P]:
    """What of a link could not be read, in words."""
    return [html.P(text) for text in texts]


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
            Html(Id.NAV, tag="nav", aria_label="页面"),
            html.Div(filters.take_away(), className="take-away-view"),
        ],
        className="header",
    )
