"""Bad requests and failures: plain words for the client, the trace for the log; what is only
incomplete leads on."""

import logging
import re
from collections.abc import Mapping, Set
from typing import Any

from dash import ctx, set_props
from flask import Response, jsonify, redirect, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as BaseResponse

from analysis import links
from analysis.pages import Page, meant
from analysis.state.view import view
from callbacks.answers import number_of
from components import missing, theme, words
from components.ids import Id
from data.cube.contract import StoreAway
from serving import asked_again, asking, metrics
from serving.callback_requests import fault_of
from serving.editions import NO_EDITION
from serving.index import Monitor

log = logging.getLogger(__name__)

CALLBACKS = "/_dash-update-component"
MACHINE_PATHS = ("/_dash", "/_favicon", "/_reload", "/assets/", "/static/", "/health", "/api/")
FILES = "/static/"  # what is there is served before Flask is asked (serving/statics.py)
BRIEFING_FILE = re.compile(r"/present/[^/]+\.(?:json|html)")
AWAY = "数据暂时无法读取，请稍后再试"
BROKEN = "服务器内部错误，原因已记入日志"
LARGEST_BODY = 1_000_000  # bytes; the largest callback body of this app is under 50 kB

# Where the document itself cannot be made.
PLAIN = f"""<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{{title}}</title>
<meta name="viewport" content="width=device-width">
<body style="margin:18vh auto;max-width:26em;padding:0 1em;color:{theme.INK};
font:16px/1.7 'Noto Sans CJK SC','Microsoft YaHei',sans-serif">
<main><h1 style="font-size:24px">{{title}}</h1>{{number}}
<p><a style="color:{theme.ACCENT}" href="{{home}}">返回总览</a></p></main>"""


def show_failure(error: Exception) -> None:
    """A callback failed: the log has the trace. The address component is told which of its
    questions it was, says so in words and offers to ask again; else a sentence is shown."""
    asked_again.note_failure()
    asked = ctx.triggered_id == Id.ADDRESS
    log.error("callback failed: %s", ctx.triggered_id, exc_info=error)
    metrics.CALLBACK_FAILURES.labels("page").inc()
    if not asked:
        set_props(Id.TOAST, {"children": asking.with_number(words.FAILED), "is_open": True})
        return
    question = ctx.triggered[0]["value"]
    status = missing.AWAY if isinstance(error, StoreAway) else missing.FAILED
    failure = {"number": number_of(question), "status": status, "request": asking.number()}
    set_props(Id.ADDRESS, {"failure": failure})


def register(app: Monitor, pages: Set[str]) -> None:
    """All but `pages` and what scripts ask for leads to the page that its path means, with its
    query, or is unknown and gets 404; malformed callback requests get 400; what fails here gets
    500, where a store of facts is away 503, and a trace in the log, never in the answer. Who reads
    gets a page with the ways on, programs get JSON."""
    app.server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY

    @app.server.before_request
    def refuse() -> BaseResponse | tuple[Response | str, int] | None:
        return _no_edition(app) or _no_page(app, pages) or _malformed(app.callback_map)

    asked_again.register(app, CALLBACKS)

    @app.server.errorhandler(Exception)
    def answer_error(error: Exception) -> tuple[Response, int] | Any:
        if isinstance(error, HTTPException) and error.code and error.code < 500:
            if _is_read():
                return _refusal(app, error.code)
            return jsonify(error=error.name), error.code
        log.error("unexpected error at %s", request.path, exc_info=error)
        status = missing.AWAY if isinstance(error, StoreAway) else missing.FAILED
        if _is_read():
            return _refusal(app, status)
        said = AWAY if status == missing.AWAY else BROKEN
        return jsonify(error=asking.with_number(said)), status


def _is_read() -> bool:
    """Whether somebody reads the answer, and no program: pages are asked for as HTML by name."""
    is_machine = request.path.startswith(MACHINE_PATHS)
    return not is_machine and "text/html" in request.headers.get("Accept", "")


def _refusal(app: Monitor, status: int) -> tuple[str, int]:
    """The page that says what has happened; in the plainest form if that fails too."""
    try:
        return app.refusal(status), status
    except Exception:
        log.exception("no page for status %s at %s", status, request.path)
        return _plain(status), status


def _plain(status: int) -> str:
    title = missing.title(status)
    said = asking.number() if status >= missing.FAILED else ""
    number = f"<p>{words.NUMBER.format(said)}</p>" if said else ""
    return PLAIN.format(title=title, number=number, home=links.page(Page.OVERVIEW))


def _no_edition(app: Monitor) -> tuple[Response | str, int] | None:
    """Nothing is shown in the place of an edition that there is none of (serving/editions.py)."""
    if NO_EDITION not in request.environ:
        return None
    if _is_read():
        return _refusal(app, missing.NO_EDITION)
    return jsonify(error="没有这一版数据，请核对地址中的版本号"), missing.NO_EDITION


def _no_page(app: Monitor, pages: Set[str]) -> BaseResponse | tuple[str, int] | None:
    is_file = request.path.startswith(FILES)
    is_known = request.path in pages or request.path.startswith(MACHINE_PATHS)
    if not is_file and (is_known or BRIEFING_FILE.fullmatch(request.path)):
        return None
    query = request.query_string.decode(errors="replace")
    if not is_file and (found := meant(request.path, _first_region(app, query), pages)):
        return redirect(links.address(found, f"?{query}" if query else ""))
    accepted = request.accept_mimetypes
    if is_file or (accepted and not accepted.accept_html):  # a picture, a script
        return _plain(missing.NONE_HERE), missing.NONE_HERE
    return _refusal(app, missing.NONE_HERE)


def _first_region(app: Monitor, query: str) -> str:
    """The region whose profile a query leads to, as the navigation does."""
    return view(query, app.answers.site.options)[0].regions[0]


def _malformed(callbacks: Mapping[str, Any]) -> tuple[Response, int] | None:
    if request.path != CALLBACKS or request.method != "POST":
        return None
    fault = fault_of(_json(), callbacks)
    if fault is None:
        return None
    log.info("malformed callback request refused: %s", fault)
    return jsonify(error=f"请求格式不正确：{fault}"), 400


def _json() -> object:
    """The request's body; None where it is no JSON, or nested deeper than Python reads."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None
