"""What changed between two editions as CSV, JSON and workbook."""

from typing import Any

from reports.changes import (
    ITEM_COLUMNS,
    MARK_COLUMNS,
    SENTENCE_COLUMNS,
    VALUE_COLUMNS,
    ChangesReport,
)
from reports.columns import Columns, cells
from reports.csv import for_spreadsheets
from reports.json import edition, entry, in_words, metadata, written
from reports.sheets import Book, Sheet, sheet_columns

EMPTY = "空格为该版本没有这一数值，或变动幅度没有意义（比率、指数用差表示）。"


def changes_csv(report: ChangesReport) -> bytes:
    """The values that changed, one a row."""
    return for_spreadsheets(VALUE_COLUMNS, report.values)


def changes_json(report: ChangesReport) -> bytes:
    """The report as JSON; what does not apply is null."""
    return written(changes_content(report))


def changes_content(report: ChangesReport) -> dict[str, Any]:
    """`metadata` and the rows: `values`, `marks`, `sentences`, `items`."""
    return {
        "metadata": metadata(
            report,
            from_version=report.from_version,
            from_digest=report.from_digest,
            headline=report.headline,
        ),
        "values": [entry(row) for row in report.values],
        "marks": [entry(row) for row in report.marks],
        "sentences": [entry(row) for row in report.sentences],
        "items": [entry(row) for row in report.items],
    }


def changes_book(report: ChangesReport) -> Book:
    """The workbook: a sheet for each kind of rows."""
    return Book(
        title=report.title,
        filters=report.filters,
        version=edition(report),
        address=report.address,
        closing=(
            ("对比起点", f"{report.from_version}（{report.from_digest}）"),
            ("摘要", report.headline),
        ),
        sheets=(
            _sheet(report, "数值变动", VALUE_COLUMNS, report.values, EMPTY),
            _sheet(report, "标注变动", MARK_COLUMNS, report.marks),
            _sheet(report, "表述变动", SENTENCE_COLUMNS, report.sentences),
            _sheet(report, "条目变动", ITEM_COLUMNS, report.items),
        ),
    )


def _sheet(
    report: ChangesReport, name: str, columns: Columns, rows: tuple[Any, ...], remark: str = ""
) -> Sheet:
    return Sheet(
        name=name,
        title=f"{report.title}（{name}）",
        subtitle=in_words(report.filters),
        columns=sheet_columns(columns),
        rows=cells(columns, rows),
        remarks=tuple(filter(None, [remark])),
        fixed=1,
    )
