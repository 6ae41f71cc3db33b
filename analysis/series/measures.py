"""Measures: sums, ratios, shares and changes, each by its formula, missing staying missing.

Panels are years (rows) by region codes (columns) with NaN where nothing was published.
Values are numbers by year, without the years in which nothing was published: studies use
them, as a scale switch computes eight scales and pandas takes too long over so few numbers.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from data.model.catalog import Break

Segment = list[tuple[int, float]]
Values = Mapping[int, float]


def total(panel: pd.DataFrame) -> pd.Series:
    """Sum over the columns, by year; NaN in a year where any column is missing.

    Rounded to nine decimals, beyond any source, so that a sum of decimals stays the decimal
    it is (0.1 + 0.2 = 0.3) and is then rounded for display as a person would.
    """
    return panel.sum(axis=1, skipna=False).round(9)


def ratio(numerator: pd.DataFrame, denominator: pd.DataFrame, scale: float) -> pd.Series:
    """sum(numerator) / sum(denominator) x scale, by year; NaN unless every part is there."""
    top, bottom = total(numerator), total(denominator)
    return top / bottom.where(bottom != 0) * scale


def share(panel: pd.DataFrame) -> pd.DataFrame:
    """Each column's part of the columns' sum, in percent; NaN in a year with a gap."""
    sums = total(panel)
    return panel.div(sums.where(sums != 0), axis=0) * 100


def is_broken(breaks: Iterable[Break], before: int, after: int) -> bool:
    """Whether a break of the series lies between two years."""
    return any(before < b.after and after > b.before for b in breaks)


def change(series: pd.Series, breaks: Iterable[Break], year: int) -> float | None:
    """Percentage change on the year before; None if missing, zero-based or across a break."""
    values = series.reindex([year - 1, year])
    before, after = float(values.iloc[0]), float(values.iloc[1])
    if values.isna().any() or before <= 0 or is_broken(breaks, year - 1, year):
        return None
    return (after / before - 1) * 100


def segments(series: pd.Series, breaks: Iterable[Break]) -> list[Segment]:
    """The pieces that may be drawn as one line: cut at every missing year and every break."""
    marks = tuple(breaks)
    pieces: list[Segment] = []
    previous: int | None = None
    for year, value in series.dropna().items():
        year = int(str(year))
        joined = previous == year - 1 and not is_broken(marks, year - 1, year)
        if joined:
            pieces[-1].append((year, float(value)))
        else:
            pieces.append([(year, float(value))])
        previous = year
    return pieces


def base_year(series: pd.Series, breaks: Iterable[Break], preferred: int) -> int | None:
    """The year to compare the last value with: `preferred` if it is in the same unbroken
    stretch, else the first year since the last break; None if there is no earlier value.

    Missing years inside the stretch do not matter, breaks do.
    """
    years = [int(str(y)) for y in series.dropna().index]
    if not years:
        return None
    stretch = since_break(years, breaks)[:-1]
    if preferred in stretch:
        return preferred
    return stretch[0] if stretch else None


def latest_year(panel: pd.DataFrame) -> int | None:
    """The last year in which every column has a value, else the last with any; None if none."""
    present = panel.notna().to_numpy()
    for rows in (present.all(axis=1), present.any(axis=1)):
        if rows.any():
            return int(panel.index[rows].max())
    return None


def since_break(years: Iterable[int], breaks: Iterable[Break]) -> list[int]:
    """The years after the last break that lies between them, ascending."""
    ordered = sorted(years)
    if not ordered:
        return []
    first = max((b.after for b in breaks if b.after <= ordered[-1]), default=ordered[0])
    return [year for year in ordered if year >= first]


def summed(columns: Iterable[Values]) -> dict[int, float]:
    """The sum of the columns in the years that all of them have, rounded as `total` is."""
    parts = tuple(columns)
    return {y: round(sum(part[y] for part in parts), 9) for y in common_years(parts)}


def common_years(columns: Iterable[Values]) -> list[int]:
    """The years in which every column has a value, ascending; none for no columns."""
    years = [set(column) for column in columns]
    return sorted(set.intersection(*years)) if years else []


def divided(values: Values, whole: Values, factor: float = 1.0) -> dict[int, float]:
    """value / whole x factor in the years that have both and a whole above zero."""
    return {
        year: value / whole[year] * factor
        for year, value in values.items()
        if whole.get(year, 0.0) > 0
    }


def changes(values: Values, breaks: Iterable[Break]) -> dict[int, float]:
    """Percentage change on the year before in every year that has one, as `change` has it."""
    marks = tuple(breaks)
    return {
        year: (value / values[year - 1] - 1) * 100
        for year, value in values.items()
        if values.get(year - 1, 0.0) > 0 and not is_broken(marks, year - 1, year)
    }


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
