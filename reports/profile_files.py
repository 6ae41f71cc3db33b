"""A region's profile as CSV (its indicators), JSON and workbook (claims and platforms too)."""

from collections.abc import Callable
from typing import Any

from analysis.regions.rows import CHANGE_FORMULA, SHARE_FORMULA
from analysis.series.cards import CLAIMS_SOURCE
from data.model.catalog import Catalog
from reports.csv import Cell, coded, separated
from reports.json import edition, entry, in_words, metadata, written
from reports.place_files import CREDIT, EMPTY, PLACE_COLUMNS, Columns, cells, columns
from reports.profiles import PERCENT_DECIMALS, ProfileReport, ProfileRow
from reports.tables import Book, Column, Sheet

# Label, width in the workbook, and the cell of a row.
COLUMNS: tuple[tuple[str, int, Callable[[ProfileRow], Cell]], ...] = (
    ("主题", 12, lambda row: row.theme_name),
    ("指标编号", 24, lambda row: row.indicator_id),
    ("指标", 30, lambda row: row.indicator),
    ("地区代码", 10, lambda row: row.region_code),
    ("地区", 10, lambda row: row.region),
    ("年份", 8, lambda row: row.year),
    ("数值", 14, lambda row: row.value),
    ("限定词", 8, lambda row: row.qualifier),
    ("单位", 12, lambda row: row.unit),
    ("页面写法", 18, lambda row: row.text),
    ("比上年（%，计算）", 16, lambda row: row.change),
    ("比上年的计算公式", 36, lambda row: row.change_formula),
    ("占三地（%，计算）", 16, lambda row: row.share),
    ("占三地的计算公式", 36, lambda row: row.share_formula),
    ("同年各地", 60, lambda row: row.beside),
    ("没有数值的原因", 18, lambda row: row.absence),
    ("仅有的公布数", 30, lambda row: row.stand_in),
    ("数据状态", 14, lambda row: coded(row.status, row.status_name)),
    ("可信度", 28, lambda row: coded(row.trust, row.trust_name)),
    ("来源", 40, lambda row: row.source),
    ("发布单位", 24, lambda row: row.publisher),
    ("备注", 50, lambda row: row.note),
)
CLAIM_COLUMNS: Columns = (
    ("编号", 8, "claim_id"),
    ("数字", 36, "claim"),
    ("数值", 12, "value"),
    ("限定词", 8, "qualifier"),
    ("单位", 10, "unit"),
    ("原文写法", 16, "text"),
    ("同述", 44, "companions"),
    ("时点", 24, "as_of"),
    ("范围", 18, "scope"),
    ("来源", 60, "source"),
    ("备注", 60, "note"),
)
HEADER = tuple(label for label, _, _ in COLUMNS)
SHARE_TEXT = f"{SHARE_FORMULA}（计算）；三地中有一地未公布的不算。"
CHANGE_TEXT = f"比上年 ={CHANGE_FORMULA}（计算）；“名义”指按现价，含价格变动；跨口径变动的不算。"
EMPTY_TEXT = "数值空格为未公布，原因见“没有数值的原因”；计算列空格为不适用或不能计算。"


def profile_csv(report: ProfileReport) -> bytes:
    """The indicators of a profile, one a row; 数值 and 单位 as published, 页面写法 as shown."""
    return separated(HEADER, (_cells(row) for row in report.rows))


def profile_json(report: ProfileReport) -> bytes:
    """The profile as JSON; what is not known or does not apply is null."""
    return written(profile_content(report))


def profile_content(report: ProfileReport) -> dict[str, Any]:
    """`metadata`, and the rows as `indicators`, `claims` and `platforms`."""
    return {
        "metadata": metadata(report, lead=report.lead),
        "indicators": [entry(row) for row in report.rows],
        "claims": [entry(row) for row in report.claims],
        "platforms": [entry(row) for row in report.platforms],
    }


def profile_book(catalog: Catalog, report: ProfileReport) -> Book:
    """The workbook of a profile: indicators, claims (if any), platforms, notes and sources."""
    found = (_indicators(catalog, report), _claims(report), _platforms(report), _notes(report))
    return Book(
        title=report.title,
        filters=(*report.filters, ("要点", report.lead)),
        version=edition(report),
        closing=(("计算", SHARE_TEXT), ("计算", CHANGE_TEXT)),
        sheets=tuple(sheet for sheet in found if sheet.rows),
    )


def _cells(row: ProfileRow) -> tuple[Cell, ...]:
    return tuple(cell(row) for _, _, cell in COLUMNS)


def _indicators(catalog: Catalog, report: ProfileReport) -> Sheet:
    """All rows with all columns, as in the CSV; each number with its indicator's decimals."""
    by_row = tuple(catalog.indicators[row.indicator_id].decimals for row in report.rows)
    percents = tuple(place for place, label in enumerate(HEADER) if label.endswith("%，计算）"))
    columns = tuple(
        Column(
            label,
            width,
            PERCENT_DECIMALS if place in percents else None,
            by_row if label == "数值" else (),
        )
        for place, (label, width, _) in enumerate(COLUMNS)
    )
    return Sheet(
        name="主要指标",
        title=report.title,
        subtitle=in_words(report.filters),
        columns=columns,
        rows=tuple(_cells(row) for row in report.rows),
        remarks=(SHARE_TEXT, CHANGE_TEXT, EMPTY_TEXT, "各项的口径与来源见“说明与来源”。"),
        fixed=HEADER.index("指标") + 1,
    )


def _claims(report: ProfileReport) -> Sheet:
    return Sheet(
        name="规划数字",
        title="规划文本中的数字",
        subtitle="本地区的在前，仅公布三地合计的在后",
        columns=columns(CLAIM_COLUMNS),
        rows=cells(CLAIM_COLUMNS, report.claims),
        remarks=(f"来源：{CLAIMS_SOURCE}",),
        fixed=2,
    )


def _platforms(report: ProfileReport) -> Sheet:
    return Sheet(
        name="平台",
        title="产业合作平台",
        subtitle=f"{len(report.platforms)} 个，含与另两地共有的；承接平台（N）为部分名单",
        columns=columns(PLACE_COLUMNS),
        rows=cells(PLACE_COLUMNS, report.platforms),
        remarks=(EMPTY, CREDIT),
        fixed=3,
    )


def _notes(report: ProfileReport) -> Sheet:
    """What stands behind 口径与来源 on the page, an indicator a row."""
    return Sheet(
        name="说明与来源",
        title="口径与来源",
        subtitle="各项主要指标",
        columns=(Column("主题", 12), Column("指标", 36), Column("口径", 100), Column("来源", 100)),
        rows=tuple((r.theme_name, r.indicator, r.caveat, r.source) for r in report.rows),
        remarks=(),
        fixed=2,
    )
