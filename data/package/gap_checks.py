"""Faults of what the evaluation compares: divisions that cannot be made, and vintages that would be
mixed in one number."""

from collections.abc import Iterable, Mapping
from typing import Any

from data.package.faults import FIRST_ROW, Fault

Rows = list[dict[str, Any]]
MEASURES, SECTORS = "tables/gap_measures.csv", "tables/division_sectors.csv"
FEWEST_SECTORS = 2


def gap_faults(tables: Mapping[str, Rows]) -> Iterable[Fault]:
    """Every fault of the measures and the sectors; none when they fit."""
    known = {row["indicator_id"]: row for row in tables["indicators"]}
    yield from _measure_faults(tables["gap_measures"], known)
    yield from _sector_faults(tables["division_sectors"], known)


def _measure_faults(rows: Rows, known: Mapping[str, Mapping[str, Any]]) -> Iterable[Fault]:
    for number, row in enumerate(rows, start=FIRST_ROW):
        above, below = row["numerator"], row["denominator"]
        if float(row["factor"]) <= 0:
            yield Fault(MEASURES, number, "factor", str(row["factor"]), "应大于 0")
        if row["mean_denominator"] and not below:
            expected = "没有分母时应为 false"
            yield Fault(MEASURES, number, "mean_denominator", "true", expected)
        if below == above:
            yield Fault(MEASURES, number, "denominator", below, "不能与分子相同")
        elif below and _clash(known[above], known[below]):
            expected = f"应与分子（{above}）同一口径，或口径互不相干"
            yield Fault(MEASURES, number, "denominator", below, expected)


def _clash(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two indicators are of one subject (gdp-…) in two vintages."""
    own, others = one["vintage_family"] or "", other["vintage_family"] or ""
    return own != others and own.partition("-")[0] == others.partition("-")[0] != ""


def _sector_faults(rows: Rows, known: Mapping[str, Mapping[str, Any]]) -> Iterable[Fault]:
    """Shares of sectors in their sum: all of one vintage and one unit, and more than one."""
    if rows and len(rows) < FEWEST_SECTORS:
        expected = f"应有至少 {FEWEST_SECTORS} 个行业，或没有"
        yield Fault(SECTORS, FIRST_ROW, "indicator_id", rows[0]["indicator_id"], expected)
    for number, row in enumerate(rows, start=FIRST_ROW):
        first, own = known[rows[0]["indicator_id"]], known[row["indicator_id"]]
        for column, what in (("vintage_family", "口径"), ("unit_zh", "单位")):
            if own[column] != first[column]:
                expected = f"{what}应与第一行相同（{first[column]}）"
                yield Fault(SECTORS, number, "indicator_id", row["indicator_id"], expected)
