"""Faults of the areas: codes that hang together nowhere, shares that cannot be taken, columns of
provinces that are none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from data.package.areas import NOT_PROVINCES
from data.package.faults import FIRST_ROW, Fault

Rows = list[dict[str, Any]]
AREAS, VALUES = "tables/areas.csv", "tables/province_values.csv"
CENSUS, EMPLOYMENT = "tables/census_areas.csv", "tables/census_employment.csv"
# The level of each level's parent; districts of 北京 and 天津 belong to the province itself.
ABOVE = {
    "nation": ("",),
    "aggregate": ("nation",),
    "province": ("nation",),
    "prefecture": ("province",),
    "county": ("prefecture", "province"),
    "zone": ("prefecture", "province"),
}


def area_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Every fault of the code list and of the tables that use it; none when they fit."""
    levels = {row["area_code"]: row["level"] for row in tables["areas"]}
    yield from _parent_faults(tables["areas"], levels)
    yield from _region_faults(tables["regions"], levels)
    yield from _column_faults(tables["province_values"], levels)
    yield from _employment_faults(tables)


def _parent_faults(rows: Rows, levels: Mapping[str, str]) -> Iterable[Fault]:
    for number, row in enumerate(rows, start=FIRST_ROW):
        above = levels.get(row["parent_code"] or "", "")
        if above not in ABOVE[row["level"]]:
            expected = f"{row['level']} 的上一级应为 {'、'.join(ABOVE[row['level']]) or '空'}"
            yield Fault(AREAS, number, "parent_code", row["parent_code"] or "", expected)


def _region_faults(rows: Rows, levels: Mapping[str, str]) -> Iterable[Fault]:
    """The regions that pages are filtered by are areas of the list, of the same level."""
    for number, row in enumerate(rows, start=FIRST_ROW):
        if levels and levels.get(row["region_code"]) != row["kind"]:
            expected = f"areas.csv 中应有这个代码，级别为 {row['kind']}"
            place = "tables/regions.csv"
            yield Fault(place, number, "region_code", row["region_code"], expected)


def _column_faults(rows: Rows, levels: Mapping[str, str]) -> Iterable[Fault]:
    for column in rows[0] if rows else ():
        if column not in NOT_PROVINCES and levels.get(column) != "province":
            expected = "列名应为 areas.csv 中一个省级单位的代码"
            yield Fault(VALUES, None, column, None, expected)


def _employment_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Industries of an area the census has no row of, or that add up to more than all of them."""
    totals = {(row["area_code"], row["year"]): row["employed"] for row in tables["census_areas"]}
    sums: dict[tuple[str, int], float] = defaultdict(float)
    for number, row in enumerate(tables["census_employment"], start=FIRST_ROW):
        key = row["area_code"], row["year"]
        sums[key] += float(row["employed"])
        if key not in totals:
            expected = "census_areas.csv 中应有同一地区、同一年的一行"
            yield Fault(EMPLOYMENT, number, "area_code", row["area_code"], expected)
    for number, (key, total) in enumerate(totals.items(), start=FIRST_ROW):
        if sums[key] > float(total):
            expected = f"分行业合计 {sums[key]:g}，不应多于就业人口"
            yield Fault(CENSUS, number, "employed", f"{total}", expected)
