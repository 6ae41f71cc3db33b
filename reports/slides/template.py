"""The empty presentation: 16:9, two layouts, and a theme with fonts of both kinds of letters and
the colours of the regions."""

import re
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from analysis.document.look import WHITE
from reports.office.frame import SANS
from reports.slides.sheet import HEIGHT, MARGIN, TITLE_TOP, WIDE, WIDTH

COVER, TITLED = "Title Slide", "Title Only"  # the layouts by their names in the library's file
NAMES = {COVER: "封面", TITLED: "标题和内容"}
ACCENTS = ("beijing", "tianjin", "hebei", "jjj", "nation", "accent")
FILLERS = ("dt", "ftr", "sldNum")  # date, footer, number: the slides have their own


def empty() -> Any:
    """A presentation without slides."""
    made = Presentation()
    made.slide_width, made.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(made.slide_layouts):
        if layout.name not in NAMES:
            made.slide_layouts.remove(layout)
    for layout in made.slide_layouts:
        layout.name = NAMES[layout.name]
        _place(layout)
    _place(made.slide_master)
    give_theme(made.slide_master.part)
    return made


def layout_of(made: Any, name: str) -> Any:
    """A layout of the presentation: COVER or TITLED."""
    return next(one for one in made.slide_layouts if one.name == NAMES[name])


def _place(layout: Any) -> None:
    """Put what a layout has where the sheet has it; what slides write themselves goes."""
    is_cover = layout.name == NAMES[COVER]
    for shape in list(layout.placeholders):
        kind = shape.element.ph.get("type", "body")
        if kind in FILLERS:
            shape.element.getparent().remove(shape.element)
        elif kind in ("title", "ctrTitle"):
            top, height = (150.0, 120.0) if is_cover else (TITLE_TOP, 44.0)
            _set(shape, top, height)
        elif kind == "subTitle":
            _set(shape, 280.0, 40.0)
        else:
            _set(shape, 110.0, 350.0)


def _set(shape: Any, top: float, height: float) -> None:
    shape.left, shape.width = Pt(MARGIN), Pt(WIDE)
    shape.top, shape.height = Pt(top), Pt(height)


def give_theme(part: Any) -> None:
    """Write fonts and colours into the theme of a master (of slides, or of notes)."""
    theme = part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode("utf-8")
    for name in ("latin", "ea"):
        text = re.sub(rf'(<a:{name} typeface=")[^"]*"', rf'\1{SANS}"', text)
    text = re.sub(r'(<a:font script="Hans" typeface=")[^"]*"', rf'\1{SANS}"', text)
    for place, role in enumerate(ACCENTS, 1):
        colour = WHITE[role].removeprefix("#").upper()
        fill = f'<a:accent{place}><a:srgbClr val="{colour}"/></a:accent{place}>'
        text = re.sub(rf"<a:accent{place}>.*?</a:accent{place}>", fill, text, flags=re.S)
    theme._blob = re.sub(r'name="Office Theme"', 'name="京津冀监测"', text).encode("utf-8")
