"""The overview over HTTP, as the browser asks for it, without a browser."""

import json
from typing import Any

import pytest
from asking import UPDATE, ask, show
from flask.testing import FlaskClient


def test_one_answer_fills_the_whole_page(client: FlaskClient) -> None:
    page = show(client, "/?theme=innovation")
    assert "4,866.8" in page["html"]["lead"]
    assert page["html"]["cards"].count("card-switch") == 6
    assert page["figures"]["trend"]["data"][0]["name"] == "北京"
    assert page["figures"]["bars"]["data"][0]["x"][-1] == pytest.approx(3278.4, abs=0.05)
    years = page["html"]["year-range"]
    assert all(f'value="{year}"' in years for year in (2010, 2024))
    assert page["remarks"] == ""


def test_lead_card_bars_and_tables_show_one_number(client: FlaskClient) -> None:
    page = show(client, "/?theme=innovation")
    assert "4,866.8" in page["html"]["cards"]
    for part in ("bars-data", "trend-data"):
        assert "3,278.4" in page["html"][part], part
    assert "3,278.4" in page["figures"]["bars"]["data"][0]["text"][-1]


def test_figures_hold_plain_lists_and_addresses_of_this_host(client: FlaskClient) -> None:
    figures = show(client, "/")["figures"]
    text = json.dumps(figures)
    assert "bdata" not in text
    assert "http" not in text
    assert figures["map"]["data"][0]["geojson"].startswith("/static/")


def test_what_a_link_says_is_shown_as_text_never_as_html(client: FlaskClient) -> None:
    page = show(client, "/?theme=<img src=x onerror=alert(1)>")
    assert "<img" not in page["remarks"]
    assert "&lt;img" in page["remarks"]


STRANGE = [
    "/?theme=%00", "/?region=" + "x" * 5000, "?from=٢٠٢٠", "/???", "/?to=99999999999999999999",
    "//?theme=green", 7, None, ["?theme=green"], {"a": 1},
]  # fmt: skip


@pytest.mark.parametrize("address", STRANGE, ids=range(len(STRANGE)))
def test_any_address_gives_a_page(client: FlaskClient, address: object) -> None:
    for question in ({"number": 1, "address": address}, address):
        assert ask(client, "overview", question)["lead"]["tree"]


def test_a_repeated_view_is_the_same_answer(client: FlaskClient) -> None:
    assert show(client, "/?theme=green") == show(client, "/?theme=green#2")


def test_a_platform_shows_its_evidence_and_an_unknown_one_closes(client: FlaskClient) -> None:
    def details(value: object) -> dict[str, Any]:
        request = {
            "output": "..platform.children...platform.hidden..",
            "outputs": [{"id": "platform", "property": "children"},
                        {"id": "platform", "property": "hidden"}],
            "inputs": [{"id": "platform-choice", "property": "value", "value": value}],
            "changedPropIds": ["platform-choice.value"],
        }  # fmt: skip
        return client.post(UPDATE, json=request).get_json()["response"]["platform"]

    assert details("N07")["hidden"] is False
    text = json.dumps(details("N07")["children"], ensure_ascii=False)
    assert "有公开报道称其为承接平台" in text
    assert details("nowhere")["hidden"] is True
    assert details({"x": [1]})["hidden"] is True
