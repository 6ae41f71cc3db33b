"""The map of platforms: its address changes → map, list, panel, matrix and flow show it."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from analysis.pages import Page
from analysis.platforms.address import PlatformsView, platforms_view
from analysis.platforms.summary import platforms_summary
from callbacks.answers import Answers
from callbacks.outputs import shell_outputs
from callbacks.site import Binding, Remarks, Site
from components.content import Content, Parts
from components.ids import Id
from components.platforms import page


def _read(site: Site, _path: str, query: str) -> tuple[PlatformsView, Remarks]:
    return platforms_view(query, site.options, site.known)


def _show(site: Site, chosen: PlatformsView) -> Content:
    found = platforms_summary(site.catalog, chosen)
    return page.shown(found, site.catalog, site.options, site.known, site.boundaries)


def _frame(site: Site, parts: Parts) -> Component:
    return page.frame(site.catalog, site.options, parts)


BINDING = Binding(_read, _show, _frame)


def register(app: Dash, answers: Answers) -> None:
    """The survey follows the address."""

    @app.callback(
        output={
            **shell_outputs(),
            Id.ATLAS_TOOLS: Output(Id.ATLAS_TOOLS, "tree"),
            Id.ATLAS_HEAD: Output(Id.ATLAS_HEAD, "tree"),
            Id.ATLAS_OPENED: Output(Id.ATLAS_OPENED, "tree"),
            Id.ATLAS: Output(Id.ATLAS, "figure"),
            Id.ATLAS_KEY: Output(Id.ATLAS_KEY, "tree"),
            Id.ATLAS_LIST: Output(Id.ATLAS_LIST, "tree"),
            Id.ATLAS_PANEL: Output(Id.ATLAS_PANEL, "tree"),
            Id.ATLAS_MATRIX: Output(Id.ATLAS_MATRIX, "tree"),
            Id.FLOW_TEXT: Output(Id.FLOW_TEXT, "tree"),
            Id.FLOW: Output(Id.FLOW, "figure"),
            Id.FLOW_FOOT: Output(Id.FLOW_FOOT, "tree"),
            Id.FLOW_DATA: Output(Id.FLOW_DATA, "tree"),
        },
        inputs=[Input(Id.ADDRESS, "platforms")],
        prevent_initial_call=True,
    )
    def show_survey(question: object) -> dict[str, Any]:
        return answers.to(Page.PLATFORMS, question)
