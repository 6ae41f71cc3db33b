"""Periods in running text. Within a year figures are counted from January, so that a quarter is
named by all that lies in it: 一季度, 上半年, 前三季度, and the fourth is the year."""

from collections.abc import Iterable

from data.model.periods import ANNUAL, MONTHLY, QUARTERLY, frequency, part_of_year, written, year_of

NAMES = {ANNUAL: "年", QUARTERLY: "季", MONTHLY: "月"}  # of the frequencies
QUARTERS = ("一季度", "上半年", "前三季度", "")
MONTHS = 12


def period_text(period: int) -> str:
    """A period in running text: 2024 年, 2026 年上半年, 2026 年 1—2 月."""
    return f"{year_of(period)} 年{_within(period)}"


def _within(period: int) -> str:
    part = part_of_year(period)
    kind = frequency(period)
    if kind == QUARTERLY:
        return QUARTERS[part - 1]
    if kind == ANNUAL or part == MONTHS:
        return ""
    return " 1 月" if part == 1 else f" 1—{part} 月"


def short(period: int) -> str:
    """A period where room is scarce: 2024, 2026 Q2, 2026-02."""
    return written(period).replace("-Q", " Q")


def span_text(start: int, end: int) -> str:
    """A range of periods: 2010—2024 年, or 2024 年 for one; 2021 年一季度—2026 年上半年."""
    if start == end:
        return period_text(start)
    if frequency(start) == ANNUAL:
        return f"{start}—{end} 年"
    return f"{period_text(start)}—{period_text(end)}"


def years(start: int, end: int) -> str:
    """The same in a row that is headed 年份: 2010—2024, or 2024 for one."""
    said = span_text(start, end)
    return said.removesuffix(" 年") if frequency(start) == ANNUAL else said


def periods_text(found: Iterable[int]) -> str:
    """Periods in running text, runs of three and more as ranges: 2013、2016—2019 年."""
    runs: list[list[int]] = []
    for period in sorted(set(found)):
        if runs and runs[-1][-1] == period - 1:
            runs[-1].append(period)
        else:
            runs.append([period])
    ends = [
        span
        for run in runs
        for span in ([(run[0], run[-1])] if len(run) > 2 else [(one, one) for one in run])
    ]
    if all(frequency(start) == ANNUAL for start, _ in ends):
        return "、".join(years(*span) for span in ends) + " 年"
    return "、".join(years(*span) for span in ends)
