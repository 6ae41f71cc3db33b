"""What a button does, by its name; whatever is refused is said in words."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from dash import ALL, Dash, Input, Output, State, ctx, no_update, set_props
from dash.exceptions import PreventUpdate

from callbacks.desk import dialog
from callbacks.desk.desk import Desk
from callbacks.desk.filled import STATES, Filled, filled
from callbacks.desk.merge import merge
from components.desk import draft as steps
from components.desk.changes import ANSWER, FOR_ALL
from components.desk.drafts import CREATE, KEY, TITLE, opened
from components.desk.editions import FIRST, ROLL_BACK
from components.desk.ids import DeskId, form
from components.desk.intake import MERGE
from components.desk.page import CONFIRM, WHY
from components.desk.parts import message
from components.desk.times import given, shown
from data.editions.deeds import Refused
from data.editions.drafts import NoDraft
from data.editions.first import take_in_first
from data.editions.store import NoEdition
from data.editions.uploads import NoUpload
from data.imports.cells import Unreadable
from data.imports.picking import Unanswered
from data.package.faults import BrokenTables

log = logging.getLogger(__name__)

MOST_SAID = 20  # faults and questions that are said one by one
Done = tuple[str, str | None]  # in words, and the draft to be opened then


def register(app: Dash, desk: Desk) -> None:
    """Every button of the desk."""

    @app.callback(
        output=[
            Output(DeskId.SAID, "children"),
            Output(DeskId.TURN, "data"),
            Output(DeskId.PLACE, "search"),
            Output(DeskId.RECEIVED, "data", allow_duplicate=True),
            Output(DeskId.DIALOG, "is_open", allow_duplicate=True),
            *(Output(*one, allow_duplicate=True) for one in dialog.MISSING),
        ],
        inputs={"clicks": Input({"act": ALL, "on": ALL}, "n_clicks")},
        state={"state": STATES, "asked": State(DeskId.ASKED, "data")},
        prevent_initial_call=True,
    )
    def do(clicks: list[int | None], state: Mapping[str, Any], asked: Any) -> list[Any]:
        pressed = ctx.triggered_id
        if not any(clicks) or not isinstance(pressed, dict) or not ctx.triggered[0]["value"]:
            raise PreventUpdate  # a button that has come, and was not pressed
        return _pressed(desk, pressed, filled(state), asked)

    dialog.register(app, desk)


def _pressed(desk: Desk, pressed: Mapping[str, Any], page: Filled, asked: Any) -> list[Any]:
    """What the page is given after a button: a dialog without its reason stays open and says so."""
    name, subject = pressed["act"], pressed["on"]
    if name == CONFIRM and isinstance(asked, dict):
        name, subject = asked.get("ask"), asked.get("on")
        if not str(page.form.get(WHY) or "").strip():
            return [*[no_update] * 4, True, dialog.NO_REASON, True]
    try:
        said, draft_id = done(desk, str(name), str(subject), page)
    except Exception as error:
        told = refusal(error)
        if told is None:
            raise
        return [told, no_update, no_update, no_update, False, "", False]
    place = f"?{KEY}={draft_id}" if draft_id else no_update
    return [message(said), uuid4().hex, place, None, False, "", False]


def done(desk: Desk, name: str, subject: str, page: Filled) -> Done:
    """Do it; what came of it. Raises what `refusal` has words for."""
    if name not in DEEDS:
        raise Refused("没有这项操作。")
    return DEEDS[name](desk, subject, page)


def refusal(error: Exception) -> Any:
    """Why something was not done, in plain words; None where only the log may know."""
    match error:
        case Refused():
            more = [*map(str, error.faults), *error.questions.values()][:MOST_SAID]
            head, _, first = str(error).partition("：")
            is_twice = bool(more) and first == more[0]
            return message(f"{head}：" if is_twice else str(error), "danger", more)
        case Unanswered() | Unreadable() | NoUpload():
            return message(f"{error}。", "warning")
        case NoDraft():
            return message("没有这份草稿。", "danger")
        case NoEdition():
            return message("库中没有这一版本。", "danger")
        case BrokenTables():
            return message("草稿的数据有误。", "danger", list(map(str, error.faults[:MOST_SAID])))
        case OSError():
            log.error("the store could not be written to", exc_info=error)
            return message("没有写成，请检查存储空间和目录权限后重试。", "danger")
    return None


def _create(desk: Desk, _subject: str, page: Filled) -> Done:
    title = str(page.form.get(TITLE) or "")
    draft = desk.rules.create(desk.allowed("create", title), title)
    set_props(form(TITLE), {"value": ""})
    return f"已新建草稿“{draft.title}”。请上传数据文件。", draft.draft_id


def _again(desk: Desk, draft_id: str, _page: Filled) -> Done:
    title = desk.rules.drafts.read(draft_id).title
    draft = desk.rules.create(desk.allowed("create", title), title)
    return f"已在现行版本上新建草稿“{draft.title}”。请再次上传数据文件。", draft.draft_id


def _merge(desk: Desk, _subject: str, page: Filled) -> Done:
    return merge(desk, opened(page.place), page), None


def _answer(desk: Desk, _subject: str, page: Filled) -> Done:
    draft_id = opened(page.place)
    who = desk.allowed("answer", draft_id)
    said = _said(desk, draft_id, page)
    if not said:
        raise Unanswered("没有新填写的说明")
    desk.rules.answer(who, draft_id, said)
    return f"已保存 {len(said)} 条说明。", None


def _said(desk: Desk, draft_id: str, page: Filled) -> dict[str, str]:
    """What is newly said to questions, to those without an answer what is said to all of them."""
    before = desk.rules.drafts.read(draft_id).answers
    for_all = str(page.form.get(FOR_ALL) or "")
    given = {key: text if text.strip() else for_all for key, text in page.answers.items()}
    return {key: text for key, text in given.items() if text.strip() and before.get(key) != text}


def _submit(desk: Desk, draft_id: str, page: Filled) -> Done:
    who = desk.allowed("submit", draft_id)
    said = _said(desk, draft_id, page)
    if said:
        desk.rules.answer(who, draft_id, said)
    draft = desk.rules.submit(who, draft_id)
    return f"已提交，编号 {draft.digest}。请由另一人审核。", None


def _approve(desk: Desk, subject: str, _page: Filled) -> Done:
    draft_id, _, digest = subject.partition(" ")
    who = desk.allowed("approve", draft_id, is_editing=False)
    desk.rules.approve(who, draft_id, digest)
    return f"已审核通过，编号 {digest}。", None


def _publish(desk: Desk, draft_id: str, page: Filled) -> Done:
    is_editing = desk.caller().may_edit
    who = desk.allowed("publish", draft_id, is_editing)
    entry = desk.rules.publish(who, draft_id, _when(page.form.get(steps.WHEN)))
    when = datetime.fromisoformat(entry.start) > desk.rules.now()
    told = f"将于北京时间 {shown(entry.start)} 生效" if when else "几秒内生效"
    return f"已发布，编号 {entry.edition}，{told}。", None


def _when(field: Any) -> datetime | None:
    try:
        return given(field)
    except (ValueError, TypeError) as error:
        raise Unanswered(f"发布时间“{field}”应写作 2026-11-28T18:00") from error


def _withdraw(desk: Desk, draft_id: str, page: Filled) -> Done:
    who = desk.allowed("withdraw", draft_id)
    desk.rules.withdraw(who, draft_id, str(page.form.get(WHY) or ""))
    return "已撤销草稿。", None


def _roll_back(desk: Desk, edition: str, page: Filled) -> Done:
    who = desk.allowed("roll_back", edition, is_editing=False)
    desk.rules.roll_back(who, edition, str(page.form.get(WHY) or ""))
    return f"已退回到版本 {edition}，几秒内生效。", None


def _first(desk: Desk, _subject: str, _page: Filled) -> Done:
    who = desk.allowed("take_in", "", is_editing=False)
    taken = take_in_first(desk.rules, who, desk.data)
    return f"已导入初始版本 {len(taken)} 个，现在可以起草新的版本。", None


DEEDS: Mapping[str, Callable[[Desk, str, Filled], Done]] = {
    CREATE: _create,
    steps.AGAIN: _again,
    MERGE: _merge,
    ANSWER: _answer,
    steps.SUBMIT: _submit,
    steps.APPROVE: _approve,
    steps.PUBLISH: _publish,
    steps.WITHDRAW: _withdraw,
    ROLL_BACK: _roll_back,
    FIRST: _first,
}
