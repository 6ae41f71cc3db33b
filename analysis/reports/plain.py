"""The plainest report: of each topic what the overview finds, and the lines of its indicator."""

from analysis.document.document import Document, Section, Sentence
from analysis.overview.summary import summary
from analysis.reports.address import KINDS, ReportView
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
        found = summary(catalog, with_theme(chosen.view, topic, options))
        said = Sentence(f"{topic}.finding", found.finding)
        sections.append(Section(topic, 1, catalog.themes[topic].name_zh, (said,)))
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
