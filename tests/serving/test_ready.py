"""Answers that are the same for everybody: made once, compressed as each request takes it."""

import gzip
import json
import re

import brotli
import pytest
from dash import Dash
from flask import Flask

from callbacks.answers import Answers
from data.recent import NEW
from serving.ready import Ready

BROWSER = {"Accept-Encoding": "gzip, deflate, br", "Accept": "text/html"}


class Made:
    def __init__(self, text):
        self.text, self.times = text, 0

    def __call__(self):
        self.times += 1
        return self.text


def same(document):
    """A document without Dash's mark of a visit, which only its background callbacks ask for."""
    return re.sub(rb'"end_id":"[^"]*"', b"", document)


def asked(ready, source, make, accepted):
    with Flask("x").test_request_context(headers={"Accept-Encoding": accepted}):
        return ready.answer(source, make, "text/html")


@pytest.mark.parametrize(
    ("accepted", "coding", "plain"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip, br;q=0", "gzip", gzip.decompress),
        ("deflate", None, bytes),
        ("", None, bytes),
    ],
)
def test_an_answer_is_compressed_as_it_is_taken_and_made_once(accepted, coding, plain):
    ready, source, make = Ready(), object(), Made("京津冀" * 99)
    for _ in range(3):
        answer = asked(ready, source, make, accepted)
        assert answer.headers.get("Content-Encoding") == coding
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert plain(answer.get_data()).decode() == make.text
    assert make.times == 1


def test_another_source_is_another_answer_even_at_the_same_place():
    ready, make = Ready(), Made("一")
    first = object()
    asked(ready, first, make, "br")
    kept = ready._kept.get((id(first), "br", b""))
    other = object()
    ready._kept.keep((id(other), "br", b""), kept)  # as where a new object has an old one's place
    asked(ready, other, make, "br")
    assert make.times == 2


@pytest.mark.thorough
def test_what_is_kept_is_bounded():
    ready = Ready(most=round(100 / NEW))
    for at in range(50):
        asked(ready, object(), Made(f"{at:030}"), "")
    assert len(ready._kept) == 3
    asked(ready, object(), Made("x" * 101), "")
    assert len(ready._kept) == 3


@pytest.mark.thorough
@pytest.mark.parametrize("path", ["/", "/plan", "/indicators?indicator=gdp", "/_dash-layout"])
def test_the_same_comes_again_in_every_coding(app: Dash, path):
    client = app.server.test_client()
    plain = same(client.get(path).get_data())
    for accepted, read in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        for _ in range(2):
            answer = client.get(path, headers={"Accept-Encoding": accepted})
            assert same(read(answer.get_data())) == plain
            assert answer.headers["Content-Security-Policy"]


def test_a_document_that_was_made_is_not_made_again(app: Dash, monkeypatch):
    client = app.server.test_client()
    before = client.get("/evaluation", headers=BROWSER).get_data()
    monkeypatch.setattr(app, "_written", None)
    assert client.get("/evaluation", headers=BROWSER).get_data() == before


@pytest.mark.thorough
def test_what_is_remarked_on_is_not_kept(app: Dash):
    client = app.server.test_client()
    remarked = client.get("/plan?theme=nothing").get_data()
    assert same(remarked) != same(client.get("/plan").get_data())
    assert same(remarked) == same(client.get("/plan?theme=nothing").get_data())


@pytest.mark.thorough
def test_a_document_follows_its_content(app: Dash, monkeypatch):
    client = app.server.test_client()
    client.get("/plan", headers=BROWSER)
    other = Answers(app.answers.site, app.answers._bindings)
    monkeypatch.setattr(app, "answers", other)
    monkeypatch.setattr(app, "_written", lambda *_: (_ for _ in ()).throw(RuntimeError("anew")))
    assert client.get("/plan", headers=BROWSER).status_code == 500


def test_the_callbacks_are_listed_as_dash_does(app: Dash):
    found = json.loads(app.server.test_client().get("/_dash-dependencies").get_data())
    assert len(found) == len(app._callback_list) > 5
