"""A region's profile as CSV (its indicators), JSON and workbook (claims and platforms too)."""

from typing import Any

from analysis.regions.rows import CHANGE_FORMULAS, SHARE_FORMULA
from analysis.series.claim_cards import CLAIMS_SOURCE
from analysis.series.quantities import POINTS
from data.model.catalog import Catalog
from reports.columns import cells, header
from reports.csv import for_spreadsheets
from reports.json import edition, entry, in_words, metadata, written
from reports.official_names import NAME_COLUMNS
from reports.place_files import CREDIT, EMPTY
from reports.places import PLACE_COLUMNS
from reports.profile_coordination import COORDINATION_COLUMNS
from reports.profiles import CLAIM_COLUMNS, PROFILE_COLUMNS, ProfileReport
from reports.sheets import Book, Column, Sheet, sheet_columns

SHARE_TEXT = f"{SHARE_FORMULA}（计算）；三地数值不齐的不计算。"
CHANGE_TEXT = (
    f"比上年 ={CHANGE_FORMULAS['%']}（计算），比率 = {CHANGE_FORMULAS[POINTS]}，以百分点计；"
    "“名义”指按现价，含价格变动；跨口径调整的不计算。"
)
EMPTY_TEXT = "数值空格为没有数值，原因见“没有数值的原因”；计算列空格为不适用或不能计算。"


def profile_csv(report: ProfileReport) -> bytes:
    """The indicators of a profile, one a row; 数值 and 单位 as published, 页面写法 as shown."""
    return for_spreadsheets(PROFILE_COLUMNS, report.rows)


def profile_json(report: ProfileReport) -> bytes:
    """The profile as JSON; what is not known or does not apply is null."""
    return written(profile_content(report))


def profile_content(report: ProfileReport) -> dict[str, Any]:
    """`metadata`, and the rows as `indicators`, `claims`, `platforms`, `names` and
    `coordination`."""
    return {
        "metadata": metadata(report, lead=report.lead),
        "indicators": [entry(row) for row in report.rows],
        "claims": [entry(row) for row in report.claims],
        "platforms": [entry(row) for row in report.platforms],
        "names": [entry(row) for row in report.names],
        "coordination": [entry(row) for row in report.coordination],
    }


def profile_book(catalog: Catalog, report: ProfileReport) -> Book:
    """The workbook of a profile: indicators, claims (if any), platforms, official names, its
    part of the evaluation, notes and sources."""
    found = (_indicators(catalog, report), _claims(report), _platforms(report), _names(report),
             _coordination(report), _notes(report))  # fmt: skip
    return Book(
        title=report.title,
        filters=(*report.filters, ("要点", report.lead)),
        version=edition(report),
        closing=(("计算", SHARE_TEXT), ("计算", CHANGE_TEXT)),
        sheets=tuple(sheet for sheet in found if sheet.rows),
        address=report.address,
    )


def _indicators(catalog: Catalog, report: ProfileReport) -> Sheet:
    """All rows with all columns, as in the CSV; each number with its indicator's decimals."""
    by_row = tuple(catalog.indicators[row.indicator_id].decimals for row in report.rows)
    return Sheet(
        name="主要指标",
        title=report.title,
        subtitle=in_words(report.filters),
        columns=sheet_columns(PROFILE_COLUMNS, by_row=by_row),
        rows=cells(PROFILE_COLUMNS, report.rows),
        remarks=(SHARE_TEXT, CHANGE_TEXT, EMPTY_TEXT, "各项的口径与来源见“说明与来源”。"),
        fixed=header(PROFILE_COLUMNS).index("指标") + 1,
    )


def _claims(report: ProfileReport) -> Sheet:
    return Sheet(
        name="方案数字",
        title="方案及解读中的数字",
        subtitle="本地区的在前，仅有三地合计的在后",
        columns=sheet_columns(CLAIM_COLUMNS),
        rows=cells(CLAIM_COLUMNS, report.claims),
        remarks=(f"来源：{CLAIMS_SOURCE}",),
        fixed=2,
    )


def _platforms(report: ProfileReport) -> Sheet:
    return Sheet(
        name="平台",
        title="产业合作平台",
        subtitle=f"{len(report.platforms)} 个，含与另两地共有的；承接平台（N）为部分名单",
        columns=sheet_columns(PLACE_COLUMNS),
        rows=cells(PLACE_COLUMNS, report.platforms),
        remarks=(EMPTY, CREDIT),
        fixed=3,
    )


def _names(report: ProfileReport) -> Sheet:
    return Sheet(
        name="官方名单",
        title="官方名单",
        subtitle="含与另两地共有的；各项注明文件与发布者",
        columns=sheet_columns(NAME_COLUMNS),
        rows=cells(NAME_COLUMNS, report.names),
        remarks=("名单不全的，未收录不等于没有。",),
        fixed=2,
    )


def _coordination(report: ProfileReport) -> Sheet:
    return Sheet(
        name="协同评价",
        title="协同评价",
        subtitle="两地之比起点与终点、区位商最高的行业、回落的指标数",
        columns=sheet_columns(COORDINATION_COLUMNS),
        rows=cells(COORDINATION_COLUMNS, report.coordination),
        remarks=("比值越靠近 1 差距越小；起点与终点的口径有调整的不作比较。",),
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
