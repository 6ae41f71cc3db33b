"""The page `/indicators`: find an indicator, take its numbers in any scale that holds, take
them away."""

from dataclasses import replace
from typing import Any

from dash import html

from analysis.context import remembered
from analysis.indicators.address import IndicatorsView, query_of
from analysis.indicators.coverage import coverage
from analysis.indicators.pairing import Pairing, pairing
from analysis.indicators.summary import IndicatorSummary, against
from analysis.pages import Page
from analysis.state.view import Choices, View, choices, with_indicator
from components import filters, paper, shell
from components.attributes import attributes
from components.charts import multiples
from components.charts import study as charts
from components.charts.frame import Figure
from components.charts.pairs import pair_figure
from components.content import Content, Parts, content
from components.elements import Tree, tree
from components.ids import Id
from components.indicators import controls, offers, strip
from components.indicators import texts as study_texts
from components.indicators.coverage import coverage_picture
from components.indicators.find import find_box
from components.parts import Html, Plot
from data.model.catalog import Catalog

BESIDE = ("line", "scatter", "table", "meta")  # kinds that show a second indicator beside the first


def frame(catalog: Catalog, options: Choices, index_url: str, parts: Parts) -> html.Main:
    """The page with its places, each filled with its part; the search box is ready."""
    return html.Main(
        [
            _bar(catalog, options, index_url, parts),
            _study(parts),
            Html(
                Id.STUDY_SIDE,
                parts.get(Id.STUDY_SIDE),
                tag="aside",
                className="panel study-side",
                aria_label="指标说明",
            ),
            Html(
                Id.COVERAGE,
                parts.get(Id.COVERAGE),
                tag="section",
                className="panel study-coverage",
                aria_label="数据完整性",
            ),
        ],
        className="sheet",
        **shell.main(Page.INDICATORS),
    )


def _bar(catalog: Catalog, options: Choices, index_url: str, parts: Parts) -> html.Div:
    """Search, second indicator and files. The first two are the same on every view: one text,
    that no answer writes anew."""
    second = html.Label(
        [
            html.Span("对照指标", className="filter-label"),
            *controls.against_choice(catalog, options),
        ],
        className="against",
    )
    return html.Div(
        [
            Html("desk-search", tree([find_box(index_url), second]), className="desk-search"),
            Html(Id.TAKE_AWAY, parts.get(Id.TAKE_AWAY), className="take-away"),
        ],
        className="desk-bar",
    )


def _study(parts: Parts) -> html.Section:
    """The indicator: heading, choices of scale and picture, the picture or its table, the foot."""
    return html.Section(
        [
            Html(Id.STUDY_HEAD, parts.get(Id.STUDY_HEAD), className="study-head"),
            _choices(Id.FREQUENCIES, "频率", "chips frequencies", parts),
            _choices(Id.SCALES, "数值形式", "chips", parts),
            _choices(Id.KINDS, "图表", "chips kinds", parts),
            _choices(Id.FRAMES, "对照范围", "chips frames", parts),
            html.Div(
                [  # the table, where there is one, lies over the figure
                    Html(Id.STUDY_TABLE, parts.get(Id.STUDY_TABLE), className="study-table"),
                    html.Div(
                        Plot(Id.STUDY, parts.get(Id.STUDY)),
                        className="figure",
                        role="img",
                        **attributes(
                            aria_labelledby="study-title", aria_describedby="study-described"
                        ),
                    ),
                ],
                className="panel-figure",
            ),
            Html(Id.STRIP, parts.get(Id.STRIP), className="study-strip"),
            Html(Id.STUDY_FOOT, parts.get(Id.STUDY_FOOT), className="foot"),
        ],
        className="panel study",
        **attributes(aria_label="指标比较"),
    )


def _choices(place: Id, name: str, kind: str, parts: Parts) -> Html:
    return Html(place, parts.get(place), className=kind, role="group", aria_label=name)


def shown(study: IndicatorSummary, catalog: Catalog, options: Choices) -> Content:
    """What a study puts into the page."""
    kind = controls.kind_of(study)
    pair = _pair(study, catalog, kind)
    return content(
        Page.INDICATORS,
        shell.title(Page.INDICATORS, catalog, study.state.view, study.indicator.short_zh),
        _texts(study, catalog, options, kind, pair),
        {Id.STUDY: _figure(study, catalog, kind, pair)},
        study.remarks,
    )


def _pair(shown: IndicatorSummary, catalog: Catalog, kind: str) -> Pairing | None:
    """The second indicator at its published values, where the picture sets it beside."""
    across = against(catalog, shown.state) if kind in BESIDE else None
    return pairing(shown, across) if across is not None else None


def _figure(
    shown: IndicatorSummary, catalog: Catalog, kind: str, pair: Pairing | None
) -> Figure | None:
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
    shown: IndicatorSummary, catalog: Catalog, options: Choices, kind: str, pair: Pairing | None
) -> dict[Id, Any]:
    view = shown.state.view

    def to(other: View) -> str:
        """The same desk for other filters; another indicator starts at its published values."""
        is_same = other.indicator == view.indicator
        return query_of(
            replace(shown.state, view=other) if is_same else IndicatorsView(other), options
        )

    return {
        Id.NAV: shell.navigation(Page.INDICATORS, view, catalog),
        **filters.bar_texts(view, options, to),
        **paper.head(catalog, Page.INDICATORS, view, controls.chosen(shown, catalog)),
        Id.STUDY_HEAD: study_texts.heading(shown, pair, kind),
        Id.FREQUENCIES: controls.frequency_links(shown, options),
        Id.SCALES: controls.scale_links(shown, options),
        Id.KINDS: controls.kind_links(shown, kind, options),
        Id.FRAMES: offers.frame_links(shown, options),
        Id.STRIP: strip.strip(shown, kind),
        Id.TAKE_AWAY: controls.take_away(shown, catalog, options, kind, pair),
        Id.STUDY_TABLE: study_texts.worded(shown, pair, catalog, kind),
        Id.STUDY_FOOT: study_texts.foot(shown, pair, kind),
        Id.STUDY_SIDE: study_texts.side(shown, pair, catalog),
        Id.COVERAGE: _coverage(catalog, view.theme, view.frequency),
    }


@remembered(32)  # the themes of a data version
def _coverage(catalog: Catalog, theme: str, frequency: str) -> Tree:
    """The theme's coverage at a frequency. It depends on nothing else that is chosen, so that the
    browser keeps it, with its place, and itself marks the indicator shown
    (assets/indicators/tables.js)."""
    options = choices(catalog).of(frequency)
    start = options.default(theme)
    found = coverage(catalog, theme, options.first_year, options.last_year)

    def address(indicator_id: str) -> str:
        return query_of(IndicatorsView(with_indicator(start, indicator_id)), options)

    title = f"{options.themes[theme]}：数据完整性"
    return tree([html.H2(title), coverage_picture(found, address)])
