"""Why a scale is not offered for an indicator: one sentence each, "" where nothing is against it.

The catalogue's columns decide: aggregation, share_of_three_allowed, nation_share_denominator,
per_capita_allowed, growth_allowed, vintage_family. What the values of the chosen years do not
allow is said by the registry (`analysis.series.scales`).
"""

from analysis.series import observations
from analysis.series.quantities import PERCENT_UNITS
from analysis.series.selection import Selection
from data.model.catalog import NATION, Catalog, Indicator
from data.model.needs import POPULATION
from data.model.periods import ANNUAL, frequency

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


def _is_based(row: Indicator) -> bool:
    return row.measure_type in BASED or "=100" in row.unit_zh


def share3(catalog: Catalog, topic: Selection) -> str:
    """Why there is no share of the three."""
    row = topic.indicator
    if row.share_of_three_allowed:
        return ""
    if row.measure_type in KINDS:
        return f"该指标为{KINDS[row.measure_type]}，不可加总，不计算占比。"
    if not _has_own(catalog, topic):
        return "分地区数值本站未收录，不能计算占比。"
    return "各地数值是否可加总尚未确认，不计算占比。"


def _has_own(catalog: Catalog, topic: Selection) -> bool:
    """Whether any of the three regions has a value in any year."""
    return observations.has_values(catalog, topic.indicator.indicator_id, topic.scope.whole.codes)


def share_nation(catalog: Catalog, topic: Selection) -> str:
    """Why there is no share of the nation."""
    row = topic.indicator
    if row.aggregation != "sum":
        return share3(catalog, topic)
    if row.nation_share_denominator != "none":
        return ""
    if row.superseded_by:
        return "旧口径序列，没有口径一致的全国数作分母。"
    return "没有口径一致的全国数作分母，不能计算占全国比重。"


def per_capita(catalog: Catalog, topic: Selection) -> str:
    """Why there is no value per head."""
    row = topic.indicator
    if row.per_capita_allowed:
        base = catalog.indicators[POPULATION]
        return "分子与常住人口的口径不同，不能相除。" if clash(row, base) else ""
    if row.measure_type in KINDS:
        return f"该指标为{KINDS[row.measure_type]}，不再除以人口。"
    ready = _ready_per_capita(catalog, row)
    if ready:
        return f"已有公布的“{ready.short_zh}”，可直接使用。"
    if row.superseded_by:
        return "旧口径序列，不与现行口径的人口相除。"
    if row.indicator_id.startswith(POPULATION):
        return "人口不再除以人口。"
    if not _has_own(catalog, topic):
        return "分地区数值本站未收录，不能计算人均。"
    return "该指标与常住人口无直接关系，不计算人均。"


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


def index(catalog: Catalog, topic: Selection) -> str:
    """Why there is no index."""
    if _is_based(topic.indicator):
        return f"该指标本身为{KINDS[topic.indicator.measure_type]}，不再换算为定基指数。"
    if frequency(topic.end) != ANNUAL:
        return "年内累计数，各期长短不一，不换算为定基指数。"
    reason = growing(catalog, topic)
    if reason:
        return reason
    codes = topic.scope.codes if topic.has_regions else topic.known
    has_none = any(value <= 0 for code in codes for value in topic.columns[code].values())
    return "数值含零或负值，不能换算为定基指数。" if has_none else ""


def growing(catalog: Catalog, topic: Selection) -> str:
    """Why there is no change on the year before, and no average growth."""
    row = topic.indicator
    if row.growth_allowed and row.unit_zh not in PERCENT_UNITS:
        return ""
    if _is_based(row):
        return f"该指标本身为{KINDS[row.measure_type]}，不再计算增速。"
    if row.price_basis == "current" and frequency(topic.end) != ANNUAL:
        return "年内累计的现价数，与上年同期相比见公布的累计增速，不另计算。"
    if row.price_basis == "current":
        return "现价数据且各年口径不一，不计算增速。"
    if row.measure_type in {"ratio", "intensity", "concentration"}:
        how = "百分点变化" if row.unit_zh in PERCENT_UNITS else "各年数值"
        return f"该指标为{KINDS[row.measure_type]}，按{how}比较，不计算增速。"
    if row.measure_type == "cumulative":
        return "累计数，各年来源和时点不一，不计算增速。"
    return "各年口径不一或年份不连续，不能计算增速。"


def averaging(catalog: Catalog, topic: Selection) -> str:
    """Why there is no average annual growth."""
    reason = growing(catalog, topic)
    if reason or frequency(topic.end) == ANNUAL:
        return reason
    return "年内累计数，各期长短不一，不计算年均增速。"


def points(_catalog: Catalog, topic: Selection) -> str:
    """Why there is no change in percentage points."""
    if topic.indicator.unit_zh in PERCENT_UNITS:
        return ""
    return "数值不以百分比计，增减不以百分点表示。"


def ratio_to(catalog: Catalog, topic: Selection, slug: str) -> str:
    """Why there is no ratio to a region."""
    row = topic.indicator
    if _is_based(row):
        return f"该指标为{KINDS[row.measure_type]}，各地之比无实际意义。"
    if row.unit_zh in PERCENT_UNITS:
        return "该指标以百分比计，各地差距以百分点表示，不计算倍数。"
    name = catalog.regions[slug].short_zh
    return _apart(catalog, topic, slug, f"不能以{name}为 1")


def difference_from(catalog: Catalog, topic: Selection, slug: str) -> str:
    """Why there is no difference from a region."""
    row = topic.indicator
    if "=100" in row.unit_zh:
        return f"该指标为{KINDS[row.measure_type]}，各地指数之差无实际意义。"
    return _apart(catalog, topic, slug, "不能计算差值")


def _apart(catalog: Catalog, topic: Selection, slug: str, consequence: str) -> str:
    """Why nobody can be set against a region: it has no value, its size cannot stand beside a
    region's, or nobody else is chosen."""
    reference = catalog.regions[slug]
    code, name = reference.region_code, reference.short_zh
    if code == NATION and not topic.is_comparable:
        return "全国数是总量，与各地的差别见“占全国比重”。"
    if not topic.has(code):
        return f"所选年份{name}的数值本站未收录，{consequence}。"
    return f"所选地区只有{name}，没有可比的地区。" if topic.scope.codes == (code,) else ""
