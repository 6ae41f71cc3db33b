"""The drafts, and the beginning of another one."""

from collections.abc import Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from components.desk.ids import deed, form
from components.desk.parts import badge, button, field, table
from components.desk.times import shown
from data.editions.drafts import Draft, State
from data.editions.publishing import OPEN

HEADS = ("标题", "编号", "状态", "起草", "最近修改（北京时间）", "操作")
STATES = {
    State.EDITING: ("编辑中", "secondary"),
    State.SUBMITTED: ("待审核", "warning"),
    State.APPROVED: ("已审核，待发布", "info"),
    State.PUBLISHED: ("已发布", "success"),
    State.WITHDRAWN: ("已撤销", "secondary"),
}
CREATE, TITLE = "create", "title"
KEY = "draft"  # of the desk's query
MOST = 50  # drafts that are done with and still listed


def state_badge(draft: Draft) -> dbc.Badge:
    """How far a draft is."""
    return badge(*STATES[draft.state])


def drafts_table(found: Sequence[Draft]) -> Any:
    """Those that are open, then those that are done with."""
    done = [one for one in found if one.state not in OPEN]
    listed = [*(one for one in found if one.state in OPEN), *done[:MOST]]
    rows = [
        (
            one.title,
            html.Code(one.draft_id),
            state_badge(one),
            one.author,
            shown(one.changed),
            html.A("打开", href=f"?{KEY}={one.draft_id}", title=f"打开草稿：{one.title}"),
        )
        for one in listed
    ]
    return table("草稿", HEADS, rows) if rows else html.P("尚无草稿。")


def beginning() -> html.Div:
    """What begins another one."""
    title = dbc.Input(id=form(TITLE), maxlength=100, size="sm", autocomplete="off")
    return html.Div(
        [
            field("新草稿的标题", title, "如：2026 年三季度数据"),
            button("新建草稿", deed(CREATE)),
        ],
        className="desk-form",
    )


def opened(query: str | None) -> str:
    """The id of the draft that the desk's address names; "" for none."""
    pairs = (part.partition("=") for part in (query or "").removeprefix("?").split("&"))
    return next((value for key, _, value in pairs if key == KEY), "")
