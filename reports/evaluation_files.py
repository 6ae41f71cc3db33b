"""The evaluation as CSV (its long table), JSON, and a workbook (the watch list too)."""

from typing import Any

from reports.columns import cells
from reports.csv import for_spreadsheets
from reports.evaluation import WATCH_COLUMNS, EvaluationReport
from reports.evaluation_rows import COLUMNS
from reports.json import edition, entry, in_words, metadata, written
from reports.sheets import Book, Sheet, sheet_columns

# The sheets, and which kinds of rows stand on each.
SHEETS = {
    "差距": ("ratio", "measure", "share", "cv", "cv_weighted", "theil"),
    "分工": ("quotient", "sector_share", "krugman", "similarity"),
    "官方指数": ("official", "official_before"),
    "自算指数": ("index", "dimension", "band_low", "band_high", "other_choice", "effect"),
    "自算指数的构成": ("contribution", "contribution_since", "link"),
    "公布值": ("published", "break"),
    "算法": (
        "measure_formula",
        "measure_input",
        "part_formula",
        "part_dimension",
        "part_input",
        "weight",
    ),
}


def evaluation_csv(report: EvaluationReport) -> bytes:
    """All numbers, one a row."""
    return for_spreadsheets(COLUMNS, report.rows)


def evaluation_json(report: EvaluationReport) -> bytes:
    """The report as JSON; what there is not is null."""
    return written(evaluation_content(report))


def evaluation_content(report: EvaluationReport) -> dict[str, Any]:
    """`metadata`, the numbers as `rows`, and the watch list."""
    return {
        "metadata": metadata(report, notes=list(report.notes), sources=list(report.sources)),
        "rows": [entry(row) for row in report.rows],
        "watch": [entry(row) for row in report.watch],
    }


def evaluation_book(report: EvaluationReport) -> Book:
    """The workbook: a sheet a part, the watch list, and the published values behind all."""
    filters = in_words(report.filters)
    closing = (*report.notes, f"来源：{'；'.join(report.sources)}")
    sheets = [
        Sheet(name, name, filters, sheet_columns(COLUMNS), cells(COLUMNS, own), closing, fixed=3)
        for name, kinds in SHEETS.items()
        for own in [[row for row in report.rows if row.kind in kinds]]
    ]
    watch = Sheet("回落清单", "回落清单", filters, sheet_columns(WATCH_COLUMNS),
                  cells(WATCH_COLUMNS, report.watch), report.notes, fixed=2)  # fmt: skip
    return Book(
        title=report.title,
        filters=report.filters,
        version=edition(report),
        closing=(),
        sheets=tuple(sheet for sheet in (*sheets, watch) if sheet.rows),
        address=report.address,
    )
