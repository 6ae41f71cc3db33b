"""The Pairing: two indicators set against each other, region by region and year by year."""

from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

import pandas as pd

from analysis.indicators.summary import IndicatorSummary
from analysis.series.breaks import runs
from data.model.catalog import Region

LEAST_PAIRS = 8  # fewer yearly changes than this say nothing about a correlation


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
    note = (
        "相关系数按逐年变化计算，不按水平值：两个都在上升的序列，水平值必然相关。"
        f"相关不等于因果；少于 {LEAST_PAIRS} 个逐年变化的不计算。"
    )
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
    by_year = {pair.year: pair for pair in pairs}
    pieces = tuple(tuple(by_year[y] for y in run) for run in runs(years, breaks))
    growing = upward.indicator.growth_allowed, across.indicator.growth_allowed
    return Path(region, pieces, _verdict(region, pieces, growing))


def _verdict(
    region: Region, pieces: tuple[tuple[Pair, ...], ...], growing: tuple[bool, bool]
) -> str:
    """The correlation of the yearly changes with its n, or why there is none: two series that
    only rise go together whatever they are. No change reaches over a gap or a break."""
    steps = [step for piece in pieces for step in pairwise(piece)]
    name = f"{region.short_zh} n={len(steps)}"
    if len(steps) < LEAST_PAIRS:
        return f"{name}，年数太少，不计算相关"
    ys = [_change(one.y, other.y, growing[0]) for one, other in steps]
    xs = [_change(one.x, other.x, growing[1]) for one, other in steps]
    found = correlation(xs, ys)
    if found is None:
        return f"{name}，变化不变，不计算相关"
    return f"{name}，逐年变化的 r={found:.2f}"


def _change(before: float, after: float, is_growing: bool) -> float:
    """The growth of what may grow, else the difference (of rates, in percentage points)."""
    return after / before - 1 if is_growing and before > 0 else after - before


def correlation(xs: list[float], ys: list[float]) -> float | None:
    """Pearson's r of two equally long lists; None where one of them does not vary."""
    if len(set(xs)) < 2 or len(set(ys)) < 2:
        return None
    found = float(pd.Series(xs).corr(pd.Series(ys)))
    return found if isfinite(found) else None
