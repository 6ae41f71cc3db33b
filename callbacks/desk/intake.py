"""A file that came in: what it says, what its names stand for, what is asked about that."""

from collections.abc import Mapping
from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from callbacks.desk import entities
from callbacks.desk.deeds import refusal
from callbacks.desk.desk import Desk
from callbacks.desk.filled import Filled, Received, filled, received
from components.desk.drafts import opened
from components.desk.ids import DeskId
from components.desk.intake import PUBLISHER, STATUS, TRUST, again, file_parts, unreadable
from components.desk.names import indicator_of, label, names_parts, question_parts
from components.desk.parts import message
from data.editions.drafts import NoDraft
from data.editions.intake import table_texts
from data.editions.uploads import NoUpload
from data.imports.cells import Book, Unreadable
from data.imports.imported import Import
from data.imports.mapping import Proposal
from data.imports.merging import SOURCES
from data.imports.picking import Unanswered, asked_of, proposal, unknown_sources, with_choices
from data.model.catalog import Catalog
from data.package.faults import BrokenTables

EMPTY: Mapping[str, Any] = {
    name: [[], []] for name in ("form", "answer", "pick", "confirmed", "area", "source")
}
LOST = (NoDraft, NoUpload, Unreadable, BrokenTables)
CHOICE = [State({"choice": ALL}, "id"), State({"choice": ALL}, "value")]
PLACE = State(DeskId.PLACE, "search")


def register(app: Dash, desk: Desk) -> None:
    """What is asked of a file follows the file and the answers."""

    @app.callback(
        Output(DeskId.FILE, "children"),
        Input(DeskId.RECEIVED, "data"),
        State(DeskId.PLACE, "search"),
    )
    def file(came: Any, place: str | None) -> Any:
        taken = received(came)
        return _file(desk, taken, opened(place)) if taken and desk.caller().may_edit else []

    @app.callback(
        output=Output(DeskId.NAMES, "children"),
        inputs=[Input({"choice": ALL}, "value")],
        state=[State({"choice": ALL}, "id"), State(DeskId.RECEIVED, "data"), PLACE],
    )
    def names(values: list[Any], ids: list[Any], came: Any, place: str | None) -> Any:
        page = _page([ids, values], came, place)
        if page.received is None:
            raise PreventUpdate
        try:
            catalog, _, said = _proposal(desk, page)
        except LOST as error:
            return refusal(error)
        return names_parts(said, _labels(catalog), _regions(catalog))

    @app.callback(
        output=Output({"question": MATCH}, "children"),
        inputs=[Input({"pick": MATCH}, "value")],
        state=[*CHOICE, State(DeskId.RECEIVED, "data"), PLACE],
        prevent_initial_call=True,
    )
    def question(
        text: str | None, ids: list[Any], values: list[Any], came: Any, place: str | None
    ) -> Any:
        page, pressed = _page([ids, values], came, place), ctx.triggered_id
        if page.received is None or not isinstance(pressed, dict):
            raise PreventUpdate
        return _question(desk, page, pressed["pick"], indicator_of(text))


def _page(choice: list[list[Any]], came: Any, place: str | None) -> Filled:
    """What is filled in, as far as these questions need it."""
    return filled({**EMPTY, "choice": choice, "received": came, "place": place})


def _file(desk: Desk, taken: Received, draft_id: str) -> Any:
    drafts = desk.rules.drafts
    try:
        package, uploads = drafts.package(draft_id), drafts.read(draft_id).uploads
        found = desk.file(taken.upload_id, taken.name)
        mark = desk.uploads.mark(taken.upload_id)
        catalog = desk.catalog(package)
    except Unreadable as error:
        return unreadable(str(error))
    except LOST as error:
        return refusal(error)
    if isinstance(found, Book):
        return entities.shown(desk, found, package, catalog)
    codes: dict[str, dict[str, str]] = {STATUS: {}, TRUST: {}}
    for (kind, code), name in catalog.names.items():
        if kind in codes:
            codes[kind][code] = name
    sources = unknown_sources(found, table_texts(package)[SOURCES])
    before = [one for one in uploads if one.mark == mark]
    shown = file_parts(found, sources, _regions(catalog), _labels(catalog), codes)
    return [again(before[-1]), *shown] if before else shown


def _proposal(desk: Desk, page: Filled) -> tuple[Catalog, Import, Proposal]:
    """The file with what was chosen, and what its names may stand for."""
    taken = page.received
    if taken is None or not desk.caller().may_edit:
        raise NoUpload("请先登录并上传文件")
    catalog = desk.catalog(desk.rules.drafts.package(opened(page.place)))
    came = desk.file(taken.upload_id, taken.name)
    if isinstance(came, Book):
        raise PreventUpdate  # a register asks for no names
    found = with_choices(came, page.choices)
    answers = desk.mappings.answers(page.choice.get(PUBLISHER, ""))
    return catalog, found, proposal(catalog, found, answers)


def _question(desk: Desk, page: Filled, number: int, indicator_id: str | None) -> Any:
    try:
        catalog, found, said = _proposal(desk, page)
        wanted = list(said.subjects)[number]
        chosen = asked_of(catalog, found, said, wanted, indicator_id) if indicator_id else None
    except Unanswered as error:
        return message(f"{error}。", "warning")
    except LOST as error:
        return refusal(error)
    except IndexError as error:
        raise PreventUpdate from error
    return question_parts(number, chosen)


def _labels(catalog: Catalog) -> dict[str, str]:
    return {name: label(name, row.name_zh) for name, row in catalog.indicators.items()}


def _regions(catalog: Catalog) -> dict[str, str]:
    return {one.region_code: one.name_zh for one in catalog.regions.values()}
