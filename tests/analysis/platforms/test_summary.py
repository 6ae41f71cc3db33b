"""The survey: what is open, what is counted, what is drawn."""

import pytest

from analysis.maps.declutter import SIZES
from analysis.platforms.address import platform_choices, platforms_view
from analysis.platforms.summary import platforms_summary


@pytest.fixture(scope="module")
def survey_of(catalog, options):
    known = platform_choices(catalog)
    return lambda query="": platforms_summary(catalog, platforms_view(query, options, known)[0])


def test_the_default_shows_the_pattern_two_four_n(survey_of):
    found = survey_of()
    assert found.layer_counts == {"wing": 2, "zone": 4, "node": 30, "pilot_zone": 5,
                                  "cluster": 5, "base": 1}  # fmt: skip
    assert len(found.platforms) == found.total == 36
    assert found.opened is None
    assert found.shading is None
    assert set(found.drawn) == set(SIZES)


def test_an_open_place_brings_what_is_published_for_its_region(survey_of):
    found = survey_of("?place=F3&theme=innovation").opened
    assert found.platform.name_zh == "天津滨海新区"
    assert found.is_listed
    assert found.neighbours
    assert {card.scope for card in found.cards} >= {"天津"}
    assert "国家级企业技术中心" in {claim.title for claim in found.claims}


def test_a_place_that_is_filtered_out_is_open_and_not_listed(survey_of):
    found = survey_of("?place=B1")
    assert found.opened.platform.platform_id == "B1"
    assert not found.opened.is_listed


def test_only_shown_marks_are_drawn_apart(survey_of):
    shown = survey_of("?industry=vehicles")
    names = {p.platform_id for p in shown.platforms}
    moved = set().union(*shown.drawn.values())
    assert moved and moved <= names
    assert set().union(*survey_of("").drawn.values()) - names


def test_a_base_colour_is_there_when_asked_for(survey_of):
    shading = survey_of("?shade=1&indicator=gdp").shading
    assert set(shading.values) == {"110000", "120000", "130000"}
