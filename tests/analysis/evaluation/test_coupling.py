"""The coupling coordination degree: its formulas by hand, its span, and that it is fast."""

from dataclasses import replace
from math import isclose, sqrt
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluation.coupling import (
    CORRECTED,
    FORMULAS,
    GRADES,
    ORIGINAL,
    coordination,
    corrected,
    degrees_of,
    envelope,
    grade,
    original,
)

LEVELS = st.lists(st.floats(0.01, 1), min_size=3, max_size=3)


def test_the_formulas_by_hand():
    assert isclose(original([0.2, 0.4, 0.8]), 3 * 0.064 ** (1 / 3) / 1.4)
    # mean of |differences| is 0.4; (0.25 · 0.5 · 1) to the power of one half
    assert isclose(corrected([0.2, 0.4, 0.8]), sqrt(0.6 * 0.125**0.5))
    assert isclose(coordination([0.25, 0.25, 0.25], ORIGINAL), 0.5)


@given(LEVELS)
def test_a_degree_lies_between_nothing_and_one(levels):
    for formula in FORMULAS:
        assert 0 <= coordination(levels, formula) <= 1 + 1e-12
    assert corrected(levels) <= original(levels) + 1e-9


@given(st.floats(0.01, 1))
def test_the_same_levels_are_coupled_wholly(level):
    assert isclose(original([level] * 3), 1) and isclose(corrected([level] * 3), 1)


@pytest.mark.parametrize(
    ("value", "word"),
    [(0.0, "极度失调"), (0.369, "轻度失调"), (0.5, "勉强协调"), (0.4996, "勉强协调"),
     (0.927, "优质协调"), (1.0, "优质协调")],
)  # fmt: skip
def test_a_degree_has_the_word_of_its_tenth(value, word):
    assert grade(value) == word


def test_the_choices_alone_span_several_words(catalog):
    found = envelope(catalog)
    (least, low), (most, high) = found.lowest, found.highest
    assert found.years[0] < found.year < found.years[1]
    assert found.measures == len(catalog.gap_measures) and found.count == 24
    assert high - low > 0.3 and GRADES.index(grade(high)) - GRADES.index(grade(low)) >= 3
    assert least != most and grade(low) in found.sentence and grade(high) in found.sentence


def test_every_choice_is_of_the_same_numbers():
    """Where all regions have the same value in every year only the floor and formula are left."""
    same = [{code: {2018: 1.0, 2019: 2.0, 2020: 3.0} for code in "abc"} for _ in range(2)]
    found = dict(degrees_of(same, 2019))
    assert all(isclose(d, found[c]) for c, d in found.items())
    pooled = {c.floor: d for c, d in found.items() if (c.window, c.formula, c.scaling) == (
        "止于当年", CORRECTED, "三地合并极差标准化",
    )}  # fmt: skip
    assert isclose(pooled[0.1], 1.0)  # the greatest so far is the year itself


def test_it_takes_less_than_a_twentieth_of_a_second(catalog):
    envelope(catalog)  # the values are read
    fresh = replace(catalog)
    fresh.memory.update({k: v for k, v in catalog.memory.items() if k.__name__ != "envelope"})
    start = perf_counter()
    assert envelope(fresh)
    assert perf_counter() - start < 0.05


def test_without_measures_there_is_none(catalog):
    assert envelope(replace(catalog, gap_measures=())) is None
