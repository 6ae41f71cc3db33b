"""Faults of the register of enterprises and projects. A fault names the row and the column, never
what stands there: who reads the checks need not be who may read the register."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import isfinite
from typing import Any

from data.model.credit_codes import is_credit_code
from data.model.register import ENDED, ENTERPRISE
from data.package.faults import FIRST_ROW, Fault
from data.package.register import provinces_of

Row = Mapping[str, Any]
Tables = Mapping[str, list[dict[str, Any]]]
TABLE = "tables/register.csv"
OF_PROJECTS = ("planned", "building")  # states that an enterprise is never in
CODE = "不是有效的统一社会信用代码（GB 32100—2015，18 位，末位为校验码）：请与营业执照核对"


def register_faults(tables: Tables) -> Iterable[Fault]:
    """Every fault of a row by itself and against the areas and industries."""
    known = {row["region_code"] for row in tables["regions"] if row["kind"] == "province"}
    inside = {code for code, above in provinces_of(tables["areas"]).items() if above in known}
    industries = {row["industry"] for row in tables["industries"]}
    for number, row in enumerate(tables["register"], start=FIRST_ROW):
        found = {
            **faults_of_row(row),
            "area_code": "应在京津冀三地" if row["area_code"] not in inside else "",
            "industry": _industry_fault(row["industry"], industries),
        }
        for column, expected in found.items():
            if expected:
                yield Fault(TABLE, number, column, None, expected)


def faults_of_row(row: Row) -> dict[str, str]:
    """What is wrong with a row by itself, by column; "" where nothing is."""
    return {
        "code": CODE if row["kind"] == ENTERPRISE and not is_credit_code(row["code"]) else "",
        "status": _status_fault(row),
        "started": _date_fault(row["started"]),
        "ended": _date_fault(row["ended"]) or _order_fault(row),
        "value": _value_fault(row),
    }


def _status_fault(row: Row) -> str:
    if row["kind"] == ENTERPRISE and row["status"] in OF_PROJECTS:
        return "企业应为存续、停业、注销之一"
    return ""


def _date_fault(text: str | None) -> str:
    try:
        date.fromisoformat((text or "") + "0001-01-01"[len(text or "") :])
    except ValueError:
        return "没有这一天：应为 2019、2019-03 或 2019-03-08"
    return ""


def _order_fault(row: Row) -> str:
    """An end before the beginning, as far as both are told, or of what has not ended."""
    started, ended = row["started"] or "", row["ended"] or ""
    if ended and row["status"] != ENDED:
        return "有终止日期的，状态应为注销或终止"
    same = min(len(started), len(ended))
    return "早于成立或开工日期" if ended[:same] < started[:same] else ""


def _value_fault(row: Row) -> str:
    value, year = row["value"], row["value_year"]
    if (value is None) != (year is None):
        return "数值与其年份应同填同空"
    return "应为有限的数" if value is not None and not isfinite(value) else ""


def _industry_fault(text: str | None, industries: set[str]) -> str:
    if text and text.islower() and text not in industries:
        return "应为 GB/T 4754 代码，或 industries.csv 的 industry 之一"
    return ""
