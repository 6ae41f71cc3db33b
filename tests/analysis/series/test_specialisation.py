"""Quotients, specialisation and similarity have the values that one finds by hand."""

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from analysis.series.specialisation import krugman, location_quotient, shares, similarity

NAMES = "abcde"
COUNTS = st.dictionaries(st.sampled_from(NAMES), st.integers(1, 10_000), min_size=1)


def test_shares_are_parts_of_one():
    assert shares({"a": 30, "b": 10}) == {"a": 0.75, "b": 0.25}
    assert shares({}) == shares({"a": 0}) == {}


def test_a_quotient_compares_a_share_with_that_of_the_base():
    assert location_quotient(0.5, 0.25) == 2
    assert location_quotient(0.0, 0.25) == 0
    assert location_quotient(None, 0.25) is location_quotient(0.5, None) is None
    assert location_quotient(0.5, 0.0) is None


def test_two_areas_with_nothing_in_common_are_two_apart():
    own = shares(dict(zip(NAMES, (20, 10, 70, 0, 0), strict=True)))
    other = shares(dict(zip(NAMES, (0, 0, 0, 60, 40), strict=True)))
    assert isclose(krugman(own, other), 2)
    assert similarity(own, other) == 0


def test_values_by_hand():
    own, other = {"a": 0.5, "b": 0.5}, {"a": 0.8, "b": 0.2}
    assert isclose(krugman(own, other), 0.6)
    assert isclose(similarity(own, other), 0.5 / (0.5 * 0.68) ** 0.5)


def test_an_area_without_shares_has_neither():
    assert krugman({}, {"a": 1.0}) is similarity({"a": 1.0}, {}) is None


@given(COUNTS, COUNTS)
def test_both_are_the_same_either_way_and_within_their_bounds(first, second):
    own, other = shares(first), shares(second)
    assert isclose(krugman(own, other), krugman(other, own), abs_tol=1e-12)
    assert -1e-12 <= krugman(own, other) <= 2 + 1e-12
    assert -1e-12 <= similarity(own, other) <= 1 + 1e-12


@given(COUNTS)
def test_an_area_is_like_itself(counts):
    own = shares(counts)
    assert krugman(own, own) == 0
    assert isclose(similarity(own, own), 1)
