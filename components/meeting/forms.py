"""Forms of the stage: the wide one of meeting rooms, and the tall one of phones held upright.

Drawings keep their proportions, so that a form has its own; everything else on a slide is the
same in both and laid out by the stylesheet.
"""

from dataclasses import dataclass

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Form:
    """The sizes of a chart that stands alone, of one beside numbers, of slopes beside a map, and of
    our own index beside the official one, in px of the stage."""

    alone: Size
    beside: Size
    slopes: Size
    index: Size
    is_tall: bool = False


WIDE = Form((1776, 600), (1090, 640), (826, 530), (1120, 540))
TALL = Form((716, 620), (716, 540), (716, 640), (716, 600), is_tall=True)
FORMS = {"wide": WIDE, "tall": TALL}
