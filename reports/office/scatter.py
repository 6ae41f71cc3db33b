"""Scatters: a path a region through its years, from the first, which is named by its year, to the
last, which is named by region and year."""

from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Pt
from xlsxwriter.utility import xl_col_to_name

from analysis.document.chart import Chart
from analysis.document.look import WHITE, look
from reports.office.axes import axis_around, set_values
from reports.office.columns import Column, Sheet
from reports.office.frame import Frame
from reports.office.labels import ABOVE, Label, put_labels
from reports.office.series_look import colour, draw_line
from reports.office.workbook import NAME, columns_of


def finish(drawn: Any, chart: Chart, sheet: Sheet, frame: Frame) -> None:
    """Everything of a scatter."""
    drawn.has_legend = False
    across = [v for one in sheet.columns for v in one.across if v is not None]
    set_values(drawn.value_axis, axis_around(sheet.known), chart.unit, frame)
    set_values(drawn.category_axis, axis_around(across), chart.across_unit, frame)
    _name(drawn.value_axis, chart.name, chart.unit, frame)
    _name(drawn.category_axis, chart.across_name, chart.across_unit, frame)
    for place, (series, column) in enumerate(
        zip(drawn.plots[0].series, sheet.columns, strict=True)
    ):
        _refer(series._element, place, len(sheet.rows))
        draw_line(series, column, frame)
        put_labels(series, _labels(sheet, column, frame), frame.size)


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


def _labels(sheet: Sheet, column: Column, frame: Frame) -> dict[int, Label]:
    """The first point by its year, the last one of a region by both."""
    rows = [row for row, value in enumerate(column.values) if value is not None]
    if not rows:
        return {}
    tone = WHITE["ink"] if frame.is_plain else look(column.slug).colour
    named = {rows[0]: sheet.rows[rows[0]]}
    if column.is_last:
        named[rows[-1]] = f"{column.head} {sheet.rows[rows[-1]]}"
    return {
        row: Label(text, ABOVE, tone, is_bold=column.is_last and row == rows[-1])
        for row, text in named.items()
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
