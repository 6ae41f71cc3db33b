"""Faults in what is said of series and single values: breaks, points in time, conflicts, and
what is known not to be published."""

from collections.abc import Iterable, Mapping
from typing import Any

from data.package.faults import FIRST_ROW, Fault

Tables = Mapping[str, list[dict[str, Any]]]


def series_faults(tables: Tables) -> Iterable[Fault]:
    """Every such fault."""
    yield from _order_faults(tables)
    yield from _lost_faults(tables)
    yield from _denial_faults(tables)


def _order_faults(tables: Tables) -> Iterable[Fault]:
    """Breaks and spans that end before they begin."""
    for name, first, last in (
        ("breaks", "before", "after"),
        ("survey_breaks", "before", "after"),
    ):
        for number, row in enumerate(tables[name], start=FIRST_ROW):
            if row[first] >= row[last]:
                expected = f"应晚于 {first}（{row[first]}）"
                yield Fault(f"tables/{name}.csv", number, last, str(row[last]), expected)
    for number, row in enumerate(tables["unpublished"], start=FIRST_ROW):
        if row["last"] is not None and row["last"] < row["first"]:
            expected = f"不能早于 first（{row['first']}）"
            yield Fault("tables/unpublished.csv", number, "last", str(row["last"]), expected)


def _lost_faults(tables: Tables) -> Iterable[Fault]:
    """What is said of a value that is not there, or of a year in which it does not lie."""
    held = {(r["indicator_id"], r["region_code"], r["period"]) for r in tables["observations"]}
    for name in ("reference_dates", "conflicts"):
        for number, row in enumerate(tables[name], start=FIRST_ROW):
            key = (row["indicator_id"], row["region_code"], row["period"])
            if key not in held:
                expected = "observations 中没有这个指标、地区和期间的观测值"
                yield Fault(f"tables/{name}.csv", number, "period", row["period"], expected)
    for number, row in enumerate(tables["reference_dates"], start=FIRST_ROW):
        if not row["as_of_zh"].startswith(row["period"][:4]):
            expected = f"应在 {row['period'][:4]} 年内"
            yield Fault("tables/reference_dates.csv", number, "as_of_zh", row["as_of_zh"], expected)


def _denial_faults(tables: Tables) -> Iterable[Fault]:
    """Values said not to be published that are there."""
    held: dict[tuple[str, str], set[int]] = {}
    for row in tables["observations"]:
        place = (row["indicator_id"], row["region_code"])
        held.setdefault(place, set()).add(int(row["period"][:4]))
    for number, row in enumerate(tables["unpublished"], start=FIRST_ROW):
        years = held.get((row["indicator_id"], row["region_code"]), set())
        last = row["last"] or max(years, default=0)
        found = sorted(year for year in years if row["first"] <= year <= last)
        if found:
            expected = f"observations 中 {found[0]} 年有观测值，不能说未公布"
            yield Fault("tables/unpublished.csv", number, "first", str(row["first"]), expected)
