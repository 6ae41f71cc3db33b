"""How files and API answer: refused with every fault, spared where unchanged, else given."""

import hashlib
from collections.abc import Callable, Sequence

from flask import Response, request

from analysis.query import Fault
from reports.apart import TooMuch
from serving.building import Busy
from serving.files import Body, Refused
from serving.responses import json_response, offer


def answered(
    query: str, stamp: str, wrong: Sequence[Fault], build: Callable[[str], Body]
) -> Response:
    """The answer to a query in which these faults were found; `stamp` is of all that it is made
    from besides its address."""
    if wrong:
        return refusal(wrong)
    mark = hashlib.sha256(f"{stamp} {request.path}?{query}".encode()).hexdigest()[:16]
    if request.if_none_match.contains_weak(mark):
        response = Response(status=304)
    else:
        try:
            response = _response(build(query))
        except Refused as refused:
            return refusal(refused.found)
        except (Busy, TooMuch) as reason:
            return not_built(reason)
    response.set_etag(mark, weak=True)  # weak: it holds for every compression of it
    response.headers["Cache-Control"] = "no-cache"
    return response


def refusal(found: Sequence[Fault]) -> Response:
    """What is wrong, fault by fault."""
    return json_response({"errors": [fault.as_json() for fault in found]}, 400)


def not_built(reason: Busy | TooMuch) -> Response:
    """Why a file could not be built: it may be asked for again, or is too much."""
    if isinstance(reason, TooMuch):
        return json_response({"error": f"{reason}：请减少主题、年份或页数"}, 422)
    response = json_response({"error": "服务器正在生成其他文件，请稍后再试"}, 503)
    response.headers["Retry-After"] = str(reason.after)
    return response


def _response(body: Body) -> Response:
    response = Response(body.content, content_type=body.mimetype)
    response.headers.update(body.headers)
    return offer(response, body.filename, body.filename_zh) if body.filename else response
