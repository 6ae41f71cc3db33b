"""Spread: how many indicators of a task improve, stand still or fall back, region by region.

Only what can be compared is counted: since the plan's base itself, without prices, and nothing
beside the whole that it is a part of. The others are shown by kind and not counted.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.plan.direction import PLAN_START, Mark, bases, is_priced
from analysis.plan.marks import IndicatorMarks, RegionMarks
from data.model.plan import Pace

KINDS = {
    "improving": "改善",
    "flat": "持平",
    "worsening": "有所回落",
    "priced": "按现价计算，不作评价",
    "part": "其他指标的组成部分，不重复计数",
    "later": "可比起始年较晚，不计数",
    "neutral": "中性指标（不作评价）",
    "unknown": "暂不具备评价条件",
}
UNCOUNTED = {
    "priced": "现价指标",
    "part": "其他指标的组成部分",
    "later": "可比起始年较晚的指标",
}
# How indicators of a task stand: kinds of a Spread, their sign and word.
STANDINGS = (
    (("improving",), "▲", "改善"),
    (("flat",), "■", "持平"),
    (("worsening",), "▼", "有所回落"),
    (("priced", "part", "later", "neutral", "unknown"), "○", "不计数或不作评价"),
)
JUDGED = ("improving", "flat", "worsening")

Pairs = Sequence[tuple[IndicatorMarks, RegionMarks]]


@dataclass(frozen=True, slots=True)
class Spread:
    """How a task's indicators stand in one region, by kind (all of KINDS; they add up to
    `total`): since the plan's base (`now`), since 2022, the year before the plan (`later`), and
    by pace (parts not counted again). `text` and `later_text` say them. Indicators that only the
    three together or the nation have are counted in a Spread of their own, after the regions."""

    code: str
    slug: str
    label: str
    now: Mapping[str, int]
    later: Mapping[str, int]
    total: int
    paces: tuple[tuple[Pace, int], ...]
    unpaced: int
    text: str
    later_text: str


def spreads(
    found: Sequence[IndicatorMarks], paces: Sequence[Pace], base: int
) -> tuple[Spread, ...]:
    """The spread of each region that any of the indicators speaks of, since the year `base`;
    regions first."""
    regional = [one for one in found if not one.scope]
    others = [one for one in found if one.scope]
    groups: dict[str, list[tuple[IndicatorMarks, RegionMarks]]] = {}
    for one in (*regional, *others):
        for region in one.regions:
            groups.setdefault(region.code, []).append((one, region))
    return tuple(_spread(pairs, paces, base) for pairs in groups.values())


def judged(number: Mapping[str, int]) -> str:
    """How many improve, stand still and fall back, in words; "" where none does."""
    return _phrases({name: number[name] for name in JUDGED})


def kinds(pairs: Pairs, marks: Sequence[Mark], base: int) -> list[str]:
    """How each indicator of one region stands by its mark: a key of KINDS. What is part of an
    indicator that is counted here is not counted again."""
    alone = [kind(one, mark, base) for (one, _), mark in zip(pairs, marks, strict=True)]
    named = zip(alone, (one for one, _ in pairs), strict=True)
    counted = {one.indicator.indicator_id for name, one in named if name in JUDGED}
    return [
        "part" if name in JUDGED and counted.intersection(one.wholes) else name
        for name, (one, _) in zip(alone, pairs, strict=True)
    ]


def kind(one: IndicatorMarks, mark: Mark, base: int) -> str:
    """How an indicator by itself stands by one of its marks: a key of KINDS."""
    if mark.arrow is None:
        return "unknown"
    if one.indicator.direction == "neutral":
        return "neutral"
    if is_priced(one.indicator):
        return "priced"
    if mark.since not in bases(base):
        return "later"
    return {"good": "improving", "bad": "worsening"}.get(mark.tone, "flat")


def _spread(pairs: Pairs, paces: Sequence[Pace], base: int) -> Spread:
    region = pairs[0][1]
    now = kinds(pairs, [mine.since_base for _, mine in pairs], base)
    number = Counter(now)
    later = Counter(kinds(pairs, [mine.since_2022 for _, mine in pairs], PLAN_START))
    paced = [mine.pace for name, (_, mine) in zip(now, pairs, strict=True) if name != "part"]
    speeds = Counter(one.pace for one in paced if one)
    return Spread(
        code=region.code,
        slug=region.slug,
        label=region.label,
        now={name: number[name] for name in KINDS},
        later={name: later[name] for name in KINDS},
        total=len(pairs),
        paces=tuple((pace, speeds[pace.pace]) for pace in paces),
        unpaced=len(pairs) - sum(speeds.values()),
        text=f"{region.label}：{_phrases(number)}",
        later_text=f"{PLAN_START} 年以来：{judged(later) or '没有可以计数的指标'}",
    )


def _phrases(number: Mapping[str, int]) -> str:
    return "、".join(f"{number[name]} 项{word}" for name, word in KINDS.items() if number.get(name))


def uncounted(spread: Sequence[Spread]) -> str:
    """Which comparable indicators are shown and not counted, in a sentence; "" where none is."""
    said = [word for name, word in UNCOUNTED.items() if any(one.now[name] for one in spread)]
    return f"{'、'.join(said)}另列，不计数。" if said else ""
