"""Each fault of a dated fact is named by row, column and value."""

import pytest

from data.package.progress_checks import progress_faults

REGIONS = [{"region_code": code, "kind": "province"} for code in ("110000", "120000", "130000")] + [
    {"region_code": "JJJ", "kind": "aggregate"}
]
ROW = {
    "date": "2024-04-09",
    "region_codes": "110000;130000",
    "kind": "result",
    "fact_zh": "建成共享工厂 148 个，设备 1 万余台",
    "document_zh": "《方案（2025—2027年）》（2025 年 4 月 3 日）",
    "publisher_zh": "河北省工业和信息化厅;人民日报",
    "address": "https://gxt.hebei.gov.cn/a.html",
}


def faults(**cells):
    tables = {"regions": REGIONS, "plan_progress": [ROW, {**ROW, **cells}]}
    return [(f.row, f.column, f.value) for f in progress_faults(tables)]


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"date": "2024"},
        {"date": "2023"},
        {"date": "2023-05"},
        {"date": "2022", "kind": "before"},
        {"date": "2023-04-14", "kind": "before"},
        {"address": None},
        {"fact_zh": "10G-PON 端口占比 36%，“3+2”框架"},
    ],
)
def test_a_whole_row_has_none(cells):
    assert faults(**cells) == []


@pytest.mark.parametrize(
    ("column", "value", "others"),
    [
        ("date", "2025-02-30", {}),
        ("date", "2022", {}),  # a result from before the plan
        ("date", "2023-04-30", {"kind": "arrangement"}),
        ("date", "2023-05", {"kind": "before"}),
        ("date", "2023", {"kind": "before"}),  # it may lie after the plan
        ("region_codes", "110000;JJJ", {}),
        ("region_codes", "110000;110000", {}),
        ("region_codes", "110000;", {}),
        ("fact_zh", "增长6.3%,全国第一", {}),
        ("fact_zh", "建成 ", {}),
        ("document_zh", "方案(2025)文", {}),
        ("publisher_zh", "人民日报;", {}),
        ("publisher_zh", "人民日报; 新华社", {}),
        ("address", "gxt.hebei.gov.cn", {}),
        ("address", "http://he.people.com.cn（河北频道", {}),
    ],
)
def test_each_fault_is_named(column, value, others):
    assert faults(**{column: value, **others}) == [(3, column, value)]
