"""Signs by hand, and that units and signs of the wanted direction change what they must."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.watch import signs

SERIES = st.lists(st.integers(-50, 50), min_size=2, max_size=12).map(
    lambda found: dict(enumerate(map(float, found), start=2014))
)


def series(*values: float) -> dict[int, float]:
    return dict(enumerate(values, start=2014))


def test_the_last_value_on_the_wrong_side_of_the_first_has_worsened():
    assert signs.has_worsened(series(5, 9, 4), 1, 0)
    assert not signs.has_worsened(series(5, 9, 4), -1, 0)
    assert not signs.has_worsened(series(5.04, 5.01), 1, 1)  # both read 5.0
    assert signs.has_worsened(series(5.04, 5.01), 1, 2)
    assert not signs.has_worsened({2014: 1.0}, 1, 0)


def test_a_best_value_long_ago_has_stalled_unless_it_worsened():
    assert signs.has_stalled(series(1, 9, 5, 6, 7), 1, 0, 3)
    assert not signs.has_stalled(series(1, 9, 5, 6, 7), 1, 0, 4)
    assert not signs.has_stalled(series(8, 9, 5, 6, 7), 1, 0, 3)  # worsened
    assert not signs.has_stalled(series(1, 9, 5, 6, 9), 1, 0, 3)  # reached again
    assert signs.has_stalled(series(9, 1, 5, 4, 3), -1, 0, 3)


def test_turns_are_counted_between_steps_that_follow_each_other():
    assert signs.turns(series(1, 2, 1, 2), 0) == (2, 2)
    assert signs.turns(series(1, 2, 2, 1), 0) == (1, 2)  # a step of nothing keeps the direction
    assert signs.turns({2014: 1, 2015: 2, 2017: 1, 2018: 0}, 0) == (0, 0)
    assert signs.is_volatile(series(1, 2, 1, 2, 1), 0, 3)
    assert not signs.is_volatile(series(1, 2, 1, 2, 3, 4, 5, 6, 5), 0, 3)  # 3 of 7
    assert not signs.is_volatile(series(1, 2), 0, 0)


def test_late_is_measured_from_what_is_expected():
    assert signs.is_late([2019, 2021], 2023, 2)
    assert not signs.is_late([2019, 2022], 2023, 2)
    assert not signs.is_late([], 2023, 2)


@given(SERIES)
def test_turned_round_it_is_the_wanted_direction_that_turns(values):
    mirrored = {year: -value for year, value in values.items()}
    assert signs.has_worsened(values, 1, 0) == signs.has_worsened(mirrored, -1, 0)
    assert signs.turns(values, 0) == signs.turns(mirrored, 0)
    assert signs.best_year(values, 1, 0) == signs.best_year(mirrored, -1, 0)


@given(SERIES)
def test_a_series_has_not_both_worsened_and_stalled(values):
    assert not (signs.has_worsened(values, 1, 0) and signs.has_stalled(values, 1, 0, 1))


@given(SERIES)
def test_turns_are_no_more_than_the_chances(values):
    found, chances = signs.turns(values, 0)
    assert 0 <= found <= chances <= max(len(values) - 2, 0)
