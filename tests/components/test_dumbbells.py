"""Dumbbells: one logarithmic scale, marks of the regions, ticks that do not touch."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.dumbbells import APART, dumbbell, scale, ticks
from components.elements import written

RATIOS = st.lists(st.floats(0.05, 40), max_size=12)


@given(RATIOS)
def test_every_ratio_and_one_lie_within(ratios):
    on = scale(ratios)
    places = [on.place(ratio) for ratio in [1.0, *ratios]]
    assert min(places) >= 0 and max(places) <= 100


@given(RATIOS)
def test_ticks_have_room_and_one_is_among_them(ratios):
    on = scale(ratios)
    places = [on.place(tick) for tick in on.ticks]
    assert 1.0 in on.ticks and list(on.ticks) == sorted(on.ticks)
    assert all(b - a >= APART - 0.02 for a, b in pairwise(places))


def test_the_same_factor_is_as_far_everywhere():
    on = scale([0.5, 4.0])
    assert on.place(2.0) - on.place(1.0) == pytest.approx(on.place(4.0) - on.place(2.0), abs=0.02)


def test_both_ends_are_drawn_apart_by_form_and_joined():
    html = written(dumbbell(3.1, 3.5, "beijing", scale([3.1, 3.5])))
    assert html.count("<circle") == 2 and html.count("dumbbell-bar") == 1
    assert "is-first" in html and "is-last" in html and "ink-beijing" in html
    assert 'aria-hidden="true"' in html
    assert "<path" in written(dumbbell(2.0, 1.5, "tianjin", scale([2.0])))


def test_without_a_start_nothing_is_joined():
    html = written(dumbbell(None, 2.0, "beijing", scale([2.0])))
    assert "is-first" not in html and "dumbbell-bar" not in html and "is-last" in html
    assert "dumbbell-end" not in written(dumbbell(None, None, "beijing", scale([])))


def test_the_ratios_of_the_scale_stand_below_it():
    html = written(ticks(scale([0.9, 4.0])))
    assert ">1<" in html and ">2<" in html
