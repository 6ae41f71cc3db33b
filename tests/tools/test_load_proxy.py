"""The nginx that is shipped: what is the same for everybody comes from it for a second, all else
from the site."""

import http.server
import threading
import urllib.error
import urllib.request
from collections import Counter
from contextlib import contextmanager

import pytest

from serving.asked_again import HELD, HELD_FOR
from tools.bench.servers import BenchError
from tools.load import proxy
from tools.load.views import CALLBACK


@contextmanager
def site():
    """A site that counts what it is asked for, and tells how it was asked."""
    asked = Counter()

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self):  # http.server's name
            asked[self.path] += 1
            body = f"{self.headers.get('Accept-Encoding')} {asked[self.path]}".encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Vary", "Accept-Encoding")
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self):
            asked[self.path] += 1
            question = self.rfile.read(int(self.headers["Content-Length"]))
            body = f"{len(question)} {asked[self.path]}".encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            if b"may be held" in question:
                self.send_header(HELD, HELD_FOR)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_address[1], asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def read(door, path, accepted="gzip, deflate, br", body=None):
    request = urllib.request.Request(
        f"http://127.0.0.1:{door}{path}", body, {"Accept-Encoding": accepted}
    )
    with urllib.request.urlopen(request) as answer:
        assert HELD not in answer.headers
        return answer.read().decode()


@pytest.fixture(scope="module")
def door():
    with site() as (port, asked), proxy.proxied(port) as found:
        yield found, asked


KEPT = ["/", "/?from=2014", "/plan", "/regions/hebei", "/_dash-layout", "/static/a.js"]
NOT_KEPT = ["/present/a", "/api/v1/values", "/desk/", "/drafts/1a2b/", "/health", "/reports.docx"]


@pytest.mark.thorough
@pytest.mark.parametrize("path", KEPT)
def test_what_is_the_same_for_everybody_is_asked_once(door, path):
    for _ in range(5):
        assert read(door[0], path) == "br 1"
    assert door[1][path] == 1


@pytest.mark.thorough
@pytest.mark.parametrize("path", NOT_KEPT)
def test_all_else_is_asked_each_time(door, path):
    assert [read(door[0], path) for _ in range(2)] == ["br 1", "br 2"]


@pytest.mark.thorough
def test_each_coding_is_kept_apart(door):
    found = [read(door[0], "/areas", one) for one in ("br", "gzip, deflate", "identity")]
    assert found == ["br 1", "gzip 2", "None 3"]


@pytest.mark.thorough
def test_the_same_question_is_asked_once_where_the_site_says_so(door):
    short, other = b"may be held", b"may be held, other"
    long, longer = (b"may be held" + b"." * (900_000 + more) for more in (0, 1))
    for question in (short, other, long, longer):
        found = [read(door[0], CALLBACK, body=question).split() for _ in range(3)]
        assert {size for size, _ in found} == {str(len(question))}
        assert len({count for _, count in found}) == (3 if len(question) > 900_000 else 1)
    kept = [read(door[0], CALLBACK, body=b"else") for _ in range(2)]
    assert kept[0] != kept[1]


@pytest.mark.thorough
def test_what_was_counted_is_not_told(door):
    with pytest.raises(urllib.error.HTTPError, match="404") as refused:
        read(door[0], "/metrics")
    refused.value.close()


def test_a_file_that_lacks_a_place_says_which(tmp_path):
    with pytest.raises(BenchError, match="应有一处“listen 80;”"):
        proxy.configuration("server 127.0.0.1:8050; /var/cache/nginx/jing-jin-ji", tmp_path, 1, 2)
