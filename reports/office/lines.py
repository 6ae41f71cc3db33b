"""Lines: drawn by region, gaps left open, names and last values at their ends."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from analysis.document.chart import Chart
from analysis.document.look import WHITE
from reports.office.axes import Axis, Plot, axis, place_plot, set_names, set_values
from reports.office.columns import Column, Sheet
from reports.office.ends import End, ends
from reports.office.frame import Frame
from reports.office.labels import RIGHT, Label, put_labels
from reports.office.numbers import bare, cell_format, is_plain_text
from reports.office.series_look import draw_line, look_of
from reports.office.texts import width

GAP = 10.0  # points between an end and its name
FAR = 1.0  # lines of type by which a name may be moved without a line from its point
LEAD = 22.0  # points for such lines
QUARTERS = 4  # of a year: with fewer named, one of each year is
SMALLEST = 12.0  # points of an axis' names
AIR = 0.6  # lines of type above the plot


def finish(drawn: Any, chart: Chart, sheet: Sheet, frame: Frame) -> None:
    """Everything of a chart of lines."""
    found = axis([*sheet.known, *chart.holds], chart.unit)
    texts = [_text(chart, one) for one in sheet.columns]
    plot = _plot(found, texts, frame)
    size, skipped = _names(sheet, plot, frame)
    drawn.has_legend = False
    set_values(drawn.value_axis, found, chart.unit, frame)
    set_names(drawn.category_axis, replace(frame, size=size), skipped)
    plot, places, is_led = _placed(texts, sheet, found, plot, frame)
    place_plot(drawn, plot)
    for series, column, text, end in zip(
        drawn.plots[0].series, sheet.columns, texts, places, strict=True
    ):
        draw_line(series, column, frame)
        if text and column.end is not None:
            label = _label(chart, column, frame, end)
            put_labels(series, {column.end: label}, frame.size, is_led=is_led)


def _placed(
    texts: Sequence[str], sheet: Sheet, found: Axis, plot: Plot, frame: Frame
) -> tuple[Plot, tuple[End, ...], bool]:
    """The plot, the places of the names, and whether lines lead to them: where names are moved far
    from their points, the lines have room at the right of the plot."""
    places = ends(texts, sheet, found, plot, frame)
    if max(abs(one.moved) for one in places) * frame.height <= frame.size * FAR:
        return plot, places, False
    lead = LEAD / frame.width
    plot = replace(plot, width=plot.width - lead)
    places = ends(texts, sheet, found, plot, frame)
    led = (replace(one, right=lead) if one.place == RIGHT else one for one in places)
    return plot, tuple(led), True


def _text(chart: Chart, column: Column) -> str:
    """What stands at the end of a line; nothing at that of an earlier piece."""
    if not column.is_last or column.end is None:
        return ""
    return f"{column.head} {bare(chart, column.texts[column.end])}".rstrip()


def _label(chart: Chart, column: Column, frame: Frame, at: End) -> Label:
    end = column.end or 0
    is_plain = is_plain_text(chart, column.values[end], column.texts[end])
    return Label(
        text="" if is_plain else _text(chart, column),
        place=at.place,
        colour=WHITE["ink"] if frame.is_plain else look_of(column).colour,
        number_format=cell_format(chart.unit, chart.decimals),
        has_name=True,
        is_bold=True,
        moved=at.moved,
        beside=at.right,
    )


def _plot(found: Axis, texts: Sequence[str], frame: Frame) -> Plot:
    """The plot between the numbers at its left and the names at its right."""
    numbers = max(width(_number(found, tick), frame.size) for tick in found.ticks)
    names = max((width(text, frame.size) * 1.05 for text in texts if text), default=0.0)
    left = (numbers + 8) / frame.width
    right = min((names + GAP + 6) / frame.width, 0.45)
    top = frame.size * AIR / frame.height
    bottom = frame.size * 2.0 / frame.height
    return Plot(left, top, max(1 - left - right, 0.3), 1 - top - bottom)


def _number(found: Axis, value: float) -> str:
    return f"{value:,.{found.decimals}f}%"


def _names(sheet: Sheet, plot: Plot, frame: Frame) -> tuple[float, int]:
    """The size of the axis' names, a little smaller where that makes room for all, and every how
    many of them there is room for."""
    sizes = (frame.size, min(frame.size, SMALLEST))
    found = [(size, _skipped(sheet, plot, frame, size)) for size in sizes]
    return next((one for one in found if one[1] == 1), found[0])


def _skipped(sheet: Sheet, plot: Plot, frame: Frame, size: float) -> int:
    widest = max(width(name, size) for name in sheet.rows) + size * 0.5
    skipped = max(1, ceil(widest * len(sheet.rows) / (plot.width * frame.width)))
    return -(-skipped // QUARTERS) * QUARTERS if skipped > 2 and " Q" in sheet.rows[0] else skipped
