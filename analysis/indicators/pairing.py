"""The Pairing: two indicators set against each other, region by region and year by year."""

from dataclasses import dataclass
from math import isfinite

import pandas as pd

from analysis.indicators.summary import IndicatorSummary
from analysis.series.breaks import is_broken, runs
from data.model.catalog import Region

LEAST_PAIRS = 8  # fewer years than this say nothing about a correlation


@dataclass(frozen=True, slots=True)
class Pair:
    """Both values of a region in a year, as numbers and as the phrases a reader sees."""

    year: int
    x: float
    y: float
    x_text: str
    y_text: str


@dataclass(frozen=True, slots=True)
class Path:
    """A region's pairs in order of years, in pieces cut at every gap and at every break of
    either indicator, and in words how they go together."""

    region: Region
    pieces: tuple[tuple[Pair, ...], ...]
    verdict: str

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs in order of years."""
        return tuple(pair for piece in self.pieces for pair in piece)


@dataclass(frozen=True, slots=True)
class Pairing:
    """The second indicator across (x), the first upwards (y)."""

    across: IndicatorSummary
    upward: IndicatorSummary
    paths: tuple[Path, ...]
    note: str


def pairing(upward: IndicatorSummary, across: IndicatorSummary) -> Pairing:
    """Every region and year in which both studies have a value; nothing is filled in."""
    regions = [r for r in upward.regions if r in across.regions]
    paths = tuple(path for r in regions if (path := _path(upward, across, r)).pairs)
    note = f"相关不等于因果；少于 {LEAST_PAIRS} 年、或其间有口径调整的不计算相关系数。"
    return Pairing(across, upward, paths, note)


def _path(upward: IndicatorSummary, across: IndicatorSummary, region: Region) -> Path:
    pairs = []
    for year in upward.years:
        y = upward.datum(region.region_code, year)
        x = across.datum(region.region_code, year)
        if x is None or y is None or x.value is None or y.value is None:
            continue
        pairs.append(Pair(year, x.value, y.value, x.text, y.text))
    breaks = (*upward.breaks, *across.breaks)
    years = [pair.year for pair in pairs]
    is_cut = bool(years) and is_broken(breaks, years[0], years[-1])
    by_year = {pair.year: pair for pair in pairs}
    pieces = tuple(tuple(by_year[y] for y in run) for run in runs(years, breaks))
    return Path(region, pieces, _verdict(region, pairs, is_cut))


def _verdict(region: Region, pairs: list[Pair], is_cut: bool) -> str:
    """The correlation with its n, or why there is none."""
    name = f"{region.short_zh} n={len(pairs)}"
    if is_cut:
        return f"{name}，其间有口径调整，不计算相关"
    if len(pairs) < LEAST_PAIRS:
        return f"{name}，年数太少，不计算相关"
    found = correlation([p.x for p in pairs], [p.y for p in pairs])
    return f"{name}，r={found:.2f}" if found is not None else f"{name}，数值不变，不计算相关"


def correlation(xs: list[float], ys: list[float]) -> float | None:
    """Pearson's r of two equally long lists; None where one of them does not vary."""
    if len(set(xs)) < 2 or len(set(ys)) < 2:
        return None
    found = float(pd.Series(xs).corr(pd.Series(ys)))
    return found if isfinite(found) else None
