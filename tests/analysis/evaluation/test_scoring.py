"""Scores of the literature, by hand, and what makes them useless for three regions."""

from math import fsum, isclose, log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluation.scoring import (
    critical_correlation,
    entropy_weights,
    gravity_growth,
    grey_relation,
    min_max,
    topsis,
)

ROW = st.lists(st.floats(0.1, 100), min_size=3, max_size=3)
ROWS = st.lists(ROW, min_size=2, max_size=6)


def test_of_three_pairs_a_correlation_must_pass_0_9969():
    """t = 12.706 with one degree of freedom: r = t / √(t² + 1)."""
    assert round(critical_correlation(), 4) == 0.9969
    assert isclose(critical_correlation(), 12.7062 / sqrt(12.7062**2 + 1), rel_tol=1e-6)


def test_entropy_weights_by_hand():
    rows = [[1.0, 1.0, 2.0], [1.0, 1.0, 1.0]]
    assert entropy_weights(rows) == pytest.approx([1.0, 0.0])
    told = 1 + (0.5 * log(0.25) + 0.5 * log(0.5)) / log(3)
    other = 1 + (1 / 3 * log(1 / 6) + 2 / 3 * log(2 / 3)) / log(3)
    weights = entropy_weights([[1.0, 1.0, 2.0], [1.0, 1.0, 4.0]])
    assert weights == pytest.approx([told / (told + other), other / (told + other)])


@given(ROWS)
def test_weights_add_up_to_one(rows):
    assert isclose(fsum(entropy_weights(rows)), 1)
    assert min(entropy_weights(rows)) >= 0


def test_equal_rows_have_equal_weights():
    assert entropy_weights([[2.0, 2.0, 2.0], [5.0, 5.0, 5.0]]) == [0.5, 0.5]


@given(ROWS)
def test_who_is_first_in_all_has_one_and_who_is_last_has_nothing(rows):
    ordered = [sorted(row, reverse=True) for row in rows]
    best, _, worst = topsis(ordered)
    if any(row[0] - row[2] > 1e-6 for row in ordered):
        assert (best, worst) == pytest.approx((1.0, 0.0))


def test_topsis_by_hand():
    assert topsis([[3.0, 4.0], [4.0, 3.0]]) == pytest.approx([0.5, 0.5])


def test_grey_relation_by_hand_and_by_rho_alone():
    reference, others = [1.0, 2.0], [[1.0, 2.0], [1.0, 3.0]]
    assert grey_relation(reference, others, 0.5) == pytest.approx([1.0, (1 + 0.5 / 1.5) / 2])
    grades = [grey_relation(reference, others, rho)[1] for rho in (0.1, 0.5, 0.8)]
    assert grades == sorted(grades) and grades[2] - grades[0] > 0.1
    assert grey_relation([1.0, 2.0], [[2.0, 4.0]], 0.5) == [1.0]


def test_gravity_says_the_product_again():
    grown = gravity_growth(([100.0, 200.0], [100.0, 200.0]), ([1.0, 1.0], [1.0, 1.0]))
    assert grown == pytest.approx((100.0, 100.0))
    pull, product = gravity_growth(([100.0, 200.0], [50.0, 60.0]), ([2.0, 1.8], [1.0, 1.1]))
    assert product == pytest.approx((sqrt(2 * 1.2) - 1) * 100)
    assert pull == pytest.approx((sqrt(2 * 1.2 * 0.9 * 1.1) - 1) * 100)


def test_a_new_year_moves_what_min_max_said_of_an_old_one():
    assert min_max(2.0, [1.0, 2.0]) == 1.0
    assert min_max(2.0, [1.0, 2.0, 5.0]) == 0.25
    assert min_max(2.0, [2.0, 2.0]) == 0.0
