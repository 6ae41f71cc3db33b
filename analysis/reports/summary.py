"""The ReportSummary: all that the page of reports shows of a state, and its files carry."""

from dataclasses import dataclass, replace

from analysis import links
from analysis.document.document import Document
from analysis.document.editing import edited
from analysis.marking import marked
from analysis.pages import PAGES, Page
from analysis.reports.address import ReportView, query_of
from analysis.reports.kinds import document
from analysis.state.view import choices
from data.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report: `whole` with every sentence, `document` as its writer wants it."""

    chosen: ReportView
    whole: Document
    document: Document


def report_summary(catalog: Catalog, chosen: ReportView) -> ReportSummary:
    """The report of a state, under the address where it stays the same, with the mark."""
    query = query_of(chosen, choices(catalog))
    whole = replace(
        document(catalog, chosen),
        address=links.permanent(PAGES[Page.REPORTS].path, query, catalog.digest),
        mark=marked(),
    )
    return ReportSummary(chosen, whole, edited(whole, chosen.off, own_by_section(chosen)))


def own_by_section(chosen: ReportView) -> dict[str, tuple[str, ...]]:
    """What the writer adds, by section, in its order."""
    found: dict[str, tuple[str, ...]] = {}
    for section, said in chosen.own:
        found[section] = (*found.get(section, ()), said)
    return found
