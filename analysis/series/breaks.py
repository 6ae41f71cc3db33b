"""Breaks: between which years of a series no line may be drawn and nothing may be compared."""

from collections.abc import Iterable
from itertools import pairwise

from analysis.series.observations import Values
from data.model.catalog import Break
from data.model.periods import ANNUAL, frequency, year_of

BREAK_MARK = "※"  # at a year in a table: not to be compared with the years before it
Segment = tuple[tuple[int, float], ...]


def is_broken(breaks: Iterable[Break], before: int, after: int) -> bool:
    """Whether a break of the series lies between two years."""
    return any(before < b.after and after > b.before for b in breaks)


def marked_years(years: Iterable[int], breaks: Iterable[Break]) -> frozenset[int]:
    """The years that a table marks: each that a break parts from the one listed before it."""
    marks = tuple(breaks)
    return frozenset(b for a, b in pairwise(sorted(years)) if is_broken(marks, a, b))


def between(breaks: Iterable[Break], start: int, end: int) -> tuple[Break, ...]:
    """The breaks whose two years both lie within `start` to `end`."""
    return tuple(b for b in breaks if b.before >= start and b.after <= end)


def is_next(before: int, after: int) -> bool:
    """Whether one period follows another on the same line: a year the year before; a quarter or
    month the one before it in the same year."""
    return after == before + 1 and (frequency(after) == ANNUAL or year_of(after) == year_of(before))


def runs(years: Iterable[int], breaks: Iterable[Break]) -> list[list[int]]:
    """The years, ascending, in runs that may each be drawn as one line: cut at every missing year
    and every break. What is counted from January begins anew with each year, and so does a line
    of quarters or months."""
    marks = tuple(breaks)
    found: list[list[int]] = []
    for year in sorted(set(years)):
        if found and is_next(found[-1][-1], year) and not is_broken(marks, year - 1, year):
            found[-1].append(year)
        else:
            found.append([year])
    return found


def segments(values: Values, breaks: Iterable[Break]) -> tuple[Segment, ...]:
    """The values with their years, in pieces that may each be drawn as one line."""
    return tuple(tuple((y, values[y]) for y in run) for run in runs(values, breaks))


def since_break(years: Iterable[int], breaks: Iterable[Break]) -> list[int]:
    """The years after the last break that lies between them, ascending; missing years do not
    matter. As no value is published between the two years of a break, no break parts them."""
    ordered = sorted(years)
    if not ordered:
        return []
    first = max((b.after for b in breaks if b.after <= ordered[-1]), default=ordered[0])
    return [year for year in ordered if year >= first]


def base_year(years: Iterable[int], breaks: Iterable[Break], preferred: int) -> int | None:
    """The year to compare the last one with: `preferred` if it is one of the years since the last
    break, else the first of these; None if there is no earlier year."""
    earlier = since_break(years, breaks)[:-1]
    if preferred in earlier:
        return preferred
    return earlier[0] if earlier else None
