"""The scales numbers can be taken in, and why a scale is not offered for an indicator.

The catalogue's columns decide (aggregation, share_of_three_allowed, nation_share_denominator,
per_capita_allowed, growth_allowed, vintage_family); the published values decide the rest.
"""

from collections.abc import Callable
from types import MappingProxyType

from analysis.series import columns, growth, observations, ratios
from analysis.series.columns import Numbers
from analysis.series.ratios import POPULATION
from analysis.series.selection import Selection
from data.model.catalog import Catalog, Indicator

SCALES = MappingProxyType(
    {
        "published": "公布值",
        "share3": "占三地比重",
        "share_nation": "占全国比重",
        "per_capita": "人均",
        "index": "指数",
        "change": "比上年变化",
        "growth": "年均增长",
        "ratio_hebei": "与河北之比",
    }
)
GROWING = frozenset({"index", "change", "growth"})
BASED = frozenset({"index", "price_index", "growth_rate"})  # compared with a base already
KINDS = {
    "ratio": "比率",
    "per_capita": "人均值",
    "index": "指数",
    "growth_rate": "增速",
    "intensity": "强度",
    "price_index": "价格指数",
    "concentration": "浓度",
}
# Why a scale that the catalogue allows has no number in these years.
EMPTY = {
    "share3": "所选年份中没有三地都公布的年份，不能算占三地比重。",
    "share_nation": "所选年份中没有可与全国相除的同年数值。",
    "per_capita": "所选年份中没有可与常住人口相除的同年数值。",
    "index": "所选年份中口径一致、各地都有数值的年份不足两年，不能换算成指数。",
    "change": "所选年份中没有口径一致的相邻两年，不能与上年比较。",
    "growth": "所选年份中口径一致、各地都有数值的年份不足两年，不能算年均增长。",
    "ratio_hebei": "所选年份中河北没有可与所选地区相比的数值。",
}


def scale_name(row: Indicator, key: str) -> str:
    """The scale's name, with 名义 where it is the change of a value at current prices."""
    is_nominal = key in GROWING and row.growth_kind == "nominal"
    return SCALES[key] + ("（名义）" if is_nominal else "")


def numbers_of(catalog: Catalog, topic: Selection, key: str, base: int | None = None) -> Numbers:
    """The numbers of a scale, whether or not it should be offered; without numbers where nothing
    can be computed. `base` is the base year that was asked for an index."""
    if key == "index":
        return growth.index(catalog, topic, base)
    return _MAKERS[key](catalog, topic)


def refusal(catalog: Catalog, topic: Selection, key: str) -> str:
    """Why a scale is not offered for a selection, in one sentence; "" if it is offered."""
    if key == "published":
        return ""
    reason = _REASONS[key](catalog, topic)
    if reason:
        return reason
    if not topic.known:
        return "所选年份没有已公布的数值。"
    return "" if _has_numbers(catalog, topic, key) else EMPTY[key]


def _has_numbers(catalog: Catalog, topic: Selection, key: str) -> bool:
    """Whether the scale has a number to show; one that is 100 or 1 by definition is none."""
    found = numbers_of(catalog, topic, key)
    if key == "ratio_hebei":
        hebei = catalog.regions["hebei"].region_code
        return any(values for code, values in found.columns.items() if code != hebei)
    return len(found.filled_years) > (1 if key == "index" else 0)


def _is_based(row: Indicator) -> bool:
    return row.measure_type in BASED or "=100" in row.unit_zh


def _share3(catalog: Catalog, topic: Selection) -> str:
    row = topic.indicator
    if row.share_of_three_allowed:
        return ""
    if row.measure_type in KINDS:
        return f"这项指标是{KINDS[row.measure_type]}，各地数值不能相加，没有占比。"
    if not _has_own(catalog, topic):
        return "没有分地区的数值，不能算占比。"
    return "目录没有确认这项指标的各地数值可以相加，不算占比。"


def _has_own(catalog: Catalog, topic: Selection) -> bool:
    """Whether any of the three regions has a value in any year."""
    return observations.has_values(catalog, topic.indicator.indicator_id, topic.scope.whole.codes)


def _share_nation(catalog: Catalog, topic: Selection) -> str:
    row = topic.indicator
    if row.aggregation != "sum":
        return _share3(catalog, topic)
    if row.nation_share_denominator != "none":
        return ""
    if row.superseded_by:
        return "旧口径序列，没有口径一致的全国数作分母。"
    return "没有口径一致的全国数作分母，不能算占全国比重。"


def _per_capita(catalog: Catalog, topic: Selection) -> str:
    row = topic.indicator
    if row.per_capita_allowed:
        base = catalog.indicators[POPULATION]
        return "分子与常住人口的口径不同，不能相除。" if clash(row, base) else ""
    if row.measure_type in KINDS:
        return f"这项指标是{KINDS[row.measure_type]}，不能再除以人口。"
    ready = _ready_per_capita(catalog, row)
    if ready:
        return f"已有公布的“{ready.short_zh}”，请直接使用。"
    if row.superseded_by:
        return "旧口径序列，不与现行口径的人口相除。"
    if row.indicator_id.startswith(POPULATION):
        return "人口不再除以人口。"
    if not _has_own(catalog, topic):
        return "没有分地区的数值，不能算人均。"
    return "这项指标与常住人口没有直接关系，不算人均。"


def _ready_per_capita(catalog: Catalog, row: Indicator) -> Indicator | None:
    """The published indicator that is this one per head."""
    return next(
        (
            i
            for i in catalog.indicators.values()
            if i.numerator_id == row.indicator_id and i.measure_type == "per_capita"
        ),
        None,
    )


def clash(one: Indicator, other: Indicator) -> bool:
    """Whether two indicators are of different vintages of the same accounts, so that they must
    not be divided: gdp-4th-census by gdp-5th-census. The vintage of the output and that of
    the population are different matters: the catalogue divides gdp-5th-census by pop-7th-census.
    """
    families = one.vintage_family, other.vintage_family
    if None in families or families[0] == families[1]:
        return False
    kinds = {str(family).partition("-")[0] for family in families}
    return len(kinds) == 1


def _index(catalog: Catalog, topic: Selection) -> str:
    if _is_based(topic.indicator):
        return f"这项指标本身是{KINDS[topic.indicator.measure_type]}，不能再换算成以某年为 100。"
    reason = _growing(catalog, topic)
    if reason:
        return reason
    codes = topic.scope.codes if topic.has_regions else topic.known
    has_none = any(value <= 0 for code in codes for value in topic.columns[code].values())
    return "数值含零或负值，不能换算成以某年为 100 的指数。" if has_none else ""


def _growing(catalog: Catalog, topic: Selection) -> str:
    row = topic.indicator
    if row.growth_allowed:
        return ""
    if _is_based(row):
        return f"这项指标本身是{KINDS[row.measure_type]}，不再计算增长。"
    if row.price_basis == "current":
        return "现价数据且各年口径不一，前后之差不能当作增长。"
    if row.measure_type in {"ratio", "intensity", "concentration"}:
        how = "百分点" if row.unit_zh in {"%", "百分点"} else "各年数值本身"
        return f"这项指标是{KINDS[row.measure_type]}，比较应看{how}，不算百分比变化。"
    if row.measure_type == "cumulative":
        return "这是累计数，各年来源和时点不一，不算增长。"
    return "各年口径不一或年份零散，不能算增长。"


def _ratio_hebei(catalog: Catalog, topic: Selection) -> str:
    hebei = catalog.regions["hebei"]
    if _is_based(topic.indicator):
        return f"这项指标是{KINDS[topic.indicator.measure_type]}，各地之比没有意义。"
    if not topic.has(hebei.region_code):
        return "所选年份河北没有已公布的数值，不能以河北为 1。"
    return "所选地区只有河北，没有可比的地区。" if topic.scope.codes == (hebei.region_code,) else ""


_MAKERS: dict[str, Callable[[Catalog, Selection], Numbers]] = {
    "published": columns.published,
    "share3": ratios.share_of_three,
    "share_nation": ratios.share_of_nation,
    "per_capita": ratios.per_capita,
    "change": growth.change,
    "growth": growth.growth,
    "ratio_hebei": ratios.ratio_to_hebei,
}

_REASONS: dict[str, Callable[[Catalog, Selection], str]] = {
    "share3": _share3,
    "share_nation": _share_nation,
    "per_capita": _per_capita,
    "index": _index,
    "change": _growing,
    "growth": _growing,
    "ratio_hebei": _ratio_hebei,
}
