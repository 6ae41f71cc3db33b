"""Answers that are the same for everybody, made and compressed once: the documents of pages, what
Dash asks for at each start, and the answers to questions that were asked before."""

import gzip
from collections.abc import Callable
from typing import NamedTuple

import brotli
from flask import Response, request

from data.recent import Recent

MOST = 6_000_000  # bytes in each process, some three hundred documents
BROTLI, GZIP, PLAIN = "br", "gzip", ""
BROTLI_LEVEL, GZIP_LEVEL = 5, 6
COMPRESSED: dict[str, Callable[[bytes], bytes]] = {
    BROTLI: lambda content: bytes(brotli.compress(content, quality=BROTLI_LEVEL)),
    GZIP: lambda content: gzip.compress(content, GZIP_LEVEL, mtime=0),
    PLAIN: bytes,
}


class Kept(NamedTuple):
    """What an answer was made of, which must be the same for it to hold, and its content."""

    source: object
    content: bytes


Key = tuple[int, str, bytes]  # the source's, the coding, the question


class Ready:
    """The answers of one app that are ready; `most` bytes of them."""

    def __init__(self, most: int = MOST) -> None:
        self._kept = Recent[Key, Kept](most, lambda kept: len(kept.content))

    def answer(
        self, source: object, make: Callable[[], str], mimetype: str, question: bytes = b""
    ) -> Response:
        """The answer that `make` makes of a source, and of a question to it, and of nothing else,
        compressed as the request takes it."""
        found = self.again(source, mimetype, question)
        if found is not None:
            return found
        coding = _coding()
        kept = Kept(source, COMPRESSED[coding](make().encode()))
        self._kept.keep((id(source), coding, question), kept)
        return _response(kept.content, coding, mimetype)

    def again(self, source: object, mimetype: str, question: bytes = b"") -> Response | None:
        """The answer that was made before; None if it was not."""
        coding = _coding()
        kept = self._kept.get((id(source), coding, question))
        if kept is None or kept.source is not source:
            return None
        return _response(kept.content, coding, mimetype)


def _coding() -> str:
    """How the request takes its answer."""
    return next((one for one in (BROTLI, GZIP) if request.accept_encodings[one]), PLAIN)


def _response(content: bytes, coding: str, mimetype: str) -> Response:
    response = Response(content, mimetype=mimetype)
    if coding:
        response.headers["Content-Encoding"] = coding
    response.headers["Vary"] = "Accept-Encoding"
    return response
