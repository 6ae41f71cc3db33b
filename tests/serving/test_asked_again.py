"""A question that was asked before is answered by the same bytes, without Dash."""

import gzip
import json

import brotli
import pytest
from asking import UPDATE, body_of

from callbacks.answers import MEMORY
from serving.asked_again import HELD, HELD_FOR

BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def client(app):
    return app.server.test_client()


@pytest.fixture
def asked(client):
    def ask(prop, address, number=1, headers=BROWSER, edition=None):
        question = {"number": number, "address": address, "edition": edition}
        body = body_of(client, prop, question)
        return client.post(UPDATE, json=body, headers=headers)

    return ask


@pytest.fixture
def silent(app, monkeypatch):
    """Dash does not answer any more."""

    def silence():
        monkeypatch.setattr(app, "_prepare_callback", None)

    return silence


def told(answer):
    read = {"br": brotli.decompress, "gzip": gzip.decompress}
    coding = answer.headers.get("Content-Encoding")
    return json.loads(read.get(coding, bytes)(answer.get_data()))


@pytest.mark.parametrize(
    ("prop", "address"),
    [("overview", "/?from=2015"), ("page", "/plan?region=hebei"), ("plan", "/plan?region=tianjin")],
)
def test_the_same_question_has_the_same_answer(asked, silent, prop, address):
    first = asked(prop, address)
    silent()
    again = asked(prop, address)
    assert again.get_data() == first.get_data()
    named = ("Content-Type", "Content-Encoding", "Vary", "Content-Security-Policy")
    assert [again.headers[name] for name in named] == [first.headers[name] for name in named]
    assert told(again)["response"]["address"]["answer"]["number"] == 1


def test_each_coding_and_each_number_is_another_answer(asked):
    answers = [
        asked("overview", "/?from=2016", number, {"Accept-Encoding": coding})
        for _ in range(2)
        for number in (1, 2)
        for coding in ("br", "gzip", "identity")
    ]
    found = [told(one)["response"]["address"]["answer"].pop("number") for one in answers]
    assert found == [1, 1, 1, 2, 2, 2] * 2
    assert [one.headers.get("Content-Encoding") for one in answers] == ["br", "gzip", None] * 4


def test_what_is_remarked_on_is_asked_each_time(asked, silent):
    assert asked("overview", "/?from=abc").status_code == 200
    silent()
    assert asked("overview", "/?from=abc").status_code == 500


@pytest.mark.thorough
def test_a_page_is_not_answered_by_what_another_one_shows(asked, silent):
    """Forged: the overview is asked about an address of the plan."""
    asked("plan", "/plan?from=2017")
    assert asked("overview", "/plan?from=2017").status_code == 200
    silent()
    assert asked("overview", "/plan?from=2017").status_code == 500


def test_a_failure_is_not_kept(app, asked, monkeypatch):
    assert "failure" not in str(told(asked("overview", "/?from=2018")))
    whole = app.answers.to
    monkeypatch.setattr(app.answers, "to", None)
    failed = told(asked("overview", "/?from=2018", 7))
    assert failed["sideUpdate"]["address"]["failure"]["number"] == 7
    monkeypatch.setattr(app.answers, "to", whole)
    assert told(asked("overview", "/?from=2018", 7))["response"]["address"]["answer"]["number"] == 7


def test_views_from_memory_are_counted_once_each(app, asked, monkeypatch):
    asked("overview", "/?from=2019")
    heard = []
    monkeypatch.setattr(app.answers, "told", heard.append)
    for _ in range(3):
        asked("overview", "/?from=2019")
    assert heard == [MEMORY] * 3


def test_an_answer_may_be_held_where_the_edition_is_the_same(app, asked, monkeypatch):
    live = app.answers.site.catalog.digest
    for address in ("/?from=2019", "/?from=2019", "/?from=abc"):  # new, again, remarked
        assert asked("overview", address, edition=live).headers[HELD] == HELD_FOR
    for other in (None, "0a1b2c", {"a": 1}):
        assert HELD not in asked("overview", "/?from=2020", edition=other).headers
    monkeypatch.setattr(app.answers, "to", None)
    assert HELD not in asked("overview", "/?from=2021", edition=live).headers


def test_nothing_else_may_be_held(client):
    body = {**body_of(client, "plan", None), "inputs": "x"}
    for answer in (client.get("/"), client.get("/plan"), client.post(UPDATE, json=body)):
        assert HELD not in answer.headers
