"""Faults of indicators whose values lie in a store of facts: without the store they are not there,
so that nothing else may stand on them."""

from collections.abc import Iterable, Mapping
from typing import Any

from data.package.faults import FIRST_ROW, Fault

Tables = Mapping[str, list[dict[str, Any]]]
TABLE = "fact_indicators"
# The columns by which rows of other tables name an indicator.
NAMING = frozenset({
    "indicator_id", "numerator_id", "denominator_id", "annual_id", "real_growth_id", "part_of",
    "superseded_by", "weights_id", "level_id",
})  # fmt: skip


def fact_faults(tables: Tables) -> Iterable[Fault]:
    """Every such fault."""
    own = {row["indicator_id"] for row in tables[TABLE]}
    if not own:
        return
    held = {row["indicator_id"] for row in tables["observations"]}
    for number, row in enumerate(tables[TABLE], start=FIRST_ROW):
        if (name := row["indicator_id"]) in held:
            expected = "observations 中已有这个指标的观测值；一个指标的数值只能在一处"
            yield Fault(f"tables/{TABLE}.csv", number, "indicator_id", name, expected)
    for number, row in enumerate(tables["indicators"], start=FIRST_ROW):
        if row["headline"] and row["indicator_id"] in own:
            expected = f"数值取自事实库的指标（{TABLE}）不能作卡片，应留空"
            yield Fault("tables/indicators.csv", number, "headline", str(row["headline"]), expected)
    yield from _leaning(tables, own)


def _leaning(tables: Tables, own: set[str]) -> Iterable[Fault]:
    """Rows that need an indicator which is only there with a store."""
    for table, rows in tables.items():
        columns = NAMING & rows[0].keys() if rows and table not in (TABLE, "observations") else ()
        for number, row in enumerate(rows, start=FIRST_ROW):
            if table == "indicators" and row["indicator_id"] in own:
                continue
            for column in sorted(columns):
                if row[column] in own:
                    expected = f"这个指标的数值取自事实库（{TABLE}），其他表不能引用"
                    yield Fault(f"tables/{table}.csv", number, column, row[column], expected)
