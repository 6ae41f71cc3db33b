"""Periods as numbers: read, written and counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import periods
from data.model.periods import period, written

YEARS = st.integers(1949, 2100)
TEXTS = st.one_of(
    YEARS.map(str),
    st.tuples(YEARS, st.integers(1, 4)).map(lambda at: f"{at[0]}-Q{at[1]}"),
    st.tuples(YEARS, st.integers(1, 12)).map(lambda at: f"{at[0]}-{at[1]:02}"),
)


@given(TEXTS)
def test_a_period_comes_back_as_it_was_written(text):
    number = period(text)
    assert written(number) == text
    assert periods.year_of(number) == int(text[:4])
    kind = "Q" if "Q" in text else "M" if "-" in text else "A"
    assert periods.frequency(number) == kind


@given(TEXTS)
def test_the_same_period_a_year_before_is_as_many_back_as_a_year_has(text):
    number = period(text)
    before = number - periods.per_year(number)
    assert written(before) == f"{int(text[:4]) - 1}{text[4:]}"


def test_the_next_period_is_one_more():
    assert period("2024-Q4") + 1 == period("2025-Q1")
    assert period("2024-12") + 1 == period("2025-01")


@pytest.mark.parametrize(
    "text", ["2024-Q5", "2024-13", "24", "1024", "9999-Q4", "2024-00", "2024-Q1 ", ""]
)
def test_what_is_no_period_is_refused_by_name(text):
    with pytest.raises(ValueError, match="应为 2024、2024-Q3 或 2024-09"):
        period(text)


def test_a_quarter_ends_with_every_third_month():
    ends = {m: periods.quarter_ending(period(f"2025-{m:02}")) for m in range(1, 13)}
    quarters = {m: period(f"2025-Q{m // 3}") for m in (3, 6, 9, 12)}
    assert ends == {m: quarters.get(m) for m in range(1, 13)}
    assert all(periods.last_month(q) == period(f"2025-{m:02}") for m, q in quarters.items())


def test_a_period_ends_with_a_month():
    ends = {"2024": "2024-12", "2024-Q1": "2024-03", "2024-Q4": "2024-12", "2026-02": "2026-02"}
    assert {text: written(periods.ending(period(text))) for text in ends} == ends
