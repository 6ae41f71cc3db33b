"""The measures behind the picture: by hand from the published values; both sides stand together."""

from dataclasses import replace
from math import fsum, isclose, log
from types import MappingProxyType

import pytest

from analysis.evaluation.measures import APART, TOGETHER, both_sides, dispersions
from data.model.catalog import Break

CODES = ("110000", "120000", "130000")


@pytest.fixture(scope="module")
def found(catalog):
    return {one.measure.measure: one for one in dispersions(catalog, 2014, 2024)}


def test_the_coefficient_is_that_of_the_three_values(found, published):
    one = found["income"]
    last = one.years[-1]
    values = [float(published["disposable_income", code, last.year]) for code in CODES]
    mean = fsum(values) / 3
    assert isclose(last.plain, (fsum((v - mean) ** 2 for v in values) / 3) ** 0.5 / mean)
    assert isclose(last.spread, max(values) - min(values))


def test_weighted_a_person_counts_as_a_person(found, published):
    last = found["income"].years[-1]
    values = [float(published["disposable_income", code, last.year]) for code in CODES]
    heads = [float(published["population", code, last.year]) for code in CODES]
    mean = fsum(v * h for v, h in zip(values, heads, strict=True)) / fsum(heads)
    spread = fsum(h * (v - mean) ** 2 for v, h in zip(values, heads, strict=True)) / fsum(heads)
    assert isclose(last.weighted, spread**0.5 / mean)


def test_theil_is_of_the_numerator_by_the_denominator(found, published):
    one = found["rd_intensity"]
    last = one.years[-1]
    rd, gdp = (
        [float(published[name, code, last.year]) for code in CODES]
        for name in ("rd_expenditure", "gdp")
    )
    parts = [(r / fsum(rd), g / fsum(gdp)) for r, g in zip(rd, gdp, strict=True)]
    assert isclose(last.theil, fsum(y * log(y / w) for y, w in parts))
    assert isclose(last.shares[CODES[0]], rd[0] / fsum(rd) * 100)
    assert (one.weight, one.theil.verdict) == ("地区生产总值", TOGETHER)


def test_of_published_averages_neither_shares_nor_theil_are_taken(found):
    for name in ("income", "urbanization"):
        assert all(not year.shares and year.theil is None for year in found[name].years)
        assert found[name].theil.verdict == ""


def test_apart_and_together_stand_side_by_side(found):
    """GDP per head went apart, income came together: both are said, neither is the verdict."""
    assert (found["gdp_per_head"].plain.text, found["gdp_per_head"].plain.verdict) == (
        "0.415 → 0.475", APART,
    )  # fmt: skip
    income = found["income"]
    assert [round(y.lowest_to_highest, 3) for y in (income.years[0], income.years[-1])] == [
        0.375, 0.406,
    ]  # fmt: skip
    assert income.plain.verdict == TOGETHER
    said = both_sides(tuple(found.values()))
    assert "人均地区生产总值（0.415 → 0.475）差异扩大" in said
    assert "居民人均可支配收入（0.379 → 0.362）" in said and "差异缩小" in said
    assert both_sides((found["gdp_per_head"],)).endswith("没有差异缩小的项目。")


def test_every_year_has_all_three(found):
    assert [year.year for year in found["gdp_per_head"].years] == list(range(2014, 2025))
    assert all(set(year.values) == set(CODES) for one in found.values() for year in one.years)


def test_ends_that_a_break_parts_are_not_compared(catalog):
    cut = Break("broadband_ports", 2018, 2019, "测试口径")
    broken = replace(
        catalog, breaks=MappingProxyType({**catalog.breaks, "broadband_ports": (cut,)})
    )
    one = next(d for d in dispersions(broken, 2014, 2024) if d.measure.measure == "broadband")
    assert (one.reason, one.plain.verdict, one.plain.first) == ("测试口径", "", None)
    assert len(one.years) == 11


def test_a_range_without_values_has_no_years(catalog):
    one = next(d for d in dispersions(catalog, 2012, 2013) if d.measure.measure == "income")
    assert (one.years, one.plain.text) == ((), "")
