"""The evaluation: its address changes → ratios, division of labour, indices and lists show it."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from analysis.evaluation.address import EvaluationView, evaluation_view
from analysis.evaluation.summary import evaluation_summary
from analysis.pages import Page
from callbacks.answers import Answers
from callbacks.outputs import shell_outputs
from callbacks.site import Binding, Remarks, Site
from components.content import Content, Parts
from components.evaluation import page
from components.ids import Id


def _read(site: Site, _path: str, query: str) -> tuple[EvaluationView, Remarks]:
    return evaluation_view(query, site.options, site.known_parts)


def _show(site: Site, chosen: EvaluationView) -> Content:
    found = evaluation_summary(site.catalog, chosen)
    return page.shown(found, site.catalog, site.options)


def _frame(_site: Site, parts: Parts) -> Component:
    return page.frame(parts)


BINDING = Binding(_read, _show, _frame)


def register(app: Dash, answers: Answers) -> None:
    """The evaluation follows the address."""

    @app.callback(
        output={
            **shell_outputs(),
            Id.EVALUATION_BAR: Output(Id.EVALUATION_BAR, "tree"),
            Id.EVALUATION_HEAD: Output(Id.EVALUATION_HEAD, "tree"),
            Id.GAPS: Output(Id.GAPS, "tree"),
            Id.DIVISION: Output(Id.DIVISION, "tree"),
            Id.OFFICIAL: Output(Id.OFFICIAL, "tree"),
            Id.OPEN_INDEX_TEXT: Output(Id.OPEN_INDEX_TEXT, "tree"),
            Id.OPEN_INDEX: Output(Id.OPEN_INDEX, "figure"),
            Id.OPEN_INDEX_FOOT: Output(Id.OPEN_INDEX_FOOT, "tree"),
            Id.MEASURES: Output(Id.MEASURES, "tree"),
            Id.WHAT_IF: Output(Id.WHAT_IF, "tree"),
            Id.WATCH: Output(Id.WATCH, "tree"),
            Id.OTHERS: Output(Id.OTHERS, "tree"),
            Id.EVALUATION_NOTES: Output(Id.EVALUATION_NOTES, "tree"),
        },
        inputs=[Input(Id.ADDRESS, "evaluation")],
        prevent_initial_call=True,
    )
    def show_evaluation(question: object) -> dict[str, Any]:
        return answers.to(Page.EVALUATION, question)
