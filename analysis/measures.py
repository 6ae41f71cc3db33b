"""Measures: sums, ratios, shares and changes, each by its formula, missing staying missing.

Panels are years (rows) by region codes (columns) with NaN where nothing was published.
"""

from collections.abc import Iterable

import pandas as pd

from data.catalog import Break

Segment = list[tuple[int, float]]


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
    since = max((b.after for b in breaks if b.after <= years[-1]), default=years[0])
    stretch = [y for y in years[:-1] if y >= since]
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
