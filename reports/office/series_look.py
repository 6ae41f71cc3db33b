"""How a native series looks: line, dash and mark, or the fill of its bars, by whose it is."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from analysis.document.look import WHITE, Look, look, paler
from reports.office.columns import Column
from reports.office.frame import Frame

# Plotly's names of marks and textures, the names of DrawingML for dashes.
SHAPES = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "cross": XL_MARKER_STYLE.PLUS,
    "triangle-down": XL_MARKER_STYLE.X,
}
DASHES = {
    "solid": MSO_LINE_DASH_STYLE.SOLID,
    "dash": MSO_LINE_DASH_STYLE.DASH,
    "sysDash": MSO_LINE_DASH_STYLE.SQUARE_DOT,
    "lgDash": MSO_LINE_DASH_STYLE.LONG_DASH,
    "lgDashDot": MSO_LINE_DASH_STYLE.LONG_DASH_DOT,
}
TEXTURES = {
    "/": MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL,
    ".": MSO_PATTERN_TYPE.PERCENT_25,
}
GRAIN = 0.8  # on the way to white: what is paler than its ground by less is lost in grey
WIDTH, THIN = Pt(2.25), Pt(1.5)
MARK = 7


def colour(text: str) -> RGBColor:
    """A colour of the table as the library has it."""
    return RGBColor(*bytes.fromhex(text.removeprefix("#")))


def ink(of: Look, frame: Frame) -> RGBColor:
    """The colour of a series; black in print.
    A reference is hollow."""
    return colour(WHITE["ink"] if frame.is_plain else of.colour)


def look_of(column: Column) -> Look:
    """How a column looks; a reference that is of no region is grey."""
    return look("frame" if column.is_reference and not column.slug else column.slug)


def draw_line(series: Any, column: Column, frame: Frame) -> None:
    """Line, dash and mark; hollow marks where the column has them. Nothing is smoothed."""
    of = look_of(column)
    tone = ink(of, frame)
    series.smooth = False
    series.format.line.color.rgb = tone
    series.format.line.width = THIN if column.is_reference else WIDTH
    series.format.line.dash_style = DASHES[of.dash]
    _mark(series.marker, of, tone, tone)
    for row in sorted(column.hollow):
        if column.values[row] is not None:
            _mark(series.points[row].marker, of, tone, colour(WHITE["surface"]))


def _mark(marker: Any, of: Look, line: RGBColor, fill: RGBColor) -> None:
    marker.style = SHAPES[of.shape]
    marker.size = MARK
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = fill
    marker.format.line.color.rgb = line


def fill_bars(series: Any, column: Column, frame: Frame, is_touching: bool) -> None:
    """The fill of the bars, each in the look of its own row where rows have one; textures where
    areas touch (stacked, or side by side in a group), and in print."""
    series.invert_if_negative = False
    if column.is_reference:
        _outline(series.format, look_of(column), frame)
    else:
        _fill(series.format, look_of(column), frame, is_touching)
    for row, slug in enumerate(column.slugs):
        if column.values[row] is not None:
            _fill(series.points[row].format, look(slug), frame, is_touching)
    for point in series._element.findall(qn("c:dPt")):  # or bars below 0 are white
        point.find(qn("c:idx")).addnext(parse_xml(f"<c:invertIfNegative {nsdecls('c')} val='0'/>"))


def _outline(form: Any, of: Look, frame: Frame) -> None:
    """Hollow: what the others are seen against, told apart in grey too."""
    form.fill.solid()
    form.fill.fore_color.rgb = colour(WHITE["surface"])
    form.line.color.rgb = ink(of, frame)
    form.line.width = THIN


def _fill(form: Any, of: Look, frame: Frame, is_touching: bool) -> None:
    """In colour the texture is of two tones of it, in print of black on white."""
    tone, ground = ink(of, frame), colour(WHITE["surface"])
    if of.texture and (is_touching or frame.is_plain):
        form.fill.patterned()
        form.fill.pattern = TEXTURES[of.texture]
        form.fill.fore_color.rgb = ground if frame.is_plain else colour(paler(of.colour, GRAIN))
        form.fill.back_color.rgb = tone
    else:
        form.fill.solid()
        form.fill.fore_color.rgb = tone
    form.line.color.rgb = ground if is_touching else tone
