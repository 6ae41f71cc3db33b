"""The first slide of a deck."""

from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from analysis.document.document import Deck, Leaf
from analysis.document.look import WHITE
from reports.office.series_look import colour
from reports.office.texts import lines
from reports.slides.foot import put_foot, put_mark
from reports.slides.notes import put_notes
from reports.slides.sheet import MARGIN, TEXT, WIDE, Box, Type
from reports.slides.template import COVER, layout_of
from reports.slides.words import Runs, fill, place


def put_cover(made: Any, deck: Deck, leaf: Leaf) -> None:
    """The first slide: title, what stands below it, who presents, the version of the data."""
    slide = made.slides.add_slide(layout_of(made, COVER))
    size = 40.0 if lines(leaf.title, 40.0, WIDE) <= 2 else 32.0
    title, subtitle = slide.placeholders
    tall = lines(leaf.title, size, WIDE) * size * 1.2
    place(title, Box(MARGIN, 250 - tall, WIDE, tall))
    fill(title.text_frame, [[(leaf.title, Type(size, "ink", is_bold=True))]])
    said: list[Runs] = [[(leaf.sentence, Type(22.0, "body"))]] if leaf.sentence else []
    said += [[(part, Type(TEXT + 2, "muted"))] for part in leaf.body.split("\n") if part]
    if said:
        place(subtitle, Box(MARGIN, 268, WIDE, 130))
        fill(subtitle.text_frame, said, space=10)
    else:
        subtitle.element.getparent().remove(subtitle.element)
    _line(slide, Box(MARGIN, 258, WIDE, 0))
    put_foot(slide, deck, leaf.source, leaf.footnotes)
    put_mark(slide, deck.mark)
    put_notes(slide, deck, leaf)


def _line(slide: Any, box: Box) -> None:
    """A line along the upper edge of a box."""
    ends = (box.left, box.top, box.left + box.width, box.top)
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *(Pt(v) for v in ends))
    line.line.color.rgb = colour(WHITE["accent"])
    line.line.width = Pt(2)
    style = line._element.find(qn("p:style"))  # the theme's shadow
    line._element.remove(style)
