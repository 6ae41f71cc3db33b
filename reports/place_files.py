"""The map of platforms as CSV (its places), JSON and workbook (industries and flow too)."""

from typing import Any

from reports.columns import cells, header
from reports.csv import separated
from reports.json import edition, entry, in_words, metadata, written
from reports.place_bases import BASE_COLUMNS
from reports.place_lists import LIST_COLUMNS, STATEMENT_COLUMNS
from reports.places import FLOW_COLUMNS, INDUSTRY_COLUMNS, PLACE_COLUMNS, PlacesReport
from reports.sheets import Book, Sheet, sheet_columns

EMPTY = "空格为本站未收录；“类型依据”只用于 N 专业化平台的类型。"
SHARED = "一个平台可属几个产业、几个地区，合计不重复计算；不受所选地区和产业影响。"
LAYERED = "三地、各产业，按所选图层和其他筛选"
TOGETHER = "公布的是天津、河北合计数，未分天津、河北；空格为本站未收录。"
WHOLE = "全部名录，不受所选地区、产业和筛选影响"
UNREAD = "各名录全文本站未收录；数目和说法取自所列来源。"
OFF_MAP = "没有平台编号的未上图；名录为空的，来源没有写明名录。"
CREDIT = (
    "点位：GeoNames（CC BY 4.0）、airportsdata 等；写明“示意”和“象征性标记”的点不代表实际位置，"
    "不可用于量算。"
)


def places_csv(report: PlacesReport) -> bytes:
    """The places listed, one a row; degrees in WGS 84."""
    return separated(header(PLACE_COLUMNS), cells(PLACE_COLUMNS, report.places))


def places_json(report: PlacesReport) -> bytes:
    """The report as JSON; what is not published is null."""
    return written(places_content(report))


def places_content(report: PlacesReport) -> dict[str, Any]:
    """`metadata`, and the rows as `platforms`, `industries`, `flows`, `lists`, `statements`, and
    `areas` (the values of the base colour)."""
    return {
        "metadata": metadata(
            report,
            note=report.note,
            points_note=CREDIT,
            industries_note=SHARED,
            flows_note=f"{report.years}。{TOGETHER}",
            areas_note=report.base_note or None,
        ),
        "platforms": [entry(row) for row in report.places],
        "industries": [entry(row) for row in report.industries],
        "flows": [entry(row) for row in report.flows],
        "lists": [entry(row) for row in report.lists],
        "statements": [entry(row) for row in report.statements],
        "areas": [entry(row) for row in report.bases],
    }


def places_book(report: PlacesReport) -> Book:
    """The workbook of the map: places, industries by regions, the flow by year, the lists with who
    says which place is on them, and the values of the base colour."""
    filters = in_words(report.filters)
    found = (
        Sheet("平台", report.title, filters, sheet_columns(PLACE_COLUMNS),
              cells(PLACE_COLUMNS, report.places), (EMPTY, report.note, CREDIT), fixed=3),
        Sheet("产业与地区", "产业与地区：列出的平台数", LAYERED, sheet_columns(INDUSTRY_COLUMNS),
              cells(INDUSTRY_COLUMNS, report.industries), (SHARED, report.note)),
        Sheet("技术合同流向", "北京流向津冀的技术合同", report.years, sheet_columns(FLOW_COLUMNS),
              cells(FLOW_COLUMNS, report.flows), (TOGETHER,)),
        Sheet("平台名录", "平台名录及其数目", WHOLE, sheet_columns(LIST_COLUMNS),
              cells(LIST_COLUMNS, report.lists), (UNREAD,)),
        Sheet("名录依据", "各来源的说法", WHOLE, sheet_columns(STATEMENT_COLUMNS),
              cells(STATEMENT_COLUMNS, report.statements), (OFF_MAP, UNREAD), fixed=1),
        Sheet("底色", report.base_note, "三地全部，不受筛选影响", sheet_columns(BASE_COLUMNS),
              cells(BASE_COLUMNS, report.bases), ("空格为本站未收录。",), fixed=2),
    )  # fmt: skip
    return Book(
        title=report.title,
        filters=report.filters,
        version=edition(report),
        closing=(("名单", report.note),),
        sheets=tuple(sheet for sheet in found if sheet.rows),
        address=report.address,
    )
