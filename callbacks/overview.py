"""The overview: its address changes → cards, time series, comparison and map show its view."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from analysis.overview.address import OverviewView, overview_view
from analysis.overview.summary import summary
from analysis.pages import Page
from callbacks.answers import Answers
from callbacks.outputs import shell_outputs
from callbacks.site import Binding, Remarks, Site
from components.content import Content, Parts
from components.ids import Id
from components.overview import page as overview
from components.overview import panels
from components.overview.charts import CHARTS


def _read(site: Site, _path: str, query: str) -> tuple[OverviewView, Remarks]:
    return overview_view(query, site.options, site.known_grounds)


def _show(site: Site, chosen: OverviewView) -> Content:
    found = summary(site.catalog, chosen.view, chosen.ground)
    return overview.shown(found, site.catalog, site.options, site.shapes)


def _frame(site: Site, parts: Parts) -> Component:
    return overview.frame(site.catalog, parts)


BINDING = Binding(_read, _show, _frame)


def register(app: Dash, answers: Answers) -> None:
    """The view follows the address; the details of a platform follow the list beside the map."""

    @app.callback(
        output={
            **shell_outputs(),
            Id.LEAD: Output(Id.LEAD, "tree"),
            Id.CARDS: Output(Id.CARDS, "tree"),
            Id.CLAIMS: Output(Id.CLAIMS, "tree"),
            Id.LATEST: Output(Id.LATEST, "tree"),
            **{chart.text_id: Output(chart.text_id, "tree") for chart in CHARTS},  # trend, bars
            **{chart.id: Output(chart.id, "figure") for chart in CHARTS},
            **{chart.data_id: Output(chart.data_id, "tree") for chart in CHARTS},
            Id.MAP_TEXT: Output(Id.MAP_TEXT, "tree"),
            Id.MAP: Output(Id.MAP, "figure"),
        },
        inputs=[Input(Id.ADDRESS, "overview")],
        prevent_initial_call=True,
    )
    def show_view(question: object) -> dict[str, Any]:
        return answers.to(Page.OVERVIEW, question)

    catalog = answers.site.catalog
    known = {place.platform_id: place for place in catalog.platforms}

    @app.callback(
        output=[Output(Id.PLATFORM, "children"), Output(Id.PLATFORM, "hidden")],
        inputs=[Input(Id.PLATFORM_CHOICE, "value")],
        prevent_initial_call=True,
    )
    def show_platform(platform_id: str | None) -> tuple[list[Any], bool]:
        place = known.get(str(platform_id))
        return (panels.platform_details(catalog, place), False) if place else ([], True)
