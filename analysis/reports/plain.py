"""The plainest report: of each topic what the overview finds, and the lines of its indicator."""

from dataclasses import replace

from analysis.document.document import Document, Section, Sentence
from analysis.overview.summary import summary
from analysis.reports.address import KINDS, ReportView
from analysis.reports.figures.bars import bars_figure
from analysis.reports.figures.lines import trend_figure
from analysis.series.selection import selection
from analysis.state.scope import scope
from analysis.state.view import choices, with_theme
from analysis.text.periods import span_text
from data.model.catalog import Catalog


def plain(catalog: Catalog, chosen: ReportView) -> Document:
    """A section a topic."""
    options = choices(catalog)
    sections: list[Section] = []
    sources: list[str] = []
    for topic in chosen.topics:
        view = replace(with_theme(chosen.view, topic, options), regions=chosen.regions)
        found, drawn = summary(catalog, view), selection(catalog, view, view.indicator)
        said = Sentence(f"{topic}.finding", found.finding)
        figures = (trend_figure(drawn, found.trend), bars_figure(drawn, found.comparison))
        sections.append(Section(topic, 1, catalog.themes[topic].name_zh, (said,), figures))
        sources += found.trend.evidence.sources
    own = scope(catalog, chosen.regions)
    return Document(
        title=f"京津冀产业协同发展{KINDS[chosen.kind].name}",
        subtitle=span_text(chosen.view.start, chosen.view.end),
        filter_text=f"{own.name} · {span_text(chosen.view.start, chosen.view.end)}",
        version=catalog.version,
        digest=catalog.digest,
        address="",
        lead=(),
        sections=tuple(sections),
        sources=tuple(dict.fromkeys(sources)),
    )
