"""Sentences of the plan: what each task, and the plan as a whole, comes to."""

from collections.abc import Sequence

from analysis.plan.direction import PLAN_START
from analysis.plan.distribution import KINDS, Spread, judged
from data.model.catalog import JJJ, NATION, Catalog
from data.model.plan import Chain

LEADS = {"partly": "牵头地区只有部分依据", "unverified": "牵头地区未证实"}


def finding(spread: Sequence[Spread], base: int, priced: int, words: str) -> str:
    """How a task's indicators stand, region by region, since the year `base` and since 2022
    (`priced` of them at current prices), and in `words` what its measures have."""
    own = [one for one in spread if one.code not in {JJJ, NATION}]
    return f"{_standing(own, base, priced)}{_later(own, base)}{words}" if own else words


def _standing(own: Sequence[Spread], base: int, priced: int) -> str:
    total = own[0].total
    told = [one for one in own if _counts(one)]
    if not told:
        return f"{total} 项有分地区数值的指标，没有期望的方向或不能评。"
    parts = "；".join(f"{one.label} {_counts(one)}" for one in told)
    prices = f"其中 {priced} 项按现价计算，含价格变动。" if priced else ""
    return f"{total} 项有分地区数值的指标，与 {base} 年或最早的可比年相比：{parts}。{prices}"


def _later(own: Sequence[Spread], base: int) -> str:
    """Since the plan; "" where that is what has just been said."""
    if base == PLAN_START:
        return ""
    parts = "；".join(f"{one.label} {words}" for one in own if (words := judged(one.later)))
    return f"{PLAN_START} 年以来：{parts}。" if parts else f"{PLAN_START} 年以来没有能评的指标。"


def _counts(one: Spread) -> str:
    return judged({name: getattr(one, name) for name in KINDS})


def measures_text(total: int, indicated: int, bare: int) -> str:
    """What so many measures have: indicators, only other evidence, or nothing."""
    other = total - indicated - bare
    parts = [
        f"{indicated} 项有指标" if indicated else "",
        f"{other} 项只有平台或文本数字" if other else "",
        f"{bare} 项暂无指标" if bare else "",
    ]
    return f"{total} 项措施：{'，'.join(part for part in parts if part)}。" if total else ""


def lead(catalog: Catalog, words: str) -> str:
    """The plan as a whole; `words` says what its measures have."""
    plan = catalog.plan
    return (
        f"规划的 {len(plan.tasks)} 项重点任务、{len(plan.safeguards)} 项保障措施，本站拆成 {words}"
        f"2025 年的 {len(plan.goals)} 条主要目标都是文字，没有数字。"
    )


def chain_lead(catalog: Catalog, chain: Chain) -> str:
    """Who leads a chain, only where a source confirms it; otherwise how little is known."""
    if chain.lead_status == "confirmed" and chain.lead_code:
        return f"{catalog.region(chain.lead_code).short_zh}牵头"
    return LEADS.get(chain.lead_status, LEADS["unverified"])
