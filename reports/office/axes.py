"""The axes of a native chart, the place of its plot, and what python-pptx leaves wrong in its
XML."""

import re
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from analysis.document.look import WHITE
from analysis.document.ranges import extent, nice_ticks
from analysis.series.quantities import UNSPACED
from reports.office.frame import Frame
from reports.office.numbers import cell_format
from reports.office.series_look import colour

TICKS = 7  # lines at most
AIR = 0.15  # around the points of a scatter, as part of what they span


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis spans, the step between its lines, and the decimals of their numbers."""

    low: float
    high: float
    step: float
    decimals: int

    @property
    def ticks(self) -> list[float]:
        """The values at the lines."""
        count = round((self.high - self.low) / self.step)
        return [self.low + n * self.step for n in range(count + 1)]


@dataclass(frozen=True, slots=True)
class Plot:
    """The place of the plot between its axes, as parts of the chart's width and height."""

    left: float
    top: float
    width: float
    height: float


def axis(values: list[float], unit: str) -> Axis:
    """The axis of lines: from 0 where that does not flatten them, percentages always; it ends on
    its lines."""
    low, high = extent(values or [0.0, 1.0])
    if unit in UNSPACED and min(values, default=0.0) >= 0:
        low = 0.0
    return _axis(low, high)


def axis_around(values: list[float]) -> Axis:
    """The axis of a scatter: it holds the points, wherever they are."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    air = (high - low) * AIR or abs(high) * AIR or 1.0
    start = 0.0 if 0 <= low < 2 * (high - low) * AIR else low - air
    return _axis(start, high + air)


def axis_from_zero(values: list[float]) -> Axis:
    """The axis of columns: 0 is on it."""
    low, high = min([0.0, *values]), max([0.0, *values])
    return _axis(low, high if high > low else low + 1.0)


def _axis(low: float, high: float) -> Axis:
    ticks = nice_ticks(low, high, TICKS)
    step = ticks[1] - ticks[0] if len(ticks) > 1 else high - low
    decimals = next(n for n in range(7) if abs(round(step, n) - step) < 1e-9 or n == 6)
    lowest = floor(low / step + 1e-6) * step
    return Axis(round(lowest, 9), round(ceil(high / step - 1e-6) * step, 9), step, decimals)


def set_values(native: Any, found: Axis, unit: str, frame: Frame) -> None:
    """The span, lines and numbers of an axis of values; its own line is not drawn."""
    native.minimum_scale, native.maximum_scale = found.low, found.high
    native.major_unit = found.step
    native.has_major_gridlines = True
    native.major_gridlines.format.line.color.rgb = colour(WHITE["hair"])
    native.major_gridlines.format.line.width = Pt(0.75)
    native.format.line.fill.background()
    native.major_tick_mark = XL_TICK_MARK.NONE
    labels = native.tick_labels
    labels.number_format = cell_format(unit if unit in UNSPACED else "", found.decimals)
    labels.number_format_is_linked = False
    _set_type(labels, frame)


def set_names(native: Any, frame: Frame, skipped: int = 1) -> None:
    """The axis of categories: its names below the plot, every `skipped`th of them. LibreOffice
    counts the others in and leaves out all where these would touch: the drawn copy of the names
    has them not, the workbook has."""
    native.has_major_gridlines = False
    native.format.line.color.rgb = colour(WHITE["rule"])
    native.format.line.width = Pt(0.75)
    native.major_tick_mark = XL_TICK_MARK.NONE
    native.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _set_type(native.tick_labels, frame)
    if skipped > 1:
        space = native._element
        for name in ("tickMarkSkip", "tickLblSkip"):
            skip = parse_xml(f"<c:{name} {nsdecls('c')} val='{skipped}'/>")
            space.find(qn("c:lblOffset")).addnext(skip)
        for point in space.getparent().findall(f".//{qn('c:cat')}//{qn('c:pt')}"):
            if int(point.get("idx")) % skipped:
                point.getparent().remove(point)


def set_upright(native: Any) -> None:
    """The names of an axis sign below sign, where they would touch side by side."""
    body = native._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}")
    body.set("rot", "0")
    body.set("vert", "eaVert")


def _set_type(labels: Any, frame: Frame) -> None:
    labels.font.size = Pt(frame.size)
    labels.font.color.rgb = colour(WHITE["ink" if frame.is_plain else "body"])


def place_plot(native: Any, plot: Plot) -> None:
    """Put the plot where labels leave room for it."""
    area = native._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    values = (("x", plot.left), ("y", plot.top), ("w", plot.width), ("h", plot.height))
    parts = "".join(f"<c:{name} val='{value:.4f}'/>" for name, value in values)
    layout = parse_xml(
        f"<c:layout {nsdecls('c')}><c:manualLayout><c:layoutTarget val='inner'/>"
        f"<c:xMode val='edge'/><c:yMode val='edge'/>{parts}</c:manualLayout></c:layout>"
    )
    area.insert(0, layout)


def mended(space: bytes, frame: Frame) -> bytes:
    """The XML of a chart with ids of axes that are none below 0, and with the fonts of both kinds
    of letters wherever type is set."""
    text = re.sub(r'(<c:(?:axId|crossAx) val=")-', r"\1", space.decode())
    fonts = f'<a:latin typeface="{frame.latin}"/><a:ea typeface="{frame.font}"/>'
    text = re.sub(r"<a:(defRPr|rPr)([^<>]*?)/>", r"<a:\1\2></a:\1>", text)
    text = re.sub(r"</a:(defRPr|rPr)>", rf"{fonts}</a:\1>", text)
    return text.encode()
