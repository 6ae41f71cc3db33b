"""Numbers on slides: each as large as its box allows, with what it is above it, below it how it
moved, its year and scope."""

from collections.abc import Sequence
from typing import Any

from analysis.document.document import Reading
from analysis.document.look import REGIONS
from reports.office.texts import height, width
from reports.slides.sheet import FOOT, TEXT, Box, Type
from reports.slides.words import Runs, write

SIZES = (60.0, 48.0, 40.0, 32.0, 28.0, 24.0, 20.0)
IN_A_ROW = 3
GAP = 22.0  # points between two numbers below each other, at most
BOLD = 1.12  # the width of bold type to that of regular
PART = 0.8  # the size of a region's number to that of the three together

Lines = Sequence[tuple[Runs, float]]  # a paragraph's runs and the size of its type


def put_readings(slide: Any, readings: Sequence[Reading], box: Box) -> None:
    """The numbers side by side in rows in a wide box, below each other in a narrow one."""
    most = 2 if len(readings) == 4 else IN_A_ROW
    across = min(len(readings), most if box.width > box.height * 1.2 else 1)
    count = -(-len(readings) // across)
    columns = box.columns(*[1.0] * across)
    size, heights = _fitting(readings, across, columns[0].width, box.height)
    gap = min(GAP * (1 if across == 1 else 3), (box.height - sum(heights)) / max(count - 1, 1))
    for place, one in enumerate(readings):
        row, column = divmod(place, across)
        top = box.top + sum(heights[:row]) + max(gap, 0.0) * row
        cell = columns[column]
        write(slide, Box(cell.left, top, cell.width, heights[row]), _runs(_lines(one, size)))


def _fitting(
    readings: Sequence[Reading], across: int, wide: float, room: float
) -> tuple[float, list[float]]:
    """The largest type in which every number stands in one line and all have room, with the
    heights of the rows."""
    for size in SIZES:
        tall = [sum(height(_text(r), s, wide) for r, s in _lines(one, size)) for one in readings]
        rows = [max(tall[n : n + across]) for n in range(0, len(tall), across)]
        numbers = (width(one.text, _size(one, size)) * BOLD for one in readings)
        if sum(rows) <= room and max(numbers) <= wide:
            return size, rows
    return SIZES[-1], rows


def _size(one: Reading, size: float) -> float:
    """That of a number; of a phrase that says why there is none smaller: it is no headline."""
    own = size * PART if not one.name else size
    return own if any(map(str.isdigit, one.text)) else min(own, SIZES[-2])


def _lines(one: Reading, size: float) -> Lines:
    """What it is, the number, how it moved, its year and scope."""
    tone = one.slug if one.slug in REGIONS and one.slug != "frame" else "ink"
    has_sign = one.slug in REGIONS and one.slug != "jjj"
    sign = f"{REGIONS[one.slug].sign} " if has_sign else ""
    own = _size(one, size)
    is_number = any(map(str.isdigit, one.text))
    found: Lines = [
        ([(sign, Type(TEXT, tone)), (f"{one.label} {one.name}".strip(), Type(TEXT, "body"))], TEXT),
        ([(one.text, Type(own, tone if is_number else "muted", is_bold=is_number))], own),
        ([(one.moved, Type(TEXT, "ink"))], TEXT),
        ([(one.scope, Type(FOOT, "muted"))], FOOT),
    ]
    return [(runs, of) for runs, of in found if _text(runs)]


def _text(runs: Runs) -> str:
    return "".join(text for text, _ in runs)


def _runs(found: Lines) -> list[Runs]:
    return [[run for run in runs if run[0]] for runs, _ in found]
