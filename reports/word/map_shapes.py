"""A map as a group of DrawingML shapes: areas, marks, names, legend; each can be recoloured."""

from collections.abc import Iterator

from reports.office.map_drawing import Drawing, Key, Outline, Sign, Word
from reports.office.texts import width as text_width
from reports.word.design import Design
from reports.word.markup import emu, plain, quoted, tone, twips

# The marks of the tiers: plotly's name, that of DrawingML.
SHAPES = {
    "star": "star5",
    "diamond": "diamond",
    "circle": "ellipse",
    "triangle-up": "triangle",
    "square": "rect",
    "cross": "mathPlus",
}
SWATCH, GAP = 10.0, 8.0  # points: a colour of the legend; between map and legend
LINE = 1.5  # of a legend's row, in its type's size
WHITE = tone("surface")


def group(drawn: Drawing, height: float, design: Design) -> tuple[str, float]:
    """The shapes of a map, and the width of all together with the legend, in points."""
    size = design.figure_type
    left = drawn.width + GAP
    words = max((text_width(key.text, size) for key in drawn.keys), default=0.0)
    width = min(left + SWATCH + 4 + words * 1.08, design.page.text_width)
    shapes = [
        *map(_outline, drawn.outlines),
        *map(_sign, drawn.signs),
        *(_word(word, size) for word in drawn.words),
        *_legend(drawn.keys, (left, width), height, size),
    ]
    box = f'cx="{emu(width)}" cy="{emu(height)}"'
    each = "".join(shape.replace("@", str(n), 1) for n, shape in enumerate(shapes, start=1))
    return (
        '<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {box}/><a:chOff x="0" y="0"/><a:chExt {box}/></a:xfrm></wpg:grpSpPr>'
        f"{each}</wpg:wgp>",
        width,
    )


def _shape(name: str, told: str, inside: str, box: str = "", text: str = "") -> str:
    """A shape; its number is filled in when all are there."""
    heard = f" descr={quoted(told)}" if told else ""
    return (
        f'<wps:wsp><wps:cNvPr id="@" name={quoted(name)}{heard}/><wps:cNvSpPr{box}/>'
        f"<wps:spPr>{inside}</wps:spPr>{text or '<wps:bodyPr/>'}</wps:wsp>"
    )


def _place(x: float, y: float, width: float, height: float) -> str:
    return (
        f'<a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/>'
        f'<a:ext cx="{max(emu(width), 1)}" cy="{max(emu(height), 1)}"/></a:xfrm>'
    )


def _filled(colour: str) -> str:
    if not colour:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:solidFill>'


def _lined(colour: str, width: float) -> str:
    return f'<a:ln w="{emu(width)}">{_filled(colour)}<a:round/></a:ln>'


def _outline(one: Outline) -> str:
    """An area with all of its rings as one path."""
    points = [point for ring in one.rings for point in ring]
    if not points:
        return _shape(one.name, one.told, f"{_place(0, 0, 0, 0)}{_of_kind('rect')}<a:noFill/>")
    west, north = min(x for x, _ in points), min(y for _, y in points)
    width, height = max(x for x, _ in points) - west, max(y for _, y in points) - north
    path = "".join(_ring([(x - west, y - north) for x, y in ring]) for ring in one.rings)
    drawn = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{emu(width)}" h="{emu(height)}">{path}</a:path></a:pathLst>'
        "</a:custGeom>"
    )
    look = f"{_filled(one.fill)}{_lined(one.line, one.line_width)}"
    return _shape(one.name, one.told, f"{_place(west, north, width, height)}{drawn}{look}")


def _ring(points: list[tuple[float, float]]) -> str:
    first, *others = (f'<a:pt x="{emu(x)}" y="{emu(y)}"/>' for x, y in points)
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
    return f"<a:moveTo>{first}</a:moveTo>{lines}<a:close/>"


def _of_kind(kind: str) -> str:
    return f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'


def _sign(one: Sign) -> str:
    half = one.size / 2
    at = _place(one.x - half, one.y - half, one.size, one.size)
    look = f"{_of_kind(SHAPES[one.shape])}{_filled(one.fill)}{_lined(WHITE, 0.75)}"
    return _shape(one.name, one.name, f"{at}{look}")


def _word(one: Word, size: float) -> str:
    return _text((one.x, one.y, one.width, one.height), one.text, size, one.colour)


def _text(box: tuple[float, float, float, float], text: str, size: float, colour: str) -> str:
    """A name in one line, without room around it but that of one sign: a program that sets it wider
    would put its end into a second line, which is not seen."""
    half = round(size * 2)
    x, y, width, height = box
    inside = (
        f"{_place(x, y, width + size, height)}{_of_kind('rect')}<a:noFill/><a:ln><a:noFill/></a:ln>"
    )
    said = (
        "<wps:txbx><w:txbxContent><w:p><w:pPr>"
        f'<w:spacing w:before="0" w:after="0" w:line="{twips(size * 1.2)}" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr><w:r><w:rPr>'
        f'<w:rFonts w:hint="eastAsia"/><w:color w:val="{colour.lstrip("#").upper()}"/>'
        f'<w:spacing w:val="0"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
        f'<w:t xml:space="preserve">{plain(text)}</w:t></w:r></w:p></w:txbxContent></wps:txbx>'
        '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">'
        "<a:noAutofit/></wps:bodyPr>"
    )
    return _shape(text, "", inside, ' txBox="1"', said)


def _legend(
    keys: tuple[Key, ...], across: tuple[float, float], height: float, size: float
) -> Iterator[str]:
    """The rows of the legend from the foot of the map upwards, so that they end where it ends."""
    left, right = across
    top = max(0.0, height - len(keys) * size * LINE)
    for place, key in enumerate(keys):
        y = top + place * size * LINE
        kind = SHAPES[key.shape] if key.shape else "rect"
        look = f"{_of_kind(kind)}{_filled(key.fill)}{_lined(WHITE, 0.5)}"
        at = _place(left, y + (size * 1.2 - SWATCH) / 2, SWATCH, SWATCH)
        yield _shape("图例", "", f"{at}{look}")
        x = left + SWATCH + 4
        yield _text((x, y, right - x, size * 1.2), key.text, size, tone("ink"))
