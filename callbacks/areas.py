"""The page of areas: its address changes → map, slopes, profile and tables show it."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from analysis.areas.address import AreasView, areas_view
from analysis.areas.summary import areas_summary
from analysis.pages import Page
from callbacks.answers import Answers
from callbacks.outputs import shell_outputs
from callbacks.site import Binding, Remarks, Site
from components.areas import page
from components.content import Content, Parts
from components.ids import Id


def _read(site: Site, _path: str, query: str) -> tuple[AreasView, Remarks]:
    return areas_view(query, site.options, site.known_areas)


def _show(site: Site, chosen: AreasView) -> Content:
    found = areas_summary(site.catalog, chosen)
    return page.shown(found, site.catalog, site.options, site.known_areas, site.boundaries)


def _frame(_site: Site, parts: Parts) -> Component:
    return page.frame(parts)


BINDING = Binding(_read, _show, _frame)


def register(app: Dash, answers: Answers) -> None:
    """The areas follow the address."""

    @app.callback(
        output={
            **shell_outputs(),
            Id.AREAS_BAR: Output(Id.AREAS_BAR, "tree"),
            Id.AREAS_HEAD: Output(Id.AREAS_HEAD, "tree"),
            Id.AREAS_MAP_TEXT: Output(Id.AREAS_MAP_TEXT, "tree"),
            Id.AREAS_MAP: Output(Id.AREAS_MAP, "figure"),
            Id.AREAS_KEY: Output(Id.AREAS_KEY, "tree"),
            Id.AREAS_SLOPES_TEXT: Output(Id.AREAS_SLOPES_TEXT, "tree"),
            Id.AREAS_SLOPES: Output(Id.AREAS_SLOPES, "figure"),
            Id.AREAS_SLOPES_DATA: Output(Id.AREAS_SLOPES_DATA, "tree"),
            Id.AREAS_PROFILE: Output(Id.AREAS_PROFILE, "tree"),
            Id.AREAS_OPENED: Output(Id.AREAS_OPENED, "tree"),
            Id.AREAS_ENDS: Output(Id.AREAS_ENDS, "tree"),
            Id.AREAS_PRODUCTS: Output(Id.AREAS_PRODUCTS, "tree"),
            Id.AREAS_REGISTER: Output(Id.AREAS_REGISTER, "tree"),
            Id.AREAS_NOTES: Output(Id.AREAS_NOTES, "tree"),
        },
        inputs=[Input(Id.ADDRESS, "areas")],
        prevent_initial_call=True,
    )
    def show_areas(question: object) -> dict[str, Any]:
        return answers.to(Page.AREAS, question)
