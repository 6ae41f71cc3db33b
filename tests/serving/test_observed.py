"""Each request has a number, is counted, and is a line of the log; who may reads the counts."""

import ipaddress
import logging

import pytest
from werkzeug.test import Client

from serving import logs, metrics
from serving.observed import Observed

NEAR = tuple(map(ipaddress.ip_network, ("127.0.0.1", "::1", "10.0.0.0/24")))
LOCAL = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost:8050"}


def inner(environ, start_response):
    if environ["PATH_INFO"] == "/broken":
        raise RuntimeError("坏")
    status = "404 NOT FOUND" if environ["PATH_INFO"] == "/metrics" else "200 OK"
    start_response(status, [("Content-Length", "2")])
    return [b"ok"]


def client(is_told=False, readers=NEAR):
    return Client(Observed(inner, readers, is_told))


def counted(**labels):
    return metrics.OWN.get_sample_value("monitor_requests_total", labels) or 0


def test_an_answer_has_the_number_it_came_with_or_a_new_one():
    first, second = client().get("/"), client().get("/")
    assert first.headers["X-Request-ID"] != second.headers["X-Request-ID"]
    given = client().get("/", headers={"X-Request-ID": "from-proxy-1"})
    assert given.headers["X-Request-ID"] == "from-proxy-1"
    strange = client().get("/", headers={"X-Request-ID": "<script>alert"})
    assert "<" not in strange.headers["X-Request-ID"]


def test_answers_are_counted_by_page_kind_and_status():
    labels = {"page": "plan", "kind": "page", "status": "200"}
    before = counted(**labels)
    client().get("/plan?theme=green")
    assert counted(**labels) == before + 1


def test_what_fails_inside_is_counted_and_goes_on_to_the_server():
    labels = {"page": "other", "kind": "other", "status": "500"}
    before = counted(**labels)
    with pytest.raises(RuntimeError):
        client().get("/broken")
    assert counted(**labels) == before + 1


def test_a_request_is_a_line_where_it_is_asked_for(caplog):
    with caplog.at_level(logging.INFO, logs.REQUESTS):
        client().get("/plan")
        assert not caplog.records
        client(is_told=True).get("/present/%E5%BC%A0?search=%E5%BC%A0&region=hebei")
    (record,) = caplog.records
    said = record.said
    assert (said["method"], said["status"], said["bytes"]) == ("GET", 200, 2)
    assert (said["path"], said["kind"]) == ("/present/*", "present")
    assert said["query"] == {"search": "", "region": "hebei"} and said["ms"] >= 0


@pytest.mark.parametrize(
    ("more", "may"),
    [
        ({}, True),
        ({"HTTP_HOST": "127.0.0.1:8050"}, True),
        ({"HTTP_HOST": "[::1]:8050", "REMOTE_ADDR": "::1"}, True),
        ({"HTTP_HOST": "jjj.example"}, False),  # a proxy of this machine, asked by anybody
        ({"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, False),
        ({"HTTP_X_REMOTE_USER": "zhang.san"}, False),
        ({"REMOTE_ADDR": "10.0.0.9", "HTTP_HOST": "monitor:8050"}, True),
        ({"REMOTE_ADDR": "10.0.1.9"}, False),
        ({"REMOTE_ADDR": ""}, False),
        ({"HTTP_HOST": ""}, False),
    ],
)
def test_who_may_read_what_was_counted(more, may):
    answer = client().get("/metrics", environ_overrides={**LOCAL, **more})
    assert answer.status_code == (200 if may else 404)
    assert (b"monitor_requests_total" in answer.data) is may


def test_nobody_reads_it_where_nobody_is_named():
    assert client(readers=()).get("/metrics", environ_overrides=LOCAL).status_code == 404
