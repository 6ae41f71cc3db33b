"""The page `/regions/<slug>`: a region's profile in its place, under the shared shell."""

from dataclasses import replace
from typing import Any

from dash import html

from analysis.pages import Page
from analysis.regions.summary import RegionSummary
from analysis.state.view import Choices, View, query_of
from analysis.view_links import Links
from components import filters, paper, shell
from components.content import Content, Parts, content
from components.ids import Id
from components.parts import Html
from components.regions.profile import profile_page
from data.model.catalog import Catalog


def frame(parts: Parts) -> html.Main:
    """The page with its place, filled with its part."""
    return html.Main(
        Html(Id.PROFILE, parts.get(Id.PROFILE)),
        className="sheet",
        **shell.main(Page.REGIONS),
    )


def shown(found: RegionSummary, catalog: Catalog, view: View, options: Choices) -> Content:
    """What a profile puts into the page; of the view only the years matter, all of it is kept."""

    def to(other: View) -> str:
        return query_of(other, options)

    own = replace(view, regions=(found.region.slug,))
    texts: dict[Id, Any] = {
        Id.NAV: shell.navigation(Page.REGIONS, view, catalog),
        **filters.bar_texts(view, options, to),
        **paper.head(catalog, Page.REGIONS, own),
        Id.PROFILE: profile_page(found, catalog, Links(view, options)),
    }
    return content(Page.REGIONS, shell.title(Page.REGIONS, catalog, own), texts, {})
