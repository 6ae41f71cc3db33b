"""The order of a theme's indicators in lists, and their last years."""

import pytest

from analysis.indicators.ordering import last_year, listed


@pytest.mark.parametrize("theme", ["overall", "enterprises", "opening"])
def test_headlines_come_first_and_archived_series_last(catalog, theme):
    found = listed(catalog, theme)
    headlines = catalog.headlines(theme)
    assert found[: len(headlines)] == headlines
    kinds = [indicator.visible for indicator in found]
    assert kinds == sorted(kinds, key=["default", "archive"].index)
    assert len(found) == sum(i.theme == theme for i in catalog.indicators.values())


def test_the_last_year_counts_any_region(catalog, published):
    for name in ("gdp_per_capita", "fai_total", "gdp_per_capita_v4"):
        years = [year for (i, _, year) in published if i == name]
        assert last_year(catalog, name) == max(years)
