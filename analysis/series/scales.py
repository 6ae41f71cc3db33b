"""The registry of scales: each one's name, its numbers, and why it is not offered.

A new scale is an entry of SCALES. Scenes may name it where its key stands in `data.model.scenes`
and in the descriptor of the data package too; a test compares the three.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from analysis.series import columns, comparisons, growth, ratios, reasons
from analysis.series.columns import Numbers
from analysis.series.selection import Selection, nothing
from data.model.catalog import Catalog, Indicator

T = TypeVar("T")
# What is set against one region, in a word, and the regions that can be the reference.
FAMILIES: Mapping[str, str] = MappingProxyType({"ratio": "比", "difference": "差"})
REFERENCES: Mapping[str, str] = MappingProxyType(
    {"hebei": "河北", "beijing": "北京", "tianjin": "天津", "nation": "全国"}
)


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale numbers can be taken in.

    `numbers` computes them; the year is the base that was asked for, which only an index has.
    `reason` says why the catalogue does not allow the scale, "" where it does; `empty` what is
    said where it does but the chosen years have no number to show (`has_numbers`). The name of a
    scale that `is_growth` says 名义 where prices are current. Scales of one `family` differ only
    in the region they are set against, the `reference` (its slug).
    """

    name: str
    numbers: Callable[[Catalog, Selection, int | None], Numbers]
    reason: Callable[[Catalog, Selection], str]
    empty: str
    has_numbers: Callable[[Catalog, Numbers], bool]
    is_growth: bool = False
    family: str = ""
    reference: str = ""


def numbers_of(catalog: Catalog, topic: Selection, key: str, base: int | None = None) -> Numbers:
    """The numbers of a scale, whether or not it should be offered; without numbers where nothing
    can be computed. `base` is the base year that was asked for an index. KeyError for a key that
    is no scale."""
    return SCALES[key].numbers(catalog, topic, base)


def scale_name(row: Indicator, key: str) -> str:
    """The scale's name, with 名义 where it is the change of a value at current prices, and with
    what it is a share of where the nation's value is the sum of the provinces only."""
    scale = SCALES[key]
    if key == "share_nation" and row.nation_share_denominator == "local":
        return "占全国地方合计比重"
    is_nominal = scale.is_growth and row.growth_kind == "nominal"
    return scale.name + ("（名义）" if is_nominal else "")


def refusal(catalog: Catalog, topic: Selection, key: str) -> str:
    """Why a scale is not offered for a selection, in one sentence; "" if it is offered."""
    scale = SCALES[key]
    if key == "published":
        return ""
    reason = scale.reason(catalog, topic)
    if reason:
        return reason
    if not topic.known:
        return f"{nothing(catalog, topic)}。"
    return "" if scale.has_numbers(catalog, numbers_of(catalog, topic, key)) else scale.empty


def _always(_catalog: Catalog, _topic: Selection) -> str:
    """The reason of a scale that every indicator has."""
    return ""


def _any_year(_catalog: Catalog, numbers: Numbers) -> bool:
    return bool(numbers.filled_years)


def _two_years(_catalog: Catalog, numbers: Numbers) -> bool:
    """An index has 100 in its base year by definition: that alone is no number to show."""
    return len(numbers.filled_years) > 1


def _beside(slug: str) -> Callable[[Catalog, Numbers], bool]:
    """The reference itself is 1, or 0, by definition: that alone is no number to show."""

    def has_others(catalog: Catalog, numbers: Numbers) -> bool:
        own = catalog.regions[slug].region_code
        return any(values for code, values in numbers.columns.items() if code != own)

    return has_others


def _baseless(
    make: Callable[[Catalog, Selection], Numbers],
) -> Callable[[Catalog, Selection, int | None], Numbers]:
    """The numbers of a scale that has no base year to ask for."""
    return lambda catalog, topic, _base: make(catalog, topic)


def _of(
    make: Callable[[Catalog, Selection, str], T], slug: str
) -> Callable[[Catalog, Selection], T]:
    """The same for one reference."""
    return lambda catalog, topic: make(catalog, topic, slug)


def _set_against(
    family: str,
    make: Callable[[Catalog, Selection, str], Numbers],
    reason: Callable[[Catalog, Selection, str], str],
) -> dict[str, Scale]:
    """A scale for each reference region: ratio_beijing, ratio_tianjin …"""
    word = FAMILIES[family]
    return {
        f"{family}_{slug}": Scale(
            name=f"与{name}之{word}",
            numbers=_baseless(_of(make, slug)),
            reason=_of(reason, slug),
            empty=f"所选年份中{name}没有可与所选地区相比的数值。",
            has_numbers=_beside(slug),
            family=family,
            reference=slug,
        )
        for slug, name in REFERENCES.items()
    }


SCALES: Mapping[str, Scale] = MappingProxyType(
    {
        "published": Scale(
            name="公布值",
            numbers=_baseless(columns.published),
            reason=_always,
            empty="",
            has_numbers=_any_year,
        ),
        "share3": Scale(
            name="占三地比重",
            numbers=_baseless(ratios.share_of_three),
            reason=reasons.share3,
            empty="所选年份中没有三地数值齐全的年份，不能计算占三地比重。",
            has_numbers=_any_year,
        ),
        "share_nation": Scale(
            name="占全国比重",
            numbers=_baseless(ratios.share_of_nation),
            reason=reasons.share_nation,
            empty="所选年份中没有可与全国相除的同年数值。",
            has_numbers=_any_year,
        ),
        "per_capita": Scale(
            name="人均",
            numbers=_baseless(ratios.per_capita),
            reason=reasons.per_capita,
            empty="所选年份中没有可与常住人口相除的同年数值。",
            has_numbers=_any_year,
        ),
        "index": Scale(
            name="指数",
            numbers=growth.index,
            reason=reasons.index,
            empty="所选年份中口径一致、各地都有数值的年份不足两年，不能换算为指数。",
            has_numbers=_two_years,
            is_growth=True,
        ),
        "change": Scale(
            name="比上年变化",
            numbers=_baseless(growth.change),
            reason=reasons.growing,
            empty="所选年份中没有口径一致的相邻两年，不能与上年比较。",
            has_numbers=_any_year,
            is_growth=True,
        ),
        "points": Scale(
            name="百分点变化",
            numbers=_baseless(growth.points),
            reason=reasons.points,
            empty="所选年份中没有口径一致的相邻两年，不能与上年比较。",
            has_numbers=_any_year,
        ),
        "growth": Scale(
            name="年均增速",
            numbers=_baseless(growth.growth),
            reason=reasons.averaging,
            empty="所选年份中口径一致、各地都有数值的首末两年相隔不足两年，不能计算年均增速。",
            has_numbers=_any_year,
            is_growth=True,
        ),
        **_set_against("ratio", comparisons.ratio_to, reasons.ratio_to),
        **_set_against("difference", comparisons.difference_from, reasons.difference_from),
    }
)
