"""Numbers on slides: each as large as its box allows, with what it is above it, below it how it
moved, its year and scope."""

from collections.abc import Sequence
from typing import Any

from analysis.document.document import Reading
from analysis.document.look import REGIONS
from reports.office.texts import width
from reports.slides.sheet import TEXT, Box, Type
from reports.slides.words import Runs, fill, write

SIZES = (60.0, 48.0, 40.0, 32.0, 26.0, 22.0)
IN_A_ROW = 3
JOINT = 4.0
BOLD = 1.12  # the width of bold type to that of regular


def put_readings(slide: Any, readings: Sequence[Reading], box: Box) -> None:
    """The numbers side by side in rows in a wide box, below each other in a narrow one."""
    count = len(readings)
    most = 2 if count == 4 else IN_A_ROW
    across = min(count, most if box.width > box.height * 1.2 else 1)
    rows = box.rows(-(-count // across))
    cells = [cell for row in rows for cell in row.columns(*[1.0] * across)]
    size = _size(readings, cells[0])
    for one, cell in zip(readings, cells, strict=False):
        shape = write(slide, cell, [])
        fill(shape.text_frame, _paragraphs(one, size), space=JOINT)


def _size(readings: Sequence[Reading], cell: Box) -> float:
    """The largest type in which every number stands in one line and leaves room for its words."""
    fitting = (
        size
        for size in SIZES
        if all(width(one.text, size) * BOLD <= cell.width for one in readings)
        and size * 1.3 + TEXT * 1.4 * 4 <= max(cell.height, 60.0)
    )
    return next(fitting, SIZES[-1])


def _paragraphs(one: Reading, size: float) -> list[Runs]:
    tone = one.slug if one.slug in REGIONS and one.slug != "frame" else "ink"
    sign = f"{REGIONS[one.slug].sign} " if one.slug in REGIONS else ""
    head: Runs = [(sign, Type(TEXT, tone)), (f"{one.label} {one.name}".strip(), Type(TEXT, "body"))]
    found = [
        [part for part in head if part[0]],
        [_number(one, size, tone)],
        [(one.moved, Type(TEXT + 2, "ink"))] if one.moved else [],
        [(one.scope, Type(TEXT, "muted"))] if one.scope else [],
    ]
    return [runs for runs in found if runs]


def _number(one: Reading, size: float, tone: str) -> tuple[str, Type]:
    """The phrase; where it holds no number it says why there is none, and is no headline."""
    if any(map(str.isdigit, one.text)):
        return one.text, Type(size, tone, is_bold=True)
    return one.text, Type(min(size, SIZES[-1]), "muted")
