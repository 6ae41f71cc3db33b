"""The access to the published values: the same ones as the tables', whoever asks."""

import pytest

from analysis.series import observations


def test_the_columns_hold_every_published_value_and_no_other(catalog, published):
    found = {
        (name, code, year): value
        for name in catalog.indicators
        for code, values in observations.columns(catalog, name).items()
        for year, value in values.items()
    }
    assert found == {key: float(value) for key, value in published.items()}
    assert observations.count(catalog) == len(published)
    assert dict(observations.published(catalog)).keys() == published.keys()


def test_everyone_has_a_column_and_its_years_ascend(catalog):
    for name in catalog.indicators:
        columns = observations.columns(catalog, name)
        assert list(columns) == [region.region_code for region in catalog.regions.values()]
        assert all(list(values) == sorted(values) for values in columns.values())


def test_a_value_that_was_not_published_is_none(catalog):
    assert observations.observation(catalog, "pm25", "110000", 2024).value == 30.5
    assert observations.observation(catalog, "pm25", "120000", 2024) is None
    assert observations.observation(catalog, "no_such", "110000", 2024) is None


def test_the_span_is_the_first_and_last_year_of_anyone(catalog, published):
    for name in catalog.indicators:
        years = [year for indicator, _, year in published if indicator == name]
        assert observations.span(catalog, name) == (min(years), max(years))
    with pytest.raises(KeyError):
        observations.span(catalog, "no_such")


def test_who_has_values_in_any_year(catalog):
    assert observations.has_values(catalog, "little_giants", ["110000", "120000"])
    assert not observations.has_values(catalog, "little_giants", ["110000"])
    assert not observations.has_values(catalog, "base_stations_5g", ["110000", "120000", "130000"])


def test_a_sum_over_the_provinces_says_how_many_they_are(catalog):
    assert observations.province_sums(catalog, "gdp")[2024] == (1337605.8, 31)
    assert observations.province_sums(catalog, "software_revenue")[2024][1] == 30
    assert observations.province_sums(catalog, "rd_expenditure") == {}
