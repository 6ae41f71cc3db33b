"""The callbacks over HTTP, as the browser calls them, without a browser."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

OUTPUT = "show_view"


def body(client: FlaskClient, query: object) -> dict[str, Any]:
    """The request the browser sends when the address changes."""
    wiring = client.get("/_dash-dependencies").get_json()
    entry = next(d for d in wiring if "lead.children" in d["output"])
    outputs = [
        {"id": part.rpartition(".")[0], "property": part.rpartition(".")[2]}
        for part in entry["output"].strip(".").split("...")
    ]
    return {
        "output": entry["output"],
        "outputs": outputs,
        "inputs": [{"id": "url", "property": "search", "value": query}],
        "changedPropIds": ["url.search"],
        "state": [],
    }


def show(client: FlaskClient, query: object) -> dict[str, Any]:
    response = client.post("/_dash-update-component", json=body(client, query))
    assert response.status_code == 200
    return response.get_json()["response"]


def words_of(node: Any) -> str:
    """All the text of a part of the answer."""
    return json.dumps(node, ensure_ascii=False)


def test_one_answer_fills_the_whole_page(client: FlaskClient) -> None:
    page = show(client, "?theme=innovation")
    assert "4,866.8" in words_of(page["lead"])
    assert "4,866.8" in words_of(page["cards"])
    assert len(page["cards"]["children"]) == 6
    assert page["trend"]["figure"]["data"][0]["name"] == "北京"
    assert page["bars"]["figure"]["data"][0]["x"][-1] == pytest.approx(3278.4, abs=0.05)


def test_screen_text_bars_and_table_show_one_number(client: FlaskClient) -> None:
    page = show(client, "?theme=innovation")
    for part in ("bars", "bars-data", "trend-data"):
        assert "3,278.4" in words_of(page[part]), part


def test_figures_hold_plain_lists_and_addresses_of_this_host(client: FlaskClient) -> None:
    page = show(client, "")
    text = words_of(page)
    assert "bdata" not in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "").replace(
        "http%3A//www.w3.org/2000/svg", ""
    )
    assert page["map"]["figure"]["data"][0]["geojson"].startswith("/static/")


STRANGE = [
    "?theme=%00", "?region=" + "x" * 5000, "?from=٢٠٢٠", "???", "?to=99999999999999999999",
    7, None, ["?theme=green"], {"a": 1},
]  # fmt: skip


@pytest.mark.parametrize("query", STRANGE, ids=range(len(STRANGE)))
def test_any_query_gives_a_page(client: FlaskClient, query: object) -> None:
    assert "lead" in show(client, query)


def test_a_repeated_view_is_the_same_answer(client: FlaskClient) -> None:
    assert show(client, "?theme=green") == show(client, "?theme=green")


def test_a_platform_shows_its_evidence_and_an_unknown_one_closes(client: FlaskClient) -> None:
    def details(value: object) -> dict[str, Any]:
        request = {
            "output": "..platform.children...platform.hidden..",
            "outputs": [{"id": "platform", "property": "children"},
                        {"id": "platform", "property": "hidden"}],
            "inputs": [{"id": "platform-choice", "property": "value", "value": value}],
            "changedPropIds": ["platform-choice.value"],
        }  # fmt: skip
        return client.post("/_dash-update-component", json=request).get_json()["response"][
            "platform"
        ]

    assert details("N07")["hidden"] is False
    assert "有来源称其为承接平台" in words_of(details("N07")["children"])
    assert details("nowhere")["hidden"] is True
    assert details({"x": [1]})["hidden"] is True
