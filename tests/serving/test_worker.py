"""The worker: clients that send or take slowly cost a socket, never a thread."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from small_app import LARGE

from serving.worker import LARGEST_BODY, LARGEST_HEAD, WholeRequests, state
from tools.ports import unused_port

ROOT = Path(__file__).parents[2]
SLOW = 200
HEAD = b"POST / HTTP/1.1\r\nHost: h\r\n"
GET = b"GET / HTTP/1.1\r\nHost: h\r\n\r\n"


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 100),
        (b"GET / HTTP/1.1\r\nHost: h\r\n", 100),
        (GET, 200),
        (b"\r\n" + GET, 200),
        (b"\r\n" + GET[:-2], 100),
        (b"GET / HTTP/1.1\nHost: h\n\n", 200),  # the parser refuses it without reading on
        (b"GET / HTTP/1.1\r\nX: " + b"x" * LARGEST_HEAD, 431),
        (HEAD + b"Content-Length: 3\r\n\r\nab", 100),
        (HEAD + b"content-length:3 \r\n\r\nabc", 200),
        (HEAD + b"Content-Length: 3\r\n\r\nabcGET", 200),
        (HEAD + b"X-Content-Length: 3\r\n\r\n", 200),
        (HEAD + b"Content-Length: x\r\n\r\n", 200),  # the parser's matter too
        (HEAD + b"Content-Length: %d\r\n\r\n" % (LARGEST_BODY + 1), 413),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
    ],
)
def test_how_far_a_request_is(content, status):
    assert state(content) == status


@contextlib.contextmanager
def served(*options):
    """The small app under gunicorn with the product's settings; its port."""
    port = unused_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "small_app:server", "-c", "gunicorn.conf.py", *options],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
        env={
            **os.environ, "HOST": "127.0.0.1", "PORT": str(port), "WEB_CONCURRENCY": "1",
            "PYTHONPATH": str(Path(__file__).parent),
        },
    )  # fmt: skip
    try:
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with contextlib.suppress(OSError):
                asked(port)
                break
            time.sleep(0.05)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


@pytest.fixture(scope="module")
def port():
    with served() as found:
        yield found


@pytest.fixture(scope="module")
def hurried():
    with served("-k", "small_app.Hurried") as found:
        yield found


def opened(port, *sent):
    sock = socket.create_connection(("127.0.0.1", port), timeout=10)
    for part in sent:
        sock.sendall(part)
    return sock


def asked(port, *sent):
    """All that is answered until the server closes or a second of silence has passed."""
    with opened(port, *(sent or (GET,))) as sock:
        sock.settimeout(1 if sent else 5)
        found = b""
        with contextlib.suppress(TimeoutError):
            while received := sock.recv(65_536):
                found += received
                if not sent:
                    break
        return found


@pytest.mark.parametrize(
    "begun",
    [
        (),
        (b"GET / HT",),
        (HEAD + b"Content-Length: 900\r\n\r\nabc",),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n9\r\nabc",),
    ],
)
@pytest.mark.thorough
def test_two_hundred_slow_clients_keep_nobody_waiting(port, begun):
    with contextlib.ExitStack() as stack:
        slow = [stack.enter_context(opened(port, *begun)) for _ in range(SLOW)]
        for byte in (b"x", b"y"):
            for sock in slow:
                with contextlib.suppress(OSError):  # some have been refused
                    sock.sendall(byte)
            start = time.monotonic()
            assert asked(port).startswith(b"HTTP/1.1 200")
            assert time.monotonic() - start < 2


@pytest.mark.thorough
def test_clients_that_do_not_close_keep_nobody_waiting(port):
    last = GET.replace(b"Host", b"Connection: close\r\nHost")
    with contextlib.ExitStack() as stack:
        for _ in range(SLOW):
            stack.enter_context(opened(port, last))
        start = time.monotonic()
        assert asked(port).startswith(b"HTTP/1.1 200")
        assert time.monotonic() - start < 2


@pytest.mark.thorough
def test_a_request_that_does_not_come_is_given_up(hurried):
    with opened(hurried) as silent, opened(hurried, b"GET / HT") as slow:
        assert silent.recv(100) == b""
        assert slow.recv(1000).startswith(b"HTTP/1.1 408 Request Timeout\r\n")
        assert slow.recv(100) == b""


@pytest.mark.thorough
def test_of_too_many_the_oldest_is_given_up(hurried):
    with contextlib.ExitStack() as stack:
        slow = [stack.enter_context(opened(hurried, b"G")) for _ in range(101)]
        slow[0].settimeout(0.5)  # before its time is over
        assert slow[0].recv(100) == b""
        assert asked(hurried).startswith(b"HTTP/1.1 200")


@pytest.mark.thorough
def test_clients_that_take_nothing_keep_nobody_waiting(port):
    with contextlib.ExitStack() as stack:
        for _ in range(20):  # five for each thread that computes
            stack.enter_context(opened(port, GET.replace(b"/", b"/large", 1)))
        start = time.monotonic()
        assert asked(port).startswith(b"HTTP/1.1 200")
        assert time.monotonic() - start < 2


@pytest.mark.thorough
def test_little_is_sent_ahead_for_who_does_not_read(port):
    found = asked(port, GET.replace(b"GET / ", b"GET /ahead "))
    assert int(found.rpartition(b"\r\n\r\n")[2]) == 2 * 131_072  # Linux says twice what was asked


@pytest.mark.thorough
def test_an_answer_that_nobody_takes_is_given_up(hurried):
    with opened(hurried, GET.replace(b"/", b"/large", 1)) as slow:
        time.sleep(1.5)
        found = 0
        with contextlib.suppress(ConnectionResetError):
            while received := slow.recv(1_000_000):
                found += len(received)
        assert 0 < found < len(LARGE)


@pytest.mark.thorough
def test_requests_in_pieces_ahead_and_one_after_another_are_answered(port):
    last = b"Connection: close\r\n"  # nothing is waited for after the answer
    post = HEAD + b"Content-Length: 5\r\n\r\n12345"
    closing = post.replace(HEAD, HEAD + last)
    assert asked(port, *(bytes([byte]) for byte in closing)).endswith(b"\r\n\r\n5")
    end = GET[:-2] + last + b"\r\n"
    assert asked(port, GET + post + end[:9], end[9:]).count(b"HTTP/1.1 200") == 3
    long = HEAD + last + b"Content-Length: 300000\r\n\r\n"
    assert asked(port, long, b"x" * 150_000, b"x" * 150_000).endswith(b"300000")
    with opened(port, GET) as sock:
        for _ in range(3):
            found = b""
            while not found.endswith(b"\r\n\r\n0"):  # head and body may come one after the other
                received = sock.recv(1000)
                assert received, found
                found += received
            sock.sendall(GET)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"411 Length Required"),
        (HEAD + b"Content-Length: 1000001\r\n\r\n", b"413 "),
        (b"GET / HTTP/1.1\nHost: h\n\n", b"400 "),
        (b"\x16\x03\x01" * 30_000, b"431 "),
    ],
)
@pytest.mark.thorough
def test_what_cannot_be_met_is_refused_at_once(port, sent, status):
    found = asked(port, sent)
    assert found.startswith(b"HTTP/1.1 " + status) and b"Connection: close" in found


def test_requests_begin_again_after_who_was_undisturbed():
    worker = object.__new__(WholeRequests)
    worker._begin = threading.Event()
    worker._begin.set()
    with pytest.raises(ValueError), worker.undisturbed():
        assert not worker._begin.is_set()
        raise ValueError
    assert worker._begin.is_set()
