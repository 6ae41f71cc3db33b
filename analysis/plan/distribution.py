"""Spread: how many indicators of a task improve, stand still or worsen, region by region."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.plan.direction import PLAN_START, Mark
from analysis.plan.marks import IndicatorMarks, RegionMarks
from data.model.plan import Pace

KINDS = {
    "improving": "改善",
    "flat": "持平",
    "worsening": "变差",
    "neutral": "没有期望的方向",
    "unknown": "不能评",
}
JUDGED = frozenset({"improving", "flat", "worsening"})


@dataclass(frozen=True, slots=True)
class Spread:
    """How a task's indicators stand in one region: by direction since the plan's base
    (`improving`, `flat`, `worsening`; `neutral` are those without a wanted direction, `unknown`
    those that cannot be assessed; the five add up to `total`), and by pace. `nominal` counts
    those of the first three that are at current prices. `later` are the same five since 2022, the
    year before the plan, in numbers and in words. Indicators that only the three together
    or the nation have are counted in a Spread of their own, after the regions."""

    code: str
    slug: str
    label: str
    improving: int
    flat: int
    worsening: int
    neutral: int
    unknown: int
    total: int
    nominal: int
    paces: tuple[tuple[Pace, int], ...]
    unpaced: int
    text: str
    later: Mapping[str, int]
    later_text: str


def spreads(found: Sequence[IndicatorMarks], paces: Sequence[Pace]) -> tuple[Spread, ...]:
    """The spread of each region that any of the indicators speaks of; regions first."""
    regional = [one for one in found if not one.scope]
    others = [one for one in found if one.scope]
    groups: dict[str, list[tuple[IndicatorMarks, RegionMarks]]] = {}
    for one in (*regional, *others):
        for region in one.regions:
            groups.setdefault(region.code, []).append((one, region))
    return tuple(_spread(pairs, paces) for pairs in groups.values())


def judged(number: Mapping[str, int]) -> str:
    """How many improve, stand still and worsen, in words; "" where none does."""
    return _phrases({name: number[name] for name in number if name in JUDGED})


def kind(one: IndicatorMarks, mark: Mark) -> str:
    """How an indicator stands by one of its marks: a key of KINDS."""
    if mark.arrow is None:
        return "unknown"
    if one.indicator.direction == "neutral":
        return "neutral"
    return {"good": "improving", "bad": "worsening"}.get(mark.tone, "flat")


def priced(found: Iterable[IndicatorMarks]) -> int:
    """How many indicators judged for any region are at current prices."""
    return sum(
        one.indicator.growth_kind == "nominal"
        and not one.scope
        and any(kind(one, region.since_base) in JUDGED for region in one.regions)
        for one in found
    )


def _spread(pairs: Iterable[tuple[IndicatorMarks, RegionMarks]], paces: Sequence[Pace]) -> Spread:
    rows = list(pairs)
    region = rows[0][1]
    kinds = [kind(one, mine.since_base) for one, mine in rows]
    number = Counter(kinds)
    later = Counter(kind(one, mine.since_2022) for one, mine in rows)
    speeds = Counter(one.pace.pace for _, one in rows if one.pace)
    return Spread(
        code=region.code,
        slug=region.slug,
        label=region.label,
        **{name: number[name] for name in KINDS},
        total=len(rows),
        nominal=sum(
            name in JUDGED and one.indicator.growth_kind == "nominal"
            for name, (one, _) in zip(kinds, rows, strict=True)
        ),
        paces=tuple((pace, speeds[pace.pace]) for pace in paces),
        unpaced=len(rows) - sum(speeds.values()),
        text=f"{region.label}：{_phrases(number)}",
        later={name: later[name] for name in KINDS},
        later_text=f"{PLAN_START} 年以来：{_phrases(later)}",
    )


def _phrases(number: Mapping[str, int]) -> str:
    return "、".join(f"{number[name]} 项{word}" for name, word in KINDS.items() if number.get(name))
