"""Measures: sums, ratios, shares and changes, each by its formula, missing staying missing.

All of them calculate with Values: numbers by year, without the years in which nothing was
published. So few numbers are no matter for pandas, which takes longer over each than Python.
"""

from collections.abc import Iterable, Mapping

from analysis.series.breaks import is_broken
from analysis.series.observations import Values
from data.model.catalog import Break
from data.model.periods import per_year


def common_years(columns: Iterable[Values]) -> list[int]:
    """The years in which every column has a value, ascending; none for no columns."""
    years = [set(column) for column in columns]
    return sorted(set.intersection(*years)) if years else []


def latest_year(columns: Iterable[Values]) -> int | None:
    """The last year in which every column has a value, else the last with any; None if none."""
    parts = tuple(columns)
    years = common_years(parts) or sorted(set().union(*parts))
    return years[-1] if years else None


def total(columns: Iterable[Values]) -> dict[int, float]:
    """The sum of the columns in the years that all of them have.

    Rounded to nine decimals, beyond any source, so that a sum of decimals stays the decimal
    it is (0.1 + 0.2 = 0.3) and is then rounded for display as a person would.
    """
    parts = tuple(columns)
    return {y: round(sum(part[y] for part in parts), 9) for y in common_years(parts)}


def ratio(values: Values, whole: Values, factor: float = 1.0) -> dict[int, float]:
    """value / whole x factor in the years that have both and a whole above zero."""
    return {
        year: value / whole[year] * factor
        for year, value in values.items()
        if whole.get(year, 0.0) > 0
    }


def means(values: Values) -> dict[int, float]:
    """(value + value of the year before) / 2 in the years that have both: the annual average of
    a stock that is counted at the end of each year, as GDP per head is divided by."""
    return {y: (v + values[y - 1]) / 2 for y, v in values.items() if y - 1 in values}


def shares(columns: Mapping[str, Values]) -> dict[str, dict[int, float]]:
    """Each column / the sum of all, in percent, in the years that all of them have."""
    whole = total(columns.values())
    return {name: ratio(values, whole, 100) for name, values in columns.items()}


def changes(values: Values, breaks: Iterable[Break]) -> dict[int, float]:
    """(value / value of the year before - 1) x 100 in the years that have both, the earlier one
    above zero, and no break between them."""
    marks = tuple(breaks)
    return {
        year: (value / values[before] - 1) * 100
        for year, value in values.items()
        for before in [year - per_year(year)]
        if values.get(before, 0.0) > 0 and not is_broken(marks, before, year)
    }


def differences(values: Values, breaks: Iterable[Break]) -> dict[int, float]:
    """value - value of the year before, in the years that have both and no break between them.
    Rounded as `total` is, so that a difference of decimals stays the decimal it is."""
    marks = tuple(breaks)
    return {
        year: round(value - values[before], 9)
        for year, value in values.items()
        for before in [year - per_year(year)]
        if before in values and not is_broken(marks, before, year)
    }


def gap(values: Values, other: Values) -> dict[int, float]:
    """value - the other's value in the years that both have, rounded as `total` is."""
    return {y: round(v - other[y], 9) for y, v in values.items() if y in other}


def index(values: Values, breaks: Iterable[Break], base: int) -> dict[int, float]:
    """value / value of the base year x 100, in the years that no break parts from the base year;
    nothing if the base year has no value above zero."""
    marks = tuple(breaks)
    start = values.get(base, 0.0)
    if start <= 0:
        return {}
    return {
        year: value / start * 100
        for year, value in values.items()
        if not is_broken(marks, min(year, base), max(year, base))
    }


def average_growth(values: Values, first: int, last: int) -> float | None:
    """Average annual growth in percent, ((last / first)^(1 / n) - 1) x 100 with n = last - first;
    None unless both years have a value above zero and n > 0."""
    before, after = values.get(first, 0.0), values.get(last, 0.0)
    if before <= 0 or after <= 0 or last <= first:
        return None
    return float(((after / before) ** (1 / (last - first)) - 1) * 100)
