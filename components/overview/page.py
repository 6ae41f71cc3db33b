"""The page `/`: its frame, and what a Summary puts into it."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from analysis import links
from analysis.overview.address import OverviewView, grounds, query_of
from analysis.overview.summary import Summary
from analysis.pages import Page
from analysis.state.scope import scope
from analysis.state.view import Choices, View, with_indicator
from components import cards, content, filters, paper, shell, words
from components.attributes import attributes
from components.charts.places import places
from components.content import Parts
from components.elements import tree
from components.grounds import ground_options
from components.ids import Id
from components.overview import panels
from components.overview.charts import CHARTS, Chart
from components.overview.latest import panel
from components.parts import Html
from components.selects import address_select, option
from components.unbroken import with_units
from data.model.catalog import Catalog


def frame(catalog: Catalog, parts: Parts) -> html.Main:
    """The page with its places, each filled with its part."""
    return html.Main(
        [
            html.Div(_summary_places(parts), className="summary"),
            *(_chart_panel(chart, parts) for chart in CHARTS),
            _map_panel(catalog, parts),
            _claims_place(parts),
            Html(Id.LATEST, parts.get(Id.LATEST), tag="section", className="latest"),
        ],
        className="overview",
        **shell.main(Page.OVERVIEW),
    )


def shown(
    summary: Summary, catalog: Catalog, options: Choices, urls: tuple[str, str]
) -> content.Content:
    """What a view puts into the page."""
    codes = frozenset(scope(catalog, summary.view.regions).codes)
    return content.content(
        Page.OVERVIEW,
        shell.title(Page.OVERVIEW, catalog, summary.view, options.themes[summary.view.theme]),
        _texts(summary, catalog, options),
        {
            **{chart.id: chart.figure(summary) for chart in CHARTS},
            Id.MAP: places(catalog, summary.ground or summary.shading, codes, urls),
        },
    )


def _texts(summary: Summary, catalog: Catalog, options: Choices) -> dict[Any, Any]:
    view, ground = summary.view, summary.ground

    def to(view: View) -> str:
        return query_of(OverviewView(view, ground.base if ground else ""), options)

    return {
        Id.NAV: shell.navigation(Page.OVERVIEW, view, catalog),
        **filters.bar_texts(view, options, to),
        **paper.head(catalog, Page.OVERVIEW, view, _chosen(summary.view, catalog)),
        Id.LEAD: [*_lead(summary, catalog), _ways(summary, catalog, options)],
        Id.CARDS: [
            cards.card(shown, to(with_indicator(view, shown.indicator))) for shown in summary.cards
        ],
        Id.CLAIMS: cards.claims(summary.claims),
        Id.LATEST: panel(summary.latest) if summary.latest else [],
        **{c.text_id: _told(c, summary) for c in CHARTS},
        **{c.data_id: c.data(summary, to(view)) for c in CHARTS},
        Id.MAP_TEXT: panels.map_heading(
            catalog,
            ground or summary.shading,
            to(view),
            is_dimmed=not ground and set(view.regions) != set(options.regions),
        ),
    }


def _chosen(view: View, catalog: Catalog) -> dict[str, str]:
    """What the view filters by besides regions and years."""
    indicator = catalog.indicators[view.indicator].short_zh
    return {"主题": catalog.themes[view.theme].name_zh, "指标": indicator}


def _told(chart: Chart, summary: Summary) -> list[Any]:
    """What is said around a chart, and the chart in words."""
    heading = panels.heading(chart.text_id, *chart.told(summary))
    return [*heading, panels.described(chart.text_id, chart.described(summary))]


def _lead(summary: Summary, catalog: Catalog) -> list[Any]:
    """The first finding, what is thin in the theme's data, what marks at the cards' values mean."""
    asides = (summary.thin, cards.legend(catalog, summary.cards))
    thin = [html.Span(with_units(text), className="thin") for text in asides if text]
    found = html.Span(
        [with_units(f"{summary.filter_text}："), html.Strong(with_units(summary.finding))],
        **attributes(data_told=""),
    )
    return [found, *thin]


def _ways(summary: Summary, catalog: Catalog, options: Choices) -> html.Span:
    """On from here: to what worsened, and to the plan."""
    view, count = summary.view, summary.worsened
    worse = filters.link(
        links.watched(view, options),
        children=f"回落 {count} 项",
        className="quiet",
        title="各主题中与起点相比有所回落的指标和地区",
    )
    found = [worse] if count else []
    return html.Span([*found, _plan_link(view, catalog, options)], className="to-plan")


def _plan_link(view: View, catalog: Catalog, options: Choices) -> html.A:
    """To the task of the plan that the theme is, or to the whole plan."""
    task = next((t for t in catalog.plan.tasks if t.task_id == view.theme), None)
    part = f"#task-{view.theme}" if task else ""
    return filters.link(
        links.plan(view, options, view.theme) + part,
        children=words.PLAN_TASK if task else words.PLAN_WHOLE,
        className="quiet",
        title=task.name_zh if task else words.PLAN_NAME,
    )


def _summary_places(parts: Parts) -> list[Any]:
    """The places of lead and cards, above the charts."""
    return [
        Html(Id.LEAD, parts.get(Id.LEAD), tag="p", className="lead"),
        Html(
            Id.CARDS,
            parts.get(Id.CARDS),
            className="cards",
            role="group",
            aria_label=words.CARDS_LABEL,
        ),
    ]


def _claims_place(parts: Parts) -> Html:
    """The place of the claims, below the charts: some themes have none, and the charts stay where
    they are."""
    return Html(
        Id.CLAIMS,
        parts.get(Id.CLAIMS),
        className="claims",
        role="group",
        aria_label=words.CLAIMS_LABEL,
    )


def _chart_panel(chart: Chart, parts: Parts) -> html.Section:
    """A chart with its title above, its numbers behind 查看数据, and its credit below."""
    behind = Html(chart.data_id, parts.get(chart.data_id), className="data-view")
    return html.Section(
        [
            Html(chart.text_id, parts.get(chart.text_id), className="panel-text"),
            html.Div(panels.figure(chart.id, chart.text_id, parts), className="panel-figure"),
            html.Details(
                [html.Summary(words.SHOW_DATA), behind], className="data", id=chart.fold_id
            ),
        ],
        className=f"panel panel-{chart.id}",
        **attributes(aria_label=chart.label),
    )


def _ground(catalog: Catalog) -> list[Any]:
    """What colours the map: the indicator by regions, or a measure of prefectures."""
    known = ground_options(catalog, grounds(catalog))
    if not known:
        return []
    select = address_select("ground", words.SHADE, [option("", f"{words.SHADE}：指标"), *known])
    return [Html("ground-choice", tree(select), className="ground-choice")]


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
                    *_ground(catalog),
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
