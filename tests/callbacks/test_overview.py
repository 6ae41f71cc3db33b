"""The callbacks over HTTP, as the browser calls them, without a browser."""

import json
import re
from typing import Any

import pytest
from asking import show
from flask.testing import FlaskClient


def test_one_answer_fills_the_whole_page(client: FlaskClient) -> None:
    page = show(client, "/?theme=innovation")
    assert "4,866.8" in page["html"]["lead"]
    assert page["html"]["cards"].count("card-switch") == 6
    assert page["figures"]["trend"]["data"][0]["name"] == "北京"
    assert page["figures"]["bars"]["data"][0]["x"][-1] == pytest.approx(3278.4, abs=0.05)
    assert page["years"] == [2010, 2024]
    assert page["remarks"] == ""


def test_lead_card_bars_and_tables_show_one_number(client: FlaskClient) -> None:
    page = show(client, "/?theme=innovation")
    assert "4,866.8" in page["html"]["cards"]
    for part in ("bars-data", "trend-data"):
        assert "3,278.4" in page["html"][part], part
    assert "3,278.4" in page["figures"]["bars"]["data"][0]["text"][-1]


def test_every_place_of_the_answer_is_in_the_layout(client: FlaskClient) -> None:
    layout = json.dumps(client.get("/_dash-layout").get_json())
    page = show(client, "/")
    for place in [*page["html"], *page["figures"], "remarks"]:
        assert f'"id": "{place}"' in layout, place


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
    assert show(client, address)["html"]["lead"]


@pytest.mark.parametrize("address", ["/", "/?theme=green&region=hebei", "/?from=abc"])
def test_a_page_comes_with_the_answer_to_its_address(client: FlaskClient, address: str) -> None:
    html = client.get(address).get_data(as_text=True)
    data = re.search(r'<script type="application/json" id="first-answer">(.*?)</script>', html)
    assert data is not None
    come = json.loads(data[1])
    assert come == {**show(client, address), "address": come["address"]}
    assert f'<p class="lead">{show(client, address)["html"]["lead"]}</p>' in html


def test_a_page_shows_what_its_address_says_as_text(client: FlaskClient) -> None:
    html = client.get("/?theme=</script><script>alert(1)</script>").get_data(as_text=True)
    assert "<script>alert" not in html


def test_an_answer_says_which_address_it_answers(client: FlaskClient) -> None:
    assert show(client, "/?theme=green#2")["address"] == "/?theme=green"


def test_a_repeated_view_is_the_same_answer(client: FlaskClient) -> None:
    assert show(client, "/?theme=green") == show(client, "/?theme=green")


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
    text = json.dumps(details("N07")["children"], ensure_ascii=False)
    assert "有来源称其为承接平台" in text
    assert details("nowhere")["hidden"] is True
    assert details({"x": [1]})["hidden"] is True


@pytest.mark.thorough
def test_the_prepared_views_are_every_page_and_the_cards_for_every_choice_of_regions(
    app, catalog
) -> None:
    headlines = sum(len(catalog.headlines(theme)) for theme in catalog.themes)
    pages = 3 + len(catalog.themes) + len(catalog.provinces)  # the plan by theme, the profiles
    assert app.server.extensions["prepare_views"]() == headlines * 7 + pages
