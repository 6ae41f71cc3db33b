"""`/desk`, the data desk: an ordinary Dash app of its own below the site, with what Bootstrap and
`dcc` give it."""

import logging
from collections.abc import Collection
from pathlib import Path
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, set_props
from flask import Flask, redirect, request
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.wrappers import Response as BaseResponse

from analysis import links
from callbacks.desk import deeds, intake, shown
from callbacks.desk.desk import Caller, Desk
from components.desk import page
from components.desk.ids import DeskId, form
from components.desk.parts import message
from data.editions.deeds import Person
from data.editions.roles import Role
from data.package.faults import BrokenTables
from serving import asking, desk_files, headers, metrics, own_page
from serving.access import Access
from serving.callback_requests import fault_of
from serving.editions import Wsgi
from serving.errors import CALLBACKS, LARGEST_BODY
from serving.responses import json_response

log = logging.getLogger(__name__)

COOKIE = "desk-page"  # of the desk's own page, which may write
FAILED = "操作没有完成，原因已记入日志。请重试；仍有问题请与管理员联系。"
INDEX = """<!doctype html>
<html lang="zh-CN">
<head>
{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{%title%}</title>
{%favicon%}
{%css%}
</head>
<body>
<noscript>数据台需启用浏览器的 JavaScript 功能。</noscript>
{%app_entry%}
<footer>{%config%}{%scripts%}{%renderer%}</footer>
</body>
</html>"""


UNKNOWN = "登录后方可编辑。"
CLOSED = "登录后方可编辑；单机试用可请管理员以 ACCESS=open 启动。"
LACKING = "您没有编辑或审核权限，请与管理员联系。"


def caller(access: Access) -> Caller:
    """Who sends the request that is being answered, as the desk knows people."""
    visitor = access.visitor()
    may = visitor.may(Role.EDITOR), visitor.may(Role.APPROVER)
    unknown = CLOSED if access.is_closed else UNKNOWN
    why = "" if any(may) else LACKING if visitor.name else unknown
    person = Person(visitor.name, visitor.address)
    may_have_rows = visitor.may(Role.REGISTER)
    return Caller(person, *may, frozenset(visitor.regions), why, may_have_rows)


def mount(apps: Wsgi, desk: Dash) -> Wsgi:
    """The site with the desk below it, whether or not a proxy takes the site's prefix off."""
    places = {f"/{links.DESK}".rstrip("/"), links.desk().rstrip("/")}
    inner: Wsgi = DispatcherMiddleware(apps, dict.fromkeys(places, desk.server.wsgi_app))
    return inner


def create_desk(desk: Desk, assets: Path, hosts: Collection[str]) -> Dash:
    """The app of the desk, to be mounted at links.desk(). `assets` is the folder of styles and
    scripts, `hosts` are the names that writes may be sent to."""
    app = Dash(
        "desk",
        server=Flask("desk", static_folder=None),  # type: ignore[arg-type]  # as in app.py
        assets_folder=str(assets / "desk"),
        assets_ignore=r".*\.css",  # styles come together
        title=page.TITLE,
        routes_pathname_prefix="/",
        requests_pathname_prefix=links.desk(),
        update_title="",
        compress=True,
        csrf_token_name=COOKIE,  # Dash sends its value under our header: no page elsewhere can
        csrf_header_name=own_page.HEADER,
        index_string=INDEX,
        on_error=_show_failure,
        suppress_callback_exceptions=True,  # much comes and goes
        external_stylesheets=[links.desk("styles.css")],
    )
    app.layout = page.layout(desk.is_open)
    _register_callbacks(app, desk)
    desk_files.register(app, desk, assets)
    _register_guards(app, hosts)
    headers.register(app)
    # Dash puts its callbacks and scripts together while it answers its first request, and answers
    # others meanwhile without them: here it is asked before anybody else can.
    app.server.test_client().get("/")
    return app


def _register_callbacks(app: Dash, desk: Desk) -> None:
    shown.register(app, desk)
    deeds.register(app, desk)
    intake.register(app, desk)
    app.clientside_callback(
        ClientsideFunction("desk", "send"),
        Output(DeskId.RECEIVED, "data"),
        Output(DeskId.UPLOAD, "contents"),
        Input(DeskId.UPLOAD, "contents"),
        State(DeskId.UPLOAD, "filename"),
        prevent_initial_call=True,
    )
    if desk.is_open:
        app.clientside_callback(
            ClientsideFunction("desk", "known"),
            Output(form(page.NAME), "value"),
            Input(DeskId.PLACE, "pathname"),
        )
        app.clientside_callback(
            ClientsideFunction("desk", "named"),
            Output(DeskId.TURN, "data", allow_duplicate=True),
            Input(form(page.NAME), "value"),
            prevent_initial_call=True,
        )


def _register_guards(app: Dash, hosts: Collection[str]) -> None:
    """Bodies are small, writes come from the desk's own page; what is malformed or fails is said
    in words, and only the log has the trace."""
    app.server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY

    @app.server.before_request
    def refuse() -> BaseResponse | None:
        if not request.environ.get("PATH_INFO"):
            return redirect(links.desk())
        return _refusal(app, hosts) if request.method == "POST" else None

    @app.server.after_request
    def mark(response: BaseResponse) -> BaseResponse:
        if response.mimetype == "text/html":
            response.set_cookie(COOKIE, "1", path=links.desk(), samesite="Strict")
        return response

    @app.server.errorhandler(Exception)
    def answer_error(error: Exception) -> Any:
        if isinstance(error, HTTPException) and error.code and error.code < 500:
            return json_response({"error": error.name}, error.code)
        if isinstance(error, BrokenTables):
            return json_response({"error": "现行数据未能打开，请与管理员联系"}, 503)
        log.error("unexpected error at %s", request.path, exc_info=error)
        return json_response({"error": asking.with_number(FAILED)}, 500)


def _refusal(app: Dash, hosts: Collection[str]) -> BaseResponse | None:
    why = own_page.refusal(hosts)
    if why:
        return json_response({"error": why}, 403)
    fault = fault_of(_json(), app.callback_map) if request.path == CALLBACKS else None
    return json_response({"error": f"请求格式不正确：{fault}"}, 400) if fault else None


def _json() -> object:
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


def _show_failure(error: Exception) -> None:
    """A callback failed: the log has the trace, the page a sentence."""
    log.error("callback of the desk failed", exc_info=error)
    metrics.CALLBACK_FAILURES.labels("desk").inc()
    set_props(DeskId.SAID, {"children": message(asking.with_number(FAILED), "danger")})
