"""What every slide of a briefing has as a Leaf: title, sentence, source, footnotes, and the notes
for the speaker; and slides of words."""

from dataclasses import replace

from analysis.document.document import Figure, Leaf
from analysis.meeting.slides import Slide
from analysis.series.evidence import full_credit
from analysis.text.clauses import fresh
from analysis.text.table import Table
from data.model.catalog import Catalog


def bare(slide: Slide) -> Leaf:
    """A slide without its body. Why another's value stands there follows the sentence."""
    instead = slide.absence if slide.layout != "words" else ""
    return Leaf(
        title=slide.title,
        sentence=f"{fresh(slide.sentence, slide.title)}{instead}",
        source=slide.source,
        cited=full_credit(slide.sources),
        footnotes=(*slide.footnotes, *slide.remarks),
        note=_note(slide),
    )


def _note(slide: Slide) -> str:
    """What the speaker says; then what is filtered here."""
    shown = f"本页：{slide.filter_text}。" if slide.filter_text else ""
    return "\n".join(filter(None, (slide.note, shown)))


def within(figure: Figure, title: str = "") -> Figure:
    """A figure inside a slide that says its title, footnotes and source itself."""
    return replace(figure, title=title, footnotes=(), source="")


def table_figure(key: str, table: Table, title: str = "") -> Figure:
    """A table alone."""
    return Figure(key, title, "", None, table)


def cover(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """The first slide: who presents and the date stand below each other."""
    body = "\n".join(filter(None, (slide.body, slide.date)))
    return (Leaf(slide.title, slide.subtitle, body=body, note=slide.note),)


def points(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """Points of text; why there are none where there are none."""
    return (replace(bare(slide), points=slide.points or _words(slide)),)


def words(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """A sentence that says why there is nothing to show."""
    return (replace(bare(slide), points=_words(slide)),)


def _words(slide: Slide) -> tuple[str, ...]:
    return (slide.absence or slide.title,)
