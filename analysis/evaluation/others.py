"""Why other methods are not used: each with its formula, and what it does with our own numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.context import remembered
from analysis.coordination.measured import Measured, panel, sources
from analysis.evaluation import scoring
from analysis.evaluation.coupling import envelope
from analysis.series.quantities import number
from data.model.catalog import Catalog
from data.model.sources import Source

RHOS = (0.1, 0.5, 0.8)  # of grey relation: all are found in papers
FIRST, LAST = 0, -1
Shown = Callable[[Catalog], str]


@dataclass(frozen=True, slots=True)
class Other:
    """A method: its formula, why it is not used, and what it makes of our numbers ("" where the
    tables do not give it)."""

    name: str
    formula: str
    why: str
    shown: str


@remembered(1)
def others(catalog: Catalog) -> tuple[Other, ...]:
    """The methods in the order in which they are read."""
    return tuple(Other(*words, shown(catalog)) for words, shown in METHODS)


def other_sources(catalog: Catalog) -> tuple[Source, ...]:
    """The publications of the numbers with which the methods are tried, at both ends of the years
    that all of them have."""
    found, years = panel(catalog)
    codes = [region.region_code for region in catalog.provinces]
    names = dict.fromkeys(name for one in found for name in one.measure.indicators)
    return sources(catalog, names, codes, years[:1] + years[-1:])


def _coupling(catalog: Catalog) -> str:
    found = envelope(catalog)
    return f"{found.sentence}。" if found else ""


def _correlation(_: Catalog) -> str:
    return f"n = 3 时，|r| 须超过 {number(scoring.critical_correlation(), 4)} 才在 5% 水平上显著。"


def _entropy(catalog: Catalog) -> str:
    """The weight that moved most between the first and the last common year."""
    found, years = panel(catalog)
    if len(years) < 2:
        return ""
    ends = [scoring.entropy_weights(_rows(found, year)) for year in (years[FIRST], years[LAST])]
    moved = [abs(b - a) for a, b in zip(*ends, strict=True)]
    most = moved.index(max(moved))
    before, after = (number(weights[most] * 100, 1) for weights in ends)
    name = found[most].measure.name_zh
    return (
        f"“{name}”的权重 {years[FIRST]} 年为 {before}%，{years[LAST]} 年为 {after}%，"
        "只因三个数的离散程度不同。"
    )


def _topsis(catalog: Catalog) -> str:
    found, years = panel(catalog)
    if not years:
        return ""
    scores = scoring.topsis(_rows(found, years[LAST]))
    told = "、".join(
        f"{region.short_zh} {number(score, 3)}"
        for region, score in zip(catalog.provinces, scores, strict=True)
    )
    return f"{years[LAST]} 年：{told}。"


def _grey(catalog: Catalog) -> str:
    """The grade of the last region against the first, of the first measure, by ρ alone."""
    found, years = panel(catalog)
    if len(years) < 2:
        return ""
    first, *rest = [[own[year] for year in years] for own in found[FIRST].values.values()]
    grades = [number(scoring.grey_relation(first, rest, rho)[LAST], 2) for rho in RHOS]
    names = [region.short_zh for region in catalog.provinces]
    rhos = "、".join(f"{rho:g}" for rho in RHOS)
    what = f"{names[LAST]}与{names[FIRST]}的{found[FIRST].measure.name_zh}"
    return f"{what}，ρ 取 {rhos} 时关联度为 {'、'.join(grades)}。"


def _gravity(catalog: Catalog) -> str:
    """Of the first and the last region, by what the first measure divides by heads, beside the
    growth of that alone."""
    found, years = panel(catalog)
    if len(years) < 2 or found[FIRST].is_published:
        return ""
    ends = catalog.provinces[FIRST], catalog.provinces[LAST]
    products, people = (
        [[side[region.region_code][y] for y in (years[FIRST], years[LAST])] for region in ends]
        for side in (found[FIRST].above, found[FIRST].below)
    )
    grown = scoring.gravity_growth((products[0], products[1]), (people[0], people[1]))
    pull, product = (number(one, 1) for one in grown)
    names = "、".join(region.short_zh for region in ends)
    what = catalog.indicators[found[FIRST].measure.numerator].short_zh
    return (
        f"{years[FIRST]}—{years[LAST]} 年{names}的引力值增长 {pull}%，"
        f"两地{what}的几何平均数增长 {product}%。"
    )


def _min_max(catalog: Catalog) -> str:
    """The first region's value of a middle year, with the later years and without."""
    found, years = panel(catalog)
    if len(years) < 3:
        return ""
    year, own = years[(len(years) - 1) // 2], found[FIRST]
    name, values = catalog.provinces[FIRST].short_zh, own.values
    so_far, whole = (
        scoring.min_max(
            values[catalog.provinces[FIRST].region_code][year],
            [v for column in values.values() for y, v in column.items() if years[FIRST] <= y <= to],
        )
        for to in (year, years[LAST])
    )
    return (
        f"{name} {year} 年{own.measure.name_zh}：数据止于 {year} 年时为 {number(so_far, 2)}，"
        f"止于 {years[LAST]} 年时为 {number(whole, 2)}。"
    )


def _nothing(_: Catalog) -> str:
    return ""


def _rows(found: Sequence[Measured], year: int) -> list[list[float]]:
    return [[own[year] for own in one.values.values()] for one in found]


METHODS: tuple[tuple[tuple[str, str, str], Shown], ...] = (
    (("耦合协调度", "D = √(C × T)，C 为耦合度，T 为各地得分的平均数",
      "取值随所选年份、标准化方法、下限和公式而变，等级名称随之而变"), _coupling),
    (("三地之间的相关系数", "r = Σ(x − x̄)(y − ȳ) ÷ √(Σ(x − x̄)² Σ(y − ȳ)²)",
      "三个点几乎总能连成直线；相关也不是协同"), _correlation),
    (("熵权法", "w ∝ 1 + Σ p ln p ÷ ln m",
      "权数就是三个数的离散程度，差距越大的指标权数越大，与重要与否无关"), _entropy),
    (("TOPSIS（优劣解距离法）", "到最劣解的距离 ÷（到最优解的距离 + 到最劣解的距离）",
      "最优、最劣即三地中的最大、最小，得分只是把名次再说一遍"), _topsis),
    (("灰色关联度", "（Δmin + ρ Δmax）÷（Δ + ρ Δmax）的平均数",
      "ρ 由使用者选定，结果随之而变"), _grey),
    (("引力模型", "√(P₁G₁ × P₂G₂) ÷ d²",
      "距离 d 不变，所得只是地区生产总值与人口的另一种写法"), _gravity),
    (("全部年份的极差标准化", "（x − 最小值）÷（最大值 − 最小值）",
      "增加一年，以前各年的数值都会改变，不能作时间序列"), _min_max),
    (("基尼系数、主成分分析、β 收敛", "各见其文献",
      "三个地区时基尼系数与变异系数说的是同一件事，后两者没有足够的样本"), _nothing),
)  # fmt: skip
