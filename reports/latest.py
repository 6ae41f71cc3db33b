"""主要指标最新进度 as a sheet: a row a cell of the panel, with what must be known of its value."""

from analysis.overview.latest import Latest, Reading
from reports.columns import Cell
from reports.tables import Column, Sheet

NAME = "最新进度"


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
                "；".join(dict.fromkeys(d.dated for d in cell.newest.documents))
                if cell.newest
                else "",
            )
            for row, cell in cells
        ),
        remarks=(*found.legend, f"发布单位：{'、'.join(found.publishers)}。"),
        fixed=3,
    )


def _reading(one: Reading | None) -> tuple[Cell, Cell, Cell]:
    """Period, value, and what stands at it: its qualifier and its marks."""
    if one is None:
        return "", None, ""
    return one.when, one.value, f"{one.quantity.prefix}{one.quantity.suffix}{one.quantity.mark}"
