"""The indicators page: its address changes → picture, table, controls and coverage show it."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from analysis.indicators.address import IndicatorsView, indicators_view
from analysis.indicators.summary import indicator_summary
from analysis.pages import Page
from callbacks.answers import Answers
from callbacks.outputs import shell_outputs
from callbacks.site import Binding, Remarks, Site
from components.content import Content, Parts
from components.ids import Id
from components.indicators import page


def _read(site: Site, _path: str, query: str) -> tuple[IndicatorsView, Remarks]:
    return indicators_view(query, site.options)


def _show(site: Site, chosen: IndicatorsView) -> Content:
    return page.shown(indicator_summary(site.catalog, chosen), site.catalog, site.options)


def _frame(site: Site, parts: Parts) -> Component:
    return page.frame(site.catalog, site.options, site.index, parts)


BINDING = Binding(_read, _show, _frame)


def register(app: Dash, answers: Answers) -> None:
    """The study follows the address."""

    @app.callback(
        output={
            **shell_outputs(),
            Id.STUDY_HEAD: Output(Id.STUDY_HEAD, "tree"),
            Id.FREQUENCIES: Output(Id.FREQUENCIES, "tree"),
            Id.SCALES: Output(Id.SCALES, "tree"),
            Id.KINDS: Output(Id.KINDS, "tree"),
            Id.FRAMES: Output(Id.FRAMES, "tree"),
            Id.TAKE_AWAY: Output(Id.TAKE_AWAY, "tree"),
            Id.STUDY: Output(Id.STUDY, "figure"),
            Id.STUDY_TABLE: Output(Id.STUDY_TABLE, "tree"),
            Id.STRIP: Output(Id.STRIP, "tree"),
            Id.STUDY_FOOT: Output(Id.STUDY_FOOT, "tree"),
            Id.STUDY_SIDE: Output(Id.STUDY_SIDE, "tree"),
            Id.COVERAGE: Output(Id.COVERAGE, "tree"),
        },
        inputs=[Input(Id.ADDRESS, "indicators")],
        prevent_initial_call=True,
    )
    def show_study(question: object) -> dict[str, Any]:
        return answers.to(Page.INDICATORS, question)
