"""Where series are cut: at every gap and every break, and nowhere else."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.series import breaks
from data.model.catalog import Break
from tests.analysis.series.strategies import FIRST, broken_columns


def test_a_break_over_a_gap_cuts_every_pair_of_years_across_it():
    marks = (Break("x", 2016, 2018, "缺 2017 年"),)
    assert breaks.is_broken(marks, 2016, 2018)
    assert breaks.is_broken(marks, 2015, 2019)
    assert breaks.is_broken(marks, 2016, 2017)
    assert not breaks.is_broken(marks, 2015, 2016)
    assert not breaks.is_broken(marks, 2018, 2019)


def test_a_break_lies_between_years_that_hold_both_its_own():
    mark = Break("x", 2016, 2018, "")
    assert breaks.between((mark,), 2016, 2018) == (mark,)
    assert breaks.between((mark,), 2017, 2020) == breaks.between((mark,), 2010, 2017) == ()


def test_a_table_marks_the_first_year_listed_after_a_break():
    marks = (Break("x", 2016, 2018, ""), Break("x", 2019, 2020, ""))
    assert breaks.marked_years(range(2015, 2022), marks) == {2017, 2018, 2020}
    assert breaks.marked_years((2015, 2016, 2018, 2019), marks) == {2018}
    assert breaks.marked_years((2018, 2019), marks) == frozenset()
    assert breaks.marked_years((2016, 2021), marks) == {2021}


@given(both=broken_columns())
def test_segments_hold_exactly_the_published_values(both):
    values, marks = both
    points = [point for piece in breaks.segments(values, marks) for point in piece]
    assert points == list(values.items())


@given(both=broken_columns())
def test_a_run_neither_skips_a_year_nor_crosses_a_break(both):
    values, marks = both
    for years in breaks.runs(values, marks):
        assert years == list(range(years[0], years[-1] + 1))
        assert not any(b.before in years and b.after in years for b in marks)


@given(both=broken_columns())
def test_runs_are_as_long_as_they_may_be(both):
    values, marks = both
    for left, right in pairwise(breaks.runs(values, marks)):
        end, start = left[-1], right[0]
        assert start > end + 1 or any((b.before, b.after) == (end, start) for b in marks)


def test_runs_are_of_years_in_order_and_each_once():
    assert breaks.runs([2013, 2011, 2012, 2012, 2015], ()) == [[2011, 2012, 2013], [2015]]


@given(both=broken_columns())
def test_the_years_since_the_last_break_are_those_no_break_parts_from_the_last(both):
    values, marks = both
    expected = [y for y in values if not breaks.is_broken(marks, y, max(values))]
    assert breaks.since_break(values, marks) == expected


@given(both=broken_columns())
def test_no_break_lies_between_the_years_since_the_last_break(both):
    values, marks = both
    years = breaks.since_break(values, marks)
    assert all(not breaks.is_broken(marks, a, b) for a, b in pairwise(years))
    assert bool(years) == bool(values)


@given(both=broken_columns(), preferred=st.integers(FIRST - 2, FIRST + 14))
def test_a_base_year_is_published_earlier_and_not_before_the_last_break(both, preferred):
    values, marks = both
    base = breaks.base_year(values, marks, preferred)
    earlier = [y for y in values if y < max(values) and not breaks.is_broken(marks, y, max(values))]
    assert (base is None) == (not earlier)
    if base is not None:
        assert base == (preferred if preferred in earlier else earlier[0])
