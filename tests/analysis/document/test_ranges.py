"""Axes, and labels that do not touch: properties of both."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.document.ranges import extent, nice_ticks, reach, spread

GAP = 0.1
heights = st.lists(st.floats(0, 1), min_size=1, max_size=6)


@given(heights)
def test_spread_labels_keep_their_distance_and_order(at: list[float]) -> None:
    moved = spread(at, GAP)
    order = sorted(range(len(at)), key=lambda i: at[i])
    for below, above in pairwise(order):
        assert moved[above] - moved[below] >= GAP - 1e-9
    assert max(moved) <= 1 + 1e-9


@given(heights)
def test_labels_with_room_stay_where_they_are(at: list[float]) -> None:
    apart = sorted({round(p * 4) / 4 for p in at})
    assert spread(apart, GAP) == apart


def test_labels_that_would_touch_stand_around_their_middle() -> None:
    assert spread([0.5, 0.52, 0.9], 0.1) == pytest.approx([0.46, 0.56, 0.9])
    assert spread([0.0, 0.02], 0.1) == pytest.approx([0.0, 0.1])
    assert spread([1.0, 0.99], 0.1) == pytest.approx([1.0, 0.9])


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_ticks_are_equal_steps_inside_the_span(low, room):
    high = low + room
    ticks = nice_ticks(low, high)
    assert 2 <= len(ticks) <= 9
    steps = [b - a for a, b in pairwise(ticks)]
    assert max(steps) == pytest.approx(min(steps), rel=1e-3)
    assert low - 1e-6 * room <= ticks[0] <= ticks[-1] <= high + 1e-6 * room


def test_an_axis_begins_at_zero_unless_that_would_flatten_what_is_drawn():
    assert extent([10.0, 100.0]) == pytest.approx((0.0, 106.0))
    assert extent([90.0, 100.0]) == pytest.approx((88.5, 101.5))
    assert extent([-5.0, 5.0]) == pytest.approx((-6.5, 6.5))


def test_bars_reach_from_zero_to_the_farthest_on_each_side():
    assert reach([3.0, 8.0]) == (0.0, 8.0)
    assert reach([-2.0, 8.0]) == (-2.0, 8.0)
