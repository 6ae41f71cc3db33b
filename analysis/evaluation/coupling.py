"""The coupling coordination degree (耦合协调度), only as the span of its own choices.

U_r is a region's mean of its scaled measures, T the mean of the U, C how alike they are, and
D = √(C T). The same numbers of the same year are called 失调 or 协调 by the choices alone, which
papers make without a reason: that is why it is not used (EVALUATION, section 1)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import fsum, prod, sqrt

from analysis.context import remembered
from analysis.coordination.measured import panel
from analysis.series.quantities import number, rounded
from data.model.catalog import Catalog

GRADES = (  # Liao Chongbin, 热带地理 19(2), 1999: ten grades of a tenth each
    "极度失调", "严重失调", "中度失调", "轻度失调", "濒临失调",
    "勉强协调", "初级协调", "中级协调", "良好协调", "优质协调",
)  # fmt: skip
FLOORS = (0.01, 0.1)  # what is put in place of 0, so that no product vanishes
SO_FAR, WHOLE = "止于当年", "含以后各年"
POOLED, OWN, HIGHEST = "三地合并极差标准化", "各地分别极差标准化", "除以最大值"
ORIGINAL, CORRECTED = "原公式", "修正公式"
DECIMALS = 3
FEWEST_YEARS = 3
Panel = Sequence[Mapping[str, Mapping[int, float]]]  # of each measure the values by region and year


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to compute D for the year: over which years values are scaled, how, from which floor,
    by which formula."""

    window: str
    scaling: str
    floor: float
    formula: str

    @property
    def text(self) -> str:
        """In words: 止于当年，三地合并极差标准化，下限 0.01，原公式."""
        return f"{self.window}，{self.scaling}，下限 {self.floor:g}，{self.formula}"


@dataclass(frozen=True, slots=True)
class Envelope:
    """The year and the measures, how many choices there are, and the least and the greatest D."""

    year: int
    measures: int
    years: tuple[int, int]
    count: int
    lowest: tuple[Choice, float]
    highest: tuple[Choice, float]

    @property
    def sentence(self) -> str:
        """The same year by all choices: from 0.3 “轻度失调” to 0.9 “优质协调”."""
        ends = [
            f"{number(value, DECIMALS)}“{grade(value)}”" for _, value in (self.lowest, self.highest)
        ]
        span = f"同为 {self.year} 年、同样 {self.measures} 项指标，{self.count} 种取法得出的"
        return f"{span}耦合协调度从 {ends[0]}到 {ends[1]}"


def grade(value: float) -> str:
    """The word that the literature has for a D between 0 and 1."""
    return GRADES[min(int(rounded(value, DECIMALS) * len(GRADES)), len(GRADES) - 1)]


def original(levels: Sequence[float]) -> float:
    """C = n (Π U)^(1/n) / Σ U: 1 where all are the same."""
    count = len(levels)
    return float(count * prod(levels) ** (1 / count) / fsum(levels))


def corrected(levels: Sequence[float]) -> float:
    """C = √((1 − mean of |U_i − U_j|) × (Π U_i / max U)^(1/(n−1))), which spreads over 0…1.

    Source: 王淑佳等, 国内耦合协调度模型的误区及修正, 自然资源学报 36(3):793—810 (2021); of two
    and three systems √((U_i − U_j)²) is |U_i − U_j|."""
    pairs = list(combinations(levels, 2))
    apart = fsum(abs(one - other) for one, other in pairs) / len(pairs)
    top = max(levels)
    alike = prod(level / top for level in levels) ** (1 / (len(levels) - 1))
    return sqrt(max(1 - apart, 0.0) * alike)


FORMULAS: Mapping[str, Callable[[Sequence[float]], float]] = {
    ORIGINAL: original,
    CORRECTED: corrected,
}


def coordination(levels: Sequence[float], formula: str) -> float:
    """D = √(C T) with T the mean of the levels, between 0 and 1. KeyError for another formula."""
    return sqrt(FORMULAS[formula](levels) * fsum(levels) / len(levels))


@remembered(1)
def envelope(catalog: Catalog) -> Envelope | None:
    """The span of D over its choices, by the headline measures in the middle of the years that all
    of them have of all three; None with fewer than FEWEST_YEARS of them."""
    found, years = panel(catalog)
    if len(years) < FEWEST_YEARS:
        return None
    year = years[(len(years) - 1) // 2]
    numbers = [
        {code: {y: own[y] for y in years} for code, own in one.values.items()} for one in found
    ]
    degrees = list(degrees_of(numbers, year))
    return Envelope(
        year=year,
        measures=len(numbers),
        years=(years[0], years[-1]),
        count=len(degrees),
        lowest=min(degrees, key=lambda one: one[1]),
        highest=max(degrees, key=lambda one: one[1]),
    )


def degrees_of(numbers: Panel, year: int) -> Iterator[tuple[Choice, float]]:
    """D of a year by every choice; all measures have the same regions and years."""
    codes = list(numbers[0])
    for window, scaling, floor in product((SO_FAR, WHOLE), (POOLED, OWN, HIGHEST), FLOORS):
        scaled = [_scaled(own, year, window, scaling) for own in numbers]
        levels = [
            fsum(floor + (1 - floor) * one[code] for one in scaled) / len(scaled) for code in codes
        ]
        for formula in FORMULAS:
            yield Choice(window, scaling, floor, formula), coordination(levels, formula)


def _scaled(
    own: Mapping[str, Mapping[int, float]], year: int, window: str, scaling: str
) -> dict[str, float]:
    """By region the value of the year on 0…1."""
    kept = {
        code: [v for y, v in values.items() if window == WHOLE or y <= year]
        for code, values in own.items()
    }
    every = [value for values in kept.values() for value in values]
    if scaling == HIGHEST:
        return {code: values[year] / max(every) for code, values in own.items()}
    return {
        code: _part(values[year], kept[code] if scaling == OWN else every)
        for code, values in own.items()
    }


def _part(value: float, among: Sequence[float]) -> float:
    """Where a value lies between the least and the greatest; the middle where these are one."""
    low, high = min(among), max(among)
    return (value - low) / (high - low) if high > low else 0.5
