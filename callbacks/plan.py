"""The page of the plan: its address changes → goals, tasks, chains and ledger show it."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from analysis.pages import Page
from analysis.plan.address import PlanView, plan_view
from analysis.plan.summary import plan_summary
from callbacks.answers import Answers
from callbacks.outputs import shell_outputs
from callbacks.site import Binding, Remarks, Site
from components.content import Content, Parts
from components.ids import Id
from components.plan import page


def _read(site: Site, _path: str, query: str) -> tuple[PlanView, Remarks]:
    return plan_view(query, site.options)


def _show(site: Site, chosen: PlanView) -> Content:
    found = plan_summary(site.catalog, chosen.view, chosen.kinds)
    return page.shown(found, site.catalog, site.options)


def _frame(_site: Site, parts: Parts) -> Component:
    return page.frame(parts)


BINDING = Binding(_read, _show, _frame)


def register(app: Dash, answers: Answers) -> None:
    """The parts of the plan follow the address."""

    @app.callback(
        output={
            **shell_outputs(),
            Id.PLAN_RAIL: Output(Id.PLAN_RAIL, "tree"),
            Id.PLAN_HEAD: Output(Id.PLAN_HEAD, "tree"),
            Id.PLAN_GOALS: Output(Id.PLAN_GOALS, "tree"),
            Id.PLAN_TIMELINE: Output(Id.PLAN_TIMELINE, "tree"),
            Id.PLAN_TASKS: Output(Id.PLAN_TASKS, "tree"),
            Id.PLAN_CHAINS: Output(Id.PLAN_CHAINS, "tree"),
            Id.PLAN_PATTERN: Output(Id.PLAN_PATTERN, "tree"),
            Id.PLAN_SAFEGUARDS: Output(Id.PLAN_SAFEGUARDS, "tree"),
            Id.PLAN_LEDGER: Output(Id.PLAN_LEDGER, "tree"),
        },
        inputs=[Input(Id.ADDRESS, "plan")],
        prevent_initial_call=True,
    )
    def show_plan(question: object) -> dict[str, Any]:
        return answers.to(Page.PLAN, question)
