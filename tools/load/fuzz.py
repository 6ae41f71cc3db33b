"""Requests as nobody sends them: whatever comes, no answer says that the server has failed."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any

from analysis import pages
from analysis.pages import PAGES
from serving import api
from tools.bench.views import Views
from tools.load.client import Answer, Connection, Lost, Question, question
from tools.load.rows import Row
from tools.load.views import CALLBACK, Asked

AT_ONCE = 16
EXAMPLES = 8  # of failures that are named
JUNK = (
    "",
    "%00",
    "%FF%FE",
    "9" * 400,
    "-1",
    "0",
    "NaN",
    "1e309",
    "2026-02-30",
    "2014-Q9",
    "%3Cscript%3E",
    "%27%20OR%201=1--",
    "..%2F..%2Fetc%2Fpasswd",
    "%E4%BA%AC" * 90,
    "%F0%9F%98%80",
    ",,,",
    "beijing,beijing",
    "[]",
    "%7B%7D",
    "+",
    "%25%25",
    "a:b,c:d",
    "innovation:1e400",
    "%E2%80%AE",
    "true",
    "null",
    "*",
    "d54568b15bb53112",
)
VALUES: Sequence[Any] = (
    None,
    True,
    -1,
    2**70,
    1e308,
    "",
    "\0",
    "\ud83d",
    "京" * 500,
    [],
    {},
    [[]],
    {"a": None},
    "/",
    "?",
    "/indicators?indicator=gdp",
    "//x",
    "http://[",
    "#",
    "/regions/" + "x" * 3000,
)
PATHS = (
    "/",
    "/present",
    "/present/default",
    "/present.pptx",
    "/health",
    "/metrics",
    "/desk/",
    "/desk/history",
    "/api/v1/briefings",
    "/api/v1/briefings/default",
    "/api/v1/openapi.json",
    "/_dash-layout",
    "/_dash-dependencies",
    "/static/x.js",
    "/assets/..%2F",
    "/editions/",
    "/editions/d54568b15bb53112/",
    "/drafts/0/",
    "/regions",
    "/regions/%00",
    "/favicon.ico",
    "/present/preview",
)
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW")
RAW = (
    b"\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: \x00\r\n\r\n",
    b"\x16\x03\x01\x00\n\n",
    b"GET /\xff HTTP/1.1\r\nHost: h\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What requests are made from: keys with values that hold, addresses of files and the API."""

    keys: Mapping[str, Sequence[str]]
    files: Sequence[str]
    api: Sequence[str]


def grammar() -> Grammar:
    """That of the product as it stands."""
    views = Views()
    options = views.options
    keys = {key: found.allowed[:60] for key, found in
            pages.keys(views.catalog, options).items()}  # fmt: skip
    files = [f"/{page}.{kind}" for page, place in PAGES.items() if not place.has_regions
             for kind in place.kinds if kind in ("csv", "json")]  # fmt: skip
    known = [*api.API, "/api/v1/nowhere"]
    return Grammar(keys, files, known)


def query(chance: Random, known: Grammar) -> str:
    """A query of known and unknown keys, with values that hold and others."""
    pairs = []
    for _ in range(chance.choice((0, 1, 1, 2, 3, 5, 40))):
        key = chance.choice([*known.keys, chance.choice(JUNK)[:50]])
        values = known.keys.get(key) or JUNK
        value = chance.choice(values if chance.random() < 0.5 else JUNK)
        pairs.append(f"{key}={value}" if chance.random() < 0.95 else key)
    text = "&".join(pairs).replace(" ", "+")
    return "?" + "".join(letter if letter.isascii() else "%E4%BA%AC" for letter in text)[:7000]


def body(chance: Random, asked: Asked, address: str) -> bytes:
    """The body of a callback's request, with something in it changed."""
    page = chance.choice(tuple(PAGES))
    sent: Any = json.loads(asked.answer(str(page), address).sent.partition(b"\r\n\r\n")[2])
    for _ in range(chance.randrange(4)):
        _spoil(chance, sent)
    text = json.dumps(sent).encode()
    cut = chance.choice((len(text), len(text), len(text), chance.randrange(len(text))))
    return text[:cut] if chance.random() < 0.98 else b"[" * 5000


def _spoil(chance: Random, found: Any) -> None:
    """Put another value somewhere inside."""
    while found and isinstance(found, dict | list):
        key = chance.choice(list(found) if isinstance(found, dict) else range(len(found)))
        if chance.random() < 0.4 or not isinstance(found[key], dict | list):
            found[key] = deepcopy(chance.choice(VALUES))  # it may be spoiled itself
            return
        found = found[key]


def request(chance: Random, known: Grammar, asked: Asked) -> Question:
    """Any request."""
    said, turn = query(chance, known), chance.random()
    page = chance.choice([place.path for place in PAGES.values()])
    if turn < 0.35:
        heads = {"Accept": "text/html"} if chance.random() < 0.5 else {}
        return question(page + said, heads=heads)
    if turn < 0.5:
        return question(chance.choice(known.files) + said)
    if turn < 0.7:
        return question(chance.choice(known.api) + said)
    if turn < 0.9:
        return question(CALLBACK, "POST", body(chance, asked, page + said))
    if turn < 0.99:
        method = chance.choice(METHODS)
        sent = b"" if method == "GET" else chance.choice((b"", b"{}", b"[", b'{"scenes":[]}'))
        return question(chance.choice(PATHS) + said, method, sent)
    return Question(chance.choice(RAW))


def has_failed(answer: Answer) -> bool:
    """Whether an answer says that the server has failed; that it is busy just now, and when to come
    again, is none."""
    return answer.status >= 500 and "retry-after" not in answer.heads


async def fuzzed(
    port: int, asked: Asked, count: int, tell: Callable[[str], None], seed: int = 1
) -> list[Row]:
    """So many requests; `tell` hears of the first that failed."""
    known, statuses, failures = grammar(), dict[int, int](), list[str]()
    lost = 0

    async def one(at: int) -> None:
        nonlocal lost
        chance, connection = Random(seed * 1000 + at), Connection(port)
        for _ in range(count // AT_ONCE):
            sent = request(chance, known, asked)
            try:
                answer = await connection.ask(sent)
            except (Lost, OSError, TimeoutError, ValueError):
                lost += 1
                connection.close()
                continue
            statuses[answer.status] = statuses.get(answer.status, 0) + 1
            if has_failed(answer):
                failures.append(f"{answer.status} {sent.sent[:300]!r}")
        connection.close()

    await asyncio.gather(*(one(at) for at in range(AT_ONCE)))
    for failure in failures[:EXAMPLES]:
        tell(failure)
    part = f"{count:,} 个随机请求"
    said = [Row(part, f"状态 {status}", number) for status, number in sorted(statuses.items())]
    return [*said, Row(part, "没有回答即断开", lost), Row(part, "服务器出错", len(failures), "", 0)]
