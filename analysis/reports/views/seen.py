"""What a page shows of a state, as the parts of a Document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.document.document import Figure, Section, Sentence
from analysis.text.table import Table
from data.model.sources import Source


@dataclass(frozen=True, slots=True)
class Seen:
    """A page: its name or subject, what is filtered in words, the query under which it shows the
    same, what it says first, its parts, every source, and remarks on scope."""

    title: str
    filter_text: str
    query: str
    lead: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    sources: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def said(key: str, texts: Iterable[str]) -> tuple[Sentence, ...]:
    """Texts as sentences, with their full stop; "" is left out."""
    every = dict.fromkeys(filter(None, texts))
    return tuple(
        Sentence(f"{key}.{place}", text if text.endswith(("。", "！", "？")) else f"{text}。")
        for place, text in enumerate(every, start=1)
    )


def part(
    key: str, heading: str, figures: Iterable[Figure | None], texts: Iterable[str] = ()
) -> tuple[Section, ...]:
    """A part of a page under its heading; none where there is nothing to be seen in it."""
    shown = tuple(one for one in figures if one and (one.chart or one.table))
    words = said(key, texts)
    return (Section(key, 1, heading, words, shown),) if shown or words else ()


def table_figure(key: str, table: Table, subtitle: str = "", source: str = "") -> Figure | None:
    """A table under its caption; None without rows."""
    if not table.rows:
        return None
    return Figure(key, table.caption, subtitle, None, table, source=source)


def cited(sources: Sequence[Source]) -> tuple[str, ...]:
    """Publications as readers are told of them, each once."""
    return tuple(dict.fromkeys(one.citation for one in sources))
