"""The dialog that asks for the reason before something is taken back."""

from typing import Any

from dash import ALL, Dash, Input, Output, ctx
from dash.exceptions import PreventUpdate

from callbacks.desk.desk import Desk
from components.desk.editions import ROLL_BACK
from components.desk.ids import DeskId, form
from components.desk.page import WHY
from data.editions.drafts import NoDraft

NO_REASON = "请填写原因。"
# What a dialog says that is missing, and the field that it is missing in.
MISSING: tuple[tuple[Any, str], ...] = (
    (DeskId.DIALOG_SAID, "children"),
    (form(WHY), "invalid"),
)


def register(app: Dash, desk: Desk) -> None:
    """Deeds that take something back ask for the reason first."""

    @app.callback(
        output=[
            Output(DeskId.DIALOG, "is_open"),
            Output(DeskId.DIALOG_TITLE, "children"),
            Output(DeskId.ASKED, "data"),
            Output(form(WHY), "value"),
            *(Output(*one) for one in MISSING),
        ],
        inputs=[Input({"ask": ALL, "on": ALL}, "n_clicks")],
        prevent_initial_call=True,
    )
    def ask(_clicks: list[int | None]) -> list[Any]:
        pressed = ctx.triggered_id
        if not isinstance(pressed, dict) or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        return [True, _asked(desk, pressed["ask"], str(pressed["on"])), pressed, "", "", False]


def _asked(desk: Desk, name: str, subject: str) -> str:
    """What the reason is asked for, with the name of what is taken back."""
    try:
        if name == ROLL_BACK:
            return f"退回到 {desk.rules.store.versions().get(subject, '')} 版（{subject}）"
        return f"撤销草稿：{desk.rules.drafts.read(subject).title}"
    except NoDraft:
        return "没有这份草稿"
