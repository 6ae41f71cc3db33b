"""The foot of a slide: source and footnotes, as many whole ones as it holds; the version of the
data and the number of the slide; the mark at the upper edge."""

from collections.abc import Iterator, Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from analysis.document.document import Deck
from reports.office.texts import lines
from reports.slides.sheet import FOOT, FOOT_HEIGHT, FOOT_TOP, MARGIN, WIDE, WIDTH, Box, Type
from reports.slides.words import LANGUAGE, write

ELSEWHERE, ALL_ELSEWHERE = "其余说明见备注。", "说明见备注。"
LINES = 3
IMPRINT = 190.0  # points at the right, for version and number
MARKED = 400.0  # points for the mark, the longest one too, in one line
JOINT = "\u3000"


def put_foot(slide: Any, deck: Deck, source: str, footnotes: Sequence[str]) -> None:
    """Write the foot."""
    box = Box(MARGIN, FOOT_TOP, WIDE - IMPRINT - 16, FOOT_HEIGHT)
    said = told(source, footnotes, box.width)
    if said:
        write(slide, box, [[(said, Type(FOOT, "muted"))]], anchor="bottom")
    corner = Box(WIDTH - MARGIN - IMPRINT, FOOT_TOP, IMPRINT, FOOT_HEIGHT)
    runs = [(f"数据版本 {deck.version}{JOINT}", Type(FOOT, "muted"))]
    shape = write(slide, corner, [runs], align="right", anchor="bottom")
    _number(shape.text_frame.paragraphs[0]._p)


def told(source: str, footnotes: Sequence[str], room: float) -> str:
    """The source and the footnotes that fit, each whole; where some do not, where they are."""
    whole = JOINT.join(filter(None, [source, "".join(footnotes)]))
    if lines(whole, FOOT, room) <= LINES:
        return whole
    kept = list(_fitting(source, footnotes, room))
    rest = ELSEWHERE if kept else ALL_ELSEWHERE
    return JOINT.join(filter(None, [source, "".join([*kept, rest])]))


def _fitting(source: str, footnotes: Sequence[str], room: float) -> Iterator[str]:
    said = source
    for text in footnotes:
        if lines(f"{said}{JOINT}{text}{ELSEWHERE}", FOOT, room) <= LINES:
            said += text
            yield text


def _number(paragraph: Any) -> None:
    """The number of the slide, which the program counts."""
    field = (
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="{LANGUAGE}" sz="{round(FOOT * 100)}"/><a:t>‹#›</a:t></a:fld>'
    )
    paragraph.append(parse_xml(field))


def put_mark(slide: Any, mark: str) -> None:
    """内部资料, 征求意见稿 … at the upper right edge; nothing for none."""
    if mark:
        box = Box(WIDTH - MARGIN - MARKED, 6, MARKED, 18)
        write(slide, box, [[(mark, Type(FOOT + 1, "ink", is_bold=True))]], align="right")
