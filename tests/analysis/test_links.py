"""Every address stands under the site's path, and is read from there again."""

import pytest

from analysis import links
from analysis.pages import Page
from analysis.view_links import Links


@pytest.fixture
def below():
    """The site under a prefix, for one test."""
    links.stand_under("/jjj/")
    yield "/jjj/"
    links.stand_under("/")


def test_without_a_prefix_an_address_is_its_path():
    assert links.page(Page.OVERVIEW) == "/"
    assert links.page(Page.PLAN, "?theme=green") == "/plan?theme=green"
    assert links.page(Page.REGIONS, slug="hebei") == "/regions/hebei"
    assert links.file(Page.OVERVIEW, "csv", "?to=2020") == "/overview.csv?to=2020"
    assert links.file(Page.REGIONS, "xlsx", slug="hebei") == "/regions/hebei.xlsx"


def test_under_a_prefix_every_address_begins_with_it(below, catalog, options):
    view = options.default()
    every = [
        *(links.page(page) for page in Page),
        links.file(Page.REGIONS, "csv", slug="hebei"),
        links.address(links.ROWS),
        links.plan(view, options, "green"),
        links.place(catalog.platforms[0]),
        Links(view, options).values("gdp"),
        Links(view, options).operands("gdp"),
        Links(view, options).overview("green"),
        Links(view, options).indicator("gdp"),
        Links(view, options).profile("hebei"),
        links.meeting(view, options, catalog.scenes),
    ]
    assert all(address.startswith(below) and "//" not in address for address in every)
    assert links.path_of(every[0]) == "/"
    assert links.path_of("/jjj/plan?theme=green") == "/plan?theme=green"


def test_an_address_of_elsewhere_stays_as_it_is(below):
    assert links.path_of("/plan") == "/plan"


@pytest.mark.parametrize("wrong", ["jjj", "/jjj", "jjj/", "", "//", "/a b/", "https://x/"])
def test_a_path_that_no_site_can_stand_under_is_refused(wrong):
    with pytest.raises(links.WrongBase, match="BASE_PATH"):
        links.stand_under(wrong)
    assert links.base() == "/"


def test_a_permanent_address_names_one_edition():
    """Also where the address that it is made of names one already."""
    found = links.permanent(links.VALUES, "?theme=green&data=0a1b&limit=2", "99ff")
    assert found == f"{links.VALUES}?theme=green&limit=2&data=99ff"
    assert links.permanent(links.VALUES, "", "99ff") == f"{links.VALUES}?data=99ff"
