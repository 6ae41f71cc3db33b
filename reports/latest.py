"""主要指标最新进度 as a sheet and for programs: a row a cell of the panel, with what must be known
of its value."""

from dataclasses import dataclass

from analysis.overview.latest import Latest, Reading
from data.model.periods import written
from reports.columns import Cell
from reports.sheets import Column, Sheet

NAME = "最新进度"


@dataclass(frozen=True, slots=True)
class LatestRow:
    """An indicator in a region: its newest value and the one before it, each with its period (ISO
    8601; quarters and months are counted from January) and the phrase the page shows. Where there
    is none the value is None, its texts are "" and `absence` says why."""

    indicator_id: str
    indicator: str
    unit: str
    region_code: str
    region: str
    period: str
    value: float | None
    text: str
    is_computed: bool
    before_period: str
    before_value: float | None
    before_text: str
    absence: str
    source: str


def latest_rows(found: Latest) -> tuple[LatestRow, ...]:
    """Every cell of the panel."""
    return tuple(
        LatestRow(
            indicator_id=cell.newest.indicator_id if cell.newest else row.indicator.indicator_id,
            indicator=row.indicator.name_zh,
            unit=row.unit,
            region_code=cell.region.region_code,
            region=cell.region.name_zh,
            period=written(cell.newest.period) if cell.newest else "",
            value=cell.newest.value if cell.newest else None,
            text=cell.newest.text if cell.newest else "",
            is_computed=cell.newest is not None and cell.newest.is_computed,
            before_period=written(cell.before.period) if cell.before else "",
            before_value=cell.before.value if cell.before else None,
            before_text=cell.before.text if cell.before else "",
            absence=cell.absence,
            source=_documents(cell.newest),
        )
        for row in found.rows
        for cell in row.cells
    )


def latest_sheet(found: Latest) -> Sheet:
    """The sheet of the panel's rows; a value is empty where there is none, and the remark says
    why."""
    cells = [(row, cell) for row in found.rows for cell in row.cells]
    decimals = tuple(row.indicator.decimals for row, _ in cells)
    columns = (
        Column("指标", 30), Column("单位", 14), Column("地区", 8),
        Column("最近一期", 18), Column("数值", 14, by_row=decimals), Column("标记", 14),
        Column("上一期", 18), Column("上一期数值", 14, by_row=decimals), Column("上一期标记", 14),
        Column("说明", 14), Column("来源", 60),
    )  # fmt: skip
    return Sheet(
        name=NAME,
        title="主要指标最新进度",
        subtitle="各指标最近一期及其上一期，均自年初累计",
        columns=columns,
        rows=tuple(
            (
                row.indicator.short_zh,
                row.unit,
                cell.region.short_zh,
                *_reading(cell.newest),
                *_reading(cell.before),
                cell.absence,
                _documents(cell.newest),
            )
            for row, cell in cells
        ),
        remarks=(*found.legend, f"发布单位：{'、'.join(found.publishers)}。"),
        fixed=3,
    )


def _documents(one: Reading | None) -> str:
    """What a value was published in."""
    return "；".join(dict.fromkeys(d.dated for d in one.documents)) if one else ""


def _reading(one: Reading | None) -> tuple[Cell, Cell, Cell]:
    """Period, value, and what stands at it: its qualifier and its marks."""
    if one is None:
        return "", None, ""
    return one.when, one.value, f"{one.quantity.prefix}{one.quantity.suffix}{one.quantity.mark}"
