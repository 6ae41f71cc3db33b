"""The flow: published years only, the others said to be missing, each with its source."""

import pytest

from analysis.platforms.flows import flows
from data.model.catalog import JJJ
from data.model.needs import TECH_CONTRACT_VALUE as VALUE


def test_years_without_a_figure_are_there_without_a_value(catalog):
    found = flows(catalog, (2010, 2024), None)
    assert [year.year for year in found.years] == list(range(2013, 2025))
    assert [year.year for year in found.published] == [2013, 2021, 2022, 2023, 2024]
    missing = [year for year in found.years if year.value is None]
    assert all(year.quantity is None and year.source == "" for year in missing)


def test_every_figure_is_the_published_one_with_its_source(catalog, published):
    found = flows(catalog, (2010, 2024), None).published
    assert [year.year for year in found] == [2013, 2021, 2022, 2023, 2024]
    for year in found:
        assert year.value == float(published[VALUE, JJJ, year.year])
        assert year.source == catalog.observations[VALUE, JJJ, year.year].source.citation
        assert year.source


def test_the_year_asked_for_is_chosen_without_one_the_last_in_the_range(catalog):
    assert flows(catalog, (2010, 2024), 2013).chosen.year == 2013
    assert flows(catalog, (2010, 2022), None).chosen.year == 2022
    assert flows(catalog, (2010, 2024), 2013).outside is None
    found = flows(catalog, (2010, 2022), 2024)
    assert (found.chosen.year, found.outside) == (2022, 2024)
    found = flows(catalog, (2014, 2020), 2024)
    assert (found.chosen, found.outside) == (None, 2024)


@pytest.mark.parametrize("span", [(2010, 2024), (2013, 2015)])
def test_no_other_year_stands_for_one_that_was_not_published(catalog, span):
    found = flows(catalog, span, 2017)
    assert (found.chosen, found.missing) == (None, 2017)
    assert found.published
    assert flows(catalog, span, 2013).missing is None


def test_a_range_without_a_figure_has_no_years(catalog):
    found = flows(catalog, (2014, 2020), None)
    assert found.years == ()
    assert found.chosen is None
