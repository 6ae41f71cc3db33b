"""What is usual in a series: the range of its own changes, and the unit that its values are in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log
from statistics import median

from analysis.changes.draft import RANGE, SCALE, Doubt, Draft
from analysis.changes.revisions import OF_UNIT, signed
from analysis.series.breaks import is_broken
from analysis.series.observations import Key
from analysis.series.quantities import THIN_SPACE
from data.model.catalog import Break, Indicator
from data.model.periods import ANNUAL, frequency, per_year

FEWEST = 4  # changes that make a range
WIDER = (
    1.0  # how often its own width a range is wider on either side before a change is asked about
)
NARROWEST = log(1.1)  # the least width of a range of ratios
NARROWEST_POINTS, PART = (
    1.0,
    0.1,
)  # of differences: of points, of others a part of the largest value
FACTORS = (10, 100, 1_000, 10_000, 100_000_000)  # by which units are mistaken: 万, 亿
NEAR = log(1.8)  # how near to what was expected a value in the right unit is
APART = log(4)  # how far a value in the wrong unit is from what was expected


@dataclass(frozen=True, slots=True)
class Steps:
    """The changes of a series by the period they lead to, against the same period a year before:
    logarithms of ratios, or differences in a `unit`; `least` is the least width of their range."""

    unit: str
    least: float
    found: Mapping[int, float]

    @property
    def is_ratio(self) -> bool:
        """Whether the changes are ratios."""
        return not self.unit

    def text(self, step: float) -> str:
        """A change in words: +5.2%, -0.3 个百分点."""
        if not self.is_ratio:
            return f"{signed(step, 1)}{THIN_SPACE}{self.unit}"
        return f"{signed((exp(step) - 1) * 100, 1)}%"


def doubts(draft: Draft) -> Iterable[Doubt]:
    """The values that are in another unit, it seems, and those that moved as the series never did.
    Of one value only the first."""
    for key in draft.fresh:
        row, series = draft.row(key), draft.series[key[0], key[1]]
        found = steps(row, series, draft.catalog.breaks.get(key[0], ()))
        own = _own(draft, key, found)
        doubt = _scale(draft, key, found, own) or _range(draft, key, found, own)
        if doubt:
            yield doubt


def steps(row: Indicator, series: Mapping[int, float], breaks: Iterable[Break]) -> Steps:
    """The changes of a series, none across a break."""
    is_ratio = row.unit_zh not in OF_UNIT and min(series.values()) > 0
    largest = max(map(abs, series.values()))
    least = NARROWEST_POINTS if row.unit_zh in OF_UNIT else PART * largest
    marks, found = tuple(breaks), {}
    for period, value in series.items():
        before = period - per_year(period)
        is_yearly = frequency(period) == ANNUAL
        if before in series and not (is_yearly and is_broken(marks, before, period)):
            old = series[before]
            found[period] = log(value / old) if is_ratio else value - old
    if is_ratio:
        return Steps("", NARROWEST, found)
    return Steps(OF_UNIT.get(row.unit_zh, row.unit_zh), least, found)


def _own(draft: Draft, key: Key, found: Steps) -> list[float]:
    """The changes to set one against, of its frequency: those of values that nobody asks about; of
    a series that is new as a whole all others."""
    name, code, period = key
    near = {period, period + per_year(period)}
    kind = frequency(period)
    others = {p: s for p, s in found.found.items() if p not in near and frequency(p) == kind}
    settled = [s for p, s in others.items() if (name, code, p) not in draft.asked]
    return settled if len(settled) >= FEWEST else list(others.values())


def _scale(draft: Draft, key: Key, found: Steps, own: list[float]) -> Doubt | None:
    """Whether the value would be as expected in a unit 10, 100 … 亿 times larger or smaller."""
    series, period = draft.series[key[0], key[1]], key[2]
    if not found.is_ratio:
        return None
    usual, year = median(own) if own else 0.0, per_year(period)
    neighbours = [
        log(series[other]) + sign * usual
        for other, sign in ((period - year, 1), (period + year, -1))
        if other in series and (key[0], key[1], other) not in draft.asked
    ]
    if not neighbours:
        return None
    expected = sum(neighbours) / len(neighbours)
    off = log(series[period]) - expected
    if abs(off) < APART or (own and _is_within(off + usual, own, found.least)):
        return None
    for factor in FACTORS:
        if abs(abs(off) - log(factor)) < NEAR:
            word = f"{factor:,} 倍" if off > 0 else f"1/{factor:,}"
            about = draft.text(key, exp(expected))
            text = f"约为以往水平的 {word}，请核对单位。"
            return Doubt(SCALE, key, f"按以往变动约为 {about}", text)
    return None


def _range(draft: Draft, key: Key, found: Steps, own: list[float]) -> Doubt | None:
    """Whether the value moved from the year before as the series never did."""
    period = key[2]
    if period not in found.found or len(own) < FEWEST:
        return None
    step = found.found[period]
    if _is_within(step, own, found.least):
        return None
    when = "比上年" if frequency(period) == ANNUAL else "比上年同期"
    usual = f"以往{when}变动 {found.text(min(own))} 至 {found.text(max(own))}"
    text = f"{when}变动 {found.text(step)}，超出以往范围，请核对并说明原因。"
    return Doubt(RANGE, key, usual, text)


def _is_within(step: float, own: list[float], least: float) -> bool:
    width = WIDER * max(max(own) - min(own), least)
    return min(own) - width <= step <= max(own) + width
