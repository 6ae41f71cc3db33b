"""A Leaf as one slide, or as several where its table or its points are long."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pptx.enum.text import MSO_ANCHOR

from analysis.document.document import Deck, Figure, Leaf
from reports.office.texts import height, lines
from reports.slides.cover import put_cover
from reports.slides.figures import has_room, is_table, put_figure, put_further
from reports.slides.foot import put_foot, put_mark
from reports.slides.notes import put_notes
from reports.slides.points import by_slide, put_points, tall
from reports.slides.readings import put_readings
from reports.slides.sheet import (
    BODY_BOTTOM,
    CAPTION,
    MARGIN,
    SENTENCE,
    TITLE_TOP,
    TITLES,
    WIDE,
    Box,
    Type,
)
from reports.slides.tables import Sheet, parted
from reports.slides.template import TITLED, layout_of
from reports.slides.words import fill, place, write

BOLD = 1.04  # the width of a bold title to that of a regular one
GOES_ON = "（续）"
FURTHER = 6  # slides on which a table goes on
GAP = 10.0  # points above the body
ABOVE, ABOVE_PICTURE = 0.36, 0.2  # of the body, that points may take above a table, a picture
BESIDE = (0.36, 0.64)  # numbers or points, and the figure beside them


def put_leaf(made: Any, deck: Deck, leaf: Leaf, geo: Path) -> None:
    """Add the slides of a leaf to the presentation: one, and those that table or points go on
    with."""
    if not (leaf.readings or leaf.figures or leaf.points):
        put_cover(made, deck, leaf)
        return
    leaf = replace(leaf, figures=tuple(_untitled(leaf, one) for one in leaf.figures))
    for one in _apart(leaf):
        _put(made, deck, one, geo)


def _untitled(leaf: Leaf, figure: Figure) -> Figure:
    """A figure does not say again what the slide's title says."""
    return replace(figure, title="") if figure.title in leaf.title else figure


def _apart(leaf: Leaf) -> Iterator[Leaf]:
    """Words and tables on slides of their own, where the tables are too long to stand beside."""
    body = _body(leaf)
    words, pictures = _places(leaf, body)
    is_whole = all(has_room(*pair) for pair in zip(leaf.figures, pictures, strict=True))
    if words is None or words.width == body.width or is_whole:
        yield leaf
        return
    yield replace(leaf, figures=())
    rest = replace(leaf, title=f"{leaf.title}{GOES_ON}", sentence="", readings=(), points=())
    yield from (replace(rest, figures=(one,)) for one in leaf.figures)


def _put(made: Any, deck: Deck, leaf: Leaf, geo: Path) -> None:
    slide, body = _begin(made, deck, leaf)
    words, pictures = _places(leaf, body)
    if leaf.readings and words:
        put_readings(slide, leaf.readings, words)
    groups = by_slide(leaf.points, words) if leaf.points and words else []
    if words and groups:
        put_points(slide, groups[0], words)
    places = zip(leaf.figures, pictures, strict=True)
    left = [(one, rest) for one, box in places if (rest := put_figure(slide, one, box, geo))]
    for points in groups[1:]:
        slide, body = _begin(made, deck, _further(leaf))
        put_points(slide, points, body)
    for figure, sheet in left:
        _go_on(made, deck, replace(_further(leaf), figures=(figure,)), sheet)


def _go_on(made: Any, deck: Deck, leaf: Leaf, sheet: Sheet) -> None:
    """The rest of a table on at most so many slides; how many rows are left out stands on the last
    one."""
    rest: Sheet | None = sheet
    for number in range(1, FURTHER + 1):
        if rest is None:
            return
        slide, body = _begin(made, deck, leaf)
        (figure,) = leaf.figures
        if number == FURTHER:
            figure, rest = _cut(figure, rest, body)
        rest = put_further(slide, figure, rest, body)


def _cut(figure: Figure, sheet: Sheet, body: Box) -> tuple[Figure, Sheet]:
    """The rows that fit below the figure's words, which tell how many do not."""
    shown, rest = parted(sheet, body.height - CAPTION * 3)
    if rest is None:
        return figure, shown
    left = f"其余 {len(rest.table.rows)} 行未列出，见同一页面的 Excel 文件。"
    return replace(figure, subtitle="；".join(filter(None, (figure.subtitle, left)))), shown


def _further(leaf: Leaf) -> Leaf:
    title = leaf.title.removesuffix(GOES_ON)
    return replace(leaf, title=f"{title}{GOES_ON}", sentence="")


def _places(leaf: Leaf, body: Box) -> tuple[Box | None, list[Box]]:
    """Where the numbers or points stand, and each figure."""
    has_words = bool(leaf.readings or leaf.points)
    if not leaf.figures:
        return body, []
    if not has_words:
        return None, _pictures(leaf.figures, body)
    used = tall(leaf.points, body) if leaf.points else body.height
    most = ABOVE if all(map(is_table, leaf.figures)) else ABOVE_PICTURE
    if used <= body.height * most:
        above = Box(body.left, body.top, body.width, used)
        return above, _pictures(leaf.figures, body.below(used + GAP))
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
    place(slide.shapes.title, Box(MARGIN, TITLE_TOP, WIDE, size * 1.2 * count))
    fill(slide.shapes.title.text_frame, [[(leaf.title, Type(size, "ink", is_bold=True))]])
    slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    body = _body(leaf)
    if leaf.sentence:
        used = height(leaf.sentence, SENTENCE, WIDE)
        under = Box(MARGIN, body.top - used - GAP, WIDE, used)
        write(slide, under, [[(leaf.sentence, Type(SENTENCE, "body"))]])
    put_foot(slide, deck, leaf.source, _footnotes(leaf))
    put_mark(slide, deck.mark)
    put_notes(slide, deck, leaf)
    return slide, body


def _body(leaf: Leaf) -> Box:
    """What title and sentence leave."""
    size, count = _title_size(leaf.title)
    top = TITLE_TOP + size * 1.2 * count + 8 + GAP
    if leaf.sentence:
        top += height(leaf.sentence, SENTENCE, WIDE)
    return Box(MARGIN, top, WIDE, BODY_BOTTOM - top)


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
