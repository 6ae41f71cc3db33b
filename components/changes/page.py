"""The page `/changes`: what one edition of the data says otherwise than another."""

from dataclasses import replace
from typing import Any

from dash import html

from analysis import links
from analysis.changes.summary import ChangesSummary
from analysis.pages import Page
from analysis.state.view import Choices, View
from components import filters, paper, shell, words
from components.changes.head import head, theme_table
from components.changes.others import items_section, marks_section, sentences_section
from components.changes.values import (
    new_section,
    restated_section,
    revised_section,
    withdrawn_section,
)
from components.content import Content, Parts, content
from components.ids import Id
from components.parts import Html
from data.model.catalog import Catalog

ALL = "全部"  # what the first theme stands for here


def frame(parts: Parts) -> html.Main:
    """The page with its places: the finding, the changes, and beside them how much by theme."""
    places = {
        Id.CHANGES_HEAD: "changes-head",
        Id.CHANGES: "changes-main",
        Id.CHANGES_SIDE: "changes-side",
    }
    found = [Html(place, parts.get(place), className=name) for place, name in places.items()]
    return html.Main(
        html.Div(found, className="changes"), className="sheet", **shell.main(Page.CHANGES)
    )


def shown(found: ChangesSummary, catalog: Catalog, options: Choices) -> Content:
    """What the changes put into the page."""
    view = found.chosen.view

    def to(other: View) -> str:
        return links.changes(replace(found.chosen, view=other), options)

    named = replace(options, themes={**options.themes, options.default().theme: ALL})
    told = {"主题": found.topic, "版本": "—".join(found.editions)}
    texts: dict[Id, Any] = {
        Id.NAV: shell.navigation(Page.CHANGES, view, catalog),
        **filters.bar_texts(view, options, to),
        Id.THEMES: filters.theme_chips(view, named, to),
        Id.YEARS: [],
        **paper.head(catalog, Page.CHANGES, view, told, has_years=False),
        Id.CHANGES_HEAD: head(found, options),
        Id.CHANGES: [
            revised_section(found),
            new_section(found),
            withdrawn_section(found),
            restated_section(found),
            marks_section(found),
            sentences_section(found),
            items_section(found),
        ],
        Id.CHANGES_SIDE: theme_table(found, options),
    }
    title = " · ".join((words.PAGES[Page.CHANGES], "—".join(found.editions), words.TITLE))
    return content(Page.CHANGES, title, texts, {})
