"""Many values as few lines."""

from dataclasses import dataclass

import pytest

from analysis.changes.groups import by_indicator, by_region, by_theme, groups, spans_text
from data.model.catalog import Indicator, Region
from data.model.periods import period


@dataclass(frozen=True)
class One:
    indicator: Indicator
    region: Region
    period: int


@pytest.fixture
def some(catalog):
    def build(name, code, *periods):
        row, region = catalog.indicators[name], catalog.region(code)
        return [One(row, region, period(text)) for text in periods]

    return build


def test_regions_with_the_same_periods_are_one_span(some):
    found = [
        *some("gdp", "110000", "2023", "2024"),
        *some("gdp", "120000", "2023", "2024"),
        *some("gdp", "000000", "2025"),
        *some("population", "110000", "2020", "2021", "2022", "2024"),
    ]
    gdp, people = groups(found)
    assert (gdp.count, gdp.text) == (5, "北京、天津 2023、2024 年；全国 2025 年")
    assert (people.count, people.text) == (4, "北京 2020—2022、2024 年")
    assert sum(group.count for group in groups(found)) == len(found)


def test_years_and_quarters_are_not_one_run():
    numbers = map(period, ["2025-Q4", "2024", "2026-Q1", "2026-Q2", "2025-Q3"])
    assert spans_text(numbers) == "2024 年、2025 年前三季度—2026 年上半年"


def test_periods_with_many_gaps_are_counted():
    numbers = map(period, ["2010", "2012", "2014", "2015", "2018"])
    assert spans_text(numbers) == "2010—2018 年间 5 期"


def test_values_are_parted_by_theme_and_indicator(some, catalog):
    found = [*some("gdp", "110000", "2024"), *some("rd_expenditure", "110000", "2024")]
    assert list(by_theme(found)) == ["overall", "innovation"]
    assert [own[0].region.short_zh for own in by_region(found)] == ["北京"]
    assert [own[0].indicator.indicator_id for own in by_indicator(found)] == [
        "gdp", "rd_expenditure",
    ]  # fmt: skip
