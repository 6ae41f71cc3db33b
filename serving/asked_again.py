"""A question that was asked before, word for word, has the answer of before, without Dash.

Most of what a meeting or a busy morning asks for is the same few views. Dash's own part of such an
answer, and compressing it, take five times as long as to find it.
"""

from functools import partial
from hashlib import sha256
from typing import NamedTuple

import orjson
from flask import Response, g, request

from callbacks.answers import MEMORY
from components.content import Content
from components.ids import Id
from serving.index import Monitor
from serving.ready import Ready
from serving.responses import JSON

HELD = "X-Accel-Expires"  # for how many seconds a server before this one may hold an answer
HELD_FOR = "10"
MOST = 4_000_000  # bytes in each process, some four hundred answers
LONGEST = 8_000  # bytes of a question; the pages' have two to four thousand
OTHER_PAGE = "page"  # the property of the address that asks for another page (navigation.py)
OF_CODING = {"Content-Encoding", "Vary"}
QUESTION, FAILED_AT = "question", "failed"  # of what Flask keeps for a request


class Asked(NamedTuple):
    """A question: the property of the address that asks it (a page, or OTHER_PAGE), and about
    which address; `edition`: of the data that is shown where it is asked."""

    of: str
    address: str
    edition: str


def note_failure() -> None:
    """The question that is being answered could not be: what is said of it is not kept."""
    setattr(g, FAILED_AT, True)


def register(app: Monitor, path: str) -> None:
    """What is asked at `path`, and was found to be a question (serving/errors.py), is answered
    so."""
    ready = Ready(MOST)

    @app.server.before_request
    def answer_again() -> Response | None:
        asked = _asked(request.get_data()) if request.path == path else None
        if asked is None:
            return None
        setattr(g, QUESTION, asked)
        found = _content(app, asked)
        answer = ready.again(found, JSON, _mark()) if found else None
        if answer is not None:
            app.answers.told(MEMORY)
        return answer

    @app.server.after_request
    def keep(response: Response) -> Response:
        asked = g.get(QUESTION)
        is_new = "Content-Encoding" not in response.headers and response.status_code == 200
        if asked is None or not is_new or g.get(FAILED_AT):
            return response
        found = _content(app, asked, is_use=False)
        if found is not None:
            text = response.get_data(as_text=True)
            kept = ready.answer(found, lambda: text, JSON, _mark())
            response.set_data(kept.get_data())
            response.headers.update(
                {name: kept.headers[name] for name in OF_CODING & {*kept.headers.keys()}}
            )
        return response

    app.server.after_request(partial(_held, app))


def _held(app: Monitor, response: Response) -> Response:
    """An answer that may be held before the site says so. Only what is of the edition that is shown
    where it is asked: who shows another one must get the newest, not that of some seconds ago."""
    asked = g.get(QUESTION)
    is_same = asked is not None and asked.edition == app.answers.site.catalog.digest
    if is_same and response.status_code == 200 and not g.get(FAILED_AT):
        response.headers[HELD] = HELD_FOR
    return response


def _mark() -> bytes:
    """What tells this question from every other one."""
    return sha256(request.get_data()).digest()


def _content(app: Monitor, asked: Asked, is_use: bool = True) -> Content | None:
    """The content that the answer is made of; None where it is not in memory."""
    found = app.answers.again(asked.address, is_use)
    return found if found and asked.of in (found.page, OTHER_PAGE) else None


def _asked(body: bytes) -> Asked | None:
    try:
        given = orjson.loads(body) if len(body) <= LONGEST else None
    except ValueError:
        return None
    match given:
        case {"inputs": [{"id": Id.ADDRESS, "property": of, "value": dict() as value}]}:
            address, edition = value.get("address"), value.get("edition")
            return Asked(str(of), address, str(edition)) if isinstance(address, str) else None
    return None
