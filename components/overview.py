"""The page `/`: its layout before the first answer, and what a Summary puts into it."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from markupsafe import Markup

from analysis.evidence import Evidence
from analysis.summary import Summary
from analysis.trend import Trend
from analysis.view import Choices
from components import cards, filters, panels, words
from components.attributes import attributes
from components.canvas import Canvas
from components.charts.bars import bars
from components.charts.lines import lines
from components.charts.places import places
from components.ids import Id
from components.markup import markup
from data.catalog import Catalog


def page(catalog: Catalog, options: Choices) -> html.Div:
    """The whole page with every id in place; skeletons stand where answers will be."""
    return html.Div(
        [
            _header(catalog, options),
            filters.filter_bar(options),
            html.Main(
                [
                    html.Div(_summary_places(), className="summary"),
                    panels.chart_panel(words.TREND_LABEL, Id.TREND_TEXT, Id.TREND, Id.TREND_DATA),
                    panels.chart_panel(words.BARS_LABEL, Id.BARS_TEXT, Id.BARS, Id.BARS_DATA),
                    _map_panel(catalog),
                ],
                className="overview",
            ),
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


def content(
    summary: Summary, catalog: Catalog, options: Choices, urls: tuple[str, str]
) -> dict[str, Any]:
    """What a view puts into the page: `html` and `figures` by the ids of their places, and
    the years the slider shows."""
    codes = frozenset(r.region_code for r in catalog.provinces if r.slug in summary.view.regions)
    texts = _texts(summary, catalog, options)
    return {
        "html": {place.value: markup(nodes) for place, nodes in texts.items()},
        "years": [summary.view.start, summary.view.end],
        "figures": {
            Id.TREND.value: lines(summary.trend),
            Id.BARS.value: bars(summary.comparison),
            Id.MAP.value: places(catalog, summary.shading, codes, urls),
        },
    }


def _texts(summary: Summary, catalog: Catalog, options: Choices) -> dict[Id, Any]:
    view, trend, comparison = summary.view, summary.trend, summary.comparison
    english = {t.theme: t.name_en for t in catalog.themes.values()}
    bars_foot = [comparison.formula, _bars_note(comparison.evidence)]
    return {
        Id.REGIONS: filters.region_toggles(view, options),
        Id.THEMES: filters.theme_chips(view, options, english),
        Id.YEARS: filters.year_range(options),
        Id.LEAD: _lead(summary),
        Id.CARDS: [cards.card(shown, view, options) for shown in summary.cards],
        Id.CLAIMS: cards.claims(summary.claims),
        Id.TREND_TEXT: panels.heading(
            Id.TREND_TEXT, trend.title, trend.subtitle, _trend_foot(trend), trend.evidence
        ),
        Id.TREND_DATA: panels.data_view(trend.table, "", trend.evidence),
        Id.BARS_TEXT: panels.heading(
            Id.BARS_TEXT, comparison.title, comparison.subtitle, bars_foot, comparison.evidence
        ),
        Id.BARS_DATA: panels.data_view(comparison.table, comparison.formula, comparison.evidence),
        Id.MAP_TEXT: panels.map_heading(catalog, summary.shading),
    }


def _bars_note(proof: Evidence) -> str:
    """Notes on the year's values, and the remark that stands with them if it is one for all."""
    remark = f"口径：{proof.remarks[0]}。" if len(proof.remarks) == 1 else ""
    return "".join([*proof.notes, remark])


def _trend_foot(trend: Trend) -> list[str]:
    """Breaks with their reasons on one line; what the values and the indicator are on another."""
    marks = "；".join(f"{b.before}、{b.after} 年之间：{b.reason_zh}" for b in trend.breaks)
    notes = "".join([*trend.evidence.notes, trend.evidence.caveat])
    return [f"口径变化：{marks}" if marks else "", f"注：{notes}" if notes else ""]


def _lead(summary: Summary) -> list[Any]:
    thin = [html.Span(summary.thin, className="thin")] if summary.thin else []
    found = html.Span([f"{summary.filter_text}：", html.Strong(summary.finding)])
    return [found, *thin]


def remarks(texts: tuple[str, ...]) -> str:
    """What of a link could not be read, in words, as HTML."""
    return markup([html.P(text) for text in texts])


def opening(answer: dict[str, Any]) -> str:
    """What stands on the screen until the scripts have run: the title and the first finding."""
    title = html.H1(words.TITLE, className="opening-title")
    lead = html.P(Markup(answer["html"][Id.LEAD]), className="lead")
    skeleton = [html.Div(className="cards"), html.Div(className="charts")]
    main = html.Div([title, lead, *skeleton], className="opening")
    return markup(html.Div(main, id="react-entry-point"))


def _summary_places() -> list[Any]:
    """The places of remarks, lead, cards and claims, above the charts."""
    return [
        html.Div(id=Id.REMARKS, className="remarks", role="status"),
        html.P(id=Id.LEAD, className="lead", **attributes(aria_live="polite")),
        html.Div(
            id=Id.CARDS,
            className="cards",
            role="group",
            **attributes(aria_label=words.CARDS_LABEL),
        ),
        html.Div(
            id=Id.CLAIMS,
            className="claims",
            role="group",
            **attributes(aria_label=words.CLAIMS_LABEL),
        ),
    ]


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
            html.Nav(
                html.A("总览", href="?", **attributes(data_view="", aria_current="page")),
                **attributes(aria_label="页面"),
            ),
        ],
        className="header",
    )


def _map_panel(catalog: Catalog) -> html.Section:
    return html.Section(
        [
            html.Div(id=Id.MAP_TEXT, className="panel-text"),
            html.Label(
                [
                    html.Span(words.CHOOSE_PLATFORM, className="visually-hidden"),
                    dbc.Select(
                        id=Id.PLATFORM_CHOICE,
                        options=panels.platform_choices(catalog),
                        placeholder=words.CHOOSE_PLATFORM,
                    ),
                ],
                className="platform-choice",
            ),
            html.Div(
                [
                    panels.figure(Id.MAP, Id.MAP_TEXT),
                    html.Div(
                        id=Id.PLATFORM,
                        className="platform",
                        role="region",
                        hidden=True,
                        **attributes(aria_label=words.PLATFORM_LABEL),
                    ),
                ],
                className="panel-figure",
            ),
        ],
        className="panel panel-map",
        **attributes(aria_label=words.MAP_LABEL),
    )
