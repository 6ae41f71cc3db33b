"""Faults of the lists of platforms: numbers that do not add up, dates that are none, statements
that name a list without saying so."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data.package.faults import FIRST_ROW, Fault

Rows = list[dict[str, Any]]
LISTS, COUNTS = "tables/platform_lists.csv", "tables/platform_list_counts.csv"
LISTINGS = "tables/platform_listings.csv"
# What the codes of a kind of count are, and what they are counted by.
CODES = {
    "type": ("platform_types", "type", "按类型"),
    "region": ("regions", "region_code", "按地区"),
}
UNNAMED = "C"  # the trust of a statement that names no list


def list_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Every fault between the lists, their counts and the statements; none when they fit."""
    yield from _code_faults(tables)
    yield from _sum_faults(tables)
    yield from _date_faults(tables)
    yield from _listing_faults(tables)


def _code_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Counts of a type or region that there is not."""
    for number, row in enumerate(tables["platform_list_counts"], start=FIRST_ROW):
        table, column, _ = CODES[row["kind"]]
        if row["code"] not in {one[column] for one in tables[table]}:
            expected = f"应为 {table}.csv 的 {column} 之一"
            yield Fault(COUNTS, number, "code", row["code"], expected)


def _sum_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Counts by type, and those by region, add up to the number of their list."""
    for number, row in enumerate(tables["platform_lists"], start=FIRST_ROW):
        own = [one for one in tables["platform_list_counts"] if one["list_id"] == row["list_id"]]
        for kind, (_, _, name) in CODES.items():
            parts = [int(one["count"]) for one in own if one["kind"] == kind]
            if parts and sum(parts) != int(row["count"]):
                expected = f"platform_list_counts.csv 中{name}的数目合计 {sum(parts)}，应与它相等"
                yield Fault(LISTS, number, "count", str(row["count"]), expected)


def _date_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Dates of the right form that no calendar has."""
    for file, table in ((LISTS, "platform_lists"), (LISTINGS, "platform_listings")):
        for number, row in enumerate(tables[table], start=FIRST_ROW):
            if row["date"] is not None and not _is_date(row["date"]):
                expected = "应为日历上有的年、年-月或年-月-日，如 2023-05-29"
                yield Fault(file, number, "date", row["date"], expected)


def _is_date(text: str) -> bool:
    parts = text.split("-")
    try:
        date.fromisoformat("-".join([*parts, *["01"] * (3 - len(parts))]))
    except ValueError:
        return False
    return True


def _listing_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """A statement that names no list has none; one that does is of no place in doubt, and of a
    list of one region only of a place there."""
    owners = {row["list_id"]: row["region_code"] for row in tables["platform_lists"]}
    regions = {row["platform_id"]: row["region_codes"] for row in tables["platforms"]}
    loose = {r["platform_id"] for r in tables["platforms"] if r["status"] == "unconfirmed"}
    for number, row in enumerate(tables["platform_listings"], start=FIRST_ROW):
        if row["list_id"] and row["trust"] == UNNAMED:
            expected = "没有写明名录的（trust 为 C）应为空；写明的 trust 应为 B"
            yield Fault(LISTINGS, number, "list_id", row["list_id"], expected)
        if (row["list_id"] is None) != (row["is_counted"] is None):
            expected = "写明名录的应为 true（在列明的数目之内）或 false，没有写明的应为空"
            yield Fault(LISTINGS, number, "is_counted", str(row["is_counted"]), expected)
        if row["list_id"] and row["platform_id"] in loose:
            expected = "来源写明名录的平台，platforms.csv 的 status 不应为 unconfirmed"
            yield Fault(LISTINGS, number, "platform_id", row["platform_id"], expected)
        owner = owners.get(row["list_id"] or "", "")
        if owner.isdecimal() and owner != row["region_code"]:
            expected = f"名录 {row['list_id']} 是 {owner} 的，应与它相同"
            yield Fault(LISTINGS, number, "region_code", row["region_code"], expected)
        home = str(regions.get(row["platform_id"] or "", row["region_code"]))
        if row["region_code"] not in home.split(";"):
            expected = f"平台 {row['platform_id']} 在 {home}，应为其中之一"
            yield Fault(LISTINGS, number, "region_code", row["region_code"], expected)
