"""An address of the page of areas means one state, and a state has one address."""

import pytest

from analysis.areas.address import area_choices, areas_view, query_of
from analysis.areas.address import keys as area_keys
from analysis.platforms.address import keys as platform_keys
from analysis.platforms.address import platform_choices


@pytest.fixture
def known(catalog):
    return area_choices(catalog)


def test_without_a_query_it_is_manufacturing_by_its_quotient(options, known):
    chosen, remarks = areas_view("", options, known)
    assert (chosen.industry, chosen.measure, chosen.area, remarks) == (
        "manufacturing", "quotient", "", (),
    )  # fmt: skip
    assert query_of(chosen, options, known) == ""


def test_what_is_chosen_comes_back(options, known):
    query = "?sector=ict&map=share&area=131125&region=hebei&theme=green"
    chosen, remarks = areas_view(query, options, known)
    assert (chosen.industry, chosen.measure, chosen.area) == ("ict", "share", "131125")
    assert chosen.view.regions == ("hebei",)
    assert areas_view(query_of(chosen, options, known), options, known) == (chosen, remarks)


@pytest.mark.parametrize("text", ["sector=alchemy", "map=size", "area=999999", "area=310000"])
def test_what_cannot_be_read_is_said_and_left_out(options, known, text):
    chosen, (remark,) = areas_view(text, options, known)
    assert text in remark
    assert query_of(chosen, options, known) == ""


def test_regions_prefectures_and_counties_with_a_boundary_can_be_opened(catalog, known):
    levels = [catalog.areas.by_code[code].level for code in known.areas]
    assert {level: levels.count(level) for level in set(levels)} == {
        "province": 3, "prefecture": 11, "county": 199,
    }  # fmt: skip


def test_both_pages_that_open_areas_open_the_same(catalog, options, known):
    """They share the key, and one says of both what it means."""
    places = platform_choices(catalog)
    assert known.areas == places.areas
    assert area_keys(known)["area"].allowed == platform_keys(options, places)["area"].allowed
