"""Sums, ratios, shares and changes: by their formula, with the missing staying missing."""

import math
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis import measures
from data.catalog import Break

CODES = ["110000", "120000", "130000"]
FIRST = 2010
NAN = float("nan")

numbers = st.integers(1, 10**8).map(lambda hundredths: hundredths / 100)
cells = numbers | st.none()


def series_of(values):
    years = range(FIRST, FIRST + len(values))
    return pd.Series([NAN if v is None else v for v in values], index=list(years), dtype=float)


def panel_of(rows):
    years = list(range(FIRST, FIRST + len(rows)))
    return pd.DataFrame(rows, index=years, columns=CODES, dtype=float)


series = st.lists(cells, min_size=1, max_size=12).map(series_of)
panels = st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=10).map(panel_of)


@st.composite
def broken_series(draw):
    """A series and breaks between neighbouring published years, as the table has them."""
    values = draw(series)
    years = [int(year) for year in values.dropna().index]
    pairs = list(pairwise(years))
    cut = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return values, tuple(Break("x", before, after, "口径") for before, after in cut)


@given(panel=panels)
def test_a_total_is_the_sum_of_complete_years_and_missing_in_the_others(panel):
    total = measures.total(panel)
    for year in panel.index:
        row = list(panel.loc[year])
        if any(math.isnan(value) for value in row):
            assert math.isnan(total[year])
        else:
            assert total[year] == pytest.approx(math.fsum(row))


@given(panel=panels)
def test_shares_of_a_complete_year_add_to_100(panel):
    shares = measures.share(panel)
    assert list(shares.columns) == CODES
    for year in panel.index:
        if panel.loc[year].notna().all():
            assert shares.loc[year].sum() == pytest.approx(100)
            largest = panel.loc[year].max()
            assert panel.loc[year, shares.loc[year].idxmax()] == largest
        else:
            assert shares.loc[year].isna().all()


def test_nothing_has_a_share_of_nothing():
    shares = measures.share(panel_of([(0, 0, 0), (0, 1, 3)]))
    assert shares.loc[FIRST].isna().all()
    assert list(shares.loc[FIRST + 1]) == [0, 25, 75]


@given(
    rows=st.lists(st.tuples(*[cells] * 6), min_size=1, max_size=10),
    factor=st.sampled_from([1.0, 100.0, 10_000.0]),
)
def test_a_ratio_is_of_the_sums_and_missing_where_any_part_is(rows, factor):
    above, below = panel_of([r[:3] for r in rows]), panel_of([r[3:] for r in rows])
    ratio = measures.ratio(above, below, factor)
    for year, row in zip(above.index, rows, strict=True):
        if None in row:
            assert math.isnan(ratio[year])
        else:
            assert ratio[year] == pytest.approx(sum(row[:3]) / sum(row[3:]) * factor)


def test_a_ratio_to_nothing_is_missing():
    ratio = measures.ratio(panel_of([(1, 1, 1)]), panel_of([(0, 0, 0)]), 100)
    assert math.isnan(ratio[FIRST])


def test_a_ratio_of_panels_with_other_years_is_missing_where_they_do_not_meet():
    longer, shorter = panel_of([(1, 1, 1), (2, 2, 2)]), panel_of([(1, 1, 1)])
    ratio = measures.ratio(longer, shorter, 1)
    assert ratio[FIRST] == 1
    assert math.isnan(ratio[FIRST + 1])


@given(before=numbers, after=numbers)
def test_a_change_leads_from_the_one_value_to_the_other(before, after):
    percent = measures.change(series_of([before, after]), (), FIRST + 1)
    assert (1 + percent / 100) * before == pytest.approx(after)


@given(both=broken_series(), data=st.data())
def test_there_is_a_change_only_between_unbroken_neighbouring_years(both, data):
    values, breaks = both
    year = data.draw(st.integers(FIRST - 1, FIRST + 13))
    has_both = values.reindex([year - 1, year]).notna().all()
    cut = any((b.before, b.after) == (year - 1, year) for b in breaks)
    assert (measures.change(values, breaks, year) is not None) == (has_both and not cut)


@pytest.mark.parametrize("before", [0, -1.5])
def test_there_is_no_change_on_nothing_or_less(before):
    assert measures.change(series_of([before, 3]), (), FIRST + 1) is None


def test_a_break_over_a_gap_cuts_every_pair_of_years_across_it():
    breaks = (Break("x", 2016, 2018, "缺 2017 年"),)
    assert measures.is_broken(breaks, 2016, 2018)
    assert measures.is_broken(breaks, 2015, 2019)
    assert measures.is_broken(breaks, 2016, 2017)
    assert not measures.is_broken(breaks, 2015, 2016)
    assert not measures.is_broken(breaks, 2018, 2019)


@given(both=broken_series())
def test_segments_hold_exactly_the_published_values(both):
    values, breaks = both
    points = [point for piece in measures.segments(values, breaks) for point in piece]
    assert points == [(year, value) for year, value in values.dropna().items()]


@given(both=broken_series())
def test_a_segment_neither_skips_a_year_nor_crosses_a_break(both):
    values, breaks = both
    for piece in measures.segments(values, breaks):
        years = [year for year, _ in piece]
        assert years == list(range(years[0], years[-1] + 1))
        assert not any(b.before in years and b.after in years for b in breaks)


@given(both=broken_series())
def test_segments_are_as_long_as_they_may_be(both):
    values, breaks = both
    pieces = measures.segments(values, breaks)
    for left, right in pairwise(pieces):
        end, start = left[-1][0], right[0][0]
        assert start > end + 1 or any((b.before, b.after) == (end, start) for b in breaks)


@given(both=broken_series(), preferred=st.integers(FIRST - 2, FIRST + 14))
def test_a_base_year_is_published_earlier_and_not_before_the_last_break(both, preferred):
    values, breaks = both
    years = [int(year) for year in values.dropna().index]
    base = measures.base_year(values, breaks, preferred)
    stretch = [y for y in years[:-1] if not measures.is_broken(breaks, y, years[-1])]
    assert (base is None) == (not stretch)
    if base is not None:
        assert base == (preferred if preferred in stretch else stretch[0])


@given(panel=panels)
def test_the_latest_year_is_complete_if_any_year_is(panel):
    complete = [year for year in panel.index if panel.loc[year].notna().all()]
    some = [year for year in panel.index if panel.loc[year].notna().any()]
    expected = max(complete, default=max(some, default=None))
    assert measures.latest_year(panel) == expected


@given(panel=panels)
def test_no_measure_changes_what_it_measures(panel):
    assume(len(panel) > 1)
    before = panel.copy()
    measures.total(panel)
    measures.share(panel)
    measures.segments(panel[CODES[0]], ())
    measures.change(panel[CODES[0]], (), FIRST + 1)
    pd.testing.assert_frame_equal(panel, before)


def test_a_sum_of_decimals_is_the_decimal_a_person_gets():
    # broadband_ports 2014: 3762.25 drifts to 3762.2499999 in floats and would show 3,762.2
    panel = pd.DataFrame({"a": [0.1], "b": [0.2]}, index=[2014])
    assert measures.total(panel)[2014] == 0.3
