"""未公布 stands only where the tables say so; whatever else is missing is not held here."""

from dataclasses import replace

from analysis.series.absence import NOT_HELD, NOT_PUBLISHED, WITHDRAWN, absence, is_unpublished
from data.model.catalog import Withdrawn

THREE = ("110000", "120000", "130000")


def test_what_the_tables_do_not_name_is_only_not_held(catalog):
    assert absence(catalog, "disposable_income", THREE, range(2013, 2016)) == NOT_HELD
    assert absence(catalog, "bj_to_jh_tech_contract_value", ["JJJ"], [2017]) == NOT_HELD
    assert absence(catalog, "gdp", (), ()) == NOT_HELD


def test_what_the_tables_name_is_not_published(catalog):
    assert absence(catalog, "fai_total", THREE, range(2018, 2025)) == NOT_PUBLISHED


def test_a_span_that_begins_before_is_only_not_held(catalog):
    assert absence(catalog, "fai_total", THREE, [2009, 2018]) == NOT_HELD


def test_a_span_without_an_end_goes_on(catalog):
    assert not is_unpublished(catalog, "fai_total", "110000", 2017)
    assert is_unpublished(catalog, "fai_total", "110000", 2099)


def test_what_was_taken_back_is_withdrawn_and_not_merely_not_held(catalog):
    gone = {
        ("disposable_income", code, 2014): Withdrawn(1.0, "2026-11-28", "有误") for code in THREE
    }
    found = replace(catalog, withdrawn=gone)
    assert absence(found, "disposable_income", THREE, [2014]) == WITHDRAWN
    assert absence(found, "disposable_income", THREE[:1], [2014]) == WITHDRAWN
    assert absence(found, "disposable_income", THREE, [2013, 2014]) == NOT_HELD
