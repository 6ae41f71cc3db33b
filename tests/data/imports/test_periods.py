"""Periods in the forms that files write; whatever is none is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.imports.periods import as_date, dated, period, split
from data.model import periods


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2024年", "2024"), ("2024", "2024"), (2024.0, "2024"), ("２０２４年", "2024"),
        ("2024 年", "2024"),
        ("2024年末", "2024"), ("2024年第一季度", "2024-Q1"), ("2024年四季度", "2024-Q4"),
        ("2024年第3季度", "2024-Q3"), ("2024-Q2", "2024-Q2"), ("2024Q2", "2024-Q2"),
        ("2024年上半年", "2024-Q2"), ("2024年前三季度", "2024-Q3"), ("2024年2月", "2024-02"),
        ("2024年12月份", "2024-12"), ("2024年1-2月", "2024-02"), ("2024年1—11月", "2024-11"),
        ("2024-02", "2024-02"), ("2024/2", "2024-02"), ("202402", "2024-02"), (202402.0, "2024-02"),
        ("Feb-24", "2024-02"),
    ],
)  # fmt: skip
def test_periods(written, found):
    assert period(written) == found
    assert periods.written(periods.period(found)) == found


@pytest.mark.parametrize(
    "written",
    ["", "去年", "2024年13月", "2024年第五季度", "24年", "2024.1", "2020—2024年", "1899",
    "202413", "最近20年",
     "2024年3-6月", "2024年1-2季度", "2024-2025", "٢٠٢٤", None, True, 2024.5, 49670.2],
)  # fmt: skip
def test_what_is_no_period(written):
    assert period(written) is None


@given(st.text(max_size=10))
def test_any_text_is_a_period_of_the_tables_or_none(text):
    found = period(text)
    assert found is None or periods.written(periods.period(found)) == found


def test_dates_are_years_or_months_by_all_of_them():
    ends = [date(year, 12, 31) for year in (2022, 2023)]
    assert dated(ends) == {ends[0]: "2022", ends[1]: "2023"}
    months = [date(2024, 1, 1), date(2024, 2, 1)]
    assert dated(months) == {months[0]: "2024-01", months[1]: "2024-02"}
    assert dated([date(2024, 1, 1), date(2024, 1, 2)]) == {}
    assert dated([date(2024, 1, 1)]) == {}
    assert as_date("2024/2/30") is None
    assert as_date("2024年3月5日") == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2024年工业增加值", ("2024", "工业增加值")), ("工业增加值2023年", ("2023", "工业增加值")),
        ("工业增加值_2023", ("2023", "工业增加值")), ("工业增加值", (None, "工业增加值")),
        ("2023年比2022年增长", (None, "2023年比2022年增长")),
        ("2024年末人口", (None, "2024年末人口")),
    ],
)  # fmt: skip
def test_a_year_in_a_name(name, found):
    assert split(name) == found
