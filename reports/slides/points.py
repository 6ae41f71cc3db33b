"""Points of text on slides: in the largest type in which they fit; more than fit in the smallest go
on with the next slide."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from reports.office.texts import height
from reports.slides.sheet import Box, Type
from reports.slides.words import Runs, fill, write

SIZES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
SMALL = (18.0, 16.0, 14.0, 13.0, 12.0)  # beside a figure
NARROW = 480.0  # points of a box that has something beside it
INDENT, SPACE = 1.1, 0.7  # ems before a point's text, and between two points


def by_slide(points: Sequence[str], box: Box) -> list[list[str]]:
    """The points by slide."""
    size = _sizes(box)[-1]
    if _tall(points, size, box) <= box.height or len(points) < 2:
        return [list(points)]
    kept = len(points)
    while kept > 1 and _tall(points[:kept], size, box) > box.height:
        kept -= 1
    return [list(points[:kept]), *by_slide(points[kept:], box)]


def tall(points: Sequence[str], box: Box) -> float:
    """The height that points take above something else."""
    return _tall(points, SMALL[0], box)


def put_points(slide: Any, points: Sequence[str], box: Box) -> None:
    """Write points that fit into a box."""
    sizes = _sizes(box)
    size = next((s for s in sizes if _tall(points, s, box) <= box.height), sizes[-1])
    shape = write(slide, box, [])
    runs: list[Runs] = [[(text, Type(size, "ink"))] for text in points]
    fill(shape.text_frame, runs, space=size * SPACE)
    if len(points) > 1:
        for paragraph in shape.text_frame.paragraphs:
            _mark(paragraph._p.get_or_add_pPr(), size)


def _sizes(box: Box) -> tuple[float, ...]:
    return SMALL if box.width < NARROW else SIZES


def _tall(points: Sequence[str], size: float, box: Box) -> float:
    room = box.width - size * INDENT
    return sum(height(text, size, room) + size * SPACE for text in points)


def _mark(properties: Any, size: float) -> None:
    """A bullet before a paragraph that hangs by it."""
    indent = Pt(size * INDENT)
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    properties.append(parse_xml(f'<a:buChar {nsdecls("a")} char="•"/>'))
