"""The bands: what other choices give, seeded, around the index they belong to."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.evaluation.bands import bands, each_out
from analysis.evaluation.chain import Moves, Setting, levels, steps

GROUPS = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
VALUES = arrays(np.float64, (4, 3), elements=st.floats(-0.3, 0.3))


def found_of(values, weights=(1.0, 1.0), base=0, others=None):
    moves = Moves(values, GROUPS)
    own = Setting(np.ones(3), np.array(weights), base, "")
    return bands({"": moves, **(others or {})}, own)


def test_leaving_one_out_by_hand():
    """One year: dimensions move by 0.2 (of 0.1 and 0.3) and −0.2; without the first part by 0.3,
    without the second by 0.1, without the third only the first dimension is left."""
    found = found_of(np.array([[0.1, 0.3, -0.2]]))
    assert np.log(np.array(found.parts.last) / 100) == pytest.approx([-0.05, 0.2])
    assert np.log(np.array(found.dimensions.last) / 100) == pytest.approx([-0.2, 0.2])


def test_each_entry_is_left_out_once():
    assert each_out(np.array([2.0, 0.0, 3.0])).tolist() == [[2, 0, 3], [0, 0, 3], [2, 0, 0]]


def test_draws_are_the_same_each_time_and_around_the_given_weights():
    values = np.array([[0.1, 0.3, -0.2]])
    assert found_of(values) == found_of(values)
    low, high = found_of(values, weights=(9.0, 1.0)).weights.last
    assert low < 100 * np.exp(0.9 * 0.2 - 0.1 * 0.2) < high
    assert found_of(values, weights=(1.0, 0.0)).weights.last == pytest.approx(
        [100 * np.exp(0.2)] * 2
    )


def test_other_values_have_a_line_of_their_own_or_none():
    values = np.array([[0.1, 0.3, -0.2], [0.1, 0.1, 0.1]])
    fewer, none = values.copy(), np.full_like(values, np.nan)
    fewer[0, 2] = np.nan
    found = found_of(values, others={"AB": Moves(fewer, GROUPS), "A": Moves(none, GROUPS)})
    assert found.trusts["A"] is None
    assert found.trusts["AB"] == pytest.approx((100, 100 * np.exp(0.2), 100 * np.exp(0.3)))


@given(VALUES, st.integers(0, 4))
def test_bands_hold_the_index_and_close_in_the_base_year(values, base):
    found = found_of(values, base=base)
    own = levels(steps(Moves(values, GROUPS), np.ones((1, 3)), np.ones((1, 2))), base)[0]
    for band in (found.weights, found.parts, found.dimensions):
        assert band.low[base] == pytest.approx(100) and band.high[base] == pytest.approx(100)
    for band in (found.parts, found.dimensions):
        assert (np.array(band.low) <= own + 1e-9).all()
        assert (np.array(band.high) >= own - 1e-9).all()
    assert (np.array(found.weights.low) <= np.array(found.weights.high)).all()
