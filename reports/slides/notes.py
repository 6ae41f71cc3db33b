"""The speaker's notes of a slide: what to say, then source, scope and breaks, and under which
address the same numbers are found for ever. Of a report the first slide's notes name every source,
of a briefing each slide's its own."""

from typing import Any

from analysis.document.document import Deck, Leaf
from reports.slides.words import set_fonts


def put_notes(slide: Any, deck: Deck, leaf: Leaf) -> None:
    """Write the notes."""
    frame = slide.notes_slide.notes_text_frame
    frame.text = notes_text(deck, leaf)
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            set_fonts(run._r.get_or_add_rPr())


def notes_text(deck: Deck, leaf: Leaf) -> str:
    """The notes as lines: each kind begins with what it is."""
    sources = tuple(
        dict.fromkeys(filter(None, (leaf.cited or leaf.source, *(f.source for f in leaf.figures))))
    )
    footnotes = (*leaf.footnotes, *(text for one in leaf.figures for text in one.footnotes))
    said = [
        leaf.note,
        *sources,
        "".join(dict.fromkeys(footnotes)),
        f"筛选：{deck.filter_text}" if deck.filter_text else "",
        f"数据版本：{deck.version}（{deck.digest}）",
        deck.address,
    ]
    return "\n".join(filter(None, said))
