"""The page `/regions/<slug>`: a region's profile in its place, under the shared shell."""

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.profile import Profile
from analysis.view import Choices, View, search
from components import filters, shell, words
from components.ids import Id, Page, Place
from components.markup import markup
from components.profile import profile_page
from data.catalog import Catalog


def frame() -> list[Component]:
    """The page before its first answer."""
    return [html.Div(id=Place.PROFILE)]


def content(found: Profile, catalog: Catalog, view: View, options: Choices) -> dict[str, Any]:
    """What a profile puts into the page; of the view only the years matter and are kept."""
    years = search(replace(options.default(), start=view.start, end=view.end), options)

    def to(other: View) -> str:
        return search(other, options)

    texts: dict[str, Any] = {
        Id.NAV: shell.navigation(Page.PROFILE, view, options),
        **filters.bar_texts(view, options, to),
        Place.PROFILE: profile_page(found, catalog, years),
    }
    return {
        "page": Page.PROFILE.value,
        "title": f"{found.region.short_zh} · {words.TITLE}",
        "html": {str(place): markup(nodes) for place, nodes in texts.items()},
        "figures": {},
        "years": [view.start, view.end],
        "remarks": (),
    }
