"""What the desk shows: who looks, editions, drafts, ledger, and the draft that is opened."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from dash import ALL, Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from analysis import links
from analysis.changes.address import changes_view
from analysis.changes.editions import EditionLine
from analysis.changes.plausibility import questions
from analysis.changes.summary import changes_summary
from analysis.state.view import choices
from callbacks.desk import register_tables
from callbacks.desk.deeds import refusal
from callbacks.desk.desk import Caller, Desk
from components.desk import register as registers
from components.desk.changes import changes_parts, faults_parts
from components.desk.draft import EDIT, INVOLVED, REVIEW, draft_cards
from components.desk.drafts import beginning, drafts_table, opened
from components.desk.editions import editions_table
from components.desk.ids import DeskId
from components.desk.ledger import ledger_parts
from components.desk.page import who_text
from components.desk.template import FIELDS, KIND, template_parts
from data.editions.drafts import NoDraft
from data.editions.publishing import OPEN
from data.editions.standing import standings
from data.editions.store import NoEdition
from data.package.digests import digest_if_whole
from data.package.faults import BrokenTables

HIDDEN = "有编辑或审核权限的人员登录后可见。"


def register(app: Dash, desk: Desk) -> None:
    """What is shown follows the address and every deed."""

    @app.callback(
        Output(DeskId.WHO, "children"),
        Output(DeskId.EDITIONS, "children"),
        Output(DeskId.DRAFTS, "children"),
        Output(DeskId.LEDGER, "children"),
        Output(DeskId.BEGIN, "children"),
        Input(DeskId.TURN, "data"),
        State(DeskId.BEGIN, "children"),
    )
    def lists(_turn: Any, begun: Any) -> tuple[Any, ...]:
        caller, rules = desk.caller(), desk.rules
        found = standings(rules.schedule.entries(), rules.store.versions(), rules.now())
        who = who_text(caller.person.name, _roles(caller), caller.why)
        editions = editions_table(found, caller.may_approve)
        if not caller.may_look:
            return who, editions, HIDDEN, HIDDEN, []
        return (
            who,
            editions,
            drafts_table(rules.drafts.listed()),
            ledger_parts(rules.ledger.records(), rules.ledger.check()),
            _begin(caller, begun),
        )

    @app.callback(
        Output(DeskId.DRAFT, "children"),
        Input(DeskId.PLACE, "search"),
        Input(DeskId.TURN, "data"),
    )
    def draft(place: str | None, _turn: Any) -> Any:
        draft_id = opened(place)
        return _draft(desk, draft_id) if draft_id and desk.caller().may_look else []

    _register_checks(app, desk)
    _register_template(app, desk)


def _register_checks(app: Dash, desk: Desk) -> None:
    """What takes seconds comes after the draft is shown."""

    @app.callback(Output(DeskId.CHANGES, "children"), Input(DeskId.DRAWN, "data"))
    def changes(drawn: Any) -> Any:
        return _or_refusal(_changes, desk, _drawn(desk, drawn))

    @app.callback(Output(DeskId.CHECKED, "children"), Input(DeskId.DRAWN, "data"))
    def checked(drawn: Any) -> Any:
        return _or_refusal(_checked, desk, _drawn(desk, drawn))


def _register_template(app: Dash, desk: Desk) -> None:
    @app.callback(Output(DeskId.TEMPLATE, "children"), Input(DeskId.PLACE, "pathname"))
    def template(_path: Any) -> Any:
        try:
            themes = desk.catalog(desk.base()).themes
        except (NoEdition, BrokenTables) as error:
            return refusal(error)
        names = {slug: theme.name_zh for slug, theme in themes.items()}
        return [*template_parts(names), *registers.template_parts(desk.caller().may_have_rows)]

    @app.callback(
        Output(DeskId.TEMPLATE_LINK, "href"),
        Input({"template": ALL}, "value"),
    )
    def link(values: Sequence[str | None]) -> str:
        chosen = dict(zip(FIELDS, (value or "" for value in values), strict=False))
        kind = chosen.pop(KIND, "")
        return links.desk(f"template.{kind}?{urlencode(chosen)}")


def _begin(caller: Caller, begun: Any) -> Any:
    """What begins a draft; where it is there it stays, with what is typed in it."""
    if not caller.may_edit:
        return []
    return no_update if begun else beginning()


def _roles(caller: Caller) -> list[str]:
    words = (("编辑", caller.may_edit), ("审核", caller.may_approve))
    return [word for word, is_granted in words if is_granted]


def _draft(desk: Desk, draft_id: str) -> Any:
    caller, rules = desk.caller(), desk.rules
    may = {EDIT} if caller.may_edit else set()
    may |= {REVIEW} if caller.may_approve else set()
    try:
        found = rules.drafts.read(draft_id)
        hands = {found.author, found.submitted_by, *found.editors}
        may |= {INVOLVED} if caller.person.name in hands else set()
        mark = digest_if_whole(rules.drafts.package(draft_id)) or ""
        return draft_cards(found, mark, may, found.base == rules.live())
    except NoDraft as error:
        return refusal(error)


def _drawn(desk: Desk, drawn: Any) -> str:
    if (
        not desk.caller().may_look
        or not isinstance(drawn, list)
        or not drawn
        or not isinstance(drawn[0], str)
    ):
        raise PreventUpdate
    return drawn[0]


def _or_refusal(show: Any, desk: Desk, draft_id: str) -> Any:
    try:
        return show(desk, draft_id)
    except (NoDraft, NoEdition, BrokenTables, OSError) as error:
        return refusal(error)


def _changes(desk: Desk, draft_id: str) -> Any:
    """The draft against its base; links in it lead to the draft itself."""
    rules = desk.rules
    found, package = rules.drafts.read(draft_id), rules.drafts.package(draft_id)
    before = rules.store.path(found.base)
    base, after = desk.catalog(before), desk.catalog(package)
    line = EditionLine(base.digest, base.version)
    chosen, _ = changes_view("", choices(after), (line,), EditionLine(after.digest, "草稿"))
    may_edit = desk.caller().may_edit and found.state in OPEN
    with links.pinned(after.digest, links.DRAFTS):
        summary = changes_summary(base, after, chosen)
        asked = questions(base, after, summary.found, desk.today.isoformat())
        asked += tuple(register_tables.asked(before, package))
        beside = register_tables.changed(before, package)
        return changes_parts(summary, asked, found.answers, may_edit, beside)


def _checked(desk: Desk, draft_id: str) -> Any:
    if desk.rules.drafts.read(draft_id).state not in OPEN:
        return []
    return faults_parts(desk.faults(desk.rules.drafts.package(draft_id)))
