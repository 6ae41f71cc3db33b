"""The shell around every page: header, its head on paper, filter bar, remarks, and the place of
the page."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from analysis import links
from analysis.marking import marked
from analysis.pages import LISTED, Page
from analysis.state.frequency import yearly
from analysis.state.scope import scope
from analysis.state.view import Choices, View, choices, query_of
from analysis.text.periods import span_text
from components import filters, words
from components.attributes import attributes
from components.edition import edition_band
from components.elements import Tree, tree
from components.first_page import still
from components.ids import Id
from components.parts import Address, Html
from components.search.site import site_search
from components.skip import skip_link, target
from data.model.catalog import Catalog

MEETING = "present"  # the pages of meeting mode, in the navigation
PAGES_LABEL = "页面"


def layout(
    catalog: Catalog, options: Choices, index_url: str, libraries: dict[str, list[str]]
) -> html.Div:
    """The layout of the app: header, filter bar, the place of the pages, which are put in by
    callbacks/navigation.py, and where a change is told to those who do not see it. `index_url` is
    where the index of the search was published; `libraries` name what a page needs beside what
    all need."""
    return html.Div(
        [
            skip_link(),
            _header(
                catalog,
                options,
                Html(Id.NAV, tag="nav", aria_label=PAGES_LABEL),
                site_search(index_url),
                html.Div(filters.take_away(), className="take-away-view"),
            ),
            Html(Id.PAPER, className="print-only paper-head"),
            filters.filter_bar(),
            html.Div(
                [Html(Id.REMARKS, role="status"), html.Div(id="elsewhere")], className="remarks"
            ),
            html.Div(id=Id.PAGE, className="contents"),
            html.Div(id="announced", className="visually-hidden", role="status"),
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


def plain_header(catalog: Catalog, index_url: str, page: str = "") -> Tree:
    """The header of a page outside Dash, with the search of every page, which
    assets/core/plain.js starts. `page` is the one it is or belongs to, "" for none."""
    options = choices(catalog)
    links_of_pages = tree(navigation(page, options.default(), catalog))
    nav = Html(Id.NAV, links_of_pages, tag="nav", aria_label=PAGES_LABEL)
    return still(_header(catalog, options, nav, site_search(index_url)))


def navigation(page: str, view: View, catalog: Catalog) -> list[html.A]:
    """The pages that are listed, `page` the one that is looked at: a Page, MEETING, or "" for none.
    The view stays as it is when the page is changed, and meeting mode begins with its theme and
    region."""
    options = choices(catalog)
    elsewhere = yearly(view, options)  # other pages have years only
    query = query_of(elsewhere, options)
    own = {
        Page.PLAN: links.plan(elsewhere, options, elsewhere.theme),
        Page.REGIONS: links.page(Page.REGIONS, query, view.regions[0]),
    }
    return [
        filters.link(
            own.get(name, links.page(name, query)),
            children=words.PAGES[name],
            **_current(name == page),
        )
        for name in LISTED
    ] + [
        html.A(
            words.PRESENT[0],
            href=links.meeting(view, options, catalog.scenes),
            title=words.PRESENT[1],
            **_current(page == MEETING),
        )
    ]


def _current(is_current: bool) -> dict[str, Any]:
    return attributes(aria_current="page") if is_current else {}


def main(name: str) -> dict[str, Any]:
    """What every page's main element has: the name of its page, and that it may be skipped to."""
    return {**target(), **attributes(data_page=name)}


def title(page: Page, catalog: Catalog, view: View, subject: str = "") -> str:
    """The document's title: what is looked at, the regions and years, the page, the site."""
    chosen = [scope(catalog, view.regions).name, f"{span_text(view.start, view.end)}"]
    parts = [subject, *chosen, words.PAGES[page], words.TITLE]
    return " · ".join(filter(None, parts))


def remarks(texts: tuple[str, ...]) -> list[html.P]:
    """What of a link could not be read, in words."""
    return [html.P(text) for text in texts]


def _header(catalog: Catalog, options: Choices, *parts: Component) -> html.Header:
    band, mark = edition_band(catalog), marked()
    looks = ["header", *(["is-pinned"] if band else []), *(["has-mark"] if mark else [])]
    return html.Header(
        [
            html.Div(
                [
                    html.H1(words.TITLE, title=words.TITLE_EN),
                    html.P([f"数据截至 {options.settled_year} 年 · ", _version(catalog)]),
                ],
                className="brand",
            ),
            html.P(mark, className="site-mark") if mark else None,
            *parts,
            *band,
        ],
        className=" ".join(looks),
    )


def _version(catalog: Catalog) -> html.A:
    """The edition, which leads to what is new in it."""
    return filters.link(
        links.page(Page.CHANGES),
        children=f"版本 {catalog.version}",
        title=words.CHANGES_LINK,
    )
