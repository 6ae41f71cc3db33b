"""The chained index: a small case by hand, and what holds of any."""

from math import exp, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.evaluation.chain import (
    Moves,
    Rule,
    contributions,
    dimension_steps,
    levels,
    points,
    steps,
)

GROUPS = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
HAND = Moves(np.array([[0.1, 0.3, -0.2], [nan, 0.1, nan]]), GROUPS)
ALL, WEIGHTS = np.ones((1, 3)), np.array([[3.0, 1.0]])
YEARS, PARTS = 6, 3
SMALL = st.floats(-0.4, 0.4, allow_subnormal=False)  # half of the least number is none
MOVE = st.one_of(SMALL, st.just(nan))
MOVES = arrays(np.float64, (YEARS, PARTS), elements=MOVE).map(lambda found: Moves(found, GROUPS))
WEIGHT = arrays(np.float64, (1, 2), elements=st.floats(0.1, 10))


def test_two_dimensions_by_hand():
    """First year: (3 × mean(0.1, 0.3) + 1 × −0.2) / 4 = 0.1; then only the second part: 0.1."""
    found = steps(HAND, ALL, WEIGHTS)
    assert found == pytest.approx(np.array([[0.1, 0.1]]))
    assert levels(found, 0)[0] == pytest.approx([100, 100 * exp(0.1), 100 * exp(0.2)])
    assert levels(found, 1)[0] == pytest.approx([100 * exp(-0.1), 100, 100 * exp(0.1)])


def test_contributions_by_hand():
    found = contributions(HAND, ALL[0], WEIGHTS[0])
    assert found == pytest.approx(np.array([[0.0375, 0.1125, -0.05], [0, 0.1, 0]]))


def test_a_dimension_without_a_link_moves_as_the_others_and_has_no_level_of_its_own():
    found = dimension_steps(HAND, ALL[0])
    assert found[0] == pytest.approx([0.2, -0.2])
    assert found[1][0] == pytest.approx(0.1) and np.isnan(found[1][1])


def test_less_than_half_of_the_dimensions_are_no_index():
    groups = np.eye(3)
    moves = Moves(np.array([[0.1, nan, nan], [0.1, 0.3, nan]]), groups)
    found = steps(moves, np.ones((1, 3)), np.ones((1, 3)))[0]
    assert np.isnan(found[0]) and found[1] == pytest.approx(0.2)
    alone = steps(moves, np.array([[1.0, 0.0, 0.0]]), np.ones((1, 3)))[0]
    assert alone == pytest.approx([0.1, 0.1])


def test_nothing_in_use_is_no_index():
    assert np.isnan(steps(HAND, np.zeros((1, 3)), WEIGHTS)).all()
    assert np.isnan(steps(HAND, ALL, np.zeros((1, 2)))).all()


def test_each_part_with_the_same_weight_by_hand():
    found = steps(HAND, ALL, np.ones((1, 2)), Rule(is_by_part=True))
    assert found == pytest.approx(np.array([[0.2 / 3, 0.1]]))


def test_the_arithmetic_mean_by_hand():
    found = steps(HAND, ALL, WEIGHTS, Rule(is_arithmetic=True))[0]
    grown = (3 * (exp(0.1) + exp(0.3)) / 2 + exp(-0.2)) / 4
    assert np.exp(found) == pytest.approx([grown, exp(0.1)])


def test_scenarios_are_computed_side_by_side():
    use = np.array([[1.0, 1.0, 1.0], [0.0, 1.0, 1.0]])
    both = steps(HAND, use, WEIGHTS)
    for place in range(2):
        assert both[place] == pytest.approx(steps(HAND, use[place : place + 1], WEIGHTS)[0])


def test_points_add_up_to_the_difference():
    found = points(np.array([0.05, -0.02, np.log(110 / 104) - 0.03]), 104.0, 110.0)
    assert found.sum() == pytest.approx(6.0, abs=1e-12)
    assert points(np.zeros(3), 104.0, 104.0).tolist() == [0, 0, 0]


@given(MOVES, WEIGHT)
def test_a_later_year_changes_no_earlier_one(moves, weights):
    whole = levels(steps(moves, ALL, weights), 0)[0]
    for years in range(1, YEARS):
        earlier = Moves(moves.values[:years], GROUPS)
        found = levels(steps(earlier, ALL, weights), 0)[0]
        np.testing.assert_array_equal(found, whole[: years + 1])


@given(arrays(np.float64, (YEARS, PARTS), elements=SMALL), st.integers(0, YEARS))
def test_another_base_year_only_rescales(values, base):
    changes = steps(Moves(values, GROUPS), ALL, WEIGHTS)
    first, other = levels(changes, 0)[0], levels(changes, base)[0]
    assert other[base] == pytest.approx(100)
    assert other * first[base] / 100 == pytest.approx(first, rel=1e-12)


@given(MOVES, WEIGHT)
def test_contributions_add_up_to_the_change(moves, weights):
    changes = steps(moves, ALL, weights)[0]
    found = contributions(moves, ALL[0], weights[0]).sum(axis=1)
    known = ~np.isnan(changes)
    assert np.abs(found[known] - changes[known]).max(initial=0) < 1e-12


@given(MOVES, WEIGHT)
def test_weights_are_proportions(moves, weights):
    np.testing.assert_allclose(steps(moves, ALL, weights * 7), steps(moves, ALL, weights))


@given(MOVES, WEIGHT)
def test_the_arithmetic_mean_is_not_below_the_geometric(moves, weights):
    geometric = steps(moves, ALL, weights)
    arithmetic = steps(moves, ALL, weights, Rule(is_arithmetic=True))
    known = ~np.isnan(geometric)
    assert (arithmetic[known] >= geometric[known] - 1e-12).all()
