"""The evaluation as a file: `/evaluation.csv`, `.json`, `.xlsx`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from analysis import links
from analysis.evaluation.address import evaluation_choices, evaluation_view, query_of
from analysis.evaluation.summary import evaluation_summary
from analysis.pages import PAGES, Page
from analysis.state.view import Choices
from data.model.catalog import Catalog
from reports.evaluation import EvaluationReport, evaluation_report
from reports.evaluation_files import evaluation_book, evaluation_csv, evaluation_json
from reports.xlsx import workbook
from serving.files import BEIJING, MIMETYPES, Body

WRITERS: Mapping[str, Callable[[EvaluationReport], bytes]] = {
    "csv": evaluation_csv,
    "json": evaluation_json,
    "xlsx": lambda found: workbook(evaluation_book(found), datetime.now(BEIJING)),
}


def evaluation_file(catalog: Catalog, options: Choices, query: str, kind: str) -> Body:
    """What the page shows of a query, to keep."""
    chosen, _ = evaluation_view(query, options, evaluation_choices(catalog))
    kept = query_of(chosen, options).removeprefix("?")
    found = replace(
        evaluation_report(catalog, evaluation_summary(catalog, chosen)),
        address=links.permanent(PAGES[Page.EVALUATION].path, kept, catalog.digest),
    )
    ending = f"{catalog.version}.{kind}"
    return Body(
        WRITERS[kind](found),
        MIMETYPES[kind],
        f"jjj-evaluation-{ending}",
        f"京津冀监测_协同评价_{ending}",
    )
