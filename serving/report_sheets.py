"""What a report's workbook has besides its text and figures: all that its kind looks at."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from analysis.evaluation.address import evaluation_choices, evaluation_view
from analysis.evaluation.address import own_options as evaluation_options
from analysis.evaluation.summary import evaluation_summary
from analysis.plan.summary import plan_summary
from analysis.reports import address
from analysis.reports.address import ReportView
from analysis.state.view import choices
from data.model.catalog import Catalog
from data.model.plan import WHOLE_PLAN
from reports.evaluation import evaluation_report
from reports.evaluation_files import evaluation_book
from reports.plan_sheets import plan_sheets
from reports.progress import progress_report
from reports.progress_files import progress_book
from reports.sheets import Sheet
from reports.theme_sheets import theme_sheets

Sheets = tuple[Sheet, ...]


def report_sheets(catalog: Catalog, chosen: ReportView) -> Sheets:
    """The sheets of a kind of report; none where its figures have all."""
    return MAKERS[chosen.kind](catalog, chosen)


def _themes(catalog: Catalog, chosen: ReportView) -> Sheets:
    return theme_sheets(catalog, replace(chosen.view, regions=chosen.regions), chosen.topics)


def _tasks(catalog: Catalog, chosen: ReportView) -> Sheets:
    """The tasks and their measures, the dated facts on these, and the indicators of their
    themes."""
    facts = [
        replace(sheet, name=f"进展 {catalog.themes[topic].name_zh}")
        for topic in chosen.topics
        for sheet in progress_book(
            progress_report(catalog, chosen.regions, theme=topic),
        ).sheets
    ]
    view = replace(chosen.view, regions=chosen.regions, theme=WHOLE_PLAN)
    tasks = plan_sheets(catalog, plan_summary(catalog, view), chosen.topics)
    return (*tasks, *facts, *_themes(catalog, chosen))


def _evaluation(catalog: Catalog, chosen: ReportView) -> Sheets:
    """The evaluation as its page has it, in the regions and years of the report."""
    options = choices(catalog)
    found, _ = evaluation_view("", options, evaluation_choices(catalog))
    first = max(chosen.view.start, evaluation_options(options).first_year)
    view = replace(found.view, regions=chosen.regions, start=first, end=chosen.view.end)
    made = evaluation_report(catalog, evaluation_summary(catalog, replace(found, view=view)))
    return evaluation_book(made).sheets


def _none(_catalog: Catalog, _chosen: ReportView) -> Sheets:
    return ()


MAKERS: Mapping[str, Callable[[Catalog, ReportView], Sheets]] = {
    address.MONITOR: _themes,
    address.REGION: _themes,
    address.TASK: _tasks,
    address.EVALUATION: _evaluation,
    address.BRIEFING: _none,
}
