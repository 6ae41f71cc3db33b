"""A client of HTTP/1.1 as thin as it can be: it shares two cores with the server it measures."""

import asyncio
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter

PATIENCE = 60.0  # seconds for one answer
BODILESS = (204, 304)


class Lost(Exception):
    """The connection ended before an answer was whole."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: status, heads in lower case, body, seconds from sending to the last byte."""

    status: int
    heads: Mapping[str, str]
    body: bytes
    seconds: float


@dataclass(frozen=True, slots=True)
class Question:
    """A request that is ready to be sent."""

    sent: bytes
    has_body: bool = True  # whether the answer to it may have one


def question(
    path: str, method: str = "GET", body: bytes = b"", heads: Mapping[str, str] | None = None
) -> Question:
    """A request as a browser of today sends it; the answer comes compressed."""
    lines = {"Host": "127.0.0.1", "Accept-Encoding": "gzip, deflate, br", **(heads or {})}
    if body or method in ("POST", "PUT"):
        lines = {"Content-Type": "application/json", **lines, "Content-Length": str(len(body))}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return Question(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body, method != "HEAD")


class Connection:
    """A connection that is kept alive, made when it is first needed. `reopened` counts how often
    the server had closed it between two requests, which a browser does not show either."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.reopened = 0

    async def ask(self, asked: Question) -> Answer:
        """The answer to a request. Raises Lost, TimeoutError, OSError."""
        began = perf_counter()
        async with asyncio.timeout(PATIENCE):
            is_kept = self._streams is not None
            try:
                return await self._asked(asked, began)
            except Unanswered:
                if not is_kept:
                    raise
                self.reopened += 1
                return await self._asked(asked, began)

    async def _asked(self, asked: Question, began: float) -> Answer:
        try:
            if self._streams is None:
                self._streams = await asyncio.open_connection("127.0.0.1", self._port)
            reader, writer = self._streams
            writer.write(asked.sent)
            head = await _head(reader)
            found = await _answer(reader, head, asked.has_body, began)
        except BaseException:
            self.close()
            raise
        if found.heads.get("connection") == "close":
            self.close()
        return found

    def close(self) -> None:
        """Leave."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


class Unanswered(Lost):
    """The connection ended before the first byte of an answer."""


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as error:
        raise (Lost if error.partial else Unanswered)("no whole head") from error
    except ConnectionError as error:
        raise Unanswered(str(error)) from error


async def _answer(
    reader: asyncio.StreamReader, head: bytes, has_body: bool, began: float
) -> Answer:
    first, *lines = head.decode("latin-1").split("\r\n")
    status = int(first.split()[1])
    pairs = (line.partition(":") for line in lines if line)
    heads = {name.lower(): value.strip() for name, _, value in pairs}
    try:
        body = await _body(reader, heads) if has_body and status not in BODILESS else b""
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        raise Lost("no whole body") from error
    return Answer(status, heads, body, perf_counter() - began)


async def _body(reader: asyncio.StreamReader, heads: Mapping[str, str]) -> bytes:
    if "content-length" in heads:
        return await reader.readexactly(int(heads["content-length"]))
    if heads.get("transfer-encoding") != "chunked":
        return await reader.read()
    parts = []
    while size := int((await reader.readline()).split(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(parts)


def deaf(port: int, asked: Question) -> socket.socket:
    """A client that asks and takes no more than its system does unasked, which is little."""
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    sock.settimeout(10)
    sock.connect(("127.0.0.1", port))
    sock.sendall(asked.sent)
    return sock
