"""The map of platforms as CSV (its places), JSON and workbook (industries and flow too)."""

from collections.abc import Sequence
from typing import Any

from reports.csv import separated
from reports.json import Row, edition, entry, in_words, metadata, written
from reports.places import PlacesReport
from reports.tables import Book, Column, Sheet

# Label, width in the workbook, and the field of a row.
Columns = tuple[tuple[str, int, str], ...]
PLACE_COLUMNS: Columns = (
    ("编号", 8, "platform_id"),
    ("层级", 18, "tier_name"),
    ("平台", 40, "platform"),
    ("英文名", 40, "platform_en"),
    ("类型", 24, "type"),
    ("类型依据", 14, "type_basis"),
    ("所在地区", 16, "regions"),
    ("市", 16, "city"),
    ("区县", 24, "district"),
    ("产业（来源用语）", 60, "industries"),
    ("产业（本产品归类）", 36, "industry_groups"),
    ("经度", 12, "longitude"),
    ("纬度", 12, "latitude"),
    ("点位", 36, "precision"),
    ("证据", 40, "evidence"),
    ("来源", 80, "source"),
)
INDUSTRY_COLUMNS: Columns = (
    ("产业（本产品归类）", 30, "industry"),
    ("北京", 10, "beijing"),
    ("天津", 10, "tianjin"),
    ("河北", 10, "hebei"),
    ("三地", 10, "together"),
)
FLOW_COLUMNS: Columns = (
    ("年份", 8, "year"),
    ("成交额", 12, "value"),
    ("限定词", 8, "qualifier"),
    ("单位", 8, "unit"),
    ("合同数（项）", 14, "contracts"),
    ("合同数的限定词", 14, "contracts_qualifier"),
    ("成交额的来源", 60, "source"),
    ("合同数的来源", 60, "contracts_source"),
    ("成交额的备注", 50, "note"),
)
DECIMALS = {"longitude": 5, "latitude": 5}
EMPTY = "空格为未见公布；“类型依据”只用于 N 专业化平台的类型。"
SHARED = "一个平台可属几个产业、几个地区，合计不重复计；不受所选地区和产业影响。"
LAYERED = "三地、各产业，按所选图层和其他筛选"
TOGETHER = "公布的是天津、河北合计，没有分两地的数字；空格为未公布。"
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
    """`metadata`, and the rows as `platforms`, `industries` and `flows`."""
    return {
        "metadata": metadata(
            report,
            note=report.note,
            points_note=CREDIT,
            industries_note=SHARED,
            flows_note=f"{report.years}。{TOGETHER}",
        ),
        "platforms": [entry(row) for row in report.places],
        "industries": [entry(row) for row in report.industries],
        "flows": [entry(row) for row in report.flows],
    }


def places_book(report: PlacesReport) -> Book:
    """The workbook of the map: places, industries by regions, and the flow by year."""
    filters = in_words(report.filters)
    found = (
        Sheet("平台", report.title, filters, columns(PLACE_COLUMNS),
              cells(PLACE_COLUMNS, report.places), (EMPTY, report.note, CREDIT), fixed=3),
        Sheet("产业与地区", "产业与地区：列出的平台数", LAYERED, columns(INDUSTRY_COLUMNS),
              cells(INDUSTRY_COLUMNS, report.industries), (SHARED, report.note)),
        Sheet("技术合同流向", "北京流向津冀的技术合同", report.years, columns(FLOW_COLUMNS),
              cells(FLOW_COLUMNS, report.flows), (TOGETHER,)),
    )  # fmt: skip
    return Book(
        title=report.title,
        filters=report.filters,
        version=edition(report),
        closing=(("名单", report.note),),
        sheets=tuple(sheet for sheet in found if sheet.rows),
    )


def header(found: Columns) -> tuple[str, ...]:
    """The labels of columns."""
    return tuple(label for label, _, _ in found)


def columns(found: Columns) -> tuple[Column, ...]:
    """The columns of a sheet."""
    return tuple(Column(label, width, DECIMALS.get(name)) for label, width, name in found)


def cells(found: Columns, rows: Sequence[Row]) -> tuple[tuple[Any, ...], ...]:
    """Rows under such columns."""
    return tuple(tuple(getattr(row, name) for _, _, name in found) for row in rows)
