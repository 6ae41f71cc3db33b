"""Tables on slides: real tables with a line under each row, as many rows as the room has; the rest
goes on with the next slide."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from analysis.document.look import WHITE
from analysis.text.table import Table
from reports.office.frame import SANS
from reports.office.texts import LEADING, has_dates, lines, width
from reports.slides.sheet import Box, Type
from reports.slides.words import LANGUAGE, describe

STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid: the cells have their lines
NUMBER = re.compile(r"(近|约|超过)?\s*[−+-]?[\d,.]+\s*[%‰多]?(（\w{1,3}）)*")
PADDING, AIR, TIGHT = 7.0, 9.0, 5.0  # beside the words of a cell, above and below them together
# Type and air, from the largest to the one that holds most.
SETTINGS = ((16.0, AIR), (14.0, AIR), (13.0, AIR), (12.0, AIR), (12.0, TIGHT))
PARTED = slice(1, -1)  # those of a table that goes on
WEIGHTS = (0.6, 0.4, 0.2)  # how much more of a room the columns with long texts have
LEAST = 44.0  # points of a column
# What no line may part: a number or a Latin word with the brackets and stops beside it.
WHOLE = re.compile(r"[（“《]*[!-~−\u2060]+[）”》，。、；：]*")
EMU = 12700  # of a point
ALIGNS = {"left": "l", "right": "r"}
ABSENT = "–"
SLACK = 1.05  # of a text that shall stay on one line, as programs set it wider or narrower
MOST_KEPT = 0.7  # of a room, for columns that are as wide as what cannot be parted


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it stands in a room: type size, air above and below words, widths and sides of
    columns, heights of head and rows."""

    table: Table
    size: float
    air: float
    widths: tuple[float, ...]
    aligned: tuple[str, ...]
    head: float
    heights: tuple[float, ...]


def fit(table: Table, room: Box) -> tuple[Sheet, Sheet | None]:
    """The table in the largest type in which it fits; else as many of its rows as fit, at least
    one, and those that are left, set alike: in the type that takes the fewest rooms of this height,
    the largest of these."""
    sheets = []
    for size, air in SETTINGS:
        sheet = _set(table, size, air, room.width)
        if sheet.head + sum(sheet.heights) <= room.height:
            return _airy(sheet, room.height), None
        sheets.append(sheet)
    return parted(min(sheets[PARTED], key=lambda one: _rooms(one, room.height)), room.height)


def _airy(sheet: Sheet, room: float) -> Sheet:
    """A table that fits with as much of the usual air between its lines as there is room for."""
    left = (room - sheet.head - sum(sheet.heights)) / (1 + len(sheet.heights))
    more = max(0.0, min(AIR - sheet.air, left))
    heights = tuple(height + more for height in sheet.heights)
    return replace(sheet, air=sheet.air + more, head=sheet.head + more, heights=heights)


def _rooms(sheet: Sheet, room: float) -> int:
    """How many rooms of a height a table takes."""
    count, used = 1, sheet.head
    for place, height in enumerate(sheet.heights):
        if used + height > room and place:
            count, used = count + 1, sheet.head
        used += height
    return count


def parted(sheet: Sheet, room: float) -> tuple[Sheet, Sheet | None]:
    """As many rows as fit into a height, at least one, and those that are left: of the same type,
    widths and sides, as a table is one on all of its slides."""
    used, kept = sheet.head, 0
    for height in sheet.heights:
        if used + height > room and kept:
            break
        used, kept = used + height, kept + 1
    rows, heights = sheet.table.rows, sheet.heights
    shown = replace(sheet, table=replace(sheet.table, rows=rows[:kept]), heights=heights[:kept])
    rest = replace(sheet, table=replace(sheet.table, rows=rows[kept:]), heights=heights[kept:])
    return shown, rest if rows[kept:] else None


def _set(table: Table, size: float, air: float, wide: float) -> Sheet:
    """The table in a type, its columns as wide as makes it lowest."""
    every = dict.fromkeys(_widths(table, size, wide, weight) for weight in WEIGHTS)
    aligned = _aligned(table)
    found = []
    for widths in every:
        heights = [_height(row, size, widths) + air for row in (table.columns, *table.rows)]
        found.append(Sheet(table, size, air, widths, aligned, heights[0], tuple(heights[1:])))
    return min(found, key=lambda one: one.head + sum(one.heights))


def _widths(table: Table, size: float, wide: float, weight: float) -> tuple[float, ...]:
    """Each column as wide as its longest text where all have room; else the long ones share what
    the short ones leave, none narrower than a word or number that cannot be parted."""
    texts = list(zip(table.columns, *table.rows, strict=True))
    longest = [max(width(t, size) for t in own) * SLACK for own in texts]
    wanted = [max(LEAST, one + 2 * PADDING + 2) for one in longest]
    if sum(wanted) <= wide:
        spare = (wide - sum(wanted)) / len(wanted)
        return tuple(one + spare for one in wanted)
    least = [max(_unparted(text, size) for text in own) + 2 * PADDING + 2 for own in texts]
    shares, kept = _shared(dict(enumerate(wanted)), wide, weight), dict[int, float]()
    while short := {n: least[n] for n, one in shares.items() if one < least[n]}:
        kept |= short
        left = {n: one for n, one in enumerate(wanted) if n not in kept}
        if not left or sum(kept.values()) > wide * MOST_KEPT:
            return tuple(_shared(dict(enumerate(wanted)), wide, weight).values())
        shares = _shared(left, wide - sum(kept.values()), weight)
    return tuple((shares | kept)[n] for n in range(len(wanted)))


def _shared(wanted: Mapping[int, float], wide: float, weight: float) -> dict[int, float]:
    """What the columns have of a width: those that want less than their part get it, the others
    share the rest: more where more is wanted, by this power of it."""
    fair = wide / len(wanted)
    rest = wide
    for _ in wanted:
        long = [one for one in wanted.values() if one > fair]
        rest = wide - sum(one for one in wanted.values() if one <= fair)
        fair = rest / len(long) if long else fair
    total = sum(one**weight for one in wanted.values() if one > fair)
    return {n: one if one <= fair else rest * one**weight / total for n, one in wanted.items()}


def _unparted(text: str, size: float) -> float:
    """The width of the widest part of a text in which no line ends."""
    return max((width(part, size) for part in WHOLE.findall(text)), default=0.0) * SLACK


def _height(row: Sequence[str], size: float, widths: Sequence[float]) -> float:
    most = max(lines(t, size, w - 2 * PADDING) for t, w in zip(row, widths, strict=True))
    return most * size * LEADING


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
    for place, (row, texts, height) in enumerate(zip(drawn.rows, rows, heights, strict=True)):
        row.height = Pt(height)
        for cell, text, align in zip(row.cells, texts, sheet.aligned, strict=True):
            _cell(cell, text, (align, sheet.air), Type(sheet.size, "ink", is_bold=place == 0))


def _plain(frame: Any) -> None:
    """No colours of the library's style: heads and rows are told apart by weight and lines."""
    properties = frame._element.graphic.graphicData.tbl.tblPr
    properties.find("{*}tableStyleId").text = STYLE
    properties.set("bandRow", "0")


def _aligned(table: Table) -> tuple[str, ...]:
    """Columns of numbers at the right, words at the left; dates are words."""
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    return tuple(
        "right" if place and _is_numbers(own) else "left" for place, own in enumerate(columns)
    )


def _is_numbers(texts: Sequence[str]) -> bool:
    """Whether most of what has a digit in it is a number; words without one are neither."""
    told = [text for text in texts if any(map(str.isdigit, text))]
    found = sum(bool(NUMBER.fullmatch(text)) for text in told)
    return found * 2 > len(told) and not has_dates(told)


def _cell(cell: Any, text: str, at: tuple[str, float], kind: Type) -> None:
    """Words, at which side and in how much air, and the line below them, as XML: a table has
    hundreds of cells."""
    align, air = at
    own = cell._tc
    for old in list(own):
        own.remove(old)
    own.append(parse_xml(f"<a:txBody {nsdecls('a')}><a:bodyPr/>{_words(text, align, kind)}"
                         "</a:txBody>"))  # fmt: skip
    tone = WHITE["muted" if kind.is_bold else "rule"].removeprefix("#").upper()
    sides = f"marL='{EMU * PADDING:.0f}' marR='{EMU * PADDING:.0f}'"
    ends = f"marT='{EMU * air / 2:.0f}' marB='{EMU * air / 2:.0f}'"
    line = f"<a:lnB w='{EMU if kind.is_bold else EMU // 2}'>{_solid(tone)}</a:lnB>"
    own.append(parse_xml(f"<a:tcPr {nsdecls('a')} {sides} {ends} anchor='ctr'>{line}</a:tcPr>"))


def _words(text: str, align: str, kind: Type) -> str:
    """A paragraph a line."""
    tone = WHITE[kind.colour].removeprefix("#").upper()
    run = (
        f"<a:rPr lang='{LANGUAGE}' altLang='en-US' sz='{kind.size * 100:.0f}' "
        f"b='{int(kind.is_bold)}'>{_solid(tone)}<a:latin typeface='{SANS}'/>"
        f"<a:ea typeface='{SANS}'/></a:rPr>"
    )
    return "".join(
        f"<a:p><a:pPr algn='{ALIGNS[align]}'/><a:r>{run}<a:t>{escape(part)}</a:t></a:r></a:p>"
        for part in (text or ABSENT).split("\n")
    )


def _solid(tone: str) -> str:
    return f"<a:solidFill><a:srgbClr val='{tone}'/></a:solidFill>"
