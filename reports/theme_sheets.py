"""Whole themes as sheets: each indicator by years and regions, and what the indicators are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.indicators.address import IndicatorsView
from analysis.indicators.metadata import break_text
from analysis.state.view import View, choices
from data.model.catalog import Catalog
from reports.columns import Cell
from reports.records import Part, Record, decimals, report, unit
from reports.sheets import Column, Sheet

DESCRIPTION = "指标说明"
EMPTY = "空格为没有数值：本站未收录、未公布或不能计算。"
Row = tuple[Cell, ...]


def theme_sheets(catalog: Catalog, view: View, topics: Sequence[str]) -> tuple[Sheet, ...]:
    """For each theme a sheet of all its yearly indicators, in the regions and years of the view,
    as published or summed up; then one on what they are and where they are from. The numbers are
    those of the page of each indicator."""
    every = choices(catalog).indicators
    parts = {
        topic: [_part(catalog, view, topic, name) for name in every.get(topic, ())]
        for topic in topics
    }
    sheets = [_theme(catalog, topic, found) for topic, found in parts.items() if found]
    return (*sheets, _description(catalog, [part for found in parts.values() for part in found]))


def _part(catalog: Catalog, view: View, topic: str, name: str) -> Part:
    own = replace(view, theme=topic, indicator=name)
    return report(catalog, IndicatorsView(own)).parts[0]


def _theme(catalog: Catalog, topic: str, parts: Sequence[Part]) -> Sheet:
    """Indicator and year down, regions across; qualifiers and remarks beside their numbers."""
    regions = _regions(catalog, parts)
    rows, places = [], []
    for part in parts:
        for row in _rows(part, tuple(regions)):
            rows.append(row)
            places.append(decimals(part.study))
    columns = [Column("指标编号", 26), Column("指标", 34), Column("单位", 12), Column("期间", 9)]
    for name in regions.values():
        columns += [Column(name, 14, None, tuple(places)), Column(f"{name} 限定词", 10)]
    return Sheet(
        name=catalog.themes[topic].name_zh,
        title=f"{catalog.themes[topic].name_zh}：各项指标",
        subtitle=f"{len(parts)} 项指标；公布值，三地合计或平均为本站计算",
        columns=(*columns, Column("备注", 60)),
        rows=tuple(rows),
        remarks=(EMPTY,),
        fixed=4,
    )


def _regions(catalog: Catalog, parts: Iterable[Part]) -> dict[str, str]:
    """Codes and names of the regions that have values, the three first."""
    held = {
        record.region_code: record.region
        for part in parts
        for record in part.records
        if record.value is not None
    }
    first = [one.region_code for one in catalog.provinces if one.region_code in held]
    return {code: held[code] for code in dict.fromkeys([*first, *sorted(held)])}


def _rows(part: Part, codes: Sequence[str]) -> Iterable[Row]:
    """A row a period in which anyone has a value."""
    by_period: dict[str, dict[str, Record]] = {}
    for record in part.records:
        by_period.setdefault(record.period, {})[record.region_code] = record
    row = part.study.indicator
    for period, found in by_period.items():
        if all(record.value is None for record in found.values()):
            continue
        cells: list[Cell] = [row.indicator_id, row.name_zh, unit(part.study), period]
        for code in codes:
            one = found.get(code)
            cells += [one.value if one else None, one.qualifier if one else ""]
        notes = (f"{one.region}：{one.note}" for one in found.values() if one.note)
        yield (*cells, "；".join(notes))


def _description(catalog: Catalog, parts: Sequence[Part]) -> Sheet:
    rows = [_described(catalog, part) for part in parts]
    labels = ("指标编号", "指标", "主题", "单位", "定义", "口径断点", "使用说明与局限", "来源")
    widths = (26, 34, 12, 12, 60, 60, 60, 100)
    return Sheet(
        name=DESCRIPTION,
        title=DESCRIPTION,
        subtitle=f"{len(parts)} 项指标的定义、断点和来源",
        columns=tuple(Column(label, width) for label, width in zip(labels, widths, strict=True)),
        rows=tuple(rows),
        remarks=(),
        fixed=2,
    )


def _described(catalog: Catalog, part: Part) -> Row:
    found = part.study
    row = found.indicator
    return (
        row.indicator_id,
        row.name_zh,
        catalog.themes[row.theme].name_zh,
        unit(found),
        row.definition_zh,
        "；".join(break_text(one) for one in found.breaks),
        found.evidence.caveat,
        "；".join(found.evidence.sources),
    )
