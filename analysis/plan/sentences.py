"""Sentences of the plan: what each task, and the plan as a whole, comes to."""

from collections.abc import Sequence

from analysis.plan.direction import PLAN_START, base_text
from analysis.plan.distribution import Spread, judged, uncounted
from data.model.catalog import JJJ, NATION, Catalog
from data.model.plan import Chain

LEADS = {"partly": "牵头地区只有部分依据", "unverified": "牵头地区待核实"}


def finding(spread: Sequence[Spread], base: int, words: str) -> str:
    """How a task's indicators stand, region by region, since the year `base` and since 2022, and
    in `words` what its measures have."""
    own = [one for one in spread if one.code not in {JJJ, NATION}]
    return f"{_standing(own, base)}{_later(own, base)}{words}" if own else words


def _standing(own: Sequence[Spread], base: int) -> str:
    total = own[0].total
    told = [one for one in own if judged(one.now)]
    rest = uncounted(own)
    if not told:
        return f"{total} 项有分地区数值的指标中，没有以 {base_text(base)}为基期可以计数的。{rest}"
    parts = "；".join(f"{one.label} {judged(one.now)}" for one in told)
    return (
        f"{total} 项有分地区数值的指标中，以 {base_text(base)}为基期、不含价格因素的："
        f"{parts}。{rest}"
    )


def _later(own: Sequence[Spread], base: int) -> str:
    """Since the plan; "" where that is what has just been said."""
    if base == PLAN_START:
        return ""
    parts = "；".join(f"{one.label} {words}" for one in own if (words := judged(one.later)))
    return (
        f"{PLAN_START} 年以来：{parts}。" if parts else f"{PLAN_START} 年以来没有可以计数的指标。"
    )


def measures_text(total: int, indicated: int, bare: int, progressed: int) -> str:
    """What so many measures have: indicators, only other evidence, or nothing; and for how many,
    of whichever of these, a result is known."""
    other = total - indicated - bare
    parts = [
        f"{indicated} 项有指标" if indicated else "",
        f"{other} 项只有平台或文本数字" if other else "",
        f"{bare} 项暂无指标" if bare else "",
    ]
    done = f"；有进展的措施 {progressed} 项" if progressed else ""
    return f"{total} 项措施：{'，'.join(part for part in parts if part)}{done}。" if total else ""


def lead(catalog: Catalog, words: str) -> str:
    """The plan as a whole; `words` says what its measures have."""
    plan = catalog.plan
    return (
        f"方案的 {len(plan.tasks)} 项重点任务、{len(plan.safeguards)} 项保障措施，"
        f"按方案梳理为 {words}"
        f"2025 年的 {len(plan.goals)} 条主要目标都是文字，没有数字。"
    )


def chain_lead(catalog: Catalog, chain: Chain) -> str:
    """Who leads a chain, only where a source confirms it; otherwise how little is known."""
    if chain.lead_status == "confirmed" and chain.lead_code:
        return f"{catalog.region(chain.lead_code).short_zh}牵头"
    return LEADS.get(chain.lead_status, LEADS["unverified"])
