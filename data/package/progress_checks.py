"""Faults of the dated facts on measures: what must hold before a page may call one a result."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data.model.progress import BEFORE, ISSUED
from data.package.faults import FIRST_ROW, Fault

Tables = Mapping[str, list[dict[str, Any]]]
Row = dict[str, Any]
TABLE = "tables/plan_progress.csv"
TEXTS = ("fact_zh", "document_zh", "publisher_zh")
NARROW = re.compile(r"[,:;!?()](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[,:;!?()]|https?://")
ADDRESS = re.compile(r"https?://[!-~]+")


def progress_faults(tables: Tables) -> Iterable[Fault]:
    """Every fault of a fact by itself and against the regions; its measure and its kind are
    checked with the single table."""
    regions = {r["region_code"] for r in tables["regions"] if r["kind"] == "province"}
    for number, row in enumerate(tables["plan_progress"], start=FIRST_ROW):
        found = (
            ("date", _date_fault(row)),
            ("region_codes", _region_fault(row, regions)),
            *((name, _text_fault(name, row[name])) for name in TEXTS),
            ("address", _address_fault(row["address"])),
        )
        for column, expected in found:
            if expected:
                yield Fault(TABLE, number, column, row[column], expected)


def _date_fault(row: Row) -> str:
    """A day that there is; a fact from before the plan is called so, no other is."""
    text = row["date"]
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return "没有这一天：应为 2025、2025-04 或 2025-04-03"
    same = min(len(text), len(ISSUED))
    if row["kind"] == BEFORE and text[:same] >= ISSUED[:same]:
        return f"方案于 {ISSUED} 印发，此前（{BEFORE}）的事实应早于该月"
    if row["kind"] != BEFORE and text[:same] < ISSUED[:same]:
        return f"早于方案印发（{ISSUED}），应列为此前（{BEFORE}）"
    return ""


def _region_fault(row: Row, regions: set[str]) -> str:
    codes = row["region_codes"].split(";")
    if set(codes) <= regions and len(set(codes)) == len(codes):
        return ""
    return f"应为 {'、'.join(sorted(regions))} 中的一个或几个，以分号分隔"


def _text_fault(column: str, text: str) -> str:
    """Words as a yearbook prints them; only publishers are parted by a narrow semicolon."""
    parts = text.split(";") if column == "publisher_zh" else [text]
    if any(not part or part.strip() != part for part in parts):
        return "不能为空，首尾不留空格"
    if any(NARROW.search(part) for part in parts):
        return "汉字旁应用全角标点，网址写在 address 列"
    return ""


def _address_fault(address: str | None) -> str:
    return "" if address is None or ADDRESS.fullmatch(address) else "应为 http(s):// 开头的网址"
