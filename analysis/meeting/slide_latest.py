"""The slide of the newest values: the rows of 主要指标最新进度 in the chosen regions."""

from analysis.meeting.slides import Entry, Sight, Slide, listed
from analysis.overview.latest import Cell, Latest, latest
from analysis.series.absence import NOT_HELD
from analysis.series.evidence import credit
from analysis.text.periods import period_text
from analysis.text.table import Table
from data.model.catalog import Catalog

TITLE = "主要指标最新进度"
COUNTED = "各期均自年初累计；三地为联合发布，或三地同期相加（计算）。"
NO_BREAK, JOINED = "\u00a0", "\u2060"
COLUMNS = ("指标", "地区", "最近一期", "数值", "上一期", "上一期数值")


def newest(catalog: Catalog, at: Sight) -> Slide:
    """An indicator a row, a region a column: its newest value and the period it is of."""
    found = latest(catalog, at.scope.slugs)
    entries = tuple(
        Entry(f"{row.indicator.short_zh}（{row.unit}）", tuple(map(_text, row.cells)))
        for row in found.rows
    )
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="latest" if entries else "words",
        title=at.title(finding(found)),
        filter_text=f"{at.scope.name} · 各指标最近一期",
        columns=("", *(region.short_zh for region in found.regions)),
        entries=entries,
        source=credit(tuple(one.dated for one in found.documents)),
        sources=tuple(one.citation for one in found.documents),
        footnotes=(COUNTED, *found.legend),
        table=Table(TITLE, COLUMNS, tuple(_behind(found))) if entries else None,
        absence="" if entries else NOT_HELD,
    )
    return listed(slide)


def finding(found: Latest) -> str:
    """What the first row says of the regions where all have it in one period: 2026 年上半年，北京
    5.4%，天津 4.8%; else the table's name."""
    own = [cell for row in found.rows[:1] for cell in row.cells if cell.region.kind == "province"]
    periods = {cell.newest.period if cell.newest else None for cell in own}
    period = periods.pop() if len(periods) == 1 else None
    if period is None:
        return TITLE
    told = "，".join(f"{c.region.short_zh} {c.newest.text}" for c in own if c.newest)
    return f"{period_text(period)}{found.rows[0].indicator.short_zh}：{told}"


def _text(cell: Cell) -> str:
    """A value and its period, which is not parted at the end of a line."""
    if cell.newest is None:
        return cell.absence
    period = cell.newest.when.replace(" ", NO_BREAK).replace("—", f"{JOINED}—{JOINED}")
    return f"{cell.newest.text}，{period}"


def _behind(found: Latest) -> list[tuple[str, ...]]:
    """A row a cell, with the period before."""
    rows: list[tuple[str, ...]] = []
    for row in found.rows:
        for cell in row.cells:
            parts = [
                (one.when, one.text) if one else ("", "") for one in (cell.newest, cell.before)
            ]
            told = (parts[0][0], parts[0][1] or cell.absence, *parts[1])
            rows.append((f"{row.indicator.short_zh}（{row.unit}）", cell.region.short_zh, *told))
    return rows
