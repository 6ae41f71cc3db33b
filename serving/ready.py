"""Answers that are the same for everybody, made and compressed once: the documents of pages, and
what Dash asks for at each start."""

import gzip
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

import brotli
from cachetools import LRUCache
from flask import Response, request

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


class Ready:
    """The answers of one app that are ready; `most` bytes of them."""

    def __init__(self, most: int = MOST) -> None:
        self._kept: LRUCache[tuple[int, str], Kept] = LRUCache(most, lambda kept: len(kept.content))
        self._lock = Lock()

    def answer(self, source: object, make: Callable[[], str], mimetype: str) -> Response:
        """The answer that `make` makes of a source and of nothing else, compressed as the request
        takes it."""
        coding = next((one for one in (BROTLI, GZIP) if request.accept_encodings[one]), PLAIN)
        key = id(source), coding
        with self._lock:
            kept = self._kept.get(key)
        if kept is None or kept.source is not source:
            kept = Kept(source, COMPRESSED[coding](make().encode()))
            with self._lock:
                if len(kept.content) <= self._kept.maxsize:
                    self._kept[key] = kept
        response = Response(kept.content, mimetype=mimetype)
        if coding:
            response.headers["Content-Encoding"] = coding
        response.headers["Vary"] = "Accept-Encoding"
        return response
