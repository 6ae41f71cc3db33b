"""A Leaf as one slide, or as several where its table or its points are long."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pptx.enum.text import MSO_ANCHOR

from analysis.document.document import Deck, Figure, Leaf
from reports.office.texts import height, lines
from reports.slides.cover import put_cover
from reports.slides.figures import is_table, put_caption, put_figure
from reports.slides.foot import put_foot, put_mark
from reports.slides.notes import put_notes
from reports.slides.points import parted, put_points
from reports.slides.readings import put_readings
from reports.slides.sheet import (
    BODY_BOTTOM,
    MARGIN,
    SENTENCE,
    TITLE_TOP,
    TITLES,
    WIDE,
    Box,
    Type,
)
from reports.slides.tables import Sheet, put_table
from reports.slides.template import TITLED, layout_of
from reports.slides.words import fill, place, write

BOLD = 1.04  # the width of a bold title to that of a regular one
GOES_ON = "（续）"
BESIDE = (0.36, 0.64)  # numbers or points, and the figure beside them


def put_leaf(made: Any, deck: Deck, leaf: Leaf, geo: Path) -> None:
    """Add the slide of a leaf to the presentation, and those that table or points go on with."""
    if not (leaf.readings or leaf.figures or leaf.points):
        put_cover(made, deck, leaf)
        return
    slide, body = _begin(made, deck, leaf)
    words, pictures = _places(leaf, body)
    if leaf.readings and words:
        put_readings(slide, leaf.readings, words)
    groups = parted(leaf.points, words) if leaf.points and words else []
    if words and groups:
        put_points(slide, groups[0], words)
    left: list[tuple[Figure, Sheet]] = []
    for figure, box in zip(leaf.figures, pictures, strict=True):
        left += [(figure, sheet) for sheet in put_figure(slide, figure, box, geo)]
    for points in groups[1:]:
        slide, body = _begin(made, deck, _further(leaf))
        put_points(slide, points, body)
    for figure, sheet in left:
        slide, body = _begin(made, deck, _further(leaf))
        put_table(slide, sheet, put_caption(slide, figure, body))


def _further(leaf: Leaf) -> Leaf:
    return replace(leaf, title=f"{leaf.title}{GOES_ON}", sentence="")


def _places(leaf: Leaf, body: Box) -> tuple[Box | None, list[Box]]:
    """Where the numbers or points stand, and each figure."""
    has_words = bool(leaf.readings or leaf.points)
    if not leaf.figures:
        return body, []
    if not has_words:
        return None, _pictures(leaf.figures, body)
    first, second = body.columns(*BESIDE)
    return first, _pictures(leaf.figures, second)


def _pictures(figures: Sequence[Figure], box: Box) -> list[Box]:
    """The boxes of the figures: two side by side where the box is wide, more in two columns."""
    count = len(figures)
    if count == 1:
        return [box]
    if box.width < WIDE * 0.75:
        return box.rows(count)
    if count == 2:
        parts = [0.85 if is_table(figure) else 1.15 for figure in figures]
        return box.columns(*parts)
    rows = box.rows(-(-count // 2))
    return [cell for row in rows for cell in row.columns(1.0, 1.0)][:count]


def _begin(made: Any, deck: Deck, leaf: Leaf) -> tuple[Any, Box]:
    """A slide with title, sentence, foot, mark and notes; what is left for its body."""
    slide = made.slides.add_slide(layout_of(made, TITLED))
    size, count = _title_size(leaf.title)
    shape = slide.shapes.title
    tall = size * 1.2 * count
    place(shape, Box(MARGIN, TITLE_TOP, WIDE, tall))
    fill(shape.text_frame, [[(leaf.title, Type(size, "ink", is_bold=True))]])
    shape.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    top = TITLE_TOP + tall + 8
    if leaf.sentence:
        used = height(leaf.sentence, SENTENCE, WIDE)
        write(slide, Box(MARGIN, top, WIDE, used), [[(leaf.sentence, Type(SENTENCE, "body"))]])
        top += used
    top += 10
    put_foot(slide, deck, leaf.source, _footnotes(leaf))
    put_mark(slide, deck.mark)
    put_notes(slide, deck, leaf)
    return slide, Box(MARGIN, top, WIDE, BODY_BOTTOM - top)


def _footnotes(leaf: Leaf) -> tuple[str, ...]:
    """Those of the slide, then those of its figures, each once."""
    every = (*leaf.footnotes, *(text for one in leaf.figures for text in one.footnotes))
    return tuple(dict.fromkeys(every))


def _title_size(text: str) -> tuple[float, int]:
    """The largest type in which a title takes the lines that it may."""
    for size, most in TITLES:
        count = lines(text, size * BOLD, WIDE)
        if count <= most:
            return size, count
    return TITLES[-1][0], lines(text, TITLES[-1][0] * BOLD, WIDE)
