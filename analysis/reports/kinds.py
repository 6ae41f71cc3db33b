"""Which Document a kind of report is."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from analysis.document.document import Document
from analysis.reports import address
from analysis.reports.address import ReportView
from analysis.reports.evaluation_report import evaluation_report
from analysis.reports.leaves.briefing import briefing_document
from analysis.reports.monitoring import monitoring
from analysis.reports.region_report import region_report
from analysis.reports.task_report import task_report
from analysis.state.view import COORDINATED_SINCE
from data.model.catalog import Catalog

Maker = Callable[[Catalog, ReportView], Document]
MAKERS: Mapping[str, Maker] = {
    address.MONITOR: monitoring,
    address.REGION: region_report,
    address.TASK: task_report,
    address.EVALUATION: evaluation_report,
    address.BRIEFING: briefing_document,
}


def document(catalog: Catalog, chosen: ReportView) -> Document:
    """The whole report that is looked at, before its writer leaves out or adds anything. As the
    evaluation, a report begins when coordination did, though other pages reach further back."""
    view = chosen.view
    start = max(view.start, min(COORDINATED_SINCE, view.end))
    return MAKERS[chosen.kind](catalog, replace(chosen, view=replace(view, start=start)))
