"""Faults between the tables of the plan: what must hold before a page may speak of it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from data.model.plan import WHOLE_PLAN
from data.package.faults import FIRST_ROW, Fault

Tables = Mapping[str, list[dict[str, Any]]]
GAP = "暂无指标"
JJJ = "JJJ"
# The table and the key column that each kind of link points into.
TARGETS = {
    "indicator": ("indicators", "indicator_id"),
    "platform": ("platforms", "platform_id"),
    "claim": ("claims", "claim_id"),
    "field": ("plan_fields", "field_id"),
    "chain": ("plan_chains", "chain_id"),
}
# A field or a chain is what a measure names; it says nothing of what came of it. Nor does a
# figure of these kinds, which repeats what the text asks for.
EVIDENCE = {"indicator", "platform", "claim"}
ASKED_FOR = {"policy", "label"}
# Checks that count a list of the tables: the text agrees with itself.
COUNTING = {"count", "pattern"}


def plan_faults(tables: Tables) -> Iterable[Fault]:
    """Every fault between the tables of the plan; none when they fit together."""
    checks: tuple[Callable[[Tables], Iterable[Fault]], ...] = (
        _theme_faults,
        _part_faults,
        _target_faults,
        _gap_faults,
        _lead_faults,
        _node_faults,
        _pace_faults,
        _check_faults,
    )
    for check in checks:
        yield from check(tables)


def _rows(tables: Tables, name: str) -> Iterable[tuple[int, dict[str, Any]]]:
    return enumerate(tables[name], start=FIRST_ROW)


def _column(tables: Tables, name: str, column: str) -> set[Any]:
    return {row[column] for row in tables[name]}


def _fault(table: str, number: int, column: str, value: object, expected: str) -> Fault:
    shown = "" if value is None else str(value)
    return Fault(f"tables/{table}.csv", number, column, shown, expected)


def _theme_faults(tables: Tables) -> Iterable[Fault]:
    """Every theme but that of the whole plan is a task: its page of the plan is the task's."""
    tasks = _column(tables, "plan_tasks", "task_id")
    for number, row in _rows(tables, "themes"):
        if row["theme"] not in tasks | {WHOLE_PLAN}:
            expected = (
                f"除 {WHOLE_PLAN} 外每个主题须是规划的一项任务：请在 plan_tasks 中加编号与主题相同"
                "的一行，并在 plan_measures 中写它的措施；或删去这个主题"
            )
            yield _fault("themes", number, "theme", row["theme"], expected)


def _part_faults(tables: Tables) -> Iterable[Fault]:
    """A measure belongs to a task or a safeguard, and each of these has a measure."""
    tasks = _column(tables, "plan_tasks", "task_id")
    parts = tasks | _column(tables, "plan_safeguards", "safeguard_id")
    for number, row in _rows(tables, "plan_measures"):
        if row["part_id"] not in parts:
            expected = "应为一项任务（plan_tasks）或保障措施（plan_safeguards）的编号"
            yield _fault("plan_measures", number, "part_id", row["part_id"], expected)
    served = _column(tables, "plan_measures", "part_id")
    for table, column in (("plan_tasks", "task_id"), ("plan_safeguards", "safeguard_id")):
        for number, row in _rows(tables, table):
            if row[column] not in served:
                expected = "至少要有一条措施（plan_measures）"
                yield _fault(table, number, column, row[column], expected)
    for number, row in _rows(tables, "plan_safeguards"):
        if row["safeguard_id"] in tasks:
            expected = "不能与任务（plan_tasks）的编号相同"
            yield _fault("plan_safeguards", number, "safeguard_id", row["safeguard_id"], expected)


def _target_faults(tables: Tables) -> Iterable[Fault]:
    """What a link points to is there."""
    known = {kind: _column(tables, *place) for kind, place in TARGETS.items()}
    for number, row in _rows(tables, "plan_links"):
        if row["target_id"] not in known[row["kind"]]:
            expected = f"{TARGETS[row['kind']][0]} 中没有这一编号"
            yield _fault("plan_links", number, "target_id", row["target_id"], expected)


def _gap_faults(tables: Tables) -> Iterable[Fault]:
    """A measure has evidence, or it says that it has none; never both."""
    asked = {row["claim_id"] for row in tables["claims"] if row["measure"] in ASKED_FOR}
    shown = {
        row["measure_id"]
        for row in tables["plan_links"]
        if row["kind"] in EVIDENCE and not (row["kind"] == "claim" and row["target_id"] in asked)
    }
    for number, row in _rows(tables, "plan_measures"):
        gap, has_evidence = row["gap_zh"], row["measure_id"] in shown
        if gap and not gap.startswith(GAP):
            yield _fault("plan_measures", number, "gap_zh", gap, f"应以“{GAP}”开头")
        elif gap and has_evidence:
            expected = "已有证据（plan_links），应为空"
            yield _fault("plan_measures", number, "gap_zh", gap, expected)
        elif not gap and not has_evidence:
            expected = f"没有证据（plan_links）时应以“{GAP}”开头说明原因"
            yield _fault("plan_measures", number, "gap_zh", gap, expected)


def _lead_faults(tables: Tables) -> Iterable[Fault]:
    """A lead region is named exactly where a source confirms it, wholly or partly."""
    for number, row in _rows(tables, "plan_chains"):
        if row["lead_status"] == "unverified" and row["lead_code"]:
            expected = "没有来源证实时不写牵头地区，应为空"
            yield _fault("plan_chains", number, "lead_code", row["lead_code"], expected)
        elif row["lead_status"] != "unverified" and not row["lead_code"]:
            expected = "有来源证实时应写牵头地区"
            yield _fault("plan_chains", number, "lead_code", row["lead_code"], expected)


def _node_faults(tables: Tables) -> Iterable[Fault]:
    """A node stands in one of the three regions, or in none of them (JJJ)."""
    regions = {r["region_code"] for r in tables["regions"] if r["kind"] == "province"} | {JJJ}
    for number, row in _rows(tables, "chain_nodes"):
        if row["region_code"] not in regions:
            expected = f"应为 {'、'.join(sorted(regions))} 之一"
            yield _fault("chain_nodes", number, "region_code", row["region_code"], expected)


def _pace_faults(tables: Tables) -> Iterable[Fault]:
    """Thresholds fall from one pace to the next, and only the last pace has none."""
    paces = sorted(_rows(tables, "pace_thresholds"), key=lambda pair: pair[1]["order"])
    above: float | None = None
    for number, row in paces[:-1]:
        minimum = row["minimum"]
        if minimum is None or (above is not None and minimum >= above):
            expected = "应填数，并小于上一档；只有最低一档为空"
            yield _fault("pace_thresholds", number, "minimum", minimum, expected)
        above = minimum if minimum is not None else above
    for number, row in paces[-1:]:
        if row["minimum"] is not None:
            expected = "最低一档应为空"
            yield _fault("pace_thresholds", number, "minimum", row["minimum"], expected)


def _check_faults(tables: Tables) -> Iterable[Fault]:
    """Every figure of the text has a check, if only the reason why it cannot be checked."""
    checked = _column(tables, "claim_checks", "claim_id")
    for number, row in _rows(tables, "claims"):
        if row["claim_id"] not in checked:
            expected = "在 claim_checks 中应至少有一行核对办法"
            yield _fault("claims", number, "claim_id", row["claim_id"], expected)
    for number, row in _rows(tables, "claim_checks"):
        if row["method"] == "none" and not row["known_zh"]:
            expected = "无法核对（none）时应写原因"
            yield _fault("claim_checks", number, "known_zh", row["known_zh"], expected)
        if row["method"] in COUNTING and row["proof"] != "listed":
            expected = f"{row['method']} 只是数所列的名单，应为 listed"
            yield _fault("claim_checks", number, "proof", row["proof"], expected)
