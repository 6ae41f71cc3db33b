"""The page `/`: its frame, and what a Summary puts into it."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from analysis import links
from analysis.overview.summary import Summary
from analysis.overview.trend import Trend
from analysis.pages import Page
from analysis.series.evidence import Evidence
from analysis.state.scope import scope
from analysis.state.view import Choices, View, query_of, with_indicator
from components import cards, content, files, filters, shell, words
from components.attributes import attributes
from components.charts.bars import bars
from components.charts.lines import lines
from components.charts.places import places
from components.content import Parts
from components.ids import Id
from components.overview import panels
from components.parts import Html
from data.model.catalog import Catalog


def frame(catalog: Catalog, parts: Parts) -> html.Main:
    """The page with its places, each filled with its part."""
    return html.Main(
        [
            html.Div(_summary_places(parts), className="summary"),
            panels.chart_panel(words.TREND_LABEL, Id.TREND_TEXT, Id.TREND, Id.TREND_DATA, parts),
            panels.chart_panel(words.BARS_LABEL, Id.BARS_TEXT, Id.BARS, Id.BARS_DATA, parts),
            _map_panel(catalog, parts),
        ],
        className="overview",
        **attributes(data_page=Page.OVERVIEW),
    )


def shown(
    summary: Summary, catalog: Catalog, options: Choices, urls: tuple[str, str]
) -> content.Content:
    """What a view puts into the page."""
    codes = frozenset(scope(catalog, summary.view.regions).codes)
    return content.content(
        Page.OVERVIEW,
        words.TITLE,
        _texts(summary, catalog, options),
        {
            Id.TREND: lines(summary.trend),
            Id.BARS: bars(summary.comparison.bars, summary.comparison.absence),
            Id.MAP: places(catalog, summary.shading, codes, urls),
        },
    )


def _texts(summary: Summary, catalog: Catalog, options: Choices) -> dict[Id, Any]:
    view, trend, comparison = summary.view, summary.trend, summary.comparison
    bars_foot = [comparison.formula, _bars_note(comparison.evidence)]

    def to(view: View) -> str:
        return query_of(view, options)

    return {
        Id.NAV: shell.navigation(Page.OVERVIEW, view, options),
        **filters.bar_texts(view, options, to),
        Id.LEAD: [*_lead(summary), _plan_link(summary.view, catalog, options)],
        Id.CARDS: [
            cards.card(shown, to(with_indicator(view, shown.indicator))) for shown in summary.cards
        ],
        Id.CLAIMS: cards.claims(summary.claims),
        Id.TREND_TEXT: panels.heading(
            Id.TREND_TEXT, trend.title, trend.subtitle, _trend_foot(trend), trend.evidence
        ),
        Id.TREND_DATA: [
            files.take_away(Page.OVERVIEW, to(view)),
            *panels.data_view(trend.table, "", trend.evidence),
        ],
        Id.BARS_TEXT: panels.heading(
            Id.BARS_TEXT, comparison.title, comparison.subtitle, bars_foot, comparison.evidence
        ),
        Id.BARS_DATA: panels.data_view(comparison.table, comparison.formula, comparison.evidence),
        Id.MAP_TEXT: panels.map_heading(
            catalog, summary.shading, to(view), is_dimmed=set(view.regions) != set(options.regions)
        ),
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


def _plan_link(view: View, catalog: Catalog, options: Choices) -> html.A:
    """To the task of the plan that the theme is, or to the whole plan."""
    task = next((t for t in catalog.plan.tasks if t.task_id == view.theme), None)
    part = f"#task-{view.theme}" if task else ""
    return filters.link(
        links.plan(view, options, view.theme) + part,
        children=words.PLAN_TASK if task else words.PLAN_WHOLE,
        className="quiet to-plan",
        title=task.name_zh if task else words.PLAN_NAME,
    )


def _summary_places(parts: Parts) -> list[Any]:
    """The places of lead, cards and claims, above the charts."""
    return [
        Html(Id.LEAD, parts.get(Id.LEAD), tag="p", className="lead", aria_live="polite"),
        Html(
            Id.CARDS,
            parts.get(Id.CARDS),
            className="cards",
            role="group",
            aria_label=words.CARDS_LABEL,
        ),
        Html(
            Id.CLAIMS,
            parts.get(Id.CLAIMS),
            className="claims",
            role="group",
            aria_label=words.CLAIMS_LABEL,
        ),
    ]


def _map_panel(catalog: Catalog, parts: Parts) -> html.Section:
    return html.Section(
        [
            Html(Id.MAP_TEXT, parts.get(Id.MAP_TEXT), className="panel-text"),
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
                    panels.figure(Id.MAP, Id.MAP_TEXT, parts),
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
