"""Direction: whether a value moved the way the plan wants, from one year to the last one."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.plan.pace import is_rate
from analysis.series.breaks import since_break
from analysis.series.observations import Values
from analysis.series.quantities import number
from analysis.text.sentences import STRATEGY_BASE
from data.model.catalog import Break, Indicator

BASES = (STRATEGY_BASE, STRATEGY_BASE + 1)
PLAN_START = 2022  # the last full year before the plan of 2023
WANTED = {"higher_better": "up", "lower_better": "down"}
GROWN = {"up": "增长", "down": "下降"}  # of a quantity, in percent
RISEN = {"up": "上升", "down": "下降"}  # of a rate or an index, in points
BESIDE = {"up": "高于", "down": "低于"}  # of what has no growth: the two ends only
PRICED = "按现价计算"


def first_base(start: int, end: int) -> int:
    """The year that comparisons since the base begin with, in the years of a view: the plan's
    base, or the view's first year where that lies after it or its last year not."""
    return STRATEGY_BASE if start <= STRATEGY_BASE < end else start


def bases(base: int) -> tuple[int, ...]:
    """The years that count as one base with `base`: the plan's is 2013, or 2014 in its stead."""
    return BASES if base == STRATEGY_BASE else (base,)


def base_text(base: int) -> str:
    """The base in words, with the year that may stand in for it: 2013（或 2014）年."""
    first, *others = bases(base)
    return f"{first}{''.join(f'（或 {year}）' for year in others) or ' '}年"


def is_priced(row: Indicator) -> bool:
    """Whether the values are at current prices, so that their rise is also that of prices."""
    return row.price_basis == "current" and not is_rate(row)


@dataclass(frozen=True, slots=True)
class Mark:
    """How a value moved between two years: arrow (up, down, flat) and tone (good, bad, neutral;
    always neutral at current prices, which are not judged);
    `arrow` is None where it cannot be said, and `reason` says why. `note` says why the first
    year is not the plan's base, "" where it is."""

    arrow: str | None
    tone: str
    text: str
    since: int | None
    until: int | None
    reason: str | None
    note: str = ""


def since_base(
    row: Indicator,
    breaks: Iterable[Break],
    values: Values,
    span: tuple[int, int],
    rough: frozenset[int] = frozenset(),
) -> Mark:
    """The mark since the plan's base: 2013, else 2014, else the first year that no break parts
    from the last one. `values` are those of the years `span`; those of `rough` are bounds or
    round numbers and are not compared."""
    years = since_break(values, breaks)
    reason = _refusal(row, years, values)
    if reason:
        return _unsaid(reason)
    since = next((y for y in BASES if y in years[:-1]), years[0])
    if rough & {since, years[-1]}:
        return _unsaid("数值是约数或上下限，不作比较。")
    return _mark(row, values, since, years[-1], _note(values, years, since, span))


def since_2022(
    row: Indicator,
    breaks: Iterable[Break],
    values: Values,
    span: tuple[int, int],
    rough: frozenset[int] = frozenset(),
) -> Mark:
    """The mark since 2022, the year before the plan."""
    years = since_break(values, breaks)
    if is_rate(row):
        return _unsaid(_refusal(row, years, values))
    if span[0] > PLAN_START or span[1] <= PLAN_START:
        return _unsaid(f"所选年份不能与 {PLAN_START} 年比较。")
    if not values or max(values) <= PLAN_START:
        return _unsaid(f"{PLAN_START} 年以后的数值本站未收录。")
    if PLAN_START not in values:
        return _unsaid(f"{PLAN_START} 年的数值本站未收录。")
    if PLAN_START not in years:
        return _unsaid(f"{PLAN_START} 年以后口径调整，不能比较。")
    if rough & {PLAN_START, years[-1]}:
        return _unsaid("数值是约数或上下限，不作比较。")
    return _mark(row, values, PLAN_START, years[-1], "")


def _unsaid(reason: str) -> Mark:
    return Mark(None, "neutral", "", None, None, reason)


def _refusal(row: Indicator, years: list[int], values: Values) -> str:
    if is_rate(row):
        return "数值本身是变化率，它的升降不是水平的升降。"
    if not years:
        return "所选年份的数值本站未收录。"
    if len(values) == 1:
        return f"所选年份只有 {years[0]} 年一个数值。"
    if len(years) == 1:
        return f"{years[0]} 年与此前口径不同，不能比较。"
    return ""


def _note(values: Values, years: list[int], since: int, span: tuple[int, int]) -> str:
    """Why the comparison does not start in 2013 or 2014."""
    if since in BASES:
        return ""
    if span[0] > BASES[-1]:
        return f"所选年份自 {span[0]} 年起"
    if span[1] <= BASES[0]:
        return f"所选年份止于 {span[1]} 年"
    return f"{since} 年以前口径不同" if len(years) < len(values) else "2013、2014 年本站未收录"


def _mark(row: Indicator, values: Values, since: int, until: int, note: str) -> Mark:
    before, after = values[since], values[until]
    arrow = _arrow(before, after, row.decimals)
    wanted = WANTED.get(row.direction)
    judged = wanted is not None and arrow != "flat" and not is_priced(row)
    tone = ("good" if arrow == wanted else "bad") if judged else "neutral"
    priced = f"（{PRICED}）" if is_priced(row) and arrow != "flat" else ""
    text = f"{_moved(row, before, after, since)}{priced}"
    return Mark(arrow, tone, text, since, until, None, note)


def _arrow(before: float, after: float, decimals: int) -> str:
    """Flat where both read the same at the indicator's decimals."""
    if number(before, decimals) == number(after, decimals):
        return "flat"
    return "up" if after > before else "down"


def _moved(row: Indicator, before: float, after: float, since: int) -> str:
    """比 2013 年增长 78.2%, 为 2013 年的 11.8 倍, 比 2018 年下降 0.30 个百分点, 高于 2013 年."""
    arrow = _arrow(before, after, row.decimals)
    if arrow == "flat":
        return f"与 {since} 年持平"
    if row.growth_allowed and before > 0:
        if after / before >= 2:
            return f"为 {since} 年的 {number(after / before, 1)} 倍"
        percent = number(abs(after / before - 1) * 100, 1)
        return f"比 {since} 年{GROWN[arrow]}{'不足 0.1' if percent == '0.0' else ' ' + percent}%"
    gap = number(abs(after - before), row.decimals)
    if row.unit_zh in {"%", "百分点"}:
        return f"比 {since} 年{RISEN[arrow]} {gap} 个百分点"
    if "=100" in row.unit_zh:
        return f"比 {since} 年{RISEN[arrow]} {gap} 点"
    return f"{BESIDE[arrow]} {since} 年"
