"""The reports: the address changes → choices, files and the report as it will be show it."""

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from analysis.pages import Page
from analysis.reports.address import ReportView, report_view
from analysis.reports.summary import report_summary
from callbacks.answers import Answers
from callbacks.outputs import shell_outputs
from callbacks.own_briefings import NotKept, with_briefing
from callbacks.site import Binding, Remarks, Site
from components.content import Content, Parts
from components.ids import Id
from components.reports import page


def _read(site: Site, _path: str, query: str) -> tuple[ReportView, Remarks]:
    chosen, remarks = report_view(query, site.options)
    try:
        return with_briefing(chosen, site.briefings), remarks
    except NotKept as lost:
        own = with_briefing(replace(chosen, briefing=""), site.briefings)
        return own, (*remarks, f"{lost}，已改用预置汇报。")


def _show(site: Site, chosen: ReportView) -> Content:
    return page.shown(report_summary(site.catalog, chosen), site.catalog, site.options)


def _frame(_site: Site, parts: Parts) -> Component:
    return page.frame(parts)


BINDING = Binding(_read, _show, _frame)


def register(app: Dash, answers: Answers) -> None:
    """The report follows the address."""

    @app.callback(
        output={
            **shell_outputs(),
            Id.REPORTS_BAR: Output(Id.REPORTS_BAR, "tree"),
            Id.REPORTS_PREVIEW: Output(Id.REPORTS_PREVIEW, "tree"),
        },
        inputs=[Input(Id.ADDRESS, "reports")],
        prevent_initial_call=True,
    )
    def show_report(question: object) -> dict[str, Any]:
        return answers.to(Page.REPORTS, question)
