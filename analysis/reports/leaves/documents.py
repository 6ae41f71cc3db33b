"""A Document as a Deck: a slide a section, its sentences beside its first figure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.document.document import Deck, Document, Leaf, Section, Sentence
from analysis.reports.leaves.plain import within
from analysis.series.evidence import full_credit

LEAD = "要点"
OWN = "编写者补充："
CLOSING = "说明"


def document_deck(document: Document) -> Deck:
    """The slides of a report: its title, the lead, the sections in their order, and what is said of
    their scope. A heading without text or figure is the line over those below it."""
    return Deck(
        title=document.title,
        filter_text=document.filter_text,
        version=document.version,
        digest=document.digest,
        address=document.address,
        leaves=tuple(_leaves(document)),
        mark=document.mark,
    )


def _leaves(document: Document) -> Iterator[Leaf]:
    yield Leaf(
        document.title,
        document.subtitle,
        body=f"{document.filter_text}\n数据版本 {document.version}",
        cited=full_credit(document.sources),
        note=_note(document, document.lead),
    )
    closing = document.remarks
    if document.lead:
        alone = closing if len(closing) == 1 else ()  # no slide has a remark alone
        closing = () if alone else closing
        note = _note(document, document.lead)
        yield Leaf(LEAD, points=said(document.lead), footnotes=alone, note=note)
    over = ""
    for section in _joined(document.sections):
        if section.level == 1:
            over = section.heading
        yield from _section(document, section, over if section.level > 1 else "")
    if closing:
        yield Leaf(CLOSING, points=closing, note=_note(document, ()))


def _joined(sections: Sequence[Section]) -> Iterator[Section]:
    """What is said below a heading stands with the tables of its first part, where that says
    nothing itself: no slide has a sentence alone."""
    waiting: Section | None = None
    for section in sections:
        if waiting is not None and _is_silent(section):
            yield replace(waiting, sentences=())
            yield replace(section, sentences=waiting.sentences)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = section if section.level == 1 and not section.figures else None
        if waiting is None:
            yield section
    if waiting is not None:
        yield waiting


def _is_silent(section: Section) -> bool:
    """Whether a part of a section is tables without a word."""
    figures = section.figures
    return (
        section.level > 1
        and not section.sentences
        and bool(figures)
        and all(one.chart is None for one in figures)
    )


def _section(document: Document, section: Section, over: str) -> Iterator[Leaf]:
    """The first figure beside the sentences, each further one alone. `over` is the heading that
    the section stands below."""
    points, figures = said(section.sentences), section.figures
    first, others = figures[:1], figures[1:]
    if points or first:
        yield Leaf(
            title=section.heading,
            sentence=over,
            figures=tuple(within(one, one.title) for one in first),
            points=points,
            source=first[0].source if first else section.source,
            footnotes=first[0].footnotes if first else (),
            note=_note(document, section.sentences),
        )
    for one in others:
        yield Leaf(
            title=section.heading,
            sentence=over,
            figures=(within(one, one.title),),
            source=one.source,
            footnotes=one.footnotes,
            note=_note(document, ()),
        )


def said(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Sentences as points; those of the writer say so."""
    return tuple(f"{OWN}{one.text}" if one.is_own else one.text for one in sentences)


def _note(document: Document, sentences: Sequence[Sentence]) -> str:
    """What a speaker reads: the text with the formulas of its numbers, and of what it is."""
    formulas = dict.fromkeys(c.formula for one in sentences for c in one.cells if c.formula)
    told = f"计算：{'；'.join(formulas)}。" if formulas else ""
    text = "".join(one.text for one in sentences)
    return "\n".join(filter(None, (text, told, f"范围：{document.filter_text}。")))
