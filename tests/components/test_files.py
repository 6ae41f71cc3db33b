"""The links that take a view away carry its query."""

import re

from analysis.overview.summary import summary
from analysis.pages import Page
from analysis.regions.summary import region_summary
from analysis.state.view import view
from components.elements import written
from components.files import data_links, take_away
from components.overview import page as overview
from components.regions import page as region
from tests.written import html_of


def hrefs(html):
    return [a.replace("&amp;", "&") for a in re.findall(r'href="([^"]+)"', html)]


def test_a_view_can_be_taken_as_every_kind_of_file():
    kinds = ("docx", "pptx", "xlsx", "csv", "json", "html")
    html = written(take_away(Page.OVERVIEW, "?theme=green"))
    assert hrefs(html) == [f"/overview.{kind}?theme=green" for kind in kinds]
    assert html.count(" download=") == len(kinds)
    assert hrefs(written(take_away(Page.REGIONS, "", "hebei")))[0] == "/regions/hebei.docx"
    assert hrefs(written(take_away(Page.CHANGES, ""))) == [f"/changes.{kind}" for kind in kinds]


def test_the_data_link_is_the_api_address_of_the_view():
    copied, described, catalogue = hrefs(written(data_links("?indicator=gdp&scale=share3")))
    assert copied == "/api/v1/observations?indicator=gdp&scale=share3&format=csv"
    assert described == "/api/v1/openapi.json"
    assert catalogue == "/api/v1/resources?format=xlsx"
    assert hrefs(written(data_links("")))[0] == "/api/v1/observations?format=csv"


def test_a_profile_is_taken_with_the_years_of_its_address(catalog, options):
    chosen, _ = view("region=beijing&from=2013&to=2020", options)
    found = region_summary(catalog, "hebei", chosen.start, chosen.end)
    html = html_of(region.shown(found, catalog, chosen, options).parts["profile"])
    assert "/regions/hebei.xlsx?from=2013&to=2020" in hrefs(html)


def test_the_overviews_numbers_are_taken_with_the_views_query(catalog, options):
    query = "?region=beijing,hebei&theme=innovation&indicator=rd_intensity&from=2015"
    shown = summary(catalog, view(query, options)[0])
    parts = overview.shown(shown, catalog, options, ("", "")).parts
    assert f"/overview.json{query}" in hrefs(html_of(parts["trend-data"]))
    assert "/overview" not in html_of(parts["bars-data"])
