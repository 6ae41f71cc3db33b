"""The page of areas over HTTP."""

import re

import pytest
from asking import show


def text(html):
    return re.sub(r"<[^>]+>", "", html)


def test_the_page_opens_with_manufacturing(client):
    shown = show(client, "/areas")
    assert shown["page"] == "areas"
    assert "北京由 15.6% 降到 8.2%" in text(shown["html"]["areas-head"])
    assert len(shown["figures"]["areas-map"]["data"][0]["locations"]) == 199
    assert len(shown["figures"]["areas-slopes"]["data"]) == 13


def test_the_regions_are_chosen_and_themes_and_years_are_not(client):
    html = show(client, "/areas?region=hebei&sector=ict")["html"]
    assert html["theme-chips"] == html["year-range"] == ""
    assert 'href="?sector=ict&amp;region=' in html["region-toggles"]
    assert "年份" not in html["paper"]
    assert "信息传输" in html["paper"]


def test_an_area_opens_and_its_name_is_in_the_title(client):
    shown = show(client, "/areas?area=131125")
    assert shown["title"].startswith("安平县 · 制造业 · 产业布局")
    assert "已打开：安平县" in shown["html"]["areas-opened"]


def test_the_shapes_of_the_counties_are_fetched_early_here_alone(client):
    for address, is_here in (("/areas", True), ("/", False), ("/indicators", False)):
        head = client.get(address).get_data(as_text=True).partition("</head>")[0]
        assert bool(re.search(r'rel="preload" href="[^"]*counties', head)) == is_here


def test_what_cannot_be_read_is_said(client):
    shown = show(client, "/areas?sector=magic&area=999999")
    assert "sector=magic 无法识别" in shown["remarks"]
    assert "area=999999 无法识别" in shown["remarks"]


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_what_the_page_shows_can_be_taken_away(client, kind):
    html = show(client, "/areas?sector=ict&region=hebei")["html"]["areas-notes"]
    (address,) = re.findall(rf'href="(/areas\.{kind}[^"]*)"', html)
    answer = client.get(address.replace("&amp;", "&"))
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_navigation_keeps_the_view_on_its_way_through_the_page(client):
    nav = show(client, "/areas?theme=green&region=hebei&sector=ict")["html"]["nav"]
    assert 'href="/indicators?region=hebei&amp;theme=green"' in nav
