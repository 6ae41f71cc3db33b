"""The ReportSummary: all that the page of reports shows of a state, and its files carry."""

from dataclasses import dataclass, replace

from analysis import links
from analysis.context import remembered
from analysis.document.document import Deck, Document
from analysis.document.editing import edited
from analysis.marking import marked
from analysis.pages import PAGES, Page
from analysis.reports.address import BRIEFING, OFFICIAL, ReportView, query_of
from analysis.reports.kinds import document
from analysis.reports.leaves.briefing import briefing_deck_of, briefing_slides
from analysis.reports.leaves.documents import document_deck
from analysis.state.view import choices
from data.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report: `whole` with every sentence, `document` as its writer wants it."""

    chosen: ReportView
    whole: Document
    document: Document


@remembered(16)  # a sentence that is left out asks for the same report again
def _whole(catalog: Catalog, chosen: ReportView) -> Document:
    return document(catalog, chosen)


def report_summary(catalog: Catalog, chosen: ReportView) -> ReportSummary:
    """The report of a state, under the address where it stays the same, with the mark."""
    query = query_of(chosen, choices(catalog))
    whole = replace(
        _whole(catalog, replace(chosen, off=(), own=(), kept=(), layout=OFFICIAL, briefings=())),
        address=links.permanent(PAGES[Page.REPORTS].path, query, catalog.digest),
        mark=marked(),
    )
    return ReportSummary(chosen, whole, edited(whole, chosen.off, own_by_section(chosen)))


def own_by_section(chosen: ReportView) -> dict[str, tuple[str, ...]]:
    """What the writer adds, by section, in its order."""
    found: dict[str, tuple[str, ...]] = {}
    for section, said in (*chosen.own, *chosen.kept):
        found[section] = (*found.get(section, ()), said)
    return found


def report_deck(catalog: Catalog, found: ReportSummary) -> Deck:
    """The report as slides, as its writer wants it: the prepared slides of a briefing, else a slide
    a section."""
    chosen = found.chosen
    if chosen.kind != BRIEFING:
        return document_deck(found.document)
    own = own_by_section(chosen)
    leaves = briefing_slides(catalog, chosen, own)
    return briefing_deck_of(found.document, leaves)
