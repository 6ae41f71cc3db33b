"""The plan as tables: what it asks for, and what speaks to each thing it asks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from data.model.names import OfficialNames, official_names
from data.model.progress import Fact, facts

Row = Mapping[str, Any]
WHOLE_PLAN = "overall"  # the theme of the whole plan; every other theme is one of its tasks


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal for 2025 (`kind` goal) or what the region is to become (`kind` aim), in words."""

    goal_id: str
    kind: str
    order: int
    name_zh: str
    name_en: str
    theme: str | None


@dataclass(frozen=True, slots=True)
class Principle:
    """One of the basic principles; its name is the text's own."""

    principle_id: str
    order: int
    name_zh: str
    name_en: str
    gist_zh: str


@dataclass(frozen=True, slots=True)
class Task:
    """A priority task; its id is the slug of its theme, its name the text's own."""

    task_id: str
    order: int
    name_zh: str
    name_en: str
    gist_zh: str


@dataclass(frozen=True, slots=True)
class Safeguard:
    """One of the safeguards; its name is the text's own."""

    safeguard_id: str
    order: int
    name_zh: str
    name_en: str
    gist_zh: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing a task or a safeguard asks for; `gap_zh` says why nothing speaks to it."""

    measure_id: str
    part_id: str
    order: int
    name_zh: str
    name_en: str
    gap_zh: str | None


@dataclass(frozen=True, slots=True)
class Field:
    """A field the text names for clusters (`kind` cluster) or for research (frontier)."""

    field_id: str
    kind: str
    order: int
    name_zh: str
    name_en: str
    note_zh: str | None


@dataclass(frozen=True, slots=True)
class Chain:
    """A key chain; `later_zh` is its name in later documents where that is another than in the
    plan, `lead_status` how sure its lead is."""

    chain_id: str
    order: int
    name_zh: str
    name_en: str
    later_zh: str | None
    lead_code: str | None
    lead_status: str
    lead_note_zh: str | None
    figures_zh: str | None
    source_zh: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a chain, from research to services."""

    stage: str
    order: int
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Node:
    """What a source names in a chain; JJJ where it names no single region."""

    chain_id: str
    region_code: str
    stage: str
    order: int
    name_zh: str
    status: str
    source_zh: str


@dataclass(frozen=True, slots=True)
class Link:
    """What speaks to a measure: the id of an indicator, platform, claim, field or chain."""

    measure_id: str
    kind: str
    target_id: str
    note_zh: str | None


@dataclass(frozen=True, slots=True)
class Pace:
    """A pace and the growth it takes, % a year in the wanted direction; None is the lowest."""

    pace: str
    order: int
    name_zh: str
    name_en: str
    minimum: float | None
    tone: str


@dataclass(frozen=True, slots=True)
class Check:
    """How a claim is checked; `operands` are what the method works on. `proof` says what an
    agreement shows: independent figures, or only a list that names itself (listed) or figures of
    the text that follow from each other (mutual)."""

    claim_id: str
    order: int
    method: str
    operands: tuple[str, ...]
    indicator_id: str | None
    period: str | None
    proof: str | None
    known_zh: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan: every part in the order of the text; the facts the newest first."""

    goals: tuple[Goal, ...]
    aims: tuple[Goal, ...]
    principles: tuple[Principle, ...]
    tasks: tuple[Task, ...]
    safeguards: tuple[Safeguard, ...]
    measures: tuple[Measure, ...]
    fields: tuple[Field, ...]
    chains: tuple[Chain, ...]
    stages: tuple[Stage, ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
    paces: tuple[Pace, ...]
    official: OfficialNames
    checks: tuple[Check, ...]

    def measures_of(self, part_id: str) -> tuple[Measure, ...]:
        """The measures of a task or safeguard; empty if it has none."""
        return tuple(measure for measure in self.measures if measure.part_id == part_id)

    def links_of(self, measure_id: str, kind: str | None = None) -> tuple[Link, ...]:
        """What speaks to a measure, all of it or of one kind; empty if nothing does."""
        return tuple(
            link
            for link in self.links
            if link.measure_id == measure_id and kind in (None, link.kind)
        )

    def fields_of(self, kind: str) -> tuple[Field, ...]:
        """The fields of one kind: cluster or frontier."""
        return tuple(field for field in self.fields if field.kind == kind)

    def nodes_of(self, chain_id: str) -> tuple[Node, ...]:
        """What sources name in a chain; empty if none does."""
        return tuple(node for node in self.nodes if node.chain_id == chain_id)


def plan(tables: Mapping[str, list[dict[str, Any]]]) -> Plan:
    """The Plan of the read tables; rows come back in the order their columns give."""
    goals = [Goal(**row) for row in _sorted(tables["plan_goals"])]
    tasks = tuple(Task(**row) for row in _sorted(tables["plan_tasks"]))
    safeguards = tuple(Safeguard(**row) for row in _sorted(tables["plan_safeguards"]))
    parts = [task.task_id for task in tasks] + [part.safeguard_id for part in safeguards]
    chains = tuple(Chain(**row) for row in _sorted(tables["plan_chains"]))
    return Plan(
        goals=tuple(goal for goal in goals if goal.kind == "goal"),
        aims=tuple(goal for goal in goals if goal.kind == "aim"),
        principles=tuple(Principle(**row) for row in _sorted(tables["plan_principles"])),
        tasks=tasks,
        safeguards=safeguards,
        measures=tuple(
            Measure(**row) for row in _grouped(tables["plan_measures"], "part_id", parts)
        ),
        fields=tuple(Field(**row) for row in _sorted(tables["plan_fields"])),
        chains=chains,
        stages=tuple(Stage(**row) for row in _sorted(tables["chain_stages"])),
        nodes=tuple(
            Node(**row)
            for row in _grouped(tables["chain_nodes"], "chain_id", [c.chain_id for c in chains])
        ),
        links=tuple(Link(**row) for row in tables["plan_links"]),
        facts=facts(tables["plan_progress"]),
        paces=tuple(Pace(**row) for row in _sorted(tables["pace_thresholds"])),
        official=official_names(tables),
        checks=tuple(_check(row) for row in tables["claim_checks"]),
    )


def _sorted(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row["order"])


def _grouped(rows: Iterable[Row], column: str, groups: list[str]) -> list[Row]:
    """The rows in the order of their groups, and in their own order within each."""
    return sorted(rows, key=lambda row: (groups.index(row[column]), row["order"]))


def _check(row: Row) -> Check:
    operands = tuple(part for part in (row["operands"] or "").split(";") if part)
    return Check(**{**row, "operands": operands})
