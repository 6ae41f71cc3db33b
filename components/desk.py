"""The page `/indicators`: find an indicator, take its numbers in any scale that holds, take
them away."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.coverage import coverage
from analysis.desk import Desk, search
from analysis.pairing import Pairing, pairing
from analysis.study import Study, against
from analysis.view import Choices, View, choices, with_indicator
from components import controls, filters, shell, study_texts, words
from components.attributes import attributes
from components.charts import multiples
from components.charts import study as charts
from components.charts.frame import Figure
from components.charts.pairs import pair_figure
from components.coverage import coverage_picture
from components.find import find_box
from components.ids import Id, Page, Place
from components.markup import markup
from data.catalog import Catalog

BESIDE = ("line", "scatter", "table", "meta")  # kinds that show a second indicator beside the first


def frame(catalog: Catalog, options: Choices, index_url: str) -> list[Component]:
    """The page before its first answer: every place empty, the search box ready."""
    return [
        html.Div(
            [
                find_box(index_url),
                html.Label(
                    [
                        html.Span("对照指标", className="filter-label"),
                        controls.against_choice(catalog, options),
                    ],
                    className="against",
                ),
                html.Div(id=Place.TAKE_AWAY, className="take-away"),
            ],
            className="desk-bar",
        ),
        html.Section(
            [
                html.Div(id=Place.STUDY_HEAD, className="study-head"),
                html.Div(
                    id=Place.SCALES, className="chips", role="group",
                    **attributes(aria_label="口径"),
                ),
                html.Div(
                    id=Place.KINDS, className="chips kinds", role="group",
                    **attributes(aria_label="图表"),
                ),
                html.Div(
                    [
                        html.Div(
                            html.Div(id=Place.STUDY, className="graph"),
                            className="figure",
                            role="img",
                            **attributes(aria_labelledby="study-title"),
                        ),
                        html.Div(id=Place.STUDY_TABLE, className="study-table"),
                    ],
                    className="panel-figure",
                ),
                html.Div(id=Place.STUDY_FOOT, className="foot"),
            ],
            className="panel study",
            **attributes(aria_label="指标比较"),
        ),
        html.Aside(
            id=Place.STUDY_SIDE, className="panel study-side", **attributes(aria_label="怎么读")
        ),
        html.Section(
            id=Place.COVERAGE, className="panel study-coverage",
            **attributes(aria_label="数据覆盖"),
        ),
    ]  # fmt: skip


def content(shown: Study, catalog: Catalog, options: Choices) -> dict[str, Any]:
    """What a study puts into the page: `html` and `figures` by the ids of their places."""
    kind = controls.kind_of(shown)
    pair = _pair(shown, catalog, kind)
    drawn = _figure(shown, catalog, kind, pair)
    return {
        "page": Page.DESK.value,
        "title": f"{shown.indicator.short_zh} · {words.TITLE}",
        "html": {
            str(place): markup(nodes)
            for place, nodes in _texts(shown, catalog, options, kind, pair).items()
        },
        "figures": {Place.STUDY.value: drawn} if drawn else {},
        "years": [shown.desk.view.start, shown.desk.view.end],
        "remarks": shown.remarks,
    }


def _pair(shown: Study, catalog: Catalog, kind: str) -> Pairing | None:
    """The second indicator at its published values, where the picture sets it beside."""
    across = against(catalog, shown.desk) if kind in BESIDE else None
    return pairing(shown, across) if across is not None else None


def _figure(shown: Study, catalog: Catalog, kind: str, pair: Pairing | None) -> Figure | None:
    if kind in controls.WORDED:
        return None
    if pair is not None:
        return (
            pair_figure(pair) if kind == "scatter" else multiples.panel_figure(shown, pair.across)
        )
    if kind == "line":
        return charts.line_figure(shown, catalog.events)
    plain = {
        "bars": charts.bar_figure,
        "stack": charts.stack_figure,
        "multiples": multiples.multiple_figure,
    }
    return plain[kind](shown)


def _texts(
    shown: Study, catalog: Catalog, options: Choices, kind: str, pair: Pairing | None
) -> dict[str, Any]:
    view = shown.desk.view

    def to(other: View) -> str:
        """The same desk for other filters; another indicator starts at its published values."""
        is_same = other.indicator == view.indicator
        return search(replace(shown.desk, view=other) if is_same else Desk(other), options)

    return {
        Id.NAV: shell.navigation(Page.DESK, view, options),
        **filters.bar_texts(view, options, to),
        Place.STUDY_HEAD: study_texts.heading(shown, pair, kind),
        Place.SCALES: [controls.scale_link(offer, shown, options) for offer in shown.offers]
        + controls.base_choice(shown),
        Place.KINDS: controls.kind_links(shown, kind, options),
        Place.TAKE_AWAY: controls.take_away(shown, catalog, options, kind, pair),
        Place.STUDY_TABLE: study_texts.worded(shown, pair, catalog, kind),
        Place.STUDY_FOOT: study_texts.foot(shown, pair, kind),
        Place.STUDY_SIDE: study_texts.side(shown, pair, catalog),
        Place.COVERAGE: _coverage(catalog, view.theme),
    }


@lru_cache(maxsize=32)  # the themes of a data version
def _coverage(catalog: Catalog, theme: str) -> Markup:
    """The theme's coverage. It depends on nothing else that is chosen, so that the browser keeps
    it, with its place, and itself marks the indicator shown (assets/45-desk.js)."""
    options = choices(catalog)
    start = options.default(theme)
    found = coverage(catalog, theme, options.first_year, options.last_year)

    def address(indicator_id: str) -> str:
        return search(Desk(with_indicator(start, indicator_id)), options)

    title = f"{options.themes[theme]}：哪些数据可以依靠"
    return Markup(markup([html.H2(title), coverage_picture(found, address)]))
