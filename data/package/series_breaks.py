"""The breaks of every series: its own, those of its survey, and those that a value of another
point in time makes."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from data.model.catalog import Break

Row = dict[str, Any]
Tables = Mapping[str, list[Row]]


def series_breaks(tables: Tables) -> dict[str, tuple[Break, ...]]:
    """The breaks by indicator: its own rows first, then what its survey and values that are not
    of the year's end add. Each lies between two neighbouring years with values, so that years
    between which the survey broke are cut one from another where a series has values in them."""
    years = _years(tables["observations"])
    found: dict[str, dict[tuple[int, int], Break]] = {}
    for row in tables["breaks"]:
        cut = Break(**row)
        found.setdefault(cut.indicator_id, {})[cut.before, cut.after] = cut
    for name, before, after, reason in (*_of_surveys(tables), *_of_dates(tables)):
        own = found.setdefault(name, {})
        for pair in _neighbours(years.get(name, []), before, after):
            own.setdefault(pair, Break(name, *pair, reason))
    return {name: tuple(own.values()) for name, own in found.items() if own}


def _years(rows: Iterable[Row]) -> dict[str, list[int]]:
    """The years in which an indicator has a value of any region, ascending."""
    found: dict[str, set[int]] = {}
    for row in rows:
        if len(row["period"]) == len("2024"):
            found.setdefault(row["indicator_id"], set()).add(int(row["period"]))
    return {name: sorted(years) for name, years in found.items()}


def _neighbours(years: list[int], before: int, after: int) -> list[tuple[int, int]]:
    """The pairs of neighbouring years with values that lie between the last one up to `before`
    and the first one from `after` on; none where the series begins or ends there."""
    earlier = [year for year in years if year <= before]
    later = [year for year in years if year >= after]
    if not earlier or not later:
        return []
    return list(pairwise(y for y in years if earlier[-1] <= y <= later[0]))


def _of_surveys(tables: Tables) -> Iterable[tuple[str, int, int, str]]:
    series: dict[str, list[str]] = {}
    for row in tables["survey_series"]:
        series.setdefault(row["survey"], []).append(row["indicator_id"])
    for row in tables["survey_breaks"]:
        for name in series.get(row["survey"], []):
            yield name, row["before"], row["after"], row["reason_zh"]


def _of_dates(tables: Tables) -> Iterable[tuple[str, int, int, str]]:
    """A value that is not of the year's end is compared with neither the year before nor the
    year after."""
    for row in tables["reference_dates"]:
        year = int(row["period"][:4])
        reason = f"{year}年为截至{row['as_of_zh'].replace(' ', '')}的数，不是年末数，不算年度变化"
        yield row["indicator_id"], year - 1, year, reason
        yield row["indicator_id"], year, year + 1, reason
