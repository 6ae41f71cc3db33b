"""Bad requests: plain words for the client, the trace for the log, the worker lives."""

import logging
import re
from collections.abc import Set
from typing import Any

from dash import Dash, set_props
from flask import Response, jsonify, request
from werkzeug.exceptions import HTTPException

from components import words
from components.ids import Id

log = logging.getLogger(__name__)

CALLBACKS = "_dash-update-component"
MACHINE_PATHS = ("/_dash", "/_favicon", "/_reload", "/assets/", "/static/", "/health", "/api/")
BRIEFING_FILE = re.compile(r"/present/[^/]+\.json")
LARGEST_BODY = 1_000_000  # bytes; the largest callback body of this app is under 50 kB

NO_PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>没有这个页面</title>
<meta name="viewport" content="width=device-width">
<body style="margin:18vh auto;max-width:26em;padding:0 1em;color:#16202c;
font:16px/1.7 'Noto Sans CJK SC','Microsoft YaHei',sans-serif">
<h1 style="font-size:24px">没有这个页面</h1>
<p>地址可能写错了，或这个页面还没有建成。</p>
<p><a style="color:#0f5c9c" href="/">回到总览</a></p>"""


def show_failure(error: Exception) -> None:
    """A callback failed: the log has the trace, the user one sentence, the page stays."""
    log.error("callback failed", exc_info=error)
    set_props(Id.TOAST, {"children": words.FAILED, "is_open": True})


def register(app: Dash, pages: Set[str]) -> None:
    """All but `pages` and what scripts ask for is unknown and gets 404; malformed callback
    requests get 400; nothing shows a trace."""
    server = app.server
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY

    @server.before_request
    def refuse_unknown_page() -> tuple[str, int] | None:
        if request.path in pages or request.path.startswith(MACHINE_PATHS):
            return None
        if BRIEFING_FILE.fullmatch(request.path):
            return None
        return NO_PAGE, 404

    @server.errorhandler(Exception)
    def answer_error(error: Exception) -> tuple[Response, int] | Any:
        if isinstance(error, HTTPException) and error.code and error.code < 500:
            return jsonify(error=error.name), error.code
        if CALLBACKS in request.path:
            # our callbacks report through show_failure; what arrives here never reached one
            log.info("malformed callback request refused: %r", error)
            return jsonify(error="请求格式不正确"), 400
        log.error("unexpected error at %s", request.path, exc_info=error)
        return jsonify(error="服务器内部错误，原因已记入日志"), 500
