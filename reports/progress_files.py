"""The dated facts of the plan as CSV, JSON and workbook."""

from typing import Any

from reports.columns import cells, header
from reports.csv import separated
from reports.json import edition, entry, in_words, metadata, written
from reports.progress import FACT_COLUMNS, ProgressReport
from reports.sheets import Book, Sheet, sheet_columns

EMPTY = "日期按已知的精度写到年、月或日；网址空格为本站未收录。"


def progress_csv(report: ProgressReport) -> bytes:
    """The facts, one a row, the newest first."""
    return separated(header(FACT_COLUMNS), cells(FACT_COLUMNS, report.rows))


def progress_json(report: ProgressReport) -> bytes:
    """The report as JSON; an address that is not known is null."""
    return written(progress_content(report))


def progress_content(report: ProgressReport) -> dict[str, Any]:
    """`metadata` and the rows as `facts`."""
    return {
        "metadata": progress_described(report),
        "facts": [entry(row) for row in report.rows],
    }


def progress_described(report: ProgressReport) -> dict[str, Any]:
    """What must be known of the facts."""
    return metadata(report, note=report.note, count=len(report.rows))


def progress_book(report: ProgressReport) -> Book:
    """The workbook: the facts on one sheet."""
    sheet = Sheet(
        name="进展",
        title=report.title,
        subtitle=in_words(report.filters),
        columns=sheet_columns(FACT_COLUMNS),
        rows=cells(FACT_COLUMNS, report.rows),
        remarks=(report.note, EMPTY),
        fixed=1,
    )
    return Book(
        title=report.title,
        filters=report.filters,
        version=edition(report),
        closing=(("说明", report.note),),
        sheets=(sheet,),
        address=report.address,
    )
