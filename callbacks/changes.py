"""The page of changes: its address changes → what one edition says otherwise than another."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from analysis.changes.address import ChangesView
from analysis.changes.summary import changes_summary
from analysis.pages import Page
from callbacks.answers import Answers
from callbacks.outputs import shell_outputs
from callbacks.site import Binding, Remarks, Site, compared, pair
from components.changes import page
from components.content import Content, Parts
from components.ids import Id


def _read(site: Site, _path: str, query: str) -> tuple[ChangesView, Remarks]:
    return compared(site.editions, site.catalog, query, site.options)


def _show(site: Site, chosen: ChangesView) -> Content:
    found = changes_summary(*pair(site.editions, site.catalog, chosen), chosen)
    return page.shown(found, site.catalog, site.options)


def _frame(_site: Site, parts: Parts) -> Component:
    return page.frame(parts)


BINDING = Binding(_read, _show, _frame)


def register(app: Dash, answers: Answers) -> None:
    """The changes follow the address."""

    @app.callback(
        output={
            **shell_outputs(),
            Id.CHANGES_HEAD: Output(Id.CHANGES_HEAD, "tree"),
            Id.CHANGES: Output(Id.CHANGES, "tree"),
            Id.CHANGES_SIDE: Output(Id.CHANGES_SIDE, "tree"),
        },
        inputs=[Input(Id.ADDRESS, "changes")],
        prevent_initial_call=True,
    )
    def show_changes(question: object) -> dict[str, Any]:
        return answers.to(Page.CHANGES, question)
