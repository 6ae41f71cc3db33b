"""The page `/evaluation`: what moved together and what apart, with its working shown."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dash import html

from analysis import links
from analysis.context import remembered
from analysis.evaluation.address import (
    EvaluationView,
    own_options,
    query_of,
    shared_view,
    unchanged,
)
from analysis.evaluation.summary import EvaluationSummary, evaluation_summary
from analysis.pages import Page
from analysis.state.view import Choices, View, choices
from analysis.view_links import Links
from components import filters, paper, shell
from components.attributes import attributes
from components.charts.index_bands import index_figure
from components.content import Content, Part, Parts, content, part
from components.evaluation import (
    bar,
    division,
    gaps,
    measures,
    notes,
    official,
    open_index,
    others,
    watch,
)
from components.ids import Id
from components.parts import Html, Plot
from data.model.catalog import Catalog

# The parts of the page that are texts and tables, in the order in which they are read, before and
# after the figure of our own index: what each is called.
BEFORE = {Id.GAPS: "差距", Id.DIVISION: "分工", Id.OFFICIAL: "官方指数"}
AFTER = {
    Id.MEASURES: "差距的各项度量",
    Id.WHAT_IF: "自算指数的构成",
    Id.WATCH: "回落清单",
    Id.OTHERS: "为什么不用",
    Id.EVALUATION_NOTES: "来源与下载",
}


def frame(parts: Parts) -> html.Main:
    """The page with its places, each filled with its part."""
    return html.Main(
        [
            Html(Id.EVALUATION_BAR, parts.get(Id.EVALUATION_BAR), className="evaluation-bar"),
            Html(Id.EVALUATION_HEAD, parts.get(Id.EVALUATION_HEAD), className="evaluation-head"),
            *(_panel(place, name, parts) for place, name in BEFORE.items()),
            _index(parts),
            *(_panel(place, name, parts) for place, name in AFTER.items()),
        ],
        className="sheet evaluation",
        **shell.main(Page.EVALUATION),
    )


def _panel(place: Id, name: str, parts: Parts) -> html.Section:
    return html.Section(
        Html(place, parts.get(place)),
        className=f"panel of-{place}",
        id=f"{place}-panel",
        **attributes(aria_label=name),
    )


def _index(parts: Parts) -> html.Section:
    """Our own index between its title and its key; to those who hear the page a picture."""
    named = attributes(
        aria_labelledby=open_index.TITLE, aria_describedby=f"{Id.OPEN_INDEX}-described"
    )
    return html.Section(
        [
            Html(Id.OPEN_INDEX_TEXT, parts.get(Id.OPEN_INDEX_TEXT), className="evaluation-text"),
            html.Div(
                html.Div(
                    Plot(Id.OPEN_INDEX, parts.get(Id.OPEN_INDEX)),
                    className="figure",
                    role="img",
                    **named,
                ),
                className="panel-figure",
            ),
            Html(Id.OPEN_INDEX_FOOT, parts.get(Id.OPEN_INDEX_FOOT), className="foot"),
        ],
        className="panel of-open-index",
        id=f"{Id.OPEN_INDEX}-panel",
        **attributes(aria_label="自算指数"),
    )


def shown(found: EvaluationSummary, catalog: Catalog, options: Choices) -> Content:
    """What the summary puts into the page."""
    chosen, own = found.chosen, own_options(options)
    shared = shared_view(chosen, options)
    ways = Links(shared, options)

    def to(**changes: Any) -> str:
        return query_of(replace(chosen, **changes), options)

    def to_view(other: View) -> str:
        return to(view=other)

    texts: dict[Id, Any] = {
        Id.NAV: shell.navigation(Page.EVALUATION, shared, catalog),
        **filters.bar_texts(chosen.view, own, to_view),
        Id.THEMES: [],
        **paper.head(catalog, Page.EVALUATION, chosen.view, found.told),
        Id.EVALUATION_BAR: bar.tree(found, to),
        **_steady(catalog, unchanged(chosen), links.base()),
        Id.OPEN_INDEX_TEXT: open_index.texts(found.index),
        Id.OPEN_INDEX_FOOT: open_index.foot(found.index),
        Id.WHAT_IF: open_index.tree(found.index, to),
        Id.WATCH: watch.tree(found, to, ways),
        Id.EVALUATION_NOTES: notes.tree(found, to()),
    }
    title = shell.title(Page.EVALUATION, catalog, chosen.view)
    return content(Page.EVALUATION, title, texts, {Id.OPEN_INDEX: index_figure(found.index)})


@remembered(32)
def _steady(catalog: Catalog, chosen: EvaluationView, _base: str) -> Mapping[Id, Part]:
    """The parts on which nothing that is tried out about the index has a bearing, drawn once for
    regions, years and reference (and for where the site stands: they have links)."""
    found, options = evaluation_summary(catalog, chosen), choices(catalog)
    ways = Links(shared_view(chosen, options), options)
    texts = {
        Id.EVALUATION_HEAD: gaps.head(found.gaps),
        Id.GAPS: gaps.tree(found.gaps, ways),
        Id.DIVISION: division.tree(found.division, ways),
        Id.OFFICIAL: official.tree(found.official),
        Id.MEASURES: measures.tree(found.dispersions, catalog.provinces, ways),
        Id.OTHERS: others.tree(found.others, found.envelope),
    }
    return {place: part(nodes) for place, nodes in texts.items()}
