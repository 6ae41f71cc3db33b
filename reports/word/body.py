"""The text of a document: title, lead, sections with their figures, the tables behind the charts,
and what the report rests on."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from analysis.document.chart import Chart, Map
from analysis.document.document import Document, Figure, Section, Sentence
from analysis.document.ending import ENDS, full_stop
from reports.word.contents import LISTED, contents, mark_of
from reports.word.design import Design
from reports.word.footnotes import Footnotes, sources_note
from reports.word.markup import bookmark, field, on_new_page, paragraph, run
from reports.word.pictures import Pictures
from reports.word.tables import table

OWN = "（编写者补充）"
CREDIT = "来源："  # what a source in one line begins with
ANNEX, CLOSING = "附表　图中数据", "资料来源与说明"
LINE = 20  # characters of a title in one line
# Where a title parts, the strongest first.
PARTINGS = tuple(map(re.compile, (r"：|(?=（)", r"[，；、]", r"(?<=发展)|(?<=方案)")))
LISTED_FROM = 8  # headings from which a document has contents


@dataclass(slots=True)
class Writing:
    """What a document is written with: its design, the pictures that become parts of the package,
    the words for ids and codes, the footnotes so far, how many figures and tables were numbered,
    and the tables that stand at the end."""

    design: Design
    pictures: Pictures
    names: Mapping[str, str]
    footnotes: Footnotes = dataclasses.field(default_factory=Footnotes)
    figures: int = 0
    tables: int = 0
    later: list[Figure] = dataclasses.field(default_factory=list)


def body(document: Document, exported: datetime, writing: Writing) -> str:
    """The paragraphs and tables of a document, in their order."""
    has_contents = sum(each.level <= LISTED for each in document.sections) >= LISTED_FROM
    last = [*([ANNEX] if any(map(_is_later, _figures(document))) else []), CLOSING]
    parts = [
        *_sentences(document.lead, writing),
        *(
            part
            for place, section in enumerate(document.sections)
            for part in _section(section, place, writing)
        ),
    ]
    if has_contents:
        parts[:1] = [contents(document.sections, last), *map(on_new_page, parts[:1])]
    headings = [
        paragraph("End", bookmark(place + 1, mark_of(place), run(heading)))
        for place, heading in enumerate(last, start=len(document.sections))
    ]
    if writing.later:
        parts += [headings[0], *_annex(writing)]
    parts += [headings[-1], *_closing(document, exported)]
    return "".join([_front(document), *parts])


def _front(document: Document) -> str:
    mark = paragraph("Mark", run(document.mark)) if document.mark else ""
    below = paragraph("Subtitle", run(document.subtitle)) if document.subtitle else ""
    return f"{mark}{paragraph('Title', run(parted(document.title)))}{below}"


def parted(title: str) -> str:
    """A title broken by sense where it is longer than a line: after a colon or comma, or before a
    bracket, as near to its middle as there is one."""
    if len(title) <= LINE:
        return title
    for parting in PARTINGS:
        ends = (found.end() for found in parting.finditer(title))
        places = [n for n in ends if n <= LINE and len(title) - n <= LINE]
        if places:
            at = min(places, key=lambda n: abs(2 * n - len(title)))
            return f"{title[:at].rstrip()}\n{title[at:].lstrip()}"
    return title


def _section(section: Section, place: int, writing: Writing) -> Iterator[str]:
    if section.heading:
        named = bookmark(place + 1, mark_of(place), run(section.heading))
        yield paragraph(f"Heading{section.level}", named)
    yield from _sentences(section.sentences, writing)
    for figure in section.figures:
        yield from _figure(figure, writing)


def _sentences(sentences: Iterable[Sentence], writing: Writing) -> Iterator[str]:
    """A paragraph of those that rules made, with its footnote; one of those that a person wrote,
    said to be so."""
    for is_own, group in groupby(sentences, key=lambda each: each.is_own):
        found = list(group)
        text = "".join(f"{each.text}{full_stop(each.text)}" for each in found)
        if is_own:
            yield paragraph("Normal", run(text, "Own") + run(OWN, "Own"))
            continue
        cells = [cell for each in found for cell in each.cells]
        sign = writing.footnotes.sign(sources_note(cells, writing.names)) if cells else ""
        yield paragraph("Normal", _signed(text, sign))


def _signed(text: str, sign: str) -> str:
    """A paragraph with the sign of its footnote before its last mark, which begins no line: so
    the sign never does."""
    if sign and text.endswith(tuple(ENDS)):
        return f"{run(text[:-1])}{sign}{run(text[-1])}"
    return f"{run(text)}{sign}"


def _figures(document: Document) -> Iterator[Figure]:
    return (figure for section in document.sections for figure in section.figures)


def _is_later(figure: Figure) -> bool:
    """Whether the numbers of a picture stand in a table at the end."""
    has_numbers = figure.table is not None and bool(figure.table.rows)
    return figure.chart is not None and has_numbers


def _figure(figure: Figure, writing: Writing) -> Iterator[str]:
    """A picture with its caption below it, its numbers in a table at the end; or a table alone."""
    if figure.chart is None:
        if figure.table is not None:
            yield from _table(figure, writing)
        return
    if _is_later(figure):
        writing.later.append(figure)
    writing.figures += 1
    yield paragraph("Figure", _picture(figure.chart, writing))
    yield paragraph("Caption", _caption("图", writing.figures, figure.title))
    if figure.subtitle:
        yield paragraph("Unit", run(figure.subtitle))
    yield from _notes(figure)


def _picture(chart: Chart | Map, writing: Writing) -> str:
    if isinstance(chart, Map):
        return writing.pictures.map(chart)
    return writing.pictures.chart(chart)


def _table(figure: Figure, writing: Writing) -> Iterator[str]:
    if figure.table is None:
        return
    writing.tables += 1
    yield paragraph("TableCaption", _caption("表", writing.tables, figure.title))
    if figure.subtitle:
        yield paragraph("Unit", run(figure.subtitle))
    yield table(figure.table, writing.design, figure.title)
    yield from _notes(figure)


def _caption(kind: str, number: int, title: str) -> str:
    """图 1 and its title; the number is a field, so that a figure taken out is counted anew."""
    counted = field(rf" SEQ {kind} \* ARABIC ", str(number))
    return f"{run(kind)}{counted}{run(f'　{title}')}"


def _notes(figure: Figure) -> Iterator[str]:
    """What stands below a figure: remarks, the number of a map, source."""
    if isinstance(figure.chart, Map) and figure.chart.review:
        yield paragraph("Note", run(figure.chart.review))
    remarks = [f"注：{'　'.join(figure.footnotes)}"] if figure.footnotes else []
    source = [f"资料来源：{figure.source.removeprefix(CREDIT)}"] if figure.source else []
    texts = [*remarks, *source]
    if not texts:
        yield paragraph("Gap", "")
    for place, text in enumerate(texts, start=1):
        yield paragraph("NoteLast" if place == len(texts) else "Note", run(text))


def _annex(writing: Writing) -> Iterator[str]:
    """The numbers behind the charts."""
    for figure in writing.later:
        yield from _table(replace(figure, footnotes=(), source=""), writing)  # said below the chart


def _closing(document: Document, exported: datetime) -> Iterator[str]:
    """What the report rests on: sources, scope, view, edition, address, time."""
    facts = (
        ("范围", document.filter_text),
        ("数据版本", document.version),
        ("本版网址", document.address),
        ("导出时间", f"{exported:%Y-%m-%d %H:%M}（北京时间）"),
    )
    yield from _lines(document.sources, "资料来源：")
    yield from _lines(document.remarks, "")
    for label, text in facts:
        if text:
            yield paragraph("EndNote", run(f"{label}：{text}"))


def _lines(texts: Sequence[str], label: str) -> Iterator[str]:
    if label and texts:
        yield paragraph("EndNote", run(label))
    for text in dict.fromkeys(each.removeprefix(CREDIT) for each in texts):
        yield paragraph("EndNote", run(text))
