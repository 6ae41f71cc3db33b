"""How far apart regions are: values by hand, and what the formulas must hold."""

from math import isclose, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluation.dispersion import coefficient_of_variation, spread, theil

REGIONS = ("a", "b", "c")
VALUES = st.fixed_dictionaries({name: st.floats(0.01, 1e6) for name in REGIONS})
FACTOR = st.floats(0.001, 1000)


def test_the_coefficient_by_hand():
    values = {"a": 2.0, "b": 4.0, "c": 6.0}  # mean 4, variance 8 / 3
    assert isclose(coefficient_of_variation(values), (8 / 3) ** 0.5 / 4)
    weights = {"a": 1.0, "b": 2.0, "c": 1.0}  # mean 4, variance 2
    assert isclose(coefficient_of_variation(values, weights), 2**0.5 / 4)


def test_theil_by_hand():
    assert isclose(
        theil({"a": 3.0, "b": 1.0}, {"a": 1.0, "b": 1.0}), 0.75 * log(1.5) + 0.25 * log(0.5)
    )
    assert isclose(theil({"a": 5.0, "b": 0.0}, {"a": 1.0, "b": 3.0}), log(4))


def test_the_spread_is_in_the_unit_of_the_values():
    assert spread({"a": 88.2, "b": 85.5, "c": 62.8}) == pytest.approx(25.4)


@pytest.mark.parametrize("values", [{"a": 1.0, "b": None}, {}, {"a": 0.0, "b": 0.0}])
def test_what_is_missing_or_nothing_has_none(values):
    weights = dict.fromkeys(values, 1.0)
    assert coefficient_of_variation(values) is None
    assert theil(values, weights) is None


def test_a_weight_that_is_missing_or_nothing_gives_none():
    for weight in (None, 0.0):
        assert theil({"a": 1.0, "b": 1.0}, {"a": 1.0, "b": weight}) is None
    assert theil({"a": 1.0, "b": 1.0}, {"a": 1.0}) is None
    assert spread({"a": 1.0, "b": None}) is None


@given(VALUES)
def test_equal_spread_is_nothing(values):
    assert isclose(theil(values, values), 0, abs_tol=1e-9)
    even = dict.fromkeys(values, 7.0)
    assert isclose(coefficient_of_variation(even, values), 0, abs_tol=1e-9)


@given(VALUES, VALUES, FACTOR)
def test_a_unit_changes_nothing(values, weights, factor):
    scaled = {name: value * factor for name, value in values.items()}
    heavier = {name: value * factor for name, value in weights.items()}
    assert isclose(theil(scaled, heavier), theil(values, weights), abs_tol=1e-9)
    assert isclose(
        coefficient_of_variation(scaled, heavier),
        coefficient_of_variation(values, weights),
        abs_tol=1e-9,
    )


@given(VALUES, VALUES)
def test_theil_is_not_below_nothing_and_the_same_of_everything_twice(values, weights):
    once = theil(values, weights)
    assert once >= -1e-9
    twice = {f"{name}{i}": value for name, value in values.items() for i in "12"}
    heavier = {f"{name}{i}": value for name, value in weights.items() for i in "12"}
    assert isclose(theil(twice, heavier), once, abs_tol=1e-9)
