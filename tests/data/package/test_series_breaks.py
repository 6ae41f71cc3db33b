"""Breaks belong to a survey: a break is one row, and all its series are cut."""

from data.package.series_breaks import series_breaks

SURVEYED = ("one", "two")


def tables(years, **more):
    """Tables of the series of one survey with values in these years each."""
    values = [
        {"indicator_id": name, "period": str(year)} for name, own in years.items() for year in own
    ]
    return {
        "observations": values,
        "breaks": [],
        "survey_series": [{"indicator_id": name, "survey": "s"} for name in SURVEYED],
        "survey_breaks": [{"survey": "s", "before": 2016, "after": 2018, "reason_zh": "why"}],
        "reference_dates": [],
        **more,
    }


def pairs(found, name):
    return [(cut.before, cut.after) for cut in found.get(name, ())]


def test_a_break_of_the_survey_cuts_each_of_its_series():
    found = series_breaks(tables({"one": [2016, 2018], "two": [2015, 2016, 2018]}))
    assert pairs(found, "one") == pairs(found, "two") == [(2016, 2018)]
    assert found["one"][0].reason_zh == "why"


def test_a_series_with_a_value_between_is_cut_on_both_sides():
    found = series_breaks(tables({"one": [2016, 2017, 2018]}))
    assert pairs(found, "one") == [(2016, 2017), (2017, 2018)]


def test_years_without_values_are_stepped_over():
    assert pairs(series_breaks(tables({"one": [2014, 2020]})), "one") == [(2014, 2020)]


def test_a_series_that_begins_or_ends_there_has_no_break():
    assert series_breaks(tables({"one": [2018, 2019], "two": [2015, 2016]})) == {}


def test_a_break_of_its_own_is_not_said_twice():
    own = {"indicator_id": "one", "before": 2016, "after": 2018, "reason_zh": "own"}
    found = series_breaks(tables({"one": [2016, 2018]}, breaks=[own]))
    assert [cut.reason_zh for cut in found["one"]] == ["own"]


def test_a_value_not_of_the_year_s_end_is_compared_with_no_neighbour():
    date = {"indicator_id": "three", "period": "2024", "as_of_zh": "2024 年 9 月末"}
    found = series_breaks(tables({"three": [2022, 2024, 2025]}, reference_dates=[date]))
    assert pairs(found, "three") == [(2022, 2024), (2024, 2025)]
    assert "9月末" in found["three"][0].reason_zh
