"""CSV for Excel and WPS: UTF-8 with a byte order mark, Chinese header, one row a record."""

import csv
from io import StringIO

from reports.records import Record, Report, plain_number

HEADER = (
    "指标编号",
    "指标",
    "地区代码",
    "地区",
    "年份",
    "数值",
    "限定词",
    "单位",
    "口径",
    "是否计算",
    "计算公式",
    "数据状态",
    "可信度",
    "来源",
    "发布单位",
    "备注",
)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def delimited(report: Report) -> bytes:
    """The report's rows. 数值 is a plain number, empty where nothing was published; 单位 is
    that of 数值; 数据状态 is an SDMX code with its name, empty for computed values."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(_cells(record) for record in report.records)
    return out.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _cells(row: Record) -> list[str]:
    return [
        guarded(row.indicator_id),
        guarded(row.indicator),
        guarded(row.region_code),
        guarded(row.region),
        str(row.year),
        "" if row.value is None else plain_number(row.value),
        guarded(row.qualifier),
        guarded(row.unit),
        guarded(row.scale),
        "是" if row.is_computed else "否",
        guarded(row.formula),
        guarded(coded(row.status, row.status_name)),
        guarded(coded(row.trust, row.trust_name)),
        guarded(row.source),
        guarded(row.publisher),
        guarded(row.note),
    ]


def coded(code: str, name: str) -> str:
    """A code with its name: A 正常值."""
    return f"{code} {name}".strip()
