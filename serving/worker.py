"""gunicorn's worker of threads, which gives a request to a thread once it is there whole.

gthread's threads wait for a head and a body themselves: as many clients that send a byte now and
then as there are threads stop it for everybody. Here the loop that accepts connections gathers
what they send, so that who is slow costs a socket and what was sent. Threads that wait until an
answer is taken are none of the few that compute: there is another for the next request.
"""

import contextlib
import re
import socket
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import takewhile
from selectors import EVENT_READ
from threading import BoundedSemaphore, Event
from typing import Any

import orjson
from gunicorn.workers.gthread import TConn, ThreadWorker

from serving import asking, metrics

LARGEST_HEAD = 65_536  # bytes
LARGEST_BODY = 1_000_000  # bytes; the largest callback body of this app is under 50 kB
AT_ONCE = 65_536  # bytes of one read
LINGER = 2.0  # seconds a client has to close after its last answer
HEAD_END = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)
CODING = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
REFUSALS = {
    HTTPStatus.REQUEST_TIMEOUT: "请求没有在规定的时间内发完",
    HTTPStatus.LENGTH_REQUIRED: "请求须写明 Content-Length",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "内容太大",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "请求头太长",
}


def state(content: bytes | bytearray) -> HTTPStatus:
    """How far a request is of which this has come: OK if no more need come before the parser can
    read or refuse it, CONTINUE if more must, else the status to refuse it with now."""
    end = content.find(HEAD_END, 2 if content.startswith(b"\r\n") else 0)
    if end < 0:
        if content.count(b"\n") != content.count(b"\r\n"):
            return HTTPStatus.OK  # a head never ends so: the parser refuses it at once
        is_long = len(content) > LARGEST_HEAD
        return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE if is_long else HTTPStatus.CONTINUE
    head = bytes(content[: end + 2])
    if CODING.search(head):  # only its reader knows where such a body ends
        return HTTPStatus.LENGTH_REQUIRED
    found = LENGTH.search(head)
    body = int(found[1]) if found else 0
    if body > LARGEST_BODY:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    is_whole = len(content) - end - len(HEAD_END) >= body
    return HTTPStatus.OK if is_whole else HTTPStatus.CONTINUE


@dataclass(slots=True)
class Unread:
    """What a connection has sent of its next request, and when the wait for it began."""

    since: float
    content: bytearray = field(default_factory=bytearray)


class WholeRequests(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """`gthread` for clients of any speed; `threads` of them compute at once. A request must be
    there `whole_within` seconds after its connection was made or spoke again, its answer be taken
    within `taken_within`. Of more than `most_waiting` unfinished requests, or `most_held` bytes of
    them, the oldest are given up: there is room among worker_connections for who comes next."""

    held_back = 1.5  # seconds a request waits for who would be undisturbed
    whole_within = 20.0
    taken_within = 20.0
    most_waiting = 400
    most_held = 16_000_000

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most_kept = self.cfg.worker_connections - self.cfg.threads
        self.max_keepalived = min(most_kept, self.most_waiting)
        self._waiting: dict[TConn, Unread] = {}  # the oldest first, as in the next
        self._leaving: dict[TConn, float] = {}
        self._computing = BoundedSemaphore(self.cfg.threads)
        self._begin = Event()  # whether requests may begin to be computed
        self._begin.set()

    @contextlib.contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Inside of this block no request begins to be computed, for a moment at most: what is
        done in it is done sooner, where Python runs one thread at a time."""
        self._begin.clear()
        try:
            yield
        finally:
            self._begin.set()

    def get_thread_pool(self) -> ThreadPoolExecutor:
        """Threads are made when no other is free: most of these never are."""
        return ThreadPoolExecutor(max_workers=self.most_waiting)

    def load_wsgi(self) -> None:
        """Let a few requests be computed at once, while any number of answers is being taken."""
        super().load_wsgi()
        compute: Any = self.app.wsgi()

        def limited(environ: Any, start_response: Any) -> Any:
            environ[asking.CAME] = time.perf_counter()  # to wait is a part of the time
            self._begin.wait(self.held_back)
            with self._computing:
                return compute(environ, start_response)

        self.wsgi = limited

    def enqueue_req(self, conn: TConn) -> None:
        """Gather the next request of a connection, new or kept alive."""
        if self.cfg.is_ssl:  # what comes in is not the request itself
            super().enqueue_req(conn)
            return
        conn.data_ready = True
        conn.init()
        conn.sock.setblocking(False)
        unread = Unread(time.monotonic(), bytearray(conn.parser.unreader.take_buffered()))
        found = _take(conn, unread)
        if found is HTTPStatus.CONTINUE:
            self._waiting[conn] = unread
            self.poller.register(conn.sock, EVENT_READ, lambda _: self._more(conn))
            self._make_room()
        else:
            self._go_on(conn, unread, found)

    def _more(self, conn: TConn) -> None:
        if (found := _take(conn, self._waiting[conn])) is HTTPStatus.CONTINUE:
            self._make_room()
        else:
            self._go_on(conn, self._forget(conn), found)

    def _go_on(self, conn: TConn, unread: Unread, found: HTTPStatus | None) -> None:
        """A request is whole, cannot be met, or will not come any more."""
        if found is HTTPStatus.OK:
            conn.parser.unreader.unread(bytes(unread.content))
            super().enqueue_req(conn)
        elif found:
            self._refuse(conn, found)
        else:
            self._close(conn)

    def _refuse(self, conn: TConn, status: HTTPStatus) -> None:
        metrics.TURNED_AWAY.labels(str(status.value)).inc()
        with contextlib.suppress(OSError):
            conn.sock.send(refusal(status))
        self._leave(conn)

    def _forget(self, conn: TConn) -> Unread:
        self.poller.unregister(conn.sock)
        return self._waiting.pop(conn)

    def _make_room(self) -> None:
        held = sum(len(unread.content) for unread in self._waiting.values())
        while len(self._waiting) > self.most_waiting or held > self.most_held:
            oldest = next(iter(self._waiting))
            held -= len(self._forget(oldest).content)
            metrics.TURNED_AWAY.labels("000").inc()
            self._close(oldest)

    def handle_request(self, req: Any, conn: TConn) -> bool:
        """Answer a request, as long as its client takes the answer."""
        conn.sock.settimeout(self.taken_within)
        try:
            return bool(super().handle_request(req, conn))
        except TimeoutError as slow:
            raise StopIteration from slow  # what gunicorn closes a connection for without a trace

    def finish_request(self, conn: TConn, fs: Future[Any]) -> None:
        """A thread is done with a request: keep the connection, or leave it. gunicorn waits in its
        loop, up to two seconds each, until the client closes too."""
        if not fs.cancelled() and not fs.exception() and fs.result():
            super().finish_request(conn, fs)
        else:
            self._leave(conn)

    def _leave(self, conn: TConn) -> None:
        """Say that nothing more comes, and close when the client has closed, who might lose the
        last answer otherwise (RFC 9112, 9.6)."""
        try:
            conn.sock.setblocking(False)
            conn.sock.shutdown(socket.SHUT_WR)
            self.poller.register(conn.sock, EVENT_READ, lambda _: self._drain(conn))
        except (OSError, ValueError):
            self._close(conn)
        else:
            self._leaving[conn] = time.monotonic()

    def _drain(self, conn: TConn) -> None:
        if _received(conn) == b"":
            self._left(conn)

    def _left(self, conn: TConn) -> None:
        self.poller.unregister(conn.sock)
        self._leaving.pop(conn)
        self._close(conn)

    def _close(self, conn: TConn) -> None:
        self.nr_conns -= 1
        conn.close()

    def murder_pending(self) -> None:
        """Close what took too long; gunicorn asks for it about once a second."""
        super().murder_pending()
        now = time.monotonic()
        within = self.whole_within if self.alive else LINGER
        slow = takewhile(lambda one: now - one[1].since > within, self._waiting.items())
        for conn, unread in list(slow):
            self._forget(conn)
            self._go_on(conn, unread, HTTPStatus.REQUEST_TIMEOUT if unread.content else None)
        left = takewhile(lambda one: now - one[1] > LINGER, self._leaving.items())
        for conn, _ in list(left):
            self._left(conn)


def refusal(status: HTTPStatus) -> bytes:
    """The answer to a request that no thread sees, in the words of the others."""
    body = orjson.dumps({"error": REFUSALS[status]})
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body


def _take(conn: TConn, unread: Unread) -> HTTPStatus | None:
    """Take what has come of a request; how far it is, or None if the rest will not come."""
    received = _received(conn)
    unread.content += received or b""
    found = state(unread.content)
    return None if found is HTTPStatus.CONTINUE and received == b"" else found


def _received(conn: TConn) -> bytes | None:
    """What a client has sent, None if nothing yet, b"" if nothing more will come."""
    try:
        return bytes(conn.sock.recv(AT_ONCE))
    except BlockingIOError:
        return None
    except OSError:
        return b""
