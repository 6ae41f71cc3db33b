"""Metadata: what an indicator is, in rows a reader understands, and what it cannot say."""

from analysis.indicators.summary import IndicatorSummary
from analysis.series import observations, reasons
from data.model.catalog import NATION, Break, Catalog, Indicator

NATION_APART = "全国的数值另有公布，量级或口径与分地区的不同，不并列；可看占全国比重、指数或变化。"

ADDS = {
    "sum": "各地可以相加，三地合计由本监测计算",
    "ratio": "比率不能相加；三地合计由分子、分母分别相加后再算",
    "none": "各地不能相加，只列各地的值或已公布的京津冀值",
}
PRICES = {"current": "现价", "constant": "不变价（已扣除价格变动）"}
GROWTH = {
    "nominal": "可以比较，但含价格变动（名义）",
    "physical": "可以比较",
}
DIRECTIONS = {
    "higher_better": "越高越好",
    "lower_better": "越低越好",
    "neutral": "升降都不直接说明好坏",
}
KINDS = {
    "flow": "流量：一年内发生的量",
    "stock": "存量：某一时点的量",
    "cumulative": "累计：自起始时点以来的量",
    **reasons.KINDS,
}


def metadata(catalog: Catalog, study: IndicatorSummary) -> tuple[tuple[str, str], ...]:
    """Term and text: definition, unit, how it adds, vintage, breaks, sources. A term whose text
    is not known is left out."""
    row = study.indicator
    rows = (
        ("指标", f"{row.name_zh}（{row.name_en}）"),
        ("代码", row.indicator_id),
        ("定义", row.definition_zh or ""),
        ("单位", row.unit_zh),
        ("类型", KINDS.get(row.measure_type, "")),
        ("价格", PRICES.get(row.price_basis, "")),
        ("方向", DIRECTIONS.get(row.direction, "")),
        ("相加", _adding(catalog, row)),
        ("增长", GROWTH.get(row.growth_kind, "") if row.growth_allowed else "不计算增长"),
        ("口径", row.method_note or ""),
        ("口径变化", "；".join(map(break_text, catalog.breaks.get(row.indicator_id, ())))),
        ("来源", "；".join(study.evidence.sources)),
        ("数据版本", f"{catalog.version}（{catalog.digest}）"),
    )
    return tuple((term, text) for term, text in rows if text)


def limits(catalog: Catalog, study: IndicatorSummary) -> tuple[str, ...]:
    """What the numbers shown cannot say, each in a sentence."""
    row = study.indicator
    price = "按现价计算，增长含价格变动。" if row.price_basis == "current" else ""
    adding = "各地的值不能相加成三地合计。" if row.aggregation == "none" else ""
    broken = "口径变化前后的值不能直接相比。" if study.breaks else ""
    newer = catalog.indicators.get(row.superseded_by or "")
    old = f"这是旧口径，现行口径见“{newer.short_zh}”。" if newer else ""
    nation = NATION_APART if _is_nation_apart(catalog, study) else ""
    return tuple(filter(None, [row.caveat, *study.notes, old, broken, price, adding, nation]))


def _is_nation_apart(catalog: Catalog, study: IndicatorSummary) -> bool:
    """Whether the nation has values that are not shown beside the regions'."""
    has_value = observations.has_values(catalog, study.indicator.indicator_id, [NATION])
    return has_value and all(region.region_code != NATION for region in study.regions)


def break_text(mark: Break) -> str:
    """A break in words: between which years, and why."""
    return f"{mark.before}、{mark.after} 年之间：{mark.reason_zh}"


def _adding(catalog: Catalog, row: Indicator) -> str:
    parts = [catalog.indicators.get(i or "") for i in (row.numerator_id, row.denominator_id)]
    if row.aggregation == "ratio" and all(parts):
        names = " ÷ ".join(p.short_zh for p in parts if p)
        return f"{ADDS['ratio']}：{names}"
    return ADDS.get(row.aggregation, "")
