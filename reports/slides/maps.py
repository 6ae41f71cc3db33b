"""Maps on slides: native shapes in one group, that can be moved and recoloured; no picture."""

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from analysis.document.chart import Map
from analysis.document.look import WHITE
from data.boundaries import Boundaries
from reports.office.map_drawing import Drawing, Key, Outline, Points, Sign, Word, drawing
from reports.office.texts import height
from reports.slides.sheet import CAPTION, FOOT, SMALLEST, Box, Type
from reports.slides.words import describe, write

EMU = 12700  # of a point
# Plotly's names of marks, and those of preset shapes.
PRESETS = {
    "star": "star5",
    "diamond": "diamond",
    "circle": "ellipse",
    "triangle-up": "triangle",
    "square": "rect",
    "cross": "mathPlus",
}
LEGEND = 190.0  # points right of the map
SWATCH = 14.0
ROW = 22.0


def put_map(slide: Any, shown: Map, box: Box, boundaries: Boundaries) -> None:
    """Draw a map into a box: the shapes, their legend at the right, and below that its review."""
    room = box.width - LEGEND, box.height
    found = drawing(shown, boundaries, room, SMALLEST)
    left = box.left + max(0.0, (room[0] - found.width) / 2)
    group = slide.shapes.add_group_shape()
    describe(group._element, shown.name or "地图", shown.told)
    for part in _shapes(slide, found, (left, box.top)):
        group._element.append(parse_xml(part))
    group._element.recalculate_extents()
    right = left + found.width + 24
    _legend(slide, shown, found, Box(right, box.top, box.left + box.width - right, box.height))


def _shapes(slide: Any, found: Drawing, at: tuple[float, float]) -> Iterator[str]:
    """The XML of every shape, each with an id that the slide does not have yet."""
    first = max(int(i) for i in slide.shapes._spTree.xpath("//@id") if i.isdigit()) + 1
    parts = [
        *((_outline, one) for one in found.outlines),
        *((_sign, one) for one in found.signs),
        *((_word, one) for one in found.words),
    ]
    for number, (write_one, one) in enumerate(parts, first):
        yield write_one(number, one, at)  # type: ignore[operator]


def _outline(number: int, one: Outline, at: tuple[float, float]) -> str:
    """A freeform of all rings of an area."""
    xs = [x for ring in one.rings for x, _ in ring]
    ys = [y for ring in one.rings for _, y in ring]
    left, top = min(xs), min(ys)
    wide, tall = max(max(xs) - left, 0.1), max(max(ys) - top, 0.1)
    rings = "".join(_ring(ring, left, top) for ring in one.rings)
    path = f'<a:path w="{_emu(wide)}" h="{_emu(tall)}">{rings}</a:path>'
    geometry = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>'
    )
    line = f'<a:ln w="{_emu(one.line_width)}">{_filled(one.line)}<a:round/></a:ln>'
    look = f"{geometry}{_filled(one.fill)}{line}"
    return _shape(number, (one.name, one.told), (left + at[0], top + at[1], wide, tall), look)


def _ring(ring: Points, left: float, top: float) -> str:
    points = [f'<a:pt x="{_emu(x - left)}" y="{_emu(y - top)}"/>' for x, y in ring]
    rest = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return f"<a:moveTo>{points[0]}</a:moveTo>{rest}<a:close/>"


def _sign(number: int, one: Sign, at: tuple[float, float]) -> str:
    place = (one.x - one.size / 2 + at[0], one.y - one.size / 2 + at[1], one.size, one.size)
    return _shape(number, (one.name, one.name), place, _mark(one.shape, one.fill))


def _mark(shape: str, fill: str) -> str:
    geometry = f'<a:prstGeom prst="{PRESETS[shape]}"><a:avLst/></a:prstGeom>'
    return f'{geometry}{_filled(fill)}<a:ln w="9525">{_filled(WHITE["surface"])}</a:ln>'


def _word(number: int, one: Word, at: tuple[float, float]) -> str:
    look = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
    colour = one.colour.removeprefix("#").upper()
    text = one.text.replace("&", "&amp;").replace("<", "&lt;")
    body = (
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        '<a:lstStyle/><a:p><a:pPr algn="ctr"/>'
        f'<a:r><a:rPr lang="zh-CN" sz="{round(SMALLEST * 100)}" b="{int(one.is_bold)}">'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:rPr>'
        f"<a:t>{text}</a:t></a:r></a:p></p:txBody>"
    )
    place = (one.x + at[0], one.y + at[1], one.width, one.height)
    return _shape(number, (one.text, ""), place, look, body)


def _shape(
    number: int,
    named: tuple[str, str],
    place: tuple[float, float, float, float],
    look: str,
    body: str = "",
) -> str:
    x, y, wide, tall = map(_emu, place)
    name, told = map(quoteattr, named)
    box = ' txBox="1"' if body else ""
    return (
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>"
        f'<p:cNvPr id="{number}" name={name} descr={told}/><p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        f"{look}</p:spPr>{body}</p:sp>"
    )


def _filled(colour: str) -> str:
    if not colour:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#").upper()}"/></a:solidFill>'


def _emu(points: float) -> int:
    return round(points * EMU)


def _legend(slide: Any, shown: Map, found: Drawing, box: Box) -> None:
    """What colours and marks mean, and the number under which the map was passed."""
    top = box.top + 6
    if shown.name:
        head = [[(shown.name, Type(CAPTION, "ink", is_bold=True))]]
        used = height(shown.name, CAPTION, box.width)
        write(slide, Box(box.left, top, box.width, used), head)
        top += used + 8
    for key in found.keys:
        tall = max(ROW, height(key.text, CAPTION, box.width - SWATCH - 8) + 4)
        _key(slide, key, Box(box.left, top, box.width, tall))
        top += tall
    review = Box(box.left, box.bottom - ROW * 2, box.width, ROW * 2)
    write(slide, review, [[(shown.review, Type(FOOT, "muted"))]], anchor="bottom")


def _key(slide: Any, key: Key, box: Box) -> None:
    number = max(int(i) for i in slide.shapes._spTree.xpath("//@id") if i.isdigit()) + 1
    preset = _mark(key.shape, key.fill) if key.shape else (
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_filled(key.fill)}'
        "<a:ln><a:noFill/></a:ln>"
    )  # fmt: skip
    place = (box.left, box.top + (box.height - SWATCH) / 2, SWATCH, SWATCH)
    slide.shapes._spTree.append(parse_xml(_shape(number, (key.text, ""), place, preset)))
    words = Box(box.left + SWATCH + 8, box.top, box.width - SWATCH - 8, box.height)
    write(slide, words, [[(key.text, Type(CAPTION, "body"))]], anchor="middle")
