"""CSV for Excel and WPS: UTF-8 with a byte order mark, Chinese header, one row a record."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from reports.records import Record, Report, plain_number

Cell = str | int | float | None

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
    return separated(HEADER, (cells(record) for record in report.records))


def separated(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows under a header; None becomes an empty cell, a text never a formula."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return guarded(cell) if isinstance(cell, str) else plain_number(cell)


def guarded(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def cells(row: Record) -> tuple[Cell, ...]:
    """A record under HEADER, as the CSV and the workbook carry it."""
    return (
        row.indicator_id,
        row.indicator,
        row.region_code,
        row.region,
        row.year,
        row.value,
        row.qualifier,
        row.unit,
        row.scale,
        "是" if row.is_computed else "否",
        row.formula,
        coded(row.status, row.status_name),
        coded(row.trust, row.trust_name),
        row.source,
        row.publisher,
        row.note,
    )


def coded(code: str, name: str) -> str:
    """A code with its name: A 正常值."""
    return f"{code} {name}".strip()
