"""Sums, ratios, shares and changes: by their formula, with the missing staying missing."""

import math
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.series import measures
from analysis.series.breaks import is_broken
from tests.analysis.series.strategies import FIRST, broken_columns, columns

CODES = ["110000", "120000", "130000"]
LAST = FIRST + 12

numbers = st.integers(1, 10**8).map(lambda hundredths: hundredths / 100)
panels = st.tuples(columns, columns, columns).map(
    lambda three: dict(zip(CODES, three, strict=True))
)


def has_all(panel, year):
    return all(year in values for values in panel.values())


@given(panel=panels)
def test_a_total_is_the_sum_of_complete_years_and_missing_in_the_others(panel):
    total = measures.total(panel.values())
    for year in range(FIRST, LAST):
        if has_all(panel, year):
            assert total[year] == pytest.approx(math.fsum(v[year] for v in panel.values()))
        else:
            assert year not in total


def test_a_sum_of_decimals_is_the_decimal_a_person_gets():
    # broadband_ports 2014: 3762.25 drifts to 3762.2499999 in floats and would show 3,762.2
    assert measures.total([{2014: 0.1}, {2014: 0.2}]) == {2014: 0.3}


@given(panel=panels)
def test_shares_of_a_complete_year_add_to_100(panel):
    shares = measures.shares(panel)
    assert list(shares) == CODES
    for year in range(FIRST, LAST):
        parts = {code: values[year] for code, values in shares.items() if year in values}
        if has_all(panel, year):
            assert sum(parts.values()) == pytest.approx(100)
            largest = max(parts, key=lambda code: parts[code])
            assert panel[largest][year] == max(values[year] for values in panel.values())
        else:
            assert parts == {}


def test_nothing_has_a_share_of_nothing():
    shares = measures.shares({"a": {2010: 0.0, 2011: 1.0}, "b": {2010: 0.0, 2011: 3.0}})
    assert shares == {"a": {2011: 25.0}, "b": {2011: 75.0}}


@given(above=panels, below=panels, factor=st.sampled_from([1.0, 100.0, 10_000.0]))
def test_a_ratio_of_sums_is_missing_where_any_part_is(above, below, factor):
    ratio = measures.ratio(measures.total(above.values()), measures.total(below.values()), factor)
    for year in range(FIRST, LAST):
        if has_all(above, year) and has_all(below, year):
            top, bottom = (sum(v[year] for v in panel.values()) for panel in (above, below))
            assert ratio[year] == pytest.approx(top / bottom * factor)
        else:
            assert year not in ratio


@given(values=columns, whole=columns)
def test_a_quotient_is_only_where_both_values_are(values, whole):
    assert measures.ratio(values, whole).keys() == values.keys() & whole.keys()


@pytest.mark.parametrize("whole", [0.0, -2.0])
def test_nothing_is_divided_by_nothing_or_less(whole):
    assert measures.ratio({2020: 1.0}, {2020: whole}) == {}


@given(before=numbers, after=numbers)
def test_a_change_leads_from_the_one_value_to_the_other(before, after):
    percent = measures.changes({2010: before, 2011: after}, ())[2011]
    assert (1 + percent / 100) * before == pytest.approx(after)


@given(both=broken_columns())
def test_there_is_a_change_only_between_unbroken_neighbouring_years(both):
    values, breaks = both
    cuts = {(b.before, b.after) for b in breaks}
    expected = {y for y in values if y - 1 in values and (y - 1, y) not in cuts}
    assert measures.changes(values, breaks).keys() == expected


@pytest.mark.parametrize("before", [0, -1.5])
def test_there_is_no_change_on_nothing_or_less(before):
    assert measures.changes({2010: before, 2011: 3.0}, ()) == {}


@given(panel=panels)
def test_the_latest_year_is_complete_if_any_year_is(panel):
    complete = [year for year in range(FIRST, LAST) if has_all(panel, year)]
    some = [year for values in panel.values() for year in values]
    expected = max(complete, default=max(some, default=None))
    assert measures.latest_year(panel.values()) == expected


def test_nobody_has_no_latest_year():
    assert measures.latest_year([]) is None


@given(panel=panels)
def test_no_measure_changes_what_it_measures(panel):
    before = deepcopy(panel)
    measures.total(panel.values())
    measures.shares(panel)
    measures.changes(panel[CODES[0]], ())
    measures.index(panel[CODES[0]], (), FIRST)
    assert panel == before


@given(both=broken_columns(), base=st.integers(FIRST - 1, FIRST + 12))
def test_the_index_is_100_in_its_base_year_and_stops_at_breaks(both, base):
    known, breaks = both
    found = measures.index(known, breaks, base)
    assert (base in found) == (base in known)
    for year, value in found.items():
        assert value * known[base] == pytest.approx(known[year] * 100)
        assert not is_broken(breaks, min(year, base), max(year, base))
    if found:
        assert found[base] == 100
        parted = known.keys() - found.keys()
        assert all(is_broken(breaks, min(y, base), max(y, base)) for y in parted)


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


def test_common_years_are_those_that_all_have():
    assert measures.common_years([{2010: 1.0, 2012: 2.0}, {2012: 1.0, 2013: 1.0}]) == [2012]
    assert measures.common_years([]) == []


@given(case=broken_columns())
def test_a_difference_is_only_between_adjacent_years_without_a_break(case):
    values, breaks = case
    found = measures.differences(values, breaks)
    for year, step in found.items():
        assert step == pytest.approx(values[year] - values[year - 1])
        assert not is_broken(breaks, year - 1, year)
    lost = {year for year in values if year - 1 in values} - set(found)
    assert all(is_broken(breaks, year - 1, year) for year in lost)


def test_a_gap_of_decimals_is_the_decimal_a_person_gets():
    assert measures.gap({2023: 0.3, 2024: 0.3}, {2024: 0.1}) == {2024: 0.2}
    assert measures.differences({2023: 0.1, 2024: 0.3}, ()) == {2024: 0.2}
