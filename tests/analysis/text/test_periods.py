"""Periods as they are read."""

import pytest

from analysis.text.periods import period_text, periods_text, span_text, years
from data.model.periods import period


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024", "2024 年"),
        ("2026-Q1", "2026 年一季度"),
        ("2026-Q2", "2026 年上半年"),
        ("2025-Q3", "2025 年前三季度"),
        ("2025-Q4", "2025 年"),
        ("2024-01", "2024 年 1 月"),
        ("2026-02", "2026 年 1—2 月"),
        ("2025-12", "2025 年"),
    ],
)
def test_a_period_is_named_by_all_that_lies_in_it(text, said):
    assert period_text(period(text)) == said


def test_years_are_written_as_a_range_or_as_one():
    assert (years(2010, 2024), years(2024, 2024)) == ("2010—2024", "2024")
    assert (span_text(2010, 2024), span_text(2024, 2024)) == ("2010—2024 年", "2024 年")


def test_a_range_of_quarters_names_both_ends():
    ends = period("2021-Q1"), period("2026-Q2")
    assert span_text(*ends) == years(*ends) == "2021 年一季度—2026 年上半年"


def test_years_read_as_text():
    found = [2013, 2017, 2016, 2018, 2021, 2022]
    assert periods_text(found) == "2013、2016—2018、2021、2022 年"


def test_quarters_read_as_text():
    found = [period(text) for text in ("2021-Q1", "2021-Q2", "2021-Q3", "2022-Q4")]
    assert periods_text(found) == "2021 年一季度—2021 年前三季度、2022 年"
