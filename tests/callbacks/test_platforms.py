"""The page of platforms over HTTP: addresses, links, and the files it needs."""

import re

import pytest
from asking import show
from flask.testing import FlaskClient


def test_the_shapes_are_published_and_asked_for_early(client: FlaskClient) -> None:
    figure = show(client, "/platforms?lines=county")["figures"]["atlas"]
    urls = {t["geojson"] for t in figure["data"] if t["type"] == "choropleth"}
    assert len(urls) == 4
    for url in urls:
        with client.get(url) as response:
            assert response.status_code == 200
    for address in ("/platforms", "/platforms?lines=county"):
        page = client.get(address).get_data(as_text=True)
        early = set(re.findall(r'<link rel="preload" href="(/static/[^"]+geojson)"', page))
        assert early == {url for url in urls if "counties" not in url or "county" in address}


def test_shapes_of_which_none_is_drawn_are_not_asked_for_early(client: FlaskClient) -> None:
    page = client.get("/platforms?layers=none").get_data(as_text=True)
    early = re.findall(r'<link rel="preload" href="/static/(\w+)[^"]*geojson"', page)
    assert sorted(early) == ["prefectures", "provinces"]


@pytest.mark.parametrize("place", ["nav", "region-toggles", "theme-chips", "atlas-tools"])
def test_links_keep_what_else_is_chosen(client: FlaskClient, place: str) -> None:
    html = show(client, "/platforms?region=hebei&from=2015&industry=vehicles")["html"][place]
    addresses = re.findall(r'data-view="([^"]*)"', html)
    assert addresses
    kept = "from=2015" if place == "nav" else "industry=vehicles"
    assert all(kept in address for address in addresses)


def test_the_overview_leads_to_the_map_with_the_same_filters(client: FlaskClient) -> None:
    html = show(client, "/?region=hebei&theme=digital")["html"]
    assert 'href="/platforms?region=hebei&amp;theme=digital"' in html["map-text"]
    assert "平台地图" in html["nav"]


def test_remarks_name_what_could_not_be_read(client: FlaskClient) -> None:
    answer = show(client, "/platforms?industry=magic&layers=moon")
    assert "industry=magic" in answer["remarks"]
    assert "layers=moon" in answer["remarks"]


def test_an_unknown_place_opens_nothing(client: FlaskClient) -> None:
    answer = show(client, "/platforms?place=N99")
    assert "图例说明" in answer["html"]["atlas-panel"]
