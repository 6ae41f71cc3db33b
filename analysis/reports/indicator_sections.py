"""The sections of a topic: its headline indicators, each with a finding as heading, its paragraph,
and its lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.document.document import Figure, Section
from analysis.overview.comparison import comparison
from analysis.overview.trend import trend
from analysis.reports.asked import Asked, topic_of, view_of
from analysis.reports.figures.bars import bars_figure
from analysis.reports.figures.lines import periods, trend_figure
from analysis.reports.sentences.paragraph import Paragraph, paragraph
from analysis.series.evidence import evidence
from data.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is told of each topic: so many indicators, sentences of each, and how many have
    their lines, and bars too; the level of the headings."""

    indicators: int
    sentences: int
    figures: int
    bars: int = 0
    level: int = 2


WIDE = Extent(indicators=6, sentences=5, figures=6, bars=1)  # of one topic
NARROW = Extent(indicators=2, sentences=4, figures=1)  # of several


@dataclass(frozen=True, slots=True)
class Told:
    """The sections of a topic, and all sources that their text and figures rest on."""

    sections: tuple[Section, ...]
    sources: tuple[str, ...]


def topic_sections(catalog: Catalog, asked: Asked, theme: str, extent: Extent) -> Told:
    """The sections of a theme: of the indicator with the largest adverse move first, then of the
    others in the order of their cards."""
    rows = catalog.headlines(theme)
    told = {row.real_growth_id for row in rows}  # with the indicator whose growth it is
    found = [
        (row.indicator_id, own)
        for row in rows
        if row.indicator_id not in told
        and (own := paragraph(catalog, view_of(catalog, asked, row.indicator_id), asked.frame))
    ]
    shown = adverse_first(found)[: extent.indicators]
    sections: list[Section] = []
    sources: list[str] = []
    for place, (name, own) in enumerate(shown):
        lines = lines_of(catalog, asked, name) if place < extent.figures else ()
        bars = bars_of(catalog, asked, name) if place < extent.bars else ()
        figures = tuple({one.key: one for one in (*lines, *bars)}.values())
        said = own.sentences(extent.sentences)
        topic = topic_of(catalog, asked, name)
        codes = [region.region_code for region in topic.owners()]
        proof = evidence(catalog, topic, codes, topic.years)
        sections.append(Section(name, extent.level, own.heading, said, figures, proof.credit))
        sources += proof.sources
    return Told(tuple(sections), tuple(dict.fromkeys(sources)))


def adverse_first(
    found: Sequence[tuple[str, Paragraph]],
) -> tuple[tuple[str, Paragraph], ...]:
    """The paragraphs with the one of the largest adverse move first; as they are where nothing
    moved the unwanted way."""
    worst = max(found, key=lambda one: one[1].adverse, default=None)
    if worst is None or not worst[1].adverse:
        return tuple(found)
    return (worst, *(one for one in found if one is not worst))


def lines_of(catalog: Catalog, asked: Asked, name: str) -> tuple[Figure, ...]:
    """The lines of an indicator, under its name: what they show stands in the heading. A single
    year makes no line: the regions stand side by side then."""
    topic = topic_of(catalog, asked, name)
    found = trend(catalog, topic, asked.view.start, asked.view.end)
    if len(periods(found)) == 1:
        return bars_of(catalog, asked, name)
    return (replace(trend_figure(topic, found), title=topic.indicator.short_zh),)


def bars_of(catalog: Catalog, asked: Asked, name: str) -> tuple[Figure, ...]:
    """The regions of an indicator side by side in the last year that all have; none of a single
    one."""
    topic = topic_of(catalog, asked, name)
    found = bars_figure(topic, comparison(catalog, topic, asked.view.end))
    is_asked = found.chart is not None and len(topic.owners()) > 1
    return (found,) if is_asked else ()
