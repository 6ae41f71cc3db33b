"""Faults of the watch list's signs: a threshold where one is needed, and none elsewhere."""

from collections.abc import Iterable, Mapping
from typing import Any

from data.model.watch import LATE, STALLED, VOLATILE
from data.package.faults import FIRST_ROW, Fault

FILE = "tables/watch_signs.csv"
MEASURED = (STALLED, VOLATILE, LATE)


def watch_faults(tables: Mapping[str, list[dict[str, Any]]]) -> Iterable[Fault]:
    """Every fault of the signs; none when they fit."""
    for number, row in enumerate(tables["watch_signs"], start=FIRST_ROW):
        needs = row["sign"] in MEASURED
        if needs and row["threshold"] is None:
            yield Fault(FILE, number, "threshold", "", "停滞、滞后须填年数，波动须填转变次数")
        if not needs and row["threshold"] is not None:
            yield Fault(FILE, number, "threshold", str(row["threshold"]), "该情形没有门槛，应为空")
