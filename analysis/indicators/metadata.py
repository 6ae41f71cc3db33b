"""Metadata: what an indicator is, in rows a reader understands, and what it cannot say."""

from analysis.indicators.summary import IndicatorSummary
from analysis.series import observations, reasons
from analysis.series.division import division
from data.model.catalog import NATION, Break, Catalog, Indicator

NATION_APART = (
    "全国数值另有公布，量级或口径与分地区数值不同，默认不并列；可比较占全国比重、指数或增速。"
)

ADDS = {
    "sum": "可加总，三地合计由本站计算",
    "ratio": "比率不可加总；三地平均由分子、分母分别加总后计算",
    "none": "不可加总，仅列分地区数值或已公布的京津冀数值",
}
PRICES = {"current": "现价（按当年价格计算）", "constant": "不变价（已扣除价格因素）"}
GROWTH = {
    "nominal": "可计算增速（名义，未扣除价格因素）",
    "physical": "可计算增速",
}
DIRECTIONS = {
    "higher_better": "正向指标（数值越高越好）",
    "lower_better": "逆向指标（数值越低越好）",
    "neutral": "中性指标（不作评价）",
}
KINDS = {
    "flow": "时期指标（一年内累计发生的数量）",
    "stock": "时点指标（某一时点的存量）",
    "cumulative": "累计数（自起始时点起累计）",
    **reasons.KINDS,
}


def metadata(catalog: Catalog, study: IndicatorSummary) -> tuple[tuple[str, str], ...]:
    """Term and text: definition, unit, how it adds, vintage, breaks, sources. A term whose text
    is not known is left out."""
    row = study.indicator
    rows = (
        ("指标", row.name_zh),
        ("英文名称", row.name_en),
        ("代码", row.indicator_id),
        ("定义", row.definition_zh or ""),
        ("单位", row.unit_zh),
        ("类型", KINDS.get(row.measure_type, "")),
        ("计价", PRICES.get(row.price_basis, "")),
        ("评价方向", DIRECTIONS.get(row.direction, "")),
        ("可加性", _adding(catalog, row)),
        ("增速", GROWTH.get(row.growth_kind, "") if row.growth_allowed else "不计算增速"),
        ("口径", row.method_note or ""),
        ("口径调整", "；".join(map(break_text, catalog.breaks.get(row.indicator_id, ())))),
        ("来源", "；".join(study.evidence.sources)),
        ("数据版本", f"{catalog.version}，{catalog.digest}"),
    )
    return tuple((term, text) for term, text in rows if text)


def unit_shown(catalog: Catalog, row: Indicator) -> str:
    """The unit as the page knows it: where values are never shown in that of the catalogue,
    those that they are shown in, and that a file has its own."""
    larger = catalog.units.get(row.unit_zh, ())
    if all(unit.threshold > 0 for unit in larger):
        return row.unit_zh
    return f"{'、'.join(unit.scaled_zh for unit in larger)}（下载文件为{row.unit_zh}）"


def limits(catalog: Catalog, study: IndicatorSummary) -> tuple[str, ...]:
    """What the numbers shown cannot say, each in a sentence."""
    row = study.indicator
    price = "按现价计算，增速未扣除价格因素。" if row.price_basis == "current" else ""
    adding = "分地区数值不可加总为三地合计。" if row.aggregation == "none" else ""
    broken = "口径调整前后的数值不可直接比较。" if study.breaks else ""
    nation = NATION_APART if _is_nation_apart(catalog, study) else ""
    return tuple(filter(None, [row.caveat, *study.notes, broken, price, adding, nation]))


def _is_nation_apart(catalog: Catalog, study: IndicatorSummary) -> bool:
    """Whether the nation has values that are not shown beside the regions'."""
    has_value = observations.has_values(catalog, study.indicator.indicator_id, [NATION])
    return has_value and all(region.region_code != NATION for region in study.regions)


def break_text(mark: Break) -> str:
    """A break in words: from which year, and why."""
    return f"{mark.after} 年起，{mark.reason_zh}"


def _adding(catalog: Catalog, row: Indicator) -> str:
    parts = [catalog.indicators.get(i or "") for i in (row.numerator_id, row.denominator_id)]
    if row.aggregation == "ratio" and all(parts):
        return f"{ADDS['ratio']}：{division(catalog, row)}"
    return ADDS.get(row.aggregation, "")
