"""Bars, columns and stacks: from zero, each with its phrase where there is room."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.util import Pt

from analysis.document.chart import Chart, Kind
from analysis.document.look import REGIONS, WHITE
from analysis.document.ranges import reach
from reports.office.axes import (
    Axis,
    Plot,
    axis_from_zero,
    place_plot,
    set_names,
    set_upright,
    set_values,
)
from reports.office.columns import Column, Sheet
from reports.office.frame import Frame
from reports.office.labels import BEYOND, CENTRE, Label, put_labels
from reports.office.numbers import bare, cell_format, is_plain_text
from reports.office.series_look import colour, fill_bars
from reports.office.texts import width

NAMES_AT_MOST = 0.38  # of the width
INNER = 0.9  # of the width, that columns share
FEW = 30  # values that are all labelled
WHOLE = 100.0  # percent
NARROWEST = 2.6  # ems of a column whose value is labelled
THICKEST = 60.0  # points of a bar
NARROW_GAP = 0.45  # bars between two rows
SMALLEST, TIGHT = 12.0, 1.1  # points of type, and of a bar to it


def finish_bars(drawn: Any, chart: Chart, sheet: Sheet, frame: Frame) -> None:
    """Bars one below the other, in the order of the rows; the axis of values is not drawn: every
    bar has its phrase, the first of each series its name too: programs do not agree on the order of
    a key beside the bars."""
    names = drawn.category_axis
    size, left = _names(sheet, frame)
    set_names(names, replace(frame, size=size))
    names.reverse_order = True
    pitch = _thickness(drawn.plots[0], sheet, frame.height)
    if pitch < SMALLEST * TIGHT:  # no phrase has room: the axis says how long the bars are
        _with_axis(drawn, chart, sheet, frame, left)
        return
    drawn.has_legend = False
    place_plot(drawn, Plot(left, 0.0, 1 - left - 0.01, 1.0))
    frame = replace(frame, size=min(frame.size, max(SMALLEST, pitch / TIGHT)))
    _span(drawn.value_axis, chart, sheet, frame.width * (1 - left), frame)
    drawn.value_axis.visible = False
    drawn.value_axis.has_major_gridlines = False
    _draw(drawn, chart, sheet, frame)


def _names(sheet: Sheet, frame: Frame) -> tuple[float, float]:
    """The size of the rows' names, a little smaller where that keeps each in one line, and the part
    of the width that they take."""
    sizes = (frame.size, min(frame.size, SMALLEST))
    parts = [(s, (max(width(n, s) for n in sheet.rows) + 12) / frame.width) for s in sizes]
    fitting = (one for one in parts if one[1] <= NAMES_AT_MOST)
    return next(fitting, (frame.size, NAMES_AT_MOST))


def _with_axis(drawn: Any, chart: Chart, sheet: Sheet, frame: Frame, left: float) -> None:
    """Many thin bars under a key and over an axis."""
    top = frame.size * 2.2 / frame.height if _legend(drawn, sheet, frame) else 0.0
    place_plot(drawn, Plot(left, top, 1 - left - 0.01, 1 - top))
    _thickness(drawn.plots[0], sheet, frame.height * (1 - top))
    values = axis_from_zero([*sheet.known, *chart.holds])
    set_values(drawn.value_axis, values, chart.unit, frame)
    drawn.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    for series, column in zip(drawn.plots[0].series, sheet.columns, strict=True):
        fill_bars(series, column, frame, is_touching=len(sheet.columns) > 1)


def _thickness(plot: Any, sheet: Sheet, room: float) -> float:
    """Bars take most of their row, but are never thick as beams; how far apart two are."""
    many = len(sheet.columns)
    row = room / len(sheet.rows)
    bar = min(row / (many + NARROW_GAP), THICKEST)
    plot.gap_width = min(500, round((row / bar - many) * 100))
    plot.overlap = 0
    return bar


def _span(native: Any, chart: Chart, sheet: Sheet, room: float, frame: Frame) -> None:
    """So far beyond the bars that every phrase fits beside its own."""
    low, high = reach([*sheet.known, *chart.holds])
    texts = [
        (value, width(_phrase(chart, one, row, _named(chart, sheet, one)), frame.size) + 14)
        for one in sheet.columns
        for row, value in enumerate(one.values)
        if value is not None
    ]
    for _ in range(4):  # what one side needs makes the other wider
        span = high - low or 1.0
        high = max([high, *(v + w / room * span for v, w in texts if v >= 0)])
        low = min([low, *(v - w / room * span for v, w in texts if v < 0)])
    native.minimum_scale, native.maximum_scale = low, high if high > low else 1.0


def finish_columns(drawn: Any, chart: Chart, sheet: Sheet, frame: Frame) -> None:
    """Columns side by side over their names."""
    _legend(drawn, sheet, frame)
    set_names(drawn.category_axis, frame)
    if max(width(name, frame.size) for name in sheet.rows) > frame.width / len(sheet.rows):
        set_upright(drawn.category_axis)
    set_values(drawn.value_axis, axis_from_zero([*sheet.known, *chart.holds]), chart.unit, frame)
    drawn.plots[0].gap_width = 60
    drawn.plots[0].overlap = 0
    _draw(drawn, chart, sheet, frame)


def finish_stack(drawn: Any, chart: Chart, sheet: Sheet, frame: Frame) -> None:
    """The series on top of each other; parts of a whole end at 100."""
    _legend(drawn, sheet, frame)
    set_names(drawn.category_axis, frame)
    sums = [sum(v or 0.0 for v in values) for values in zip(*_values(sheet), strict=True)]
    is_whole = chart.unit == "%" and max(sums) <= WHOLE * 1.002
    found = Axis(0.0, WHOLE, 20.0, 0) if is_whole else axis_from_zero(sums)
    set_values(drawn.value_axis, found, chart.unit, frame)
    drawn.plots[0].gap_width = 45
    drawn.plots[0].overlap = 100
    is_narrow = frame.width * 0.8 / len(sheet.rows) / 1.45 < frame.size * NARROWEST
    for series, column in zip(drawn.plots[0].series, sheet.columns, strict=True):
        fill_bars(series, column, frame, is_touching=True)
        rows = [] if is_narrow else [n for n, v in enumerate(column.values) if v is not None]
        labels = {n: _inside(chart, column, n, frame) for n in rows}
        if labels:
            put_labels(series, labels, frame.size)


def _inside(chart: Chart, column: Column, row: int, frame: Frame) -> Label:
    """The label within a part of a stack; on textures of black and white it has a ground."""
    if not frame.is_plain:
        return _label(chart, column, row, CENTRE, WHITE["surface"])
    made = _label(chart, column, row, CENTRE, WHITE["ink"])
    return replace(made, ground=WHITE["surface"])


def _values(sheet: Sheet) -> list[tuple[float | None, ...]]:
    return [column.values for column in sheet.columns]


def _legend(drawn: Any, sheet: Sheet, frame: Frame) -> bool:
    """Names of the series above the plot, where there are several."""
    drawn.has_legend = len(sheet.columns) > 1
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False
        drawn.legend.font.size = Pt(frame.size)
        drawn.legend.font.color.rgb = colour(WHITE["ink"])
    return bool(drawn.has_legend)


def _draw(drawn: Any, chart: Chart, sheet: Sheet, frame: Frame) -> None:
    has_all = chart.kind == Kind.BARS or len(sheet.known) <= FEW
    for series, column in zip(drawn.plots[0].series, sheet.columns, strict=True):
        fill_bars(series, column, frame, is_touching=len(sheet.columns) > 1)
        named = _named(chart, sheet, column)
        labels = {
            row: _label(chart, column, row, BEYOND, WHITE["ink"])
            for row, value in enumerate(column.values)
            if value is not None and (has_all or _is_own(column, row))
        }
        if named is not None:
            labels[named] = _after_name(labels[named], column)
        if labels and not has_all:
            labels = _stepped(labels, column, frame.width * INNER / len(sheet.rows), frame)
        if labels:
            put_labels(series, labels, frame.size)


def _is_own(column: Column, row: int) -> bool:
    """Whether a row is of a region that is looked at, among many that are not."""
    return bool(column.slugs) and column.slugs[row] in REGIONS.keys() - {"frame"}


def _stepped(
    labels: Mapping[int, Label], column: Column, pitch: float, frame: Frame
) -> dict[int, Label]:
    """Labels over thin columns that fall from left to right: each begins at its column, as the ones
    before it are higher, and stands a line above the next one that it would touch."""
    found: dict[int, Label] = {}
    steps, right = 0, len(column.values) * 2
    for row in sorted(labels, reverse=True):
        wide = width(column.texts[row], frame.size)
        steps = steps + 1 if (right - row) * pitch < wide else 0
        room = (len(column.values) - row) * pitch + frame.width * (1 - INNER) / 2
        beside = min((wide - pitch) / 2, room - wide / 2) / frame.width
        moved = -steps * frame.size * 1.25 / frame.height
        found[row] = replace(labels[row], moved=moved, beside=beside)
        right = row
    return found


def _named(chart: Chart, sheet: Sheet, column: Column) -> int | None:
    """The row whose bar says of which series it is: the first with a value, among several bars."""
    is_grouped = chart.kind == Kind.BARS and len(sheet.columns) > 1
    rows = [row for row, value in enumerate(column.values) if value is not None]
    return rows[0] if is_grouped and rows else None


def _phrase(chart: Chart, column: Column, row: int, named: int | None) -> str:
    text = bare(chart, column.texts[row])
    return f"{column.head} {text}" if row == named else text


def _label(chart: Chart, column: Column, row: int, place: str, tone: str) -> Label:
    text = bare(chart, column.texts[row])
    is_plain = is_plain_text(chart, column.values[row], column.texts[row])
    return Label("" if is_plain else text, place, tone, cell_format(chart.unit, chart.decimals))


def _after_name(label: Label, column: Column) -> Label:
    """The label with the name of its series before it."""
    text = f"{column.head} {label.text}" if label.text else ""
    return replace(label, text=text, has_name=True)
