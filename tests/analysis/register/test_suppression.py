"""What is withheld cannot be had by subtracting what is shown."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.register.suppression import DOMINANT, LEAST, Sum, withheld, withheld_sums

NUMBERS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 12), max_size=8)
SUMS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.lists(st.floats(0, 1e6), max_size=6), max_size=8
)


def summed(values):
    return {key: Sum(len(own), sum(own), max(own, default=0.0)) for key, own in values.items()}


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"a": 3, "b": 9, "c": 0}, ""),
        ({"a": 1, "b": 9, "c": 4}, "ab"),  # one alone would be the rest: another goes with it
        ({"a": 9, "b": 4, "c": 1}, "ac"),
        ({"a": 2, "b": 2, "c": 9}, "abc"),  # 4 of two is told too closely
        ({"a": 1, "b": 1, "c": 1}, "abc"),
        ({"a": 1, "b": 1, "c": 1, "d": 0}, "abcd"),  # nothing would do: also what is nothing
        ({"a": 3, "b": 1}, "ab"),
        ({}, ""),
    ],
)
def test_cells_of_fewer_than_three_are_withheld_and_others_with_them(counts, hidden):
    assert withheld(counts) == set(hidden)


@given(NUMBERS)
def test_no_withheld_number_can_be_told_from_the_rest(counts):
    """Every way in which the withheld cells may add up to what is left: none is the same in all,
    and each may as well be of three or more."""
    hidden = sorted(withheld(counts))
    assert all(counts[key] >= LEAST or not counts[key] for key in counts.keys() - set(hidden))
    if not hidden:
        return
    rest = sum(counts[key] for key in hidden)
    least = 0 if len(hidden) == len(counts) else 1  # where all is withheld, nothing says what is 0
    if len(hidden) > 5 or rest < LEAST:
        return  # too many ways to be gone through here; of a whole below three nothing is shown
    ways = [way for way in product(range(least, rest + 1), repeat=len(hidden)) if sum(way) == rest]
    for place, _ in enumerate(hidden):
        found = {way[place] for way in ways}
        assert len(found) > 1
        assert max(found) >= LEAST


@given(NUMBERS)
def test_what_is_withheld_does_not_depend_on_the_size_of_what_is_shown(counts):
    """Others are taken in the order of the table: twice as many in them change nothing."""
    more = {key: count * 2 if count >= 5 else count for key, count in counts.items()}
    hidden = withheld(counts)
    if hidden and hidden != set(counts):
        assert withheld(more) <= hidden


def test_a_sum_is_told_of_three_or_more_none_of_which_has_nearly_all():
    assert Sum(3, 100.0, 80.0).is_safe
    assert not Sum(3, 100.0, 80.1).is_safe
    assert not Sum(2, 100.0, 50.0).is_safe
    assert not Sum(3, 0.0, 0.0).is_safe


def test_a_sum_whose_number_is_withheld_is_so_too_and_takes_others_along():
    sums = summed({"a": [5.0] * 4, "b": [7.0], "c": [9.0] * 3, "d": []})
    assert withheld_sums(sums, {"b", "a"}) == {"a", "b"}
    assert withheld_sums(sums, ()) == {"a", "b"}
    assert withheld_sums({**sums, "a": Sum(4, 100.0, 97.0)}, ()) == {"a", "b", "c"}


@given(SUMS)
def test_whatever_sum_is_left_when_the_shown_ones_are_subtracted_may_be_told(values):
    sums = summed(values)
    hidden = withheld_sums(sums, withheld({key: len(own) for key, own in values.items()}))
    assert all(sums[key].is_safe or not sums[key].entities for key in sums.keys() - hidden)
    left = [one for key in hidden for one in values[key]]
    if left and hidden != set(sums):
        assert len(hidden) > 1
        assert len(left) >= LEAST
        assert max(left) <= DOMINANT * sum(left) * (1 + 1e-9)
