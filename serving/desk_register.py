"""The register's workbook at the desk: its template for everybody, its rows for who may have them.

Nothing else of the site gives rows of it away; each time is a row of the ledger.
"""

import logging
from collections.abc import Callable

from dash import Dash
from flask import Response, request

from callbacks.desk.desk import Desk
from callbacks.desk.register_tables import table_of
from components.desk.register import NAME, ROWS, TEMPLATE
from data.editions.deeds import Deed, Deeds
from data.editions.drafts import NoDraft
from data.editions.ledger import DONE
from data.imports.register_heads import AREA
from data.imports.register_merging import rows_of
from data.model.catalog import Catalog
from reports.register_template import register_book
from serving.responses import offer

log = logging.getLogger(__name__)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ACTION = "register_rows"
LACKING = "您没有逐条下载登记表的权限，请与管理员联系。"
Answer = Response | tuple[str, int]


def register(app: Dash, desk: Desk) -> None:
    """Both workbooks."""
    _serve(app, f"/{TEMPLATE}", lambda: _template(desk))
    _serve(app, f"/{ROWS}", lambda: _rows(desk, request.args.get("draft", "")))


def _serve(app: Dash, path: str, answer: Callable[[], Answer]) -> None:
    app.server.add_url_rule(path, path, answer, methods=["GET"])


def _template(desk: Desk) -> Response:
    catalog = desk.catalog(desk.base())
    content = register_book(catalog, [])
    return offer(Response(content, content_type=XLSX), TEMPLATE, f"京津冀监测_{NAME}模板.xlsx")


def _rows(desk: Desk, draft_id: str) -> Answer:
    """The rows of the live edition, or of a draft, of the caller's regions; put down first."""
    caller, subject = desk.caller(), draft_id or desk.rules.live()
    if not caller.may_have_rows or not caller.person.name.strip():
        desk.rules.refuse(caller.person, ACTION, subject, LACKING)
        return LACKING, 403
    try:
        package = desk.rules.drafts.package(draft_id) if draft_id else desk.base()
    except NoDraft:
        return "没有这份草稿。", 404
    catalog = desk.catalog(package)
    rows = [
        row
        for row in rows_of(table_of(package)).values()
        if _is_own(catalog, row[AREA], caller.regions)
    ]
    deed = Deed(ACTION, subject, desk.rules.live(), "", f"{len(rows)} 行")
    try:
        Deeds(desk.store, desk.now).put_down(caller.person, deed, DONE)
    except OSError as error:
        log.error("the ledger could not be written to", exc_info=error)
        return "台账没有写成，不能下载；请与管理员联系。", 507
    answer = Response(register_book(catalog, rows), content_type=XLSX)
    answer.headers["Cache-Control"] = "no-store"
    return offer(answer, ROWS, f"京津冀监测_{NAME}_{catalog.version}.xlsx")


def _is_own(catalog: Catalog, area: str, regions: frozenset[str]) -> bool:
    if not regions:
        return True
    code = catalog.areas.province_of(area) if area in catalog.areas.by_code else ""
    return any(r.region_code == code for r in catalog.provinces if r.slug in regions)
