"""First figures: 2023 of the old vintage of the regional product, in the edition."""

from dataclasses import replace

import pytest

from analysis.indicators.address import IndicatorsView
from analysis.indicators.summary import indicator_summary
from analysis.plan.marks import marks
from analysis.series import observations
from analysis.series.cards import cards
from analysis.series.changes import nominal_change
from analysis.series.provisional import provisional_years
from analysis.series.selection import aggregate, selection

OLD = "gdp_v4"


@pytest.fixture
def topic(catalog, view_of):
    return selection(catalog, view_of(OLD), OLD)


def test_the_years_of_first_figures_are_those_of_their_status(catalog):
    found = observations.provisional(catalog, OLD)
    assert found["110000"] == {2023}
    assert found["000000"] == {2020, 2023}
    assert observations.provisional(catalog, "gdp")["110000"] == frozenset()


def test_a_sum_of_first_figures_is_one(catalog, topic):
    assert provisional_years(catalog, topic, aggregate(catalog, topic)) == {2023}


def test_a_change_to_a_first_figure_carries_its_mark(catalog, topic):
    change = nominal_change(catalog, topic, aggregate(catalog, topic))
    assert change.mark == "（初）"
    assert change.marked == f"{change.text}（初）"
    assert f"{change.text}（初）" in change.phrase


def test_a_change_between_other_figures_carries_none(catalog, view_of):
    topic = selection(catalog, view_of(OLD, end=2022), OLD)
    assert nominal_change(catalog, topic, aggregate(catalog, topic)).mark == ""


def test_a_card_and_a_mark_of_the_plan_end_with_it(catalog, view_of):
    card = next(one for one in cards(catalog, view_of(OLD)) if one.indicator == OLD)
    assert card.year == 2023
    assert card.readings[0].quantity.mark == "（初）"
    assert card.trails[0].provisional == {2023}
    found = marks(catalog, view_of(OLD), OLD)
    assert {one.since_base.text.endswith("（初）") for one in found.regions} == {True}
    assert {trail.provisional for trail in found.trails} == {frozenset({2023})}


@pytest.mark.parametrize("scale", ["published", "change", "index", "share3"])
def test_numbers_of_every_scale_that_rest_on_one_are_first_figures(catalog, view_of, scale):
    found = indicator_summary(catalog, IndicatorsView(view_of(OLD), scale))
    own = [d for d in found.data if d.region.region_code == "110000" and d.value is not None]
    assert {d.year for d in own if d.is_provisional} == {2023}
    assert all(d.text.endswith("（初）") for d in own if d.is_provisional)
    assert found.hollow == "；空心为初步核算数"
    assert found.dated(2023) == "2023 年（初步核算）"
    before = indicator_summary(catalog, IndicatorsView(replace(view_of(OLD), end=2022), scale))
    assert before.hollow == ""
