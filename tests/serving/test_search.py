"""The index of the search as a browser fetches it: whole, kept for long, and every address in it
leads to the very place that it names."""

import re
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient


@pytest.fixture(scope="module")
def client(app) -> FlaskClient:
    return app.server.test_client()


@pytest.fixture(scope="module")
def address(client: FlaskClient) -> str:
    """Where the box in the header says that the index is."""
    html = client.get("/").get_data(as_text=True)
    found = re.search(r'data-index="([^"]+)" id="search"', html)
    assert found
    return found[1]


@pytest.fixture(scope="module")
def leads_to(client: FlaskClient, address: str) -> list[str]:
    with client.get(address) as answer:
        return [row["h"] for group in answer.get_json() for row in group["rows"]]


def test_the_index_is_served_compressed_and_kept_for_long(
    client: FlaskClient, address: str
) -> None:
    assert re.fullmatch(r"/static/search\.[0-9a-f]{10}\.json", address)
    with client.get(address, headers={"Accept-Encoding": "br"}) as answer:
        assert answer.headers["Content-Encoding"] == "br"
        assert "immutable" in answer.headers["Cache-Control"]
        assert int(answer.headers["Content-Length"]) < 40_000


@pytest.mark.parametrize("path", ["/", "/indicators", "/plan", "/platforms", "/regions/hebei"])
def test_every_page_has_the_box_and_none_loads_the_index_by_itself(
    client: FlaskClient, address: str, path: str
) -> None:
    html = client.get(path).get_data(as_text=True)
    assert html.count('id="search-input"') == 1
    assert f'href="{address}"' not in html
    assert f'src="{address}"' not in html


@pytest.mark.thorough
@pytest.mark.parametrize(("path", "least"), [("/plan", 100), ("/evaluation", 8)])
def test_every_fragment_is_a_part_of_its_page(
    client: FlaskClient, leads_to: list[str], path: str, least: int
) -> None:
    parts = [urlsplit(one) for one in leads_to]
    named = {one.fragment for one in parts if one.path == path} - {""}
    there = set(re.findall(r'id="([^"]+)"', client.get(path).get_data(as_text=True)))
    assert len(named) >= least
    assert named - there == set()
    assert {one.path for one in parts if one.fragment} == {"/plan", "/evaluation"}


@pytest.mark.thorough
def test_every_other_address_is_a_page_that_understands_it(
    client: FlaskClient, leads_to: list[str]
) -> None:
    plain = [one for one in leads_to if "#" not in one]
    sample = [*plain[::20], *[one for one in plain if "place=" in one or "scene=" in one][::8]]
    assert {urlsplit(one).path for one in plain} >= {"/", "/indicators", "/platforms", "/present"}
    for one in sample:
        answer = client.get(one)
        assert answer.status_code == 200, one
        assert not re.search(r'id="remarks"[^>]*><p', answer.get_data(as_text=True)), one


def test_under_a_prefix_every_address_has_it(catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    from analysis import links
    from analysis.search.index import index

    monkeypatch.setattr(links, "_under", "/jjj/")
    rows = [row["h"] for group in index(catalog, list) for row in group["rows"]]
    assert [one for one in rows if not one.startswith("/jjj/")] == []
