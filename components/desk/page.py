"""The page of the desk: its places, which the callbacks fill."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from analysis import links
from analysis.marking import marked
from analysis.pages import Page
from components import words
from components.desk.ids import DeskId, deed, form
from components.desk.parts import awaited, button, card, field

TITLE = f"数据台 · {words.TITLE}"
CONFIRM, WHY, NAME = "confirm", "why", "name"
OPEN = "本站以开放方式运行：任何人都可以保存和发布，姓名只凭填写，不作核验。请先填写姓名。"


def layout(is_open: bool) -> html.Div:
    """The whole page. `is_open`: whoever comes says who they are."""
    return html.Div(
        [
            dcc.Location(id=DeskId.PLACE, refresh=False),
            dcc.Store(id=DeskId.TURN),
            dcc.Store(id=DeskId.ASKED),
            dcc.Store(id=DeskId.RECEIVED),
            _header(is_open),
            html.Main(
                [
                    awaited(
                        html.Div(id=DeskId.SAID, role="status", className="desk-said"),
                        parent_className="desk-saying",
                    ),
                    html.Div(id=DeskId.DRAFT, className="desk-draft"),
                    card(
                        "草稿",
                        html.Div(id=DeskId.DRAFTS),
                        html.Div(id=DeskId.BEGIN),
                        name="drafts",
                    ),
                    card("填报模板", html.Div(id=DeskId.TEMPLATE), name="template"),
                    card("数据版本", html.Div(id=DeskId.EDITIONS), name="editions"),
                    card("台账", html.Div(id=DeskId.LEDGER), name="ledger"),
                ],
                className="desk",
            ),
            _dialog(),
        ]
    )


def _header(is_open: bool) -> html.Header:
    parts: list[Any] = [
        html.H1("数据台", className="h4 mb-0"),
        *([html.Strong(marked(), className="text-danger")] if marked() else []),
        html.A("返回监测平台", href=links.page(Page.OVERVIEW)),
        html.Div(id=DeskId.WHO, className="desk-who"),
    ]
    if is_open:
        name = dbc.Input(id=form(NAME), size="sm", debounce=True, autocomplete="name")
        parts.append(dbc.Alert([OPEN, field("姓名", name)], color="warning", className="desk-open"))
    return html.Header(parts, className="desk-header")


def _dialog() -> dbc.Modal:
    """What asks for the reason of a deed that takes something back."""
    why = dbc.Textarea(id=form(WHY), rows=3, maxlength=500)
    return dbc.Modal(
        [
            dbc.ModalHeader(dbc.ModalTitle(id=DeskId.DIALOG_TITLE)),
            dbc.ModalBody(
                [
                    field("原因（记入台账）", why),
                    html.Div(id=DeskId.DIALOG_SAID, role="alert", className="desk-missing"),
                ]
            ),
            dbc.ModalFooter(button("确定", deed(CONFIRM))),
        ],
        id=DeskId.DIALOG,
        is_open=False,
        labelledby=DeskId.DIALOG_TITLE,
        fade=False,  # there at once, and nothing half drawn
    )


def who_text(name: str, roles: list[str], why: str) -> str:
    """Who looks, and what they may do."""
    told = "、".join(roles) or "阅读者"
    named = f"{name}（{told}）" if name else "未登录（仅可查看）"
    return f"{named}。{why}" if why and not roles else named
