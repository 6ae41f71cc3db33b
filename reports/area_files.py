"""The page of areas as CSV (its counties), JSON and workbook (both censuses, products too)."""

from typing import Any

from analysis.areas.products import NOTE
from reports.area_facts import FACT_COLUMNS
from reports.areas import COUNTY_COLUMNS, PRODUCT_COLUMNS, SHIFT_COLUMNS, AreasReport
from reports.columns import cells
from reports.csv import for_spreadsheets
from reports.json import edition, entry, in_words, metadata, written
from reports.sheets import Book, Sheet, sheet_columns

QUOTIENT = "区位商为本地该行业占就业人口的比重除以三地合计的比重；位次在三地全部县（市、区）中排。"


def areas_csv(report: AreasReport) -> bytes:
    """The counties, one a row: by the indicator of a store where one is chosen, else by the
    industry."""
    if report.facts:
        return for_spreadsheets(FACT_COLUMNS, report.facts)
    return for_spreadsheets(COUNTY_COLUMNS, report.counties)


def areas_json(report: AreasReport) -> bytes:
    """The report as JSON; what is not held is null."""
    return written(areas_content(report))


def areas_content(report: AreasReport) -> dict[str, Any]:
    """`metadata`, and the rows as `facts`, `counties`, `shift`, `products`."""
    return {
        "metadata": metadata(
            report,
            notes=[QUOTIENT, *report.notes],
            products_note=NOTE,
            sources=list(report.sources),
        ),
        "facts": [entry(row) for row in report.facts],
        "counties": [entry(row) for row in report.counties],
        "shift": [entry(row) for row in report.shift],
        "products": [entry(row) for row in report.products],
    }


def areas_book(report: AreasReport) -> Book:
    """The workbook: counties, both censuses by unit, the product of the prefectures."""
    filters = in_words(report.filters)
    sources = f"来源：{'；'.join(report.sources)}"
    found = (
        Sheet("分县指标", dict(report.filters).get("分县指标", ""), filters,
              sheet_columns(FACT_COLUMNS), cells(FACT_COLUMNS, report.facts), (sources,), fixed=2),
        Sheet("县（市、区）", report.title, filters, sheet_columns(COUNTY_COLUMNS),
              cells(COUNTY_COLUMNS, report.counties), (QUOTIENT, *report.notes, sources), fixed=2),
        Sheet("两次普查", "两次普查的比重", filters, sheet_columns(SHIFT_COLUMNS),
              cells(SHIFT_COLUMNS, report.shift), (*report.notes, sources), fixed=2),
        Sheet("设区市地区生产总值", "设区市地区生产总值", filters, sheet_columns(PRODUCT_COLUMNS),
              cells(PRODUCT_COLUMNS, report.products), (NOTE,), fixed=2),
    )  # fmt: skip
    return Book(
        title=report.title,
        filters=report.filters,
        version=edition(report),
        closing=(),
        sheets=tuple(sheet for sheet in found if sheet.rows),
        address=report.address,
    )
