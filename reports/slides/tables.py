"""Tables on slides: real tables with a line under each row, as many rows as the room has; the rest
goes on with the next slide."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from analysis.document.look import WHITE
from analysis.text.table import Table
from reports.office.texts import LEADING, lines, width
from reports.slides.sheet import Box, Type
from reports.slides.words import describe, fill

STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid: the cells have their lines
PLAIN = re.compile(r"[−+-]?[\d,.]+[%‰]?")
SIZES = (16.0, 14.0, 13.0, 12.0)
LEAST = 44.0  # points of a column
PADDING, AIR = 7.0, 9.0  # beside the words of a cell, above and below them together


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it stands in a room: type size, widths of columns, heights of head and rows."""

    table: Table
    size: float
    widths: tuple[float, ...]
    head: float
    heights: tuple[float, ...]


def fitted(table: Table, room: Box) -> list[Sheet]:
    """The table in the largest type in which it fits; in the smallest on as many sheets as it
    takes."""
    sheets = [_set(table, size, room.width) for size in SIZES]
    whole = next((one for one in sheets if one.head + sum(one.heights) <= room.height), None)
    return [whole] if whole else _parted(sheets[1], room.height)


def _set(table: Table, size: float, wide: float) -> Sheet:
    widths = _widths(table, size, wide)
    heights = [_height(row, size, widths) for row in (table.columns, *table.rows)]
    return Sheet(table, size, widths, heights[0], tuple(heights[1:]))


def _widths(table: Table, size: float, wide: float) -> tuple[float, ...]:
    """Each column as wide as its longest text where all have room; else the long ones share what
    the short ones leave."""
    texts = list(zip(table.columns, *table.rows, strict=True))
    wanted = [max(LEAST, max(width(t, size) for t in own) + 2 * PADDING + 2) for own in texts]
    if sum(wanted) <= wide:
        spare = (wide - sum(wanted)) / len(wanted)
        return tuple(one + spare for one in wanted)
    fair = wide / len(wanted)
    for _ in wanted:
        long = [one for one in wanted if one > fair]
        rest = wide - sum(one for one in wanted if one <= fair)
        fair = rest / len(long) if long else fair
    weights = sum(one**0.6 for one in wanted if one > fair)
    return tuple(one if one <= fair else rest * one**0.6 / weights for one in wanted)


def _height(row: Sequence[str], size: float, widths: Sequence[float]) -> float:
    most = max(lines(t, size, w - 2 * PADDING) for t, w in zip(row, widths, strict=True))
    return most * size * LEADING + AIR


def _parted(sheet: Sheet, room: float) -> list[Sheet]:
    parts: list[Sheet] = []
    start, used = 0, sheet.head
    for place, height in enumerate(sheet.heights):
        if used + height > room and place > start:
            parts.append(_part(sheet, start, place))
            start, used = place, sheet.head
        used += height
    return [*parts, _part(sheet, start, len(sheet.heights))]


def _part(sheet: Sheet, start: int, stop: int) -> Sheet:
    own = replace(sheet.table, rows=sheet.table.rows[start:stop])
    return replace(sheet, table=own, heights=sheet.heights[start:stop])


def put_table(slide: Any, sheet: Sheet, box: Box) -> None:
    """Write the table into the upper part of a box."""
    rows = [sheet.table.columns, *sheet.table.rows]
    heights = [sheet.head, *sheet.heights]
    tall = sum(heights)
    frame = slide.shapes.add_table(
        len(rows), len(sheet.widths), *(Pt(v) for v in (box.left, box.top, box.width, tall))
    )
    drawn = frame.table
    describe(frame._element, "表格", sheet.table.caption or "、".join(sheet.table.columns))
    _plain(frame)
    for column, wide in zip(drawn.columns, sheet.widths, strict=True):
        column.width = Pt(wide)
    aligned = _aligned(sheet.table)
    for place, (row, texts, height) in enumerate(zip(drawn.rows, rows, heights, strict=True)):
        row.height = Pt(height)
        for cell, text, align in zip(row.cells, texts, aligned, strict=True):
            _cell(cell, text, align, Type(sheet.size, "ink", is_bold=place == 0))


def _plain(frame: Any) -> None:
    """No colours of the library's style: heads and rows are told apart by weight and lines."""
    properties = frame._element.graphic.graphicData.tbl.tblPr
    properties.find("{*}tableStyleId").text = STYLE
    properties.set("bandRow", "0")


def _aligned(table: Table) -> list[str]:
    """Columns of numbers at the right, words at the left."""
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    return [
        "right" if place and any(map(PLAIN.fullmatch, own)) else "left"
        for place, own in enumerate(columns)
    ]


def _cell(cell: Any, text: str, align: str, kind: Type) -> None:
    fill(cell.text_frame, [[(part, kind)] for part in (text or "–").split("\n")], align)
    cell.margin_left = cell.margin_right = Pt(PADDING)
    cell.margin_top = cell.margin_bottom = Pt(AIR / 2)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    strong = kind.is_bold
    tone = WHITE["muted" if strong else "rule"].removeprefix("#").upper()
    line = parse_xml(
        f"<a:lnB {nsdecls('a')} w='{12700 if strong else 6350}'><a:solidFill>"
        f"<a:srgbClr val='{tone}'/></a:solidFill></a:lnB>"
    )
    properties = cell._tc.get_or_add_tcPr()
    properties.insert(0, line)
