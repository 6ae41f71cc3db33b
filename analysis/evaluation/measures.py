"""The measures behind the picture, year by year: shares of the three, coefficient of variation,
Theil. Of three regions each describes and nothing is tested; n = 3 is said wherever they stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.context import remembered
from analysis.coordination.measured import Measured, formula, mark, measured, sources
from analysis.evaluation.dispersion import coefficient_of_variation, spread, theil
from analysis.series import observations
from analysis.series.measures import shares
from analysis.series.quantities import number, rounded
from data.model.catalog import Catalog
from data.model.gaps import GapMeasure
from data.model.needs import POPULATION
from data.model.sources import Source

APART, TOGETHER, LEVEL = "差异扩大", "差异缩小", "持平"
DECIMALS = 3  # of a coefficient
FORMULAS = (
    ("两地之比", "一地的数值 ÷ 另一地的数值"),
    ("极差", "最大值 − 最小值，以指标自身的单位计"),
    ("占三地比重", "一地的分子 ÷ 三地分子之和 × 100%；公布的平均数和比率不相加，不计算"),
    ("变异系数", "标准差 ÷ 平均数，三地各计一次；标准差以 3 为除数"),
    ("变异系数（人口加权）", "以年末常住人口为权的标准差 ÷ 以同一权数的平均数"),
    (
        "泰尔指数",
        "Σ 分子比重 × ln（分子比重 ÷ 分母比重）；公布的平均数和比率没有分子和分母，不计算",
    ),
)
NOTE = "n = 3，只作描述，不作检验。变异系数下降在文献中称为 σ 收敛。"


@dataclass(frozen=True, slots=True)
class YearDispersion:
    """What a measure says of a year: by region code the value and the percent of the three (empty
    where it is not computed), the coefficients, the largest value less the smallest, and the marks
    of the values."""

    year: int
    values: Mapping[str, float]
    shares: Mapping[str, float]
    plain: float | None
    weighted: float | None
    theil: float | None
    spread: float | None
    mark: str = ""

    @property
    def ends(self) -> tuple[str, str]:
        """The codes of the lowest and the highest region."""
        order = sorted(self.values, key=lambda code: self.values[code])
        return order[0], order[-1]

    @property
    def lowest_to_highest(self) -> float:
        """The lowest value as a part of the highest: 1 where all are the same."""
        low, high = self.ends
        return self.values[low] / self.values[high]


@dataclass(frozen=True, slots=True)
class Moved:
    """A coefficient in the first and the last year, and which way it went as it is printed; None
    and "" where it is not computed or the two are not compared."""

    first: float | None
    last: float | None
    verdict: str = ""

    @property
    def text(self) -> str:
        """0.415 → 0.475."""
        if self.first is None or self.last is None:
            return ""
        return f"{number(self.first, DECIMALS)} → {number(self.last, DECIMALS)}"


@dataclass(frozen=True, slots=True)
class Dispersion:
    """A measure with its years, all of which the three have; `reason` says why its first and last
    year are not compared, else ""; `weight` is what Theil's shares are set against."""

    measure: GapMeasure
    formula: str
    years: tuple[YearDispersion, ...]
    plain: Moved
    weighted: Moved
    theil: Moved
    weight: str = ""
    reason: str = ""


@remembered(32)
def dispersions(catalog: Catalog, start: int, end: int) -> tuple[Dispersion, ...]:
    """The headline measures within a range of years, in their order."""
    return tuple(_dispersion(catalog, one, start, end) for one in catalog.gap_measures)


def dispersion_sources(catalog: Catalog, found: tuple[Dispersion, ...]) -> tuple[Source, ...]:
    """The publications of the values at both ends of the years, and of the people that weigh."""
    codes = [region.region_code for region in catalog.provinces]
    every = (
        source
        for one in found
        if one.years
        for source in sources(
            catalog,
            (*one.measure.indicators, POPULATION),
            codes,
            dict.fromkeys((one.years[0].year, one.years[-1].year)),
        )
    )
    return tuple(dict.fromkeys(every))


def both_sides(found: tuple[Dispersion, ...]) -> str:
    """What moved apart and what came together, side by side: neither is the verdict."""
    told = []
    for word in (APART, TOGETHER):
        own = [f"{one.measure.name_zh}（{one.plain.text}）" for one in found
               if one.plain.verdict == word]  # fmt: skip
        told.append(f"{'、'.join(own)}{word}" if own else f"没有{word}的项目")
    return f"按变异系数，{'；'.join(told)}。" if found else ""


def _dispersion(catalog: Catalog, measure: GapMeasure, start: int, end: int) -> Dispersion:
    found = measured(catalog, measure)
    codes = [region.region_code for region in catalog.provinces]
    years = tuple(
        _year(catalog, found, year) for year in found.common_years(codes) if start <= year <= end
    )
    cut = found.broken(years[0].year, years[-1].year) if years else ""
    return Dispersion(
        measure=measure,
        formula=formula(catalog, measure),
        years=years,
        plain=_moved([one.plain for one in years], cut),
        weighted=_moved([one.weighted for one in years], cut),
        theil=_moved([one.theil for one in years], cut),
        weight=formula(catalog, measure).partition("÷")[2].partition("（")[0].strip(),
        reason=cut,
    )


def _year(catalog: Catalog, found: Measured, year: int) -> YearDispersion:
    codes = list(found.values)
    values = {code: found.values[code][year] for code in codes}
    people = observations.columns(catalog, POPULATION)
    heads = {code: people[code].get(year, 0.0) for code in codes}  # 0: no weight, none computed
    above = {code: found.above[code][year] for code in found.above}
    below = {code: found.below[code][year] for code in found.below}
    parts = shares({code: {year: value} for code, value in above.items()})
    return YearDispersion(
        year=year,
        values=values,
        shares={code: own[year] for code, own in parts.items()},
        plain=coefficient_of_variation(values),
        weighted=coefficient_of_variation(values, heads),
        theil=theil(above, below) if above else None,
        spread=spread(values),
        mark=mark(catalog, found.measure, codes, year),
    )


def _moved(values: list[float | None], cut: str) -> Moved:
    if len(values) < 2 or cut:
        return Moved(None, values[-1] if values else None)
    first, last = values[0], values[-1]
    if first is None or last is None:
        return Moved(first, last)
    before, after = rounded(first, DECIMALS), rounded(last, DECIMALS)
    word = LEVEL if before == after else APART if after > before else TOGETHER
    return Moved(first, last, word)
