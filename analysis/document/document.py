"""The Document: a report before it is written as slides, text, workbook or page. All of its numbers
come from the summaries of the pages."""

from dataclasses import dataclass

from analysis.document.chart import Chart, Map
from analysis.text.table import Table


@dataclass(frozen=True, slots=True)
class Cited:
    """The cell a number of a sentence rests on: the number as it is written there, indicator,
    region (codes of GB/T 2260, "" where it is of none), period as it is written in the tables, and
    how it was computed ("" where it is published)."""

    text: str
    indicator_id: str
    region_code: str
    period: str
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `key` is its name while the report is worked on, unique in the document and the
    same for the same statement of other years; `cells` are those of its numbers, in their order.
    `is_own` where a person wrote it: it is marked as such, and rests on nothing."""

    key: str
    text: str
    cells: tuple[Cited, ...] = ()
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture or a table with all that stands around it. `chart` is None where the table alone is
    shown; `table` has the numbers of the picture with their qualifiers; `footnotes` hold formulas,
    breaks and caveats."""

    key: str
    title: str
    subtitle: str
    chart: Chart | Map | None
    table: Table | None
    footnotes: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text: the level of its heading (1: 一、, 2: （一）, 3: 1.), the heading without
    its number, the sentences of its paragraph, its figures; the source of the sentences, where no
    figure has it."""

    key: str
    level: int
    heading: str
    sentences: tuple[Sentence, ...] = ()
    figures: tuple[Figure, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A report: its title and what stands below it, what is filtered in words, the version of the
    data and its digest, the address under which it shows the same for ever, the lead paragraph,
    the sections in their order, every source, and remarks on scope that stand at the end."""

    title: str
    subtitle: str
    filter_text: str
    version: str
    digest: str
    address: str
    lead: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    sources: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    mark: str = ""  # 内部资料, 征求意见稿 …, "" for none


@dataclass(frozen=True, slots=True)
class Reading:
    """A number to be read from afar: whose (`slug`, `label`), what it is, the phrase with unit and
    qualifier, how it moved, its year or scope; `absence` where there is none."""

    slug: str
    label: str
    name: str
    text: str
    moved: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One slide: its title and the sentence beside it, and what fills it: numbers, a figure, points
    of text. A leaf with neither is a cover (`body` stands below the subtitle). `source` is for the
    foot; `cited` is the same with every document by name, where the foot leaves some out. `note` is
    for the speaker; sources, scope and breaks go there too."""

    title: str
    sentence: str = ""
    readings: tuple[Reading, ...] = ()
    figures: tuple[Figure, ...] = ()
    points: tuple[str, ...] = ()
    body: str = ""
    source: str = ""
    cited: str = ""
    footnotes: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides in their order with what a file says of itself: title, view in words, version and
    digest of the data, the permanent address, the mark."""

    title: str
    filter_text: str
    version: str
    digest: str
    address: str
    leaves: tuple[Leaf, ...]
    mark: str = ""
