"""Faults of the index's design: weights of nothing, forms without what they need, dimensions in
which nothing counts."""

from collections.abc import Iterable, Mapping
from typing import Any

from data.model.evaluation import FORMS, NUMERATOR, ROLES
from data.package.faults import FIRST_ROW, Fault

Tables = Mapping[str, list[dict[str, Any]]]
DIMENSIONS, PARTS = "tables/index_dimensions.csv", "tables/index_parts.csv"
BASE = 100.0  # what a growth that is published as an index of the year before has subtracted


def index_faults(tables: Tables) -> Iterable[Fault]:
    """Every fault of dimensions and parts; none when they fit together."""
    yield from _dimension_faults(tables)
    indicators = {row["indicator_id"]: row for row in tables["indicators"]}
    for number, row in enumerate(tables["index_parts"], start=FIRST_ROW):
        yield from _role_faults(number, row)
        yield from _direction_faults(number, row)
        yield from _sum_faults(number, row, indicators)


def _dimension_faults(tables: Tables) -> Iterable[Fault]:
    counted = {row["dimension"] for row in tables["index_parts"] if row["is_on"]}
    for number, row in enumerate(tables["index_dimensions"], start=FIRST_ROW):
        if not float(row["weight"]) > 0:
            yield Fault(DIMENSIONS, number, "weight", f"{row['weight']:g}", "权重应大于 0")
        if row["dimension"] not in counted:
            expected = "index_parts.csv 中应至少有一项属于它且 is_on 为 true"
            yield Fault(DIMENSIONS, number, "dimension", row["dimension"], expected)


def _role_faults(number: int, row: Mapping[str, Any]) -> Iterable[Fault]:
    """Roles that the form needs and the row lacks, or that the form has no use for."""
    form = FORMS.get(row["form"])
    if form is None:  # the descriptor's own fault
        return
    for role in ROLES:
        needs = role == NUMERATOR or role in form.needs
        if needs and row[role] is None:
            yield Fault(PARTS, number, role, "", f"form 为 {row['form']} 时应填")
        if not needs and role not in form.may and row[role] is not None:
            yield Fault(PARTS, number, role, row[role], f"form 为 {row['form']} 时应为空")


def _direction_faults(number: int, row: Mapping[str, Any]) -> Iterable[Fault]:
    if row["direction"] not in (1, -1):
        yield Fault(PARTS, number, "direction", str(row["direction"]), "应为 1 或 -1")


def _sum_faults(
    number: int, row: Mapping[str, Any], indicators: Mapping[str, Mapping[str, Any]]
) -> Iterable[Fault]:
    """What is added up over the regions must be one that may be; a growth is an index of the year
    before."""
    is_growth = row["form"] == "growth"
    for role in ROLES:
        one = indicators.get(row[role] or "")
        if one is None or row["form"] == "ratio_hebei_beijing":
            continue
        if is_growth and role == NUMERATOR:
            if one["subtract"] != BASE:
                expected = "应为以上年为 100 的指数（indicators.csv 中 subtract 为 100）"
                yield Fault(PARTS, number, role, row[role], expected)
        elif one["aggregation"] != "sum":
            expected = f"form 为 {row['form']} 时应为可加总的指标（aggregation 为 sum）"
            yield Fault(PARTS, number, role, row[role], expected)
