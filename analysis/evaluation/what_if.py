"""What the reader changed about our own index: weights, parts left out, base year, which values.

It lives in the address. Weights are written `innovation:2,green:0.5`: a factor to the dimension's
own weight, 1 where nothing is said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from analysis.query import Key, Query
from analysis.state.view import COORDINATED_SINCE
from data.model.evaluation import IndexDesign

FIRST_YEAR = COORDINATED_SINCE  # of the index
LONGEST = 400  # signs of the weights in an address
MOST = 100.0  # a weight beyond that of all others together says no more
ALL, OFFICIAL, READ = TRUSTS = ("", "AB", "A")
# What is left in, by the address's word. Classes of trust: data.model.observations.
TRUST_NAMES = {
    ALL: "全部数值（含估计值）",
    OFFICIAL: "不含估计值",
    READ: "只用取自发布机构页面或文件的数值",
}


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The reader's changes: `weights` by dimension, those that are not 1; ids of parts that are
    left `without`, the year that is 100, and which values count (a key of TRUST_NAMES)."""

    weights: tuple[tuple[str, float], ...] = ()
    without: tuple[str, ...] = ()
    base: int = FIRST_YEAR
    trust: str = ALL

    def weight(self, dimension: str) -> float:
        """The factor of a dimension."""
        return dict(self.weights).get(dimension, 1.0)

    @property
    def is_rescaled_only(self) -> bool:
        """Whether at most the base year was changed."""
        return replace(self, base=FIRST_YEAR) == WhatIf()


def with_weight(chosen: WhatIf, dimension: str, factor: float, order: Sequence[str]) -> WhatIf:
    """The changes with another factor of a dimension, in the `order` of the dimensions."""
    return replace(chosen, weights=_ordered({**dict(chosen.weights), dimension: factor}, order))


def with_part(chosen: WhatIf, part: str, is_in: bool, order: Sequence[str]) -> WhatIf:
    """The changes with a part in or out, in the `order` of the parts."""
    out = {*chosen.without, part} - ({part} if is_in else set())
    return replace(chosen, without=tuple(one for one in order if one in out))


def _ordered(factors: dict[str, float], order: Sequence[str]) -> tuple[tuple[str, float], ...]:
    return tuple((name, factors[name]) for name in order if factors.get(name, 1.0) != 1.0)


def parsed(
    text: str, known: Sequence[str]
) -> tuple[tuple[tuple[str, float], ...], tuple[str, ...]]:
    """The factors that a text of an address gives the `known` dimensions, in their order, and what
    is wrong with it in words. What is wrong is left out; where no dimension would have any weight,
    all of it is. Never raises."""
    factors: dict[str, float] = {}
    faults: list[str] = []
    for piece in filter(None, (one.strip() for one in text.split(","))):
        name, _, said = piece.partition(":")
        factor, fault = _factor(name.strip(), said.strip(), factors, known)
        if fault:
            faults.append(f"weights={piece[:40]} {fault}")
        else:
            factors[name.strip()] = factor
    if known and not any(factors.get(name, 1.0) for name in known):
        return (), (*faults, f"weights={text[:40]} 使各维度的权重都是 0，已改用默认值")
    return _ordered(factors, known), tuple(faults)


def _factor(
    name: str, said: str, factors: dict[str, float], known: Iterable[str]
) -> tuple[float, str]:
    """The factor, and what is wrong with it."""
    if name not in known:
        return 1.0, f"不是维度，已略去。可用：{'、'.join(known)}"
    if name in factors:
        return 1.0, "重复，已略去"
    try:
        factor = float(said)
    except ValueError:
        factor = float("nan")
    if not isfinite(factor) or not 0 <= factor <= MOST:
        return 1.0, f"无法识别，已略去。权重应为 0 到 {MOST:g} 的数，如 {name}:2"
    return factor, ""


def written(weights: Iterable[tuple[str, float]]) -> str:
    """The factors as the address has them; "" without any."""
    return ",".join(f"{name}:{factor:g}" for name, factor in weights if factor != 1.0)


def changes_in_words(design: IndexDesign, chosen: WhatIf) -> tuple[str, ...]:
    """Each change in words: 创新权重 ×2; 去掉“研发经费与地区生产总值之比”; 不含估计值; 以 2016
    年为 100."""
    names = {one.dimension: one.name_zh for one in design.dimensions}
    parts = {one.part: one.name_zh for one in design.parts}
    return (
        *(f"{names[name]}权重 ×{factor:g}" for name, factor in chosen.weights if name in names),
        *(f"去掉“{parts[part]}”" for part in chosen.without if part in parts),
        *((TRUST_NAMES[chosen.trust],) if chosen.trust != ALL else ()),
        *((f"以 {chosen.base} 年为 100",) if chosen.base != FIRST_YEAR else ()),
    )


def keys(dimensions: Sequence[str], parts: Sequence[str]) -> tuple[Key, ...]:
    """The query keys of what the reader may change, beside the base year."""
    example = ",".join(
        f"{name}:{factor:g}" for name, factor in zip(dimensions, (2, 0.5), strict=False)
    )
    said = f"维度:倍数，以逗号分隔，如 {example}；维度有 {'、'.join(dimensions)}"
    return (
        Key("weights", f"自算指数各维度权重的倍数：{said}", (), longest=LONGEST, said=said),
        Key("without", "自算指数去掉的组成项", tuple(parts), is_list=True),
        Key("trust", "自算指数所用的数值：AB 不含估计值，A 只用原始发布；缺省为全部", TRUSTS[1:]),
    )


def read(query: Query, dimensions: Sequence[str], parts: Sequence[str]) -> WhatIf:
    """What a query asks for, the base year aside; the query remarks on what cannot be read."""
    known = {key.name: key for key in keys(dimensions, parts)}
    weights, faults = parsed(query.given.get("weights", "")[:LONGEST], dimensions)
    query.remarks.extend(f"链接中的 {fault}。" for fault in faults)
    return WhatIf(
        weights=weights,
        without=query.some(known["without"]) if query.given.get("without") else (),
        trust=query.filled(known["trust"]) or ALL,
    )


def values(chosen: WhatIf) -> dict[str, str]:
    """The values of the query keys, "" where nothing was changed; the base year aside."""
    return {
        "weights": written(chosen.weights),
        "without": ",".join(chosen.without),
        "trust": chosen.trust,
    }
