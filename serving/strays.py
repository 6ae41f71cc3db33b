"""What is answered near the addresses of files and API: to an address that is none, to a method
that none of them takes."""

from dataclasses import dataclass

from flask import Response, request

from serving import briefings
from serving.responses import json_response

PREFIX = "/api/"
METHODS = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Known:
    """The addresses of files and of the API; those of profiles, how they begin, and the kinds of
    files that end them; `sent` are those of the files that something may be sent to."""

    files: tuple[str, ...]
    api: tuple[str, ...]
    profiles: tuple[str, ...]
    beginning: str
    kinds: tuple[str, ...]
    sent: tuple[str, ...] = ()


def refusal(known: Known) -> Response | None:
    """What to answer to the request instead; None where it may go on."""
    path = request.path
    if path == briefings.PATH or path.startswith(f"{briefings.PATH}/"):
        return None  # these can be written too
    near = _near(path, known)
    if path not in (*known.files, *known.api):
        return json_response({"error": "没有该地址", "allowed": near}, 404) if near else None
    if request.method in METHODS or (request.method == "POST" and path in known.sent):
        return None
    refused = json_response({"error": "仅支持读取（GET）", "allowed": METHODS}, 405)
    refused.headers["Allow"] = ", ".join(METHODS)
    return refused


def _near(path: str, known: Known) -> tuple[str, ...]:
    """The addresses that somebody who asks for a path of the API or a profile's file may have
    meant; none for any other path."""
    if path.startswith(PREFIX):
        return known.api
    is_file = path.endswith(tuple(f".{kind}" for kind in known.kinds))
    return known.profiles if is_file and path.startswith(known.beginning) else ()
