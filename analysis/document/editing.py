"""A Document as its writer wants it: without the sentences that are not used, with those added."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from analysis.document.document import Document, Section, Sentence


def edited(document: Document, off: Collection[str], own: Mapping[str, Sequence[str]]) -> Document:
    """The document without the sentences of these keys; `own` sentences stand last in the
    paragraph of their section, by its key ("" is no section). Keys that are not there change
    nothing. A section stays though nothing is left of its paragraph: its figures do."""
    return replace(
        document,
        lead=tuple(one for one in document.lead if one.key not in off),
        sections=tuple(_section(one, off, own.get(one.key, ())) for one in document.sections),
    )


def _section(section: Section, off: Collection[str], own: Sequence[str]) -> Section:
    kept = tuple(one for one in section.sentences if one.key not in off)
    return replace(section, sentences=(*kept, *own_sentences(section, own)))


def own_sentences(section: Section, own: Sequence[str]) -> tuple[Sentence, ...]:
    """The sentences that the writer adds to a section, marked as such."""
    return tuple(
        Sentence(f"{section.key}-own-{place}", text, is_own=True)
        for place, text in enumerate(own, start=1)
    )
