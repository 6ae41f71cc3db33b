"""Faults of the official names: regions that are none, clusters of the map without their name."""

from collections.abc import Iterable, Mapping
from typing import Any

from data.package.faults import FIRST_ROW, Fault

Rows = list[dict[str, Any]]
NAMES, KINDS = "tables/official_names.csv", "tables/name_kinds.csv"
CLUSTER = "cluster"  # the tier whose places are there because of their official name


def name_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Every fault between the names, their kinds and the map; none when they fit."""
    codes = {row["region_code"] for row in tables["regions"] if row["kind"] == "province"}
    platforms = {row["platform_id"]: row for row in tables["platforms"]}
    for number, row in enumerate(tables["official_names"], start=FIRST_ROW):
        if not set(row["region_codes"].split(";")) <= codes:
            expected = f"应为 {'、'.join(sorted(codes))} 中的一个或几个，以分号分隔"
            yield Fault(NAMES, number, "region_codes", row["region_codes"], expected)
        place = platforms.get(row["platform_id"])
        if place and place["name_zh"] != row["name_zh"]:
            expected = f"platforms.csv 中 {row['platform_id']} 名为 {place['name_zh']}，应相同"
            yield Fault(NAMES, number, "name_zh", row["name_zh"], expected)
        if place and place["region_codes"] != row["region_codes"]:
            expected = f"platforms.csv 中 {row['platform_id']} 为 {place['region_codes']}，应相同"
            yield Fault(NAMES, number, "region_codes", row["region_codes"], expected)
    yield from _missing(tables)


def _missing(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Clusters of the map that no document names, and kinds without any name."""
    placed = {row["platform_id"] for row in tables["official_names"]}
    for number, row in enumerate(tables["platforms"], start=FIRST_ROW):
        if row["tier"] == CLUSTER and row["platform_id"] not in placed:
            expected = "official_names.csv 中没有这个集群：请补上它的名称、文件和发布者"
            yield Fault("tables/platforms.csv", number, "platform_id", row["platform_id"], expected)
    used = {row["kind"] for row in tables["official_names"]}
    for number, row in enumerate(tables["name_kinds"], start=FIRST_ROW):
        if row["kind"] not in used:
            expected = "official_names.csv 中没有这一类的名称：请补上，或删去这一类"
            yield Fault(KINDS, number, "kind", row["kind"], expected)
