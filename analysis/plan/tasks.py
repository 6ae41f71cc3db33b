"""Tasks and safeguards: their measures, and everything that speaks to them in one view."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from analysis.claims.ledger import LedgerRow, ledger
from analysis.plan.chains import ChainBrief, chain_brief
from analysis.plan.direction import first_base
from analysis.plan.distribution import Spread, spreads
from analysis.plan.marks import IndicatorMarks, marks
from analysis.plan.progress import Progress, gap_text, progress
from analysis.plan.sentences import finding, measures_text
from analysis.state.view import View
from analysis.text.official_names import NameGroup, name_groups
from data.model.catalog import JJJ, Catalog, Platform, Region
from data.model.plan import Chain, Field, Measure, Safeguard, Task

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MeasureBrief:
    """A measure and what speaks to it, in the order of the links; `notes` are the links' own
    by target id. `gap` says why there is no indicator nor other evidence: a field or chain that
    the measure names, and a figure that only repeats what is asked, are none. `progress` are its
    dated facts, of every kind; they do not count as indicators."""

    measure: Measure
    indicators: tuple[str, ...]
    platforms: tuple[Platform, ...]
    fields: tuple[Field, ...]
    chains: tuple[Chain, ...]
    claims: tuple[LedgerRow, ...]
    notes: Mapping[str, str]
    gap: str | None
    progress: Progress


@dataclass(frozen=True, slots=True)
class TaskBrief:
    """A task with everything that speaks to it; `without` measures have no indicator, `bare`
    ones neither indicator, platform nor figure, whatever facts are known; `progressed` ones have a
    result among their facts."""

    task: Task
    measures: tuple[MeasureBrief, ...]
    indicators: tuple[IndicatorMarks, ...]
    spread: tuple[Spread, ...]
    platforms: tuple[Platform, ...]
    fields: tuple[Field, ...]
    chains: tuple[ChainBrief, ...]
    claims: tuple[LedgerRow, ...]
    names: tuple[NameGroup, ...]
    without: int
    bare: int
    progressed: int
    finding: str


@dataclass(frozen=True, slots=True)
class SafeguardBrief:
    """A safeguard with its measures, and the marks of the indicators they name."""

    safeguard: Safeguard
    measures: tuple[MeasureBrief, ...]
    indicators: tuple[IndicatorMarks, ...]
    without: int
    bare: int


def task_brief(catalog: Catalog, view: View, regions: tuple[Region, ...], task: Task) -> TaskBrief:
    """A task in a view, with the platforms and claims of the chosen regions."""
    briefs = _measures(catalog, regions, task.task_id)
    found = _marks(catalog, view, briefs)
    base = first_base(view.start, view.end)
    spread = spreads(found, catalog.plan.paces, base)
    without, bare = _lacking(briefs)
    linked = {row.claim.claim_id for brief in briefs for row in brief.claims}
    done = progressed(briefs)
    words = measures_text(len(briefs), len(briefs) - without, bare, done)
    return TaskBrief(
        task=task,
        measures=briefs,
        indicators=found,
        spread=spread,
        platforms=_merged(brief.platforms for brief in briefs),
        fields=_merged(brief.fields for brief in briefs),
        chains=tuple(
            chain_brief(catalog, regions, chain)
            for chain in _merged(brief.chains for brief in briefs)
        ),
        claims=tuple(
            row
            for row in concerning(ledger(catalog), regions)
            if row.claim.theme == task.task_id or row.claim.claim_id in linked
        ),
        names=name_groups(catalog, {region.region_code for region in regions}, task.task_id),
        without=without,
        bare=bare,
        progressed=done,
        finding=finding(spread, base, words),
    )


def safeguard_brief(
    catalog: Catalog, view: View, regions: tuple[Region, ...], safeguard: Safeguard
) -> SafeguardBrief:
    """A safeguard in a view."""
    briefs = _measures(catalog, regions, safeguard.safeguard_id)
    return SafeguardBrief(safeguard, briefs, _marks(catalog, view, briefs), *_lacking(briefs))


def _measures(
    catalog: Catalog, regions: tuple[Region, ...], part_id: str
) -> tuple[MeasureBrief, ...]:
    return tuple(_measure(catalog, regions, one) for one in catalog.plan.measures_of(part_id))


def _measure(catalog: Catalog, regions: tuple[Region, ...], measure: Measure) -> MeasureBrief:
    """A measure with what is linked to it; platforms and claims only of the chosen regions."""
    plan = catalog.plan
    links = plan.links_of(measure.measure_id)
    known = progress(catalog, regions, measure.measure_id)
    ids = {
        kind: [link.target_id for link in links if link.kind == kind]
        for kind in ("indicator", "platform", "field", "chain", "claim")
    }
    codes = {region.region_code for region in regions}
    return MeasureBrief(
        measure=measure,
        indicators=tuple(ids["indicator"]),
        platforms=tuple(
            p
            for p in catalog.platforms
            if p.platform_id in ids["platform"] and codes & set(p.region_codes)
        ),
        fields=tuple(field for field in plan.fields if field.field_id in ids["field"]),
        chains=tuple(chain for chain in plan.chains if chain.chain_id in ids["chain"]),
        claims=tuple(
            row
            for row in concerning(ledger(catalog), regions)
            if row.claim.claim_id in ids["claim"]
        ),
        notes={link.target_id: link.note_zh for link in links if link.note_zh},
        gap=gap_text(catalog, measure.gap_zh, known),
        progress=known,
    )


def _lacking(briefs: Sequence[MeasureBrief]) -> tuple[int, int]:
    """How many measures have no indicator, and how many no evidence of any kind."""
    return sum(not one.indicators for one in briefs), sum(one.gap is not None for one in briefs)


def progressed(briefs: Iterable[MeasureBrief]) -> int:
    """How many measures have a result among their facts."""
    return sum(one.progress.results > 0 for one in briefs)


def _marks(
    catalog: Catalog, view: View, briefs: Sequence[MeasureBrief]
) -> tuple[IndicatorMarks, ...]:
    ids = dict.fromkeys(name for brief in briefs for name in brief.indicators)
    return tuple(marks(catalog, view, name) for name in ids)


def _merged(groups: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(one for group in groups for one in group))


def concerning(rows: tuple[LedgerRow, ...], regions: tuple[Region, ...]) -> tuple[LedgerRow, ...]:
    """The claims on the chosen regions or on the three together."""
    codes = {region.region_code for region in regions} | {JJJ}
    return tuple(row for row in rows if row.claim.region_code in codes)
