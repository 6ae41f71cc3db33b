"""Checks by counting: what the text numbers against the rows of the tables that list it."""

from collections.abc import Sequence
from typing import Any

from analysis.claims.figures import Case, Verdict, verdict
from analysis.text.platform_lists import numbers
from data.model.catalog import Catalog

NOUNS = {
    "goals": "主要目标",
    "tasks": "重点任务",
    "chains": "重点产业链",
    "principles": "基本原则",
    "safeguards": "保障措施",
    "cluster": "集群领域",
    "frontier": "前沿领域",
}
TABLES = ("goals", "tasks", "chains", "principles", "safeguards")


def listed(catalog: Catalog, operand: str) -> tuple[str, Sequence[Any]] | None:
    """What a list is called, and its rows: tasks, fields:cluster, platforms:wing, or
    platforms:pilot_zone:人工智能 (those with the word in their name or kind); None if unknown."""
    table, _, rest = operand.partition(":")
    if table == "fields" and rest in NOUNS:
        return NOUNS[rest], catalog.plan.fields_of(rest)
    tier, _, word = rest.partition(":")
    if table == "platforms" and tier in catalog.tiers:
        name = catalog.tiers[tier].name_zh + (f"（{word}）" if word else "")
        rows = [p for p in catalog.platforms if p.tier == tier]
        return name, [p for p in rows if word in p.name_zh or word in (p.type_zh or "")]
    return (NOUNS[table], getattr(catalog.plan, table)) if table in TABLES else None


def counted(case: Case) -> Verdict | None:
    """The number of the text against the rows listed."""
    found = listed(case.catalog, case.operand(0))
    if found is None:
        return None
    name, rows = found
    same = len(rows) == case.own.value
    unit = case.claim.unit_zh or "项"
    end = "与文本相符" if same else f"文本为 {case.own.text} {unit}"
    return verdict(
        "consistent" if same else "differs",
        f"计数 = {len(rows)}",
        f"逐项列出 {len(rows)} {unit}{name}，{end}。{case.known}",
    )


def partial(case: Case) -> Verdict | None:
    """A list known to be incomplete: what it holds is said, and nothing concluded."""
    found = listed(case.catalog, case.operand(0))
    if found is None:
        return None
    name, rows = found
    unit = case.claim.unit_zh or "项"
    return verdict(
        "unchecked",
        f"计数 = {len(rows)}",
        f"本站收录 {len(rows)} {unit}有出处的{name}，名单不全，不能核对。{case.known}",
    )


def pattern(case: Case) -> Verdict | None:
    """The pattern 2+4+N: how many of each tier are listed, and what the lists name of
    the last."""
    tiers = [case.catalog.tiers[t] for t in case.row.operands if t in case.catalog.tiers]
    if not tiers:
        return None
    rows = {t.tier: [p for p in case.catalog.platforms if p.tier == t.tier] for t in tiers}
    fixed, open_tier = tiers[:-1], tiers[-1]
    written = "+".join([*(str(len(rows[t.tier])) for t in fixed), "N"])
    known = "、".join(f"{t.name_zh} {len(rows[t.tier])} 个" for t in fixed)
    nodes = rows[open_tier.tier]
    loose = sum(p.status == "unconfirmed" for p in nodes)
    same = written == case.claim.number_zh
    return verdict(
        "consistent" if same else "differs",
        f"计数 = {written}",
        f"列出{known}，与文本{'相符' if same else '不符'}；N 指{open_tier.name_zh}，"
        f"{numbers(case.catalog)}，本站收录 {len(nodes)} 个，"
        f"其中 {loose} 个是否列入名录待核实。",
    )


def words(case: Case) -> Verdict | None:
    """The goals of a year: whether any of them gives a number."""
    found = listed(case.catalog, case.operand(0))
    if found is None:
        return None
    name, rows = found
    numbered = sum(any(sign.isdigit() for sign in row.name_zh) for row in rows)
    what = f"其中 {numbered} 条带数字" if numbered else "都是文字，没有数字"
    return verdict(
        "unchecked",
        f"带数字的目标 = {numbered}",
        f"{name} {len(rows)} 条，{what}；目标年份是文本的规定，没有可以核对的数值。{case.known}",
    )
