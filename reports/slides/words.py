"""Words on a slide: text boxes whose type is set run by run, so that every program shows the
same."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Pt

from analysis.document.look import WHITE
from reports.office.frame import SANS
from reports.office.series_look import colour
from reports.slides.sheet import Box, Type

LANGUAGE = "zh-CN"
ALIGNED = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}
Runs = Sequence[tuple[str, Type]]


def write(
    slide: Any, box: Box, paragraphs: Sequence[Runs], align: str = "left", anchor: str = "top"
) -> Any:
    """A text box with paragraphs of runs; nothing for none."""
    shape = slide.shapes.add_textbox(*(Pt(v) for v in (box.left, box.top, box.width, box.height)))
    fill(shape.text_frame, paragraphs, align)
    shape.text_frame.vertical_anchor = {
        "top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM,
    }[anchor]  # fmt: skip
    return shape


def fill(frame: Any, paragraphs: Sequence[Runs], align: str = "left", space: float = 0.0) -> None:
    """Set the paragraphs into a frame without inner margins; `space` points stand between them."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    for side in ("left", "right", "top", "bottom"):
        setattr(frame, f"margin_{side}", 0)
    for place, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = ALIGNED[align]
        paragraph.space_before = Pt(space if place else 0)
        for text, kind in runs:
            _run(paragraph, text, kind)


def _run(paragraph: Any, text: str, kind: Type) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(kind.size), kind.is_bold
    run.font.color.rgb = colour(WHITE[kind.colour])
    set_fonts(run._r.get_or_add_rPr())


def set_fonts(properties: Any) -> None:
    """Language and fonts of a run, of Latin letters and of Chinese."""
    properties.set("lang", LANGUAGE)
    properties.set("altLang", "en-US")
    for name in ("latin", "ea"):
        found = properties.makeelement(
            f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{name}", {"typeface": SANS}
        )
        properties.append(found)


def place(shape: Any, box: Box) -> None:
    """Put a shape where the box is."""
    shape.left, shape.top = Pt(box.left), Pt(box.top)
    shape.width, shape.height = Pt(box.width), Pt(box.height)


def describe(element: Any, name: str, told: str) -> None:
    """Name the element of a shape and say what it shows to who hears it."""
    properties = element._nvXxPr.cNvPr
    properties.set("name", name)
    properties.set("descr", told)
