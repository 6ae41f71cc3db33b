"""Checks: what the tables say of one figure of the text, with the formula and the verdict.

A check is a row of claim_checks.csv: a method and what it works on. Each method is a small
function of a Case; `METHODS` names them. Where a needed value is not in the tables, nothing
is computed and the verdict is unchecked.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from analysis.claims.counts import counted, partial, pattern, words
from analysis.claims.figures import VERDICTS, Case, Figure, Verdict, case, verdict
from analysis.series.quantities import number
from data.model.catalog import Catalog, Claim
from data.model.plan import Check

# What agrees without showing anything: a list with itself, figures that follow from each other.
TRIVIAL = frozenset({"listed", "mutual"})
NO_VALUE = "本站未收录核对所需的数值。"


def check(catalog: Catalog, claim: Claim, row: Check) -> Verdict:
    """The verdict of one row for its claim; KeyError for an unknown method."""
    found = METHODS[row.method](case(catalog, claim, row))
    if found is None:
        return verdict("unchecked", "", NO_VALUE)
    if found.verdict == "consistent" and row.proof in TRIVIAL:
        return replace(found, verdict=row.proof, verdict_zh=VERDICTS[row.proof])
    return found


def revision(case: Case) -> Verdict | None:
    """The claimed amount against the same amount in the tables: value / claim - 1."""
    now = case.figure(case.operand(0))
    if now is None or not case.own.value:
        return None
    gap = (now.value / case.own.value - 1) * 100
    year = case.years[-1]
    if case.own.low <= now.value < case.own.high:
        return verdict("consistent", "", f"{year} 年{now.name}也是 {now.text}，相符。", now)
    return verdict(
        "explained" if case.known else "differs",
        f"{now.text} ÷ {case.own.text} − 1 = {_signed(gap)}%",
        f"{year} 年{now.name} {now.text} {case.claim.unit_zh or ''}，"
        f"比文本{'高' if gap > 0 else '低'} {number(abs(gap), 1)}%。{case.known}",
        now,
    )


def compound(case: Case) -> Verdict | None:
    """A multiple from an average growth: (1 + growth)^years."""
    rate = case.figure(case.operand(0))
    if rate is None or rate.unit != "%":
        return None
    length = case.length
    value = float((1 + rate.value / 100) ** length)
    return _fits(
        case,
        (value, value),
        f"(1 + {rate.text})^{length} = {number(value, 3)}",
        f"每年增长 {rate.text}，{length} 年为 {number(value, 3)} 倍",
        rate,
    )


def root(case: Case) -> Verdict | None:
    """An average growth from a multiple: multiple^(1 / years) - 1, over what rounds to it."""
    multiple = case.figure(case.operand(0))
    if multiple is None or multiple.unit != "倍" or case.length <= 0:
        return None
    power = 1 / case.length
    low, value, high = (
        float((one**power - 1) * 100) for one in (multiple.low, multiple.value, multiple.high)
    )
    between = f"{number(low, 2)}%—{number(high, 2)}%"
    return _fits(
        case,
        (low, high),
        f"{multiple.text}^(1/{case.length}) − 1 = {number(value, 2)}%",
        f"{multiple.text} 倍是四舍五入的数，对应年均增速 {between}",
        multiple,
        end=f"文本的 {case.own.text} 在其中",
    )


def multiple(case: Case) -> Verdict | None:
    """The last year's amount over the first year's."""
    first, last = (case.amount(case.operand(0), [year]) for year in case.years)
    if first is None or last is None or first.value <= 0:
        return None
    value = last.value / first.value
    return _fits(
        case,
        (value, value),
        f"{last.text} ÷ {first.text} = {number(value, 3)}",
        f"{last.name} {case.years[1]} 年是 {case.years[0]} 年的 {number(value, 3)} 倍",
        first,
        last,
    )


def growth(case: Case) -> Verdict | None:
    """The average annual growth of an amount: (last / first)^(1 / years) - 1."""
    first, last = (case.amount(case.operand(0), [year]) for year in case.years)
    if first is None or last is None or first.value <= 0 or case.length <= 0:
        return None
    length = case.length
    value = float(((last.value / first.value) ** (1 / length) - 1) * 100)
    return _fits(
        case,
        (value, value),
        f"({last.text} ÷ {first.text})^(1/{length}) − 1 = {number(value, 2)}%",
        f"{last.name}年均{'下降' if value < 0 else '增长'} {number(abs(value), 2)}%",
        first,
        last,
    )


def share(case: Case) -> Verdict | None:
    """A part over a whole, over what the part stands for."""
    part, whole = case.figure(case.operand(0)), case.figure(case.operand(1))
    if part is None or whole is None or whole.value <= 0:
        return None
    low, value, high = (one / whole.value * 100 for one in (part.low, part.value, part.high))
    return _fits(
        case,
        (low, high),
        f"{part.text} ÷ {whole.text} = {number(value, 2)}%",
        f"{part.name}除以{_gap(whole.name)}{whole.name}，得 {number(value, 2)}%",
        part,
        whole,
    )


def part(case: Case) -> Verdict | None:
    """A whole times a claimed share, over what the share stands for."""
    percent, whole = case.figure(case.operand(0)), case.figure(case.operand(1))
    if percent is None or whole is None:
        return None
    low, value, high = (
        one / 100 * whole.value for one in (percent.low, percent.value, percent.high)
    )
    return _fits(
        case,
        (low, high),
        f"{percent.text} × {whole.text} = {number(value, 0)}",
        f"{whole.name}为 {whole.text}，其 {percent.text} 是 {number(value, 0)}",
        whole,
        end=f"与文本的 {case.own.text}{case.claim.unit_zh or ''}相符",
    )


def before(case: Case) -> Verdict | None:
    """What the amount was before it grew: amount / (1 + growth). Implied, published nowhere."""
    now = case.figure(case.operand(0))
    if now is None:
        return None
    low, value, high = (
        now.value / (1 + one / 100) for one in (case.own.high, case.own.value, case.own.low)
    )
    return verdict(
        "implied",
        f"{now.text} ÷ (1 + {case.own.text}) ≈ {number(value, 0)}",
        f"反推 {case.years[0]} 年约 {number(value, 0)} {now.unit}"
        f"（{number(low, 0)}—{number(high, 0)}）；"
        f"这是推算的数，本站未收录公布值。{case.known}",
        now,
    )


def whole(case: Case) -> Verdict | None:
    """The whole that an amount and its share imply: amount / share. No published one is held."""
    amount = case.figure(case.operand(0))
    if amount is None or case.own.low <= 0:
        return None
    low, high = amount.low / case.own.high * 100, amount.high / case.own.low * 100
    value = amount.value / case.own.value * 100
    return verdict(
        "implied",
        f"{amount.text} ÷ {number(case.own.value, 0)}% ≈ {number(value, 0)}",
        f"反推全国在 {number(low, 0)} 到 {number(high, 0)} {amount.unit}之间；"
        f"这是推算的数，本站未收录公布值。{case.known}",
        amount,
    )


def beside(case: Case) -> Verdict | None:
    """A published value of another scope or time: shown beside the claim, never compared."""
    other = case.figure(case.operand(0))
    if other is None:
        return None
    value = f"{_gap(other.text)}{other.text} {other.unit}"
    return verdict("scope", "", f"{case.years[1]} 年{other.name}为{value}；{case.known}", other)


def none(case: Case) -> Verdict:
    """A claim that the tables cannot check, and why."""
    return verdict("unchecked", "", case.known)


def _fits(
    case: Case,
    between: tuple[float, float],
    formula: str,
    finding: str,
    *used: Figure,
    end: str = "",
) -> Verdict:
    """Whether what was computed can be the claim: the two ranges have a value in common. Where
    they have none, the row says why (another scope), or the claim differs."""
    low, high = between
    same = low < case.own.high and case.own.low <= high
    if same:
        end = end or f"四舍五入为 {case.own.text}，与文本相符"
        return verdict("consistent", formula, f"{finding}，{end}。{case.known}", *used)
    kind = "scope" if case.known else "differs"
    return verdict(kind, formula, f"{finding}，不是 {case.own.text}。{case.known}", *used)


def _gap(text: str) -> str:
    """The space between Chinese and a number, none before a word."""
    return " " if text[0].isdigit() else ""


def _signed(percent: float) -> str:
    return f"{'+' if percent > 0 else '−'}{number(abs(percent), 1)}"


METHODS: Mapping[str, Callable[[Case], Verdict | None]] = MappingProxyType(
    {
        "revision": revision,
        "compound": compound,
        "root": root,
        "multiple": multiple,
        "growth": growth,
        "share": share,
        "part": part,
        "before": before,
        "whole": whole,
        "beside": beside,
        "count": counted,
        "partial": partial,
        "pattern": pattern,
        "words": words,
        "none": none,
    }
)
