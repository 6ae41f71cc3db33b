"""Sums, ratios, shares and changes: by their formula, with the missing staying missing."""

import math
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.series import measures
from data.model.catalog import Break

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


def values_of(series):
    """The same numbers by year, without the missing ones."""
    return {int(year): float(value) for year, value in series.dropna().items()}


@given(panel=panels)
def test_sums_by_year_are_those_of_the_panel(panel):
    columns = [values_of(panel[code]) for code in CODES]
    assert measures.summed(columns) == values_of(measures.total(panel))


@given(panel=panels)
def test_shares_by_year_are_those_of_the_panel_and_add_to_100(panel):
    columns = {code: values_of(panel[code]) for code in CODES}
    whole = measures.summed(columns.values())
    shares = {code: measures.divided(columns[code], whole, 100) for code in CODES}
    expected = measures.share(panel)
    for code in CODES:
        assert shares[code] == pytest.approx(values_of(expected[code]))
    for year in whole:
        assert sum(shares[code][year] for code in CODES) == pytest.approx(100)


@given(values=series, whole=series)
def test_a_quotient_is_only_where_both_values_are(values, whole):
    top, bottom = values_of(values), values_of(whole)
    assert measures.divided(top, bottom).keys() == top.keys() & bottom.keys()


@pytest.mark.parametrize("whole", [0.0, -2.0])
def test_nothing_is_divided_by_nothing_or_less(whole):
    assert measures.divided({2020: 1.0}, {2020: whole}) == {}


@given(both=broken_series())
def test_the_changes_of_all_years_are_those_of_single_years(both):
    values, breaks = both
    found = measures.changes(values_of(values), breaks)
    single = {int(y): measures.change(values, breaks, int(y)) for y in values.index}
    assert found == pytest.approx({y: v for y, v in single.items() if v is not None})


@given(both=broken_series(), base=st.integers(FIRST - 1, FIRST + 12))
def test_the_index_is_100_in_its_base_year_and_stops_at_breaks(both, base):
    values, breaks = both
    known = values_of(values)
    found = measures.index(known, breaks, base)
    assert (base in found) == (base in known)
    for year, value in found.items():
        assert value * known[base] == pytest.approx(known[year] * 100)
        assert not measures.is_broken(breaks, min(year, base), max(year, base))
    if found:
        assert found[base] == 100
        parted = known.keys() - found.keys()
        assert all(measures.is_broken(breaks, min(y, base), max(y, base)) for y in parted)


@pytest.mark.parametrize("start", [0.0, -1.0])
def test_there_is_no_index_of_nothing_or_less(start):
    assert measures.index({2010: start, 2011: 5.0}, (), 2010) == {}


@given(first=numbers, last=numbers, years=st.integers(1, 20))
def test_average_growth_leads_from_the_first_value_to_the_last(first, last, years):
    rate = measures.average_growth({2000: first, 2000 + years: last}, 2000, 2000 + years)
    assert first * (1 + rate / 100) ** years == pytest.approx(last)


@given(value=numbers, years=st.integers(1, 14))
def test_the_average_of_one_year_is_the_change_of_that_year(value, years):
    known = {2000: value, 2001: value + years}
    change = measures.changes(known, ())[2001]
    assert measures.average_growth(known, 2000, 2001) == pytest.approx(change)


@pytest.mark.parametrize(
    "values", [{2010: 0.0, 2012: 4.0}, {2010: 4.0, 2012: -1.0}, {2010: 4.0}, {2012: 4.0}, {}]
)
def test_there_is_no_average_growth_without_two_positive_ends(values):
    assert measures.average_growth(values, 2010, 2012) is None


def test_there_is_no_average_growth_over_no_time():
    assert measures.average_growth({2010: 4.0}, 2010, 2010) is None


@given(both=broken_series())
def test_no_break_lies_between_the_years_since_the_last_break(both):
    values, breaks = both
    years = measures.since_break(values_of(values), breaks)
    assert years == sorted(years)
    assert all(not measures.is_broken(breaks, a, b) for a, b in pairwise(years))
    assert bool(years) == bool(values_of(values))


def test_common_years_are_those_that_all_have():
    assert measures.common_years([{2010: 1.0, 2012: 2.0}, {2012: 1.0, 2013: 1.0}]) == [2012]
    assert measures.common_years([]) == []
