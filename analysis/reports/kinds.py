"""Which Document a kind of report is."""

from collections.abc import Callable, Mapping

from analysis.document.document import Document
from analysis.reports import address
from analysis.reports.address import ReportView
from analysis.reports.plain import plain
from data.model.catalog import Catalog

Maker = Callable[[Catalog, ReportView], Document]
MAKERS: Mapping[str, Maker] = dict.fromkeys(address.REPORTS, plain)


def document(catalog: Catalog, chosen: ReportView) -> Document:
    """The whole report that is looked at, before its writer leaves out or adds anything."""
    return MAKERS[chosen.kind](catalog, chosen)
