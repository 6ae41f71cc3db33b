"""The timeline of the plan: its facts by task (or, of one task, by measure) and by year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.plan import progress
from analysis.plan.summary import PlanSummary
from analysis.plan.tasks import MeasureBrief
from data.model.plan import WHOLE_PLAN
from data.model.progress import Fact

FIRST_YEAR = 2021  # of the five-year plan (十四五); what was before stands in one column
LAST_YEAR = 2026


@dataclass(frozen=True, slots=True)
class Row:
    """A task, safeguard or measure: its name, the part of the page it leads to, and its facts of
    each column, the oldest first and those without an exact date last in their year."""

    name: str
    target: str
    cells: tuple[tuple[Fact, ...], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows under their years; `columns` are years, or several years before the first.
    `counts` are of the chosen regions whatever kinds are shown."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    counts: Mapping[str, int]

    @property
    def shown(self) -> int:
        """How many facts stand in it."""
        return sum(len(cell) for row in self.rows for cell in row.cells)


def timeline(found: PlanSummary) -> Timeline:
    """The timeline of what the page shows: all tasks and safeguards, or the measures of a task."""
    whole = found.view.theme == WHOLE_PLAN
    parts = _parts(found) if whole else _measures(found.tasks[0].measures)
    every = [fact for _, _, facts in parts for fact in facts]
    years = _years(every)
    early = any(fact.year < FIRST_YEAR for fact in every)
    return Timeline(
        columns=(*((f"{FIRST_YEAR - 1} 年及以前",) if early else ()), *(str(y) for y in years)),
        rows=tuple(
            Row(name, target, _cells(facts, found.kinds, years, early))
            for name, target, facts in parts
        ),
        counts=progress.counts(every),
    )


def _years(facts: Iterable[Fact]) -> range:
    return range(FIRST_YEAR, max([LAST_YEAR, *(fact.year for fact in facts)]) + 1)


def _parts(found: PlanSummary) -> list[tuple[str, str, tuple[Fact, ...]]]:
    tasks = [(t.task.name_zh, f"task-{t.task.task_id}", _facts(t.measures)) for t in found.tasks]
    others = [
        (s.safeguard.name_zh, f"safeguard-{s.safeguard.safeguard_id}", _facts(s.measures))
        for s in found.safeguards
    ]
    return tasks + others


def _measures(briefs: Iterable[MeasureBrief]) -> list[tuple[str, str, tuple[Fact, ...]]]:
    return [
        (one.measure.name_zh, f"measure-{one.measure.measure_id}", one.progress.facts)
        for one in briefs
    ]


def _facts(briefs: Iterable[MeasureBrief]) -> tuple[Fact, ...]:
    return tuple(fact for one in briefs for fact in one.progress.facts)


def _cells(
    facts: Iterable[Fact], kinds: tuple[str, ...], years: range, early: bool
) -> tuple[tuple[Fact, ...], ...]:
    shown = sorted((fact for fact in facts if fact.kind in kinds), key=_place)
    cells = [tuple(fact for fact in shown if fact.year == year) for year in years]
    before = tuple(fact for fact in shown if fact.year < years[0])
    return (before, *cells) if early else tuple(cells)


def _place(fact: Fact) -> str:
    """Where a fact stands among those of its year: one of a whole month or year at its end."""
    return f"{fact.date}-99-99"[:10] if len(fact.date) < 10 else fact.date
