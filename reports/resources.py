"""The catalogue of indicators as a catalogue of information resources: the core metadata of GB/T
21063.3 in the order of the guide to such catalogues of 2017 (政务信息资源目录编制指南（试行）).

A column a reader of such catalogues looks for is there also where the tables say nothing: it says
本站未收录. Codes are our own ids: those of the guide are given by whoever keeps the catalogue.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis import links
from analysis.series import observations
from data.model.catalog import Catalog, Indicator, Source
from data.model.periods import ANNUAL, MONTHLY, QUARTERLY, written
from reports.columns import Columns, FileColumn

NOT_HELD = "本站未收录"
CYCLES = {ANNUAL: "每年", QUARTERLY: "每季度", MONTHLY: "每月"}
CLASS = "主题信息资源"
FORMAT = "电子表格（XLSX、CSV）；JSON；SDMX-CSV"
ITEMS = {
    "地区": "字符型",
    "地区代码": "字符型",
    "期间": "字符型",
    "数值": "数值型",
    "单位": "字符型",
    "限定词": "字符型",
    "数据状态": "字符型",
    "可信度": "字符型",
    "来源": "字符型",
    "发布单位": "字符型",
    "备注": "字符型",
}
NOTE = f"代码为本站的指标编号；{NOT_HELD}的栏目，共享与开放属性由提供方确定。"


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """An information resource: the values of an indicator in all regions and periods. Who provides
    it are the bodies that published its values; `published` is the date of the newest document as
    far as that is known (ISO 8601); what is not held says so."""

    category: str
    name: str
    code: str
    provider: str
    provider_code: str
    summary: str
    format: str
    items: str
    item_types: str
    sharing_type: str
    sharing_condition: str
    sharing_mode: str
    opening_type: str
    opening_condition: str
    cycle: str
    published: str
    related_codes: str
    address: str


RESOURCE_COLUMNS: Columns = (
    FileColumn("信息资源分类", 24, "category"),
    FileColumn("信息资源名称", 36, "name"),
    FileColumn("信息资源代码", 26, "code"),
    FileColumn("信息资源提供方", 36, "provider"),
    FileColumn("信息资源提供方代码", 16, "provider_code"),
    FileColumn("信息资源摘要", 80, "summary"),
    FileColumn("信息资源格式", 36, "format"),
    FileColumn("信息项名称", 60, "items"),
    FileColumn("数据类型", 60, "item_types"),
    FileColumn("共享类型", 14, "sharing_type"),
    FileColumn("共享条件", 14, "sharing_condition"),
    FileColumn("共享方式", 14, "sharing_mode"),
    FileColumn("开放类型", 14, "opening_type"),
    FileColumn("开放条件", 14, "opening_condition"),
    FileColumn("更新周期", 14, "cycle"),
    FileColumn("发布日期", 14, "published"),
    FileColumn("关联资源代码", 40, "related_codes"),
    FileColumn("数据地址", 60, "address"),
)


def resource_rows(catalog: Catalog, theme: str = "") -> tuple[ResourceRow, ...]:
    """The indicators of a theme, or all, in the order of the catalogue."""
    sources = _sources(catalog)
    return tuple(
        _row(catalog, row, sources.get(row.indicator_id, {}).values())
        for row in catalog.indicators.values()
        if theme in ("", row.theme)
    )


def _sources(catalog: Catalog) -> dict[str, dict[str, Source]]:
    """The documents of each indicator's values, those of the newest values first."""
    found: dict[str, dict[str, Source]] = {}
    for key, one in sorted(observations.published(catalog), key=lambda pair: -pair[0][2]):
        found.setdefault(key[0], {}).setdefault(one.source.source_id, one.source)
    for name, source in observations.sources_of_facts(catalog):
        found.setdefault(name, {}).setdefault(source.source_id, source)
    return found


def _row(catalog: Catalog, row: Indicator, sources: Iterable[Source]) -> ResourceRow:
    every = tuple(sources)
    bodies = dict.fromkeys(name for one in every for name in one.publishers_zh)
    dates = [one.published for one in every if one.published]
    related = (row.numerator_id, row.denominator_id, row.annual_id, row.superseded_by)
    spans = observations.spans(catalog, row.indicator_id)
    query = f"indicator={row.indicator_id}&format=csv"
    if spans and ANNUAL not in spans:
        query += f"&freq={next(iter(spans))}"
    return ResourceRow(
        category=f"{CLASS}：{catalog.themes[row.theme].name_zh}",
        name=row.name_zh,
        code=row.indicator_id,
        provider="、".join(bodies) or NOT_HELD,
        provider_code=NOT_HELD,
        summary=_summary(catalog, row),
        format=FORMAT,
        items="、".join(ITEMS),
        item_types="、".join(f"{name}（{kind}）" for name, kind in ITEMS.items()),
        sharing_type=NOT_HELD,
        sharing_condition=NOT_HELD,
        sharing_mode=NOT_HELD,
        opening_type=NOT_HELD,
        opening_condition=NOT_HELD,
        cycle="、".join(CYCLES[kind] for kind in spans) or NOT_HELD,
        published=max(dates, default=NOT_HELD),
        related_codes="、".join(dict.fromkeys(one for one in related if one)),
        address=links.permanent(links.ROWS, query, catalog.digest),
    )


def _summary(catalog: Catalog, row: Indicator) -> str:
    """What is counted, in which unit, where and when."""
    name = row.indicator_id
    places = [
        one.short_zh
        for one in catalog.regions.values()
        if observations.has_values(catalog, name, (one.region_code,))
    ]
    spans = observations.spans(catalog, row.indicator_id)
    times = "、".join(f"{written(first)}—{written(last)}" for first, last in spans.values())
    said = (row.definition_zh or row.name_zh).removesuffix("。")
    return f"{said}。单位：{row.unit_zh}；地区：{'、'.join(places)}；期间：{times}。"
