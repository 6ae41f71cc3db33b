"""One draft, step by step: a file in, what it changes, approval, publication."""

from collections.abc import Collection
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from analysis import links
from components.attributes import attributes
from components.desk.drafts import state_badge
from components.desk.ids import DeskId, ask, deed, form
from components.desk.parts import awaited, button, card, field, table
from components.desk.times import shown
from components.unbroken import dated
from data.editions.drafts import Draft, State
from data.editions.publishing import OPEN

UPLOADED = ("文件", "识别结果", "上传人", "时间（北京时间）")
SUBMIT, APPROVE, PUBLISH, WITHDRAW, AGAIN, WHEN = (
    "submit",
    "approve",
    "publish",
    "withdraw",
    "again",
    "when",
)
LARGEST = 100_000_000  # bytes a browser is let to read; what is too large is said in words


EDIT, REVIEW, INVOLVED = "edit", "review", "involved"


def draft_cards(draft: Draft, mark: str, may: Collection[str], is_current: bool) -> list[Any]:
    """A draft; `mark` is the digest of its package now, `may` what who looks may do (EDIT, REVIEW)
    and whether they had a hand in it (INVOLVED), `is_current` whether it is based on what is
    live."""
    is_open = draft.state in OPEN
    return [
        _head(draft, is_current or not is_open, EDIT in may),
        card("一、上传数据文件", *_upload(draft, is_open and EDIT in may), name="step-upload"),
        card("二、核对变化", *_checks(draft, mark), name="step-changes"),
        card("三、预览", _preview(draft, mark), name="step-preview"),
        card("四、提交、审核与发布", *_deeds(draft, may), name="step-deeds"),
    ]


def _head(draft: Draft, is_current: bool, may_edit: bool) -> html.Section:
    told = [
        f"起草：{draft.author}",
        f"依据版本：{draft.base}",
        f"最近修改：{shown(draft.changed)}",
    ]
    told += [f"修改人：{'、'.join(draft.editors)}"] if draft.editors else []
    told += [f"撤销原因：{draft.note}"] if draft.state is State.WITHDRAWN else []
    old: Any = None
    if not is_current:
        text = "依据的版本已不是现行版本。请在现行版本上重新起草，再次上传文件并核对变化。"
        again = button("在现行版本上新建草稿", deed(AGAIN, draft.draft_id)) if may_edit else None
        old = dbc.Alert([html.P(text), again], color="warning", className="mb-0 mt-2")
    return card(
        f"草稿：{draft.title}",
        html.P([state_badge(draft), " ", *dated(" · ".join(told))], className="mb-0"),
        old,
        name="draft",
    )


def _upload(draft: Draft, may_upload: bool) -> list[Any]:
    rows = [(one.name, one.taken_for, one.by, shown(one.at)) for one in draft.uploads]
    parts: list[Any] = [table("已并入的文件", UPLOADED, rows)] if rows else []
    if not may_upload:
        return parts or [html.P("没有上传的文件。", className="mb-0")]
    hint = "可上传本站模板、本站下载的文件和统计部门的表格：.xlsx、.xls、.csv，不超过 20 MB"
    if draft.state is not State.EDITING:
        hint += "。并入新的数据后，须重新提交、审核"
    return [
        *parts,
        dcc.Upload(
            [html.Span("选择文件"), "，或把文件拖到此处"],
            id=DeskId.UPLOAD,
            max_size=LARGEST,
            className="desk-upload",
            className_active="desk-upload active",
        ),
        html.Div(hint, className="form-text"),
        html.Progress(
            id=DeskId.PROGRESS,
            value="0",
            max="1",
            className="d-none",
            **attributes(aria_label="上传进度"),
        ),
        html.Div(id=DeskId.PROGRESS_TEXT, className="form-text", role="status"),
        awaited(html.Div(id=DeskId.FILE)),
    ]


def _checks(draft: Draft, mark: str) -> list[Any]:
    """Places that are filled after the draft is drawn: they take seconds."""
    return [
        dcc.Store(id=DeskId.DRAWN, data=[draft.draft_id, mark]),
        awaited(html.Div(id=DeskId.CHANGES)),
        awaited(html.Div(id=DeskId.CHECKED)),
    ]


def _preview(draft: Draft, mark: str) -> html.P:
    link = html.A("打开草稿的完整页面", href=links.draft(mark), target="_blank")
    told = "（在新窗口打开，仅供核对；发布前现行页面不变。）"
    return html.P([link, told], className="mb-0")


def _deeds(draft: Draft, may: Collection[str]) -> list[Any]:
    """What can be done next, by who looks; or what was done."""
    if draft.state is State.PUBLISHED:
        return [html.P(["已发布，编号 ", html.Code(draft.edition)], className="mb-0")]
    if draft.state is State.WITHDRAWN:
        return [html.P("已撤销。", className="mb-0")]
    parts: list[Any] = [html.P(dated(one)) for one in _told(draft)]
    buttons: list[Any] = []
    if draft.state is State.EDITING and EDIT in may:
        buttons.append(button("提交审核", deed(SUBMIT, draft.draft_id)))
    if draft.state is State.SUBMITTED and INVOLVED in may:
        parts.append(html.P("起草、修改或提交过这份草稿的人不能审核，须由另一人审核。"))
    elif draft.state is State.SUBMITTED and REVIEW in may:
        parts.append(html.P(["所审核内容的编号：", html.Code(draft.digest)]))
        buttons.append(button("审核通过", deed(APPROVE, f"{draft.draft_id} {draft.digest}")))
    if draft.state is State.APPROVED and (EDIT in may or REVIEW in may):
        when = dbc.Input(id=form(WHEN), type="datetime-local", size="sm")
        parts.append(field("发布时间（北京时间）", when, "留空为立即发布"))
        buttons.append(button("发布", deed(PUBLISH, draft.draft_id)))
    if EDIT in may:
        buttons.append(button("撤销草稿", ask(WITHDRAW, draft.draft_id), "danger"))
    return [*parts, html.Div(buttons, className="desk-row")]


def _told(draft: Draft) -> list[str]:
    if draft.state is State.EDITING:
        return ["提交后内容冻结，由起草人和修改人以外的另一人审核。再作修改，提交与审核即作废。"]
    said = [f"已由 {draft.submitted_by} 提交，编号 {draft.digest}。"]
    said += [f"{one.by} 于 {shown(one.at)} 审核通过。" for one in draft.approvals]
    return said
