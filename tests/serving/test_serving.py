"""Headers, health, statics, refusals: what an operator and a stranger see."""

import re

import pytest
from asking import UPDATE, body_of
from dash import Dash
from flask.testing import FlaskClient

from analysis.pages import Page
from data.model.catalog import Catalog


def test_health_names_status_and_data(client: FlaskClient, catalog: Catalog) -> None:
    health = client.get("/health").get_json()
    assert health["status"] == "ok"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", health["data_version"])
    assert health["observations"] == len(catalog.observations)
    assert health["plotly_js"] in {"slim", "full"}


@pytest.mark.parametrize("path", ["/", "/health", "/_dash-layout", "/assets/core/page.css"])
def test_every_answer_carries_the_security_headers(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_the_policy_allows_this_host_only(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_pages_ask_no_other_host_and_name_one_only_where_a_source_is_published(
    client: FlaskClient,
) -> None:
    html = client.get("/").get_data(as_text=True)
    html, links = re.subn(r'<a class="outside" [^>]*rel="noopener noreferrer"[^>]*>', "", html)
    assert links
    assert not re.search(r"(?:src|href)=[\"'](?:https?:)?//", html)


def test_scripts_and_styles_are_compressed_and_kept_for_long(client: FlaskClient) -> None:
    html = client.get("/").get_data(as_text=True)
    addresses = re.findall(r'(?:src|href)="(/[^"?]+\.(?:js|css)(?:\?[^"]*)?)"', html)
    assert len(addresses) >= 7  # three more where the scripts are built
    for address in addresses:
        with client.get(address, headers={"Accept-Encoding": "br, gzip"}) as answer:
            assert answer.status_code == 200
            assert "immutable" in answer.headers["Cache-Control"], address
            if int(answer.headers["Content-Length"]) > 1500:
                assert answer.headers["Content-Encoding"] == "br", address


def test_answers_are_compressed(client: FlaskClient) -> None:
    answer = client.get("/_dash-layout", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"


def test_an_unknown_page_is_said_so(client: FlaskClient) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "页面不存在" in answer.get_data(as_text=True)


def test_a_file_of_a_region_that_is_not_there_is_said_so_as_data(client: FlaskClient) -> None:
    assert client.get("/regions/hebei.csv").status_code == 200
    answer = client.get("/regions/shanghai.csv")
    assert (answer.status_code, answer.mimetype) == (404, "application/json")


GARBAGE = [
    b"", b"{", b"null", b"[]", b"7", b'"x"', b"{}", b'{"output": 1}', b"\xff\xfe", b"[" * 5000,
    b'{"output": "lead.children", "outputs": [], "inputs": "x"}',
    b'{"output": "..nothing.here..", "outputs": [], "inputs": []}',
]  # fmt: skip


@pytest.mark.parametrize("body", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_is_refused_in_words_before_anything_fails(
    client: FlaskClient, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert (answer.status_code, answer.mimetype) == (400, "application/json")
    assert answer.get_json()["error"].startswith("请求格式不正确：")
    assert "Traceback" not in answer.get_data(as_text=True)
    assert caplog.records == []  # refused before anything was tried


BENT = [
    {"inputs": []}, {"inputs": [{"id": "address"}]}, {"inputs": [7]}, {"outputs": []},
    {"outputs": {"id": "lead", "property": "tree"}}, {"state": [{}]}, {"changedPropIds": 3},
    {"inputs": [{"id": "address", "property": "plan", "value": None}]}, {"outputs": [[7]] * 17},
    {"outputs": [{"id": "map", "property": "figure"}] * 17}, {"outputs": [[]] * 17},
    {"outputs": [{"id": ["nav"], "property": "tree"}] * 17},
]  # fmt: skip


@pytest.mark.parametrize("change", BENT, ids=range(len(BENT)))
def test_a_callback_of_the_wrong_form_is_refused(client: FlaskClient, change: dict) -> None:
    answer = client.post(UPDATE, json={**body_of(client, "overview", None), **change})
    assert answer.status_code == 400
    assert "请求格式不正确" in answer.get_json()["error"]


@pytest.mark.parametrize("number", [2**70, "1", "\ud83d", {"a": 1}, [], None, float("nan")])
def test_a_number_that_no_browser_counts_to_is_not_said_back(
    client: FlaskClient, number: object
) -> None:
    answer = client.post(
        UPDATE, json=body_of(client, "plan", {"number": number, "address": "/plan"})
    )
    assert answer.status_code == 200
    assert answer.get_json()["response"]["address"]["answer"]["number"] is None


def test_a_failing_callback_tells_the_address_which_question_it_was(
    app: Dash, client: FlaskClient, monkeypatch, caplog
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("nothing goes")

    monkeypatch.setattr(app.answers, "to", fail)
    answer = client.post(UPDATE, json=body_of(client, "overview", {"number": 5, "address": "/"}))
    assert answer.status_code == 200
    told = answer.get_json()
    failure = {"number": 5, "status": 500, "request": ""}  # no server around it gave it a number
    assert told["sideUpdate"] == {"address": {"failure": failure}}
    assert "nothing goes" not in answer.get_data(as_text=True)
    assert "RuntimeError: nothing goes" in caplog.text


def test_an_answer_that_cannot_be_written_is_a_fault_of_ours(
    app: Dash, client: FlaskClient, monkeypatch, caplog
) -> None:
    found = app.answers.to(Page.OVERVIEW, {"number": 1, "address": "/"})
    monkeypatch.setattr(app.answers, "to", lambda *_: {**found, "lead": object()})
    answer = client.post(UPDATE, json=body_of(client, "overview", {"number": 5, "address": "/"}))
    assert answer.status_code == 500
    assert "已记入日志" in answer.get_json()["error"]
    assert "Traceback" in caplog.text


def test_a_body_too_large_is_refused(client: FlaskClient) -> None:
    answer = client.post("/_dash-update-component", json={"x": "x" * 2_000_000})
    assert answer.status_code == 413
