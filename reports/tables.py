"""The tables of a workbook, as plain rows: what stands on each sheet, before any styling."""

from analysis.indicators.metadata import break_text, limits, metadata
from analysis.indicators.summary import IndicatorSummary
from data.model.catalog import Catalog, Region
from data.model.periods import ANNUAL, written
from reports.columns import Cell, cells, header
from reports.json import edition
from reports.records import COLUMNS, Part, Record, Report, decimals, unit
from reports.sheets import Book, Column, Sheet, sheet_columns


def book(catalog: Catalog, report: Report) -> Book:
    """The workbook of a report."""
    return Book(
        title=report.title,
        filters=report.filters,
        version=edition(report),
        closing=tuple(("引用格式", part.study.citation) for part in report.parts),
        sheets=sheets(catalog, report),
        address=report.address,
    )


def sheets(catalog: Catalog, report: Report) -> tuple[Sheet, ...]:
    """The sheets of a report: for each part a cross table, all rows, and the description."""
    found: list[Sheet] = []
    for number, part in enumerate(report.parts, start=1):
        mark = f" {number}" if len(report.parts) > 1 else ""
        found += [_cross(part, mark), _long(part, mark), _description(catalog, part, mark)]
    return tuple(found)


def _cross(part: Part, mark: str) -> Sheet:
    """Years down, regions across; a qualifier has a column of its own beside its number."""
    found = part.study
    by_place = {(r.region_code, r.period): r for r in part.records}
    qualified = {r.region_code for r in part.records if r.qualifier}
    is_yearly = found.state.view.frequency == ANNUAL
    columns = [Column("年份", 8) if is_yearly else Column("期间", 10)]
    for region in found.regions:
        columns.append(Column(region.name_zh, 14, decimals(part.study)))
        if region.region_code in qualified:
            columns.append(Column(f"{region.name_zh} 限定词", 14))
    rows = []
    for year in found.years:
        cells: list[Cell] = [year if is_yearly else written(year)]
        for region in found.regions:
            cells += _cross_cells(
                by_place.get((region.region_code, written(year))), region, qualified
            )
        rows.append(tuple(cells))
    return Sheet(
        name=f"对照表{mark}",
        title=found.title,
        subtitle=f"{found.indicator.name_zh}，{unit_text(part)}，{part.scale}",
        columns=tuple(columns),
        rows=tuple(rows),
        remarks=_remarks(found),
    )


def _cross_cells(row: Record | None, region: Region, qualified: set[str]) -> list[Cell]:
    value = row.value if row else None
    if region.region_code not in qualified:
        return [value]
    return [value, row.qualifier if row else None]


def _long(part: Part, mark: str) -> Sheet:
    """All rows with all columns, as in the CSV."""
    return Sheet(
        name=f"逐项数据{mark}",
        title=f"{part.study.indicator.name_zh}：逐项数据",
        subtitle=f"{part.scale}；没有数值的留空，备注写明本站未收录或未公布",
        columns=sheet_columns(COLUMNS, decimals(part.study)),
        rows=cells(COLUMNS, part.records),
        remarks=_remarks(part.study),
        fixed=header(COLUMNS).index("数值"),
    )


def _description(catalog: Catalog, part: Part, mark: str) -> Sheet:
    """What the indicator is, how it adds, where it comes from, what it cannot say."""
    found = part.study
    pairs = (
        *metadata(catalog, found),
        ("所选口径", part.scale),
        ("计算公式", found.formula),
        *(("说明", note) for note in found.evidence.notes),
        *(("使用说明与局限", limit) for limit in limits(catalog, found)),
        ("引用格式", found.citation),
    )
    return Sheet(
        name=f"指标说明{mark}",
        title=f"{found.indicator.name_zh}：指标说明",
        subtitle=found.indicator.name_en,
        columns=(Column("项目", 14), Column("内容", 100)),
        rows=tuple((label, text) for label, text in pairs if text),
        remarks=(),
    )


def unit_text(part: Part) -> str:
    """The unit of a part's numbers in words."""
    name = unit(part.study)
    return f"单位：{name}" if name else "无单位"


def _remarks(found: IndicatorSummary) -> tuple[str, ...]:
    """What stands below a table: why it is empty, formula, notes, breaks, sources."""
    lines = [
        found.absence,
        f"计算：{found.formula}" if found.formula else "",
        "空格为没有数值：本站未收录、未公布或不能计算，见“逐项数据”的备注。",
        *found.notes,
        found.standing,
        *found.evidence.notes,
        *found.evidence.remarks,
        *(break_text(row) for row in found.breaks),
        f"注意：{found.evidence.caveat}" if found.evidence.caveat else "",
        f"来源：{'；'.join(found.evidence.sources) or '无（本站未收录数值）'}",
    ]
    return tuple(dict.fromkeys(line for line in lines if line))
