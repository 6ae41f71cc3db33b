"""Scatters: a path a region through its years, from the first, which is named by its year, to the
last, which is named by region and year."""

from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Pt
from xlsxwriter.utility import xl_col_to_name

from analysis.document.chart import Chart
from analysis.document.look import WHITE, look
from reports.office.axes import Axis, Plot, axis_around, place_plot, set_values
from reports.office.columns import Column, Sheet
from reports.office.frame import Frame
from reports.office.labels import Label, put_labels
from reports.office.placing import Spot, beside, margins
from reports.office.series_look import colour, draw_line
from reports.office.texts import width
from reports.office.workbook import NAME, columns_of

NAMED = 1.8  # lines of type that the name of an axis takes
TALL, BOLD = 1.35, 1.05  # a label's height in lines of type, and its width in bold


def finish(drawn: Any, chart: Chart, sheet: Sheet, frame: Frame) -> None:
    """Everything of a scatter."""
    drawn.has_legend = False
    right = axis_around([v for one in sheet.columns for v in one.across if v is not None])
    up = axis_around(sheet.known)
    plot = _plot(up, frame)
    set_values(drawn.value_axis, up, chart.unit, frame)
    set_values(drawn.category_axis, right, chart.across_unit, frame)
    _name(drawn.value_axis, chart.name, chart.unit, frame)
    _name(drawn.category_axis, chart.across_name, chart.across_unit, frame)
    place_plot(drawn, plot)
    labels = _labels(sheet, (right, up), plot, frame)
    for place, (series, column) in enumerate(
        zip(drawn.plots[0].series, sheet.columns, strict=True)
    ):
        _refer(series._element, place, len(sheet.rows))
        draw_line(series, column, frame)
        if own := {row: label for (of, row), label in labels.items() if of == place}:
            put_labels(series, own, frame.size)


def _refer(series: Any, place: int, count: int) -> None:
    """Point a path to its two columns of the sheet, which has a row a period for all paths."""
    right, up = (xl_col_to_name(column) for column in columns_of(place))
    refs = (
        ("c:tx", f"{NAME}!${up}$1"),
        ("c:xVal", f"{NAME}!${right}$2:${right}${count + 1}"),
        ("c:yVal", f"{NAME}!${up}$2:${up}${count + 1}"),
    )
    for name, text in refs:
        series.find(qn(name)).find(f".//{qn('c:f')}").text = text


def _plot(up: Axis, frame: Frame) -> Plot:
    """The plot between the numbers and names of its axes."""
    numbers = max(width(f"{tick:,.{up.decimals}f}%", frame.size) for tick in up.ticks)
    left = (numbers + 8 + frame.size * NAMED) / frame.width
    top = frame.size * 0.6 / frame.height
    bottom = frame.size * (2.0 + NAMED) / frame.height
    return Plot(left, top, max(0.97 - left, 0.3), 1 - top - bottom)


def _labels(
    sheet: Sheet, axes: tuple[Axis, Axis], plot: Plot, frame: Frame
) -> dict[tuple[int, int], Label]:
    """By column and row: the last point of a region by both, then the first one of a path by its
    year, unless the name would cover something."""
    paths = [_path(one, axes, plot, frame) for one in sheet.columns]
    lines = [list(path.values()) for path in paths]
    last = [(n, max(path)) for n, path in enumerate(paths) if path and sheet.columns[n].is_last]
    first = [(n, min(path)) for n, path in enumerate(paths) if path]
    taken = margins(plot, frame)
    found: dict[tuple[int, int], Label] = {}
    for place, row in dict.fromkeys([*last, *first]):
        column, is_end = sheet.columns[place], (place, row) in last
        text = f"{column.head} {sheet.rows[row]}" if is_end else sheet.rows[row]
        wide = width(text, frame.size) * (BOLD if is_end else 1.0)
        side, room, covered = beside(paths[place][row], wide, frame.size * TALL, lines, taken)
        if covered and not is_end:
            continue
        taken.append(room)
        tone = WHITE["ink"] if frame.is_plain else look(column.slug).colour
        right = side.beside * wide / frame.width
        found[place, row] = Label(text, side.place, tone, is_bold=is_end, beside=right)
    return found


def _path(column: Column, axes: tuple[Axis, Axis], plot: Plot, frame: Frame) -> dict[int, Spot]:
    """Where the points of a path are, by row."""
    right, up = axes
    return {
        row: Spot(
            (plot.left + (x - right.low) / (right.high - right.low) * plot.width) * frame.width,
            (plot.top + (up.high - y) / (up.high - up.low) * plot.height) * frame.height,
        )
        for row, (x, y) in enumerate(zip(column.across, column.values, strict=True))
        if x is not None and y is not None
    }


def _name(native: Any, name: str, unit: str, frame: Frame) -> None:
    """The name of an axis with its unit."""
    said = f"{name}（{unit}）" if unit else name
    if not said:
        return
    text = native.axis_title.text_frame
    text.text = said
    font = text.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(frame.size), False
    font.color.rgb = colour(WHITE["body"])
