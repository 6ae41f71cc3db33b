"""A Chart as a native chart: the part that slides and text documents hold, and the workbook in it.

The library draws the kind; what it leaves open or wrong is set here (REPORTS, traps 1 to 5): every
series in its own look, gaps as gaps, names and last values at the ends of lines and apart from each
other, a plot that leaves them room, fonts of both kinds of letters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pptx.chart.chart import Chart as Drawn
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.util import Pt

from analysis.document.chart import Chart, Kind
from reports.office import bars, lines, scatter
from reports.office.axes import mended
from reports.office.columns import Sheet, sheet
from reports.office.frame import Frame
from reports.office.workbook import workbook

TYPES = {
    Kind.LINES: XL_CHART_TYPE.LINE_MARKERS,
    Kind.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
    Kind.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
    Kind.STACK: XL_CHART_TYPE.COLUMN_STACKED,
    Kind.SCATTER: XL_CHART_TYPE.XY_SCATTER_LINES,
}
FINISHED: Mapping[Kind, Callable[[Any, Chart, Sheet, Frame], None]] = {
    Kind.LINES: lines.finish,
    Kind.BARS: bars.finish_bars,
    Kind.COLUMNS: bars.finish_columns,
    Kind.STACK: bars.finish_stack,
    Kind.SCATTER: scatter.finish,
}


class Undrawable(ValueError):
    """A chart without any value: its absence is said in words."""


@dataclass(frozen=True, slots=True)
class Native:
    """The XML of a chart part, which names no workbook yet (`c:externalData` is its last child, to
    be added with the relation's id), and that workbook."""

    xml: bytes
    workbook: bytes


def native(chart: Chart, frame: Frame) -> Native:
    """The chart in its frame. Undrawable for one that has no value."""
    shown = sheet(chart)
    if not shown.known:
        raise Undrawable(f"图“{chart.name}”没有数值，应以文字说明")
    space: Any = parse_xml(_data(chart, shown).xml_bytes(TYPES[chart.kind]))
    drawn = Drawn(space, None)  # a part of its own comes when it is put into a file
    drawn.has_title = False
    drawn.font.size = Pt(frame.size)
    FINISHED[chart.kind](drawn, chart, shown, frame)
    return Native(mended(serialize_part_xml(space), frame), workbook(chart, shown))


def _data(chart: Chart, shown: Sheet) -> Any:
    """What the library makes a chart of."""
    if chart.kind == Kind.SCATTER:
        paths = XyChartData()
        for column in shown.columns:
            path = paths.add_series(column.head)
            for right, up in zip(column.across, column.values, strict=True):
                path.add_data_point(right, up)
        return paths
    data = CategoryChartData()
    data.categories = shown.rows
    for column in shown.columns:
        data.add_series(column.head, column.values)
    return data
