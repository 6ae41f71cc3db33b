"""Another page over HTTP: its frame comes filled; the first page comes with the document."""

import html
import json
import re
from typing import Any

import pytest
from asking import ask, show
from flask.testing import FlaskClient

from analysis.pages import Page
from components.elements import written

ADDRESSES = {
    "/?theme=green": Page.OVERVIEW,
    "/indicators?indicator=rd_intensity": Page.INDICATORS,
    "/plan?theme=green": Page.PLAN,
    "/areas?area=131125&sector=ict": Page.AREAS,
    "/platforms?place=F3&flows=1": Page.PLATFORMS,
    "/regions/hebei?from=2015": Page.REGIONS,
    "/changes?theme=green": Page.CHANGES,
}
SHELL = {"nav", "region-toggles", "theme-chips", "year-range", "paper", "remarks"}


def bring(client: FlaskClient, address: str) -> dict[str, Any]:
    return ask(client, "page", {"number": 7, "address": address})


def parts_of(node: Any) -> dict[str, Any]:
    """The texts and figures inside a frame, by their ids."""
    if isinstance(node, list):
        return {k: v for part in node for k, v in parts_of(part).items()}
    if not isinstance(node, dict) or "props" not in node:
        return {}
    props = node["props"]
    if node["type"] in ("Html", "Plot"):
        return {props["id"]: props.get("tree", props.get("figure"))}
    return parts_of(props.get("children"))


def first_answer(client: FlaskClient, address: str) -> dict[str, Any]:
    page = client.get(address).get_data(as_text=True)
    found = re.search(r'<script type="application/json" id="first-answer">(.*?)</script>', page)
    assert found is not None
    return json.loads(found[1])


@pytest.mark.thorough
@pytest.mark.parametrize(("address", "page"), ADDRESSES.items())
def test_an_address_brings_its_page_filled_with_what_it_shows(
    client: FlaskClient, address: str, page: Page
) -> None:
    found = bring(client, address)
    assert found["address"]["answer"]["page"] == page
    assert found["address"]["answer"]["number"] == 7
    inside = parts_of(found["address"]["frame"])
    shown = show(client, address)
    for place, text in shown["html"].items():
        got = found[place]["tree"] if place in SHELL else inside[place]
        assert written(got) == text, place
    for place, figure in shown["figures"].items():
        assert inside[place] == figure, place


def test_of_a_path_that_is_no_page_it_is_said_so(client: FlaskClient) -> None:
    found = bring(client, "/regions/mars?from=2015")
    assert found["address"]["answer"]["page"] == "missing"
    (text,) = parts_of(found["address"]["frame"]).values()
    assert "没有“mars”这一地区的页面" in written(text)
    assert 'href="/regions/hebei?from=2015"' in written(text)
    assert 'href="/indicators?from=2015"' in written(found["nav"]["tree"])


@pytest.mark.thorough
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_document_carries_the_first_answer(client: FlaskClient, address: str) -> None:
    come, asked = first_answer(client, address), bring(client, address)
    assert come["frame"] == asked["address"]["frame"]
    assert come["title"] == asked["address"]["answer"]["title"]
    assert come["values"] == {place: asked[place]["tree"] for place in SHELL}


@pytest.mark.thorough
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_text_can_be_read_before_a_script_runs(client: FlaskClient, address: str) -> None:
    document = client.get(address).get_data(as_text=True)
    page = document.partition("<script")[0]
    for place, text in show(client, address)["html"].items():
        assert text in page, place
    assert f"<title>{html.escape(show(client, address)['title'])}</title>" in document


def test_a_page_shows_what_its_address_says_as_text(client: FlaskClient) -> None:
    document = client.get("/?theme=</script><script>alert(1)</script>").get_data(as_text=True)
    assert "<script>alert" not in document
