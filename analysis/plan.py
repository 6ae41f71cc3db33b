"""The Briefing: the plan's own structure, each part with its evidence in one view."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.ledger import Counts, LedgerRow
from analysis.marks import IndicatorMarks
from analysis.view import View
from data.catalog import Catalog, Platform
from data.plan import Chain, Field, Goal, Measure, Node, Pace, Principle, Safeguard, Stage, Task


@dataclass(frozen=True, slots=True)
class Spread:
    """How a task's indicators stand in one region: by direction since the plan's base
    (`improving`, `flat`, `worsening`; `neutral` are those without a wanted direction, `unknown`
    those that cannot be assessed; the five add up to `total`), and by pace."""

    code: str
    slug: str
    label: str
    improving: int
    flat: int
    worsening: int
    neutral: int
    unknown: int
    total: int
    nominal: int
    paces: tuple[tuple[Pace, int], ...]
    unpaced: int
    text: str


@dataclass(frozen=True, slots=True)
class ChainBrief:
    """A chain as a matrix: nodes by (stage, region code), only filled cells; `common` are nodes
    whose region no source gives; `lead_zh` says who leads and how sure that is."""

    chain: Chain
    cells: Mapping[tuple[str, str], tuple[Node, ...]]
    common: tuple[Node, ...]
    lead_zh: str
    filled: int


@dataclass(frozen=True, slots=True)
class MeasureBrief:
    """A measure and the evidence that serves it, or `gap`: why there is none."""

    measure: Measure
    indicators: tuple[str, ...]
    platforms: tuple[Platform, ...]
    fields: tuple[Field, ...]
    chains: tuple[Chain, ...]
    claims: tuple[LedgerRow, ...]
    notes: Mapping[str, str]
    gap: str | None


@dataclass(frozen=True, slots=True)
class TaskBrief:
    """A task with everything that speaks to it; `without` measures have no indicator, `bare`
    ones no evidence of any kind."""

    task: Task
    measures: tuple[MeasureBrief, ...]
    indicators: tuple[IndicatorMarks, ...]
    spread: tuple[Spread, ...]
    platforms: tuple[Platform, ...]
    fields: tuple[Field, ...]
    chains: tuple[ChainBrief, ...]
    claims: tuple[LedgerRow, ...]
    without: int
    bare: int
    finding: str


@dataclass(frozen=True, slots=True)
class SafeguardBrief:
    """A safeguard with its measures, and the marks of the indicators they name."""

    safeguard: Safeguard
    measures: tuple[MeasureBrief, ...]
    indicators: tuple[IndicatorMarks, ...]
    without: int
    bare: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything the page shows of one view; `tasks` are all eight, or the view's own.
    `measure_count` and `covered_count` (with evidence of any kind), `indicated_count` (with an
    indicator) are of the whole plan."""

    view: View
    filter_text: str
    lead: str
    goals: tuple[Goal, ...]
    principles: tuple[Principle, ...]
    tasks: tuple[TaskBrief, ...]
    safeguards: tuple[SafeguardBrief, ...]
    chains: tuple[ChainBrief, ...]
    stages: tuple[Stage, ...]
    fields: tuple[Field, ...]
    paces: tuple[Pace, ...]
    ledger: tuple[LedgerRow, ...]
    counts: Counts
    measure_count: int
    covered_count: int
    indicated_count: int


def briefing(catalog: Catalog, view: View) -> Briefing:
    """The briefing of a view: theme overall gives the whole plan, another theme its task."""
    raise NotImplementedError
