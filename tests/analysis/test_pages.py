"""Every page is declared once, has its rooms, and is bound."""

from dataclasses import replace
from pathlib import Path

import pytest

from analysis import links
from analysis.meeting.scene_of_address import scene_of
from analysis.pages import LISTED, PAGES, Page, faults, keys, page_of, paths
from analysis.state.view import View, view, with_theme
from callbacks import MODULES
from callbacks.site import Binding
from components import words
from components.shell import navigation

ROOT = Path(__file__).parents[2]


def test_every_page_is_declared_bound_and_named():
    assert set(PAGES) == set(Page)
    assert all(isinstance(module.BINDING, Binding) for module in MODULES.values())
    assert len({place.name for place in PAGES.values()}) == len(Page)


@pytest.mark.parametrize("page", Page)
def test_a_page_has_its_rooms_and_its_callbacks(page):
    for room in ("analysis/{}/summary.py", "components/{}/page.py", "callbacks/{}.py"):
        assert (ROOT / room.format(page)).is_file(), room.format(page)


def test_every_page_is_in_the_navigation_but_that_of_changes(catalog, options):
    """The version in the header leads there."""
    assert set(Page) - set(LISTED) == {Page.CHANGES}
    shown = navigation(Page.OVERVIEW, options.default(), catalog)
    names = [link.children for link in shown][: len(LISTED)]
    assert names == [words.PAGES[page] for page in LISTED]
    found = [page_of(links.path_of(link.href.partition("?")[0]), options) for link in shown]
    assert found[: len(LISTED)] == list(LISTED)


@pytest.mark.parametrize("page", [*Page, ""])
def test_filters_survive_the_way_through_every_page(page, catalog, options):
    """From the overview over any page, and back: what the address holds is read there again."""
    chosen = View(("tianjin",), "green", options.indicators["green"][1], 2015, 2020)
    shown = {link.children: link.href for link in navigation(page, chosen, catalog)}
    for other in (Page.OVERVIEW, Page.INDICATORS, Page.AREAS, Page.PLATFORMS, Page.REGIONS):
        query = shown[words.PAGES[other]].partition("?")[2]
        assert view(query, options) == (chosen, ()), other
    plan = view(shown[words.PAGES[Page.PLAN]].partition("?")[2], options)[0]
    assert plan == with_theme(chosen, "green", options)  # a task is of no single indicator
    assert shown["汇报"] == "/present?scene=green&region=tianjin"


def test_meeting_mode_begins_with_data_of_the_regions_that_are_chosen(catalog, options):
    chosen = replace(options.default(), regions=("beijing", "hebei"))
    address = navigation(Page.OVERVIEW, chosen, catalog)[-1].href
    assert address == "/present?scene=regions&region=beijing-hebei"


def test_meeting_mode_begins_as_prepared_where_nothing_is_chosen(catalog, options):
    assert navigation(Page.OVERVIEW, options.default(), catalog)[-1].href == "/present"


def test_every_page_becomes_a_scene(catalog, options):
    for path in paths(options):
        assert scene_of(catalog, path, "").layout


@pytest.mark.parametrize("page", Page)
def test_the_first_part_of_a_path_names_the_page(page):
    """assets/core/address.js reads it there."""
    assert PAGES[page].path.split("/")[1] in ({page, ""} if page is Page.OVERVIEW else {page})


def test_every_path_leads_to_its_page(options):
    found = [page_of(path, options) for path in paths(options)]
    assert [page for page in Page if page in found] == list(Page)
    assert page_of("/regions/shanghai", options) is None
    assert page_of("/nowhere", options) is None


def test_every_key_of_a_page_is_described(options, catalog):
    known = keys(catalog, options)
    for page, place in PAGES.items():
        assert set(place.keys) <= set(known), page
    assert {name for place in PAGES.values() for name in place.keys} == set(known)
    assert all(key.meaning for key in known.values())


def test_values_that_do_not_go_together_are_faults(options, catalog):
    known = list(keys(catalog, options).values())
    (clash,) = faults("theme=green&indicator=gdp", known, options)
    assert (clash.key, clash.value) == ("indicator", "gdp")
    assert [f.key for f in faults("from=2020&to=2015", known, options)] == ["from"]
    assert [f.key for f in faults("indicator=gdp&against=gdp", known, options)] == ["against"]
    assert faults("indicator=gdp&against=population", known, options) == () or "population" not in (
        options.every_indicator
    )
