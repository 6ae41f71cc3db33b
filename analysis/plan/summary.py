"""The PlanSummary: the plan's own structure, each part with its evidence in one view."""

from dataclasses import dataclass, replace

from analysis.claims.ledger import Counts, LedgerRow, counts, ledger
from analysis.context import remembered
from analysis.plan import sentences
from analysis.plan.chains import ChainBrief, chain_brief
from analysis.plan.progress import progress
from analysis.plan.tasks import SafeguardBrief, TaskBrief, concerning, safeguard_brief, task_brief
from analysis.register.words import register_note
from analysis.state.scope import scope
from analysis.state.view import View
from analysis.text.periods import span_text
from data.model.catalog import Catalog, Region
from data.model.plan import WHOLE_PLAN, Field, Goal, Pace, Principle, Stage
from data.model.progress import KINDS

WHOLE_NAME = "方案要点"


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """Everything the page shows of one view; `topic` names its theme, or the whole plan, `tasks`
    are all eight, or the view's own, and `ledger` the claims on the chosen regions and the three
    together, or those of the task.
    Of the whole plan are `measure_count`, `covered_count` (measures with an indicator, platform
    or figure), `indicated_count` (with an indicator) and `progressed_count` (with a result among
    the facts on the chosen regions). Of the dated facts those of `kinds` are to be shown.
    `register_note` says what holds for the figures of the register, or that there is none."""

    view: View
    topic: str
    filter_text: str
    lead: str
    goals: tuple[Goal, ...]
    aims: tuple[Goal, ...]
    principles: tuple[Principle, ...]
    tasks: tuple[TaskBrief, ...]
    safeguards: tuple[SafeguardBrief, ...]
    chains: tuple[ChainBrief, ...]
    stages: tuple[Stage, ...]
    fields: tuple[Field, ...]
    paces: tuple[Pace, ...]
    regions: tuple[Region, ...]
    ledger: tuple[LedgerRow, ...]
    counts: Counts
    measure_count: int
    covered_count: int
    indicated_count: int
    progressed_count: int
    kinds: tuple[str, ...] = KINDS
    register_note: str = ""


def plan_summary(catalog: Catalog, view: View, kinds: tuple[str, ...] = KINDS) -> PlanSummary:
    """The briefing of a view: theme overall gives the whole plan, another theme its task."""
    return replace(_briefing(catalog, replace(view, indicator="")), view=view, kinds=kinds)


@remembered(64)  # one answer asks for it once; turning back asks for the same again
def _briefing(catalog: Catalog, view: View) -> PlanSummary:
    plan = catalog.plan
    chosen = scope(catalog, view.regions)
    regions = chosen.regions
    wanted = [t for t in plan.tasks if view.theme in (WHOLE_PLAN, t.task_id)]
    tasks = tuple(task_brief(catalog, view, regions, task) for task in wanted)
    rows = concerning(ledger(catalog), regions)
    if view.theme != WHOLE_PLAN:
        named = {row.claim.claim_id for task in tasks for row in task.claims}
        rows = tuple(row for row in rows if row.claim.claim_id in named)
    indicated = {link.measure_id for link in plan.links if link.kind == "indicator"}
    covered = sum(measure.gap_zh is None for measure in plan.measures)
    total = len(plan.measures)
    done = sum(progress(catalog, regions, m.measure_id).results > 0 for m in plan.measures)
    words = sentences.measures_text(total, len(indicated), total - covered, done)
    topic = WHOLE_NAME if view.theme == WHOLE_PLAN else catalog.themes[view.theme].name_zh
    return PlanSummary(
        view=view,
        topic=topic,
        filter_text=f"{topic} · {chosen.name} · {span_text(view.start, view.end)}",
        lead=sentences.lead(catalog, words) if view.theme == WHOLE_PLAN else tasks[0].finding,
        goals=plan.goals,
        aims=plan.aims,
        principles=plan.principles,
        tasks=tasks,
        safeguards=tuple(safeguard_brief(catalog, view, regions, one) for one in plan.safeguards),
        chains=tuple(chain_brief(catalog, regions, chain) for chain in plan.chains),
        stages=plan.stages,
        fields=plan.fields,
        paces=plan.paces,
        regions=regions,
        ledger=rows,
        counts=counts(rows),
        measure_count=total,
        covered_count=covered,
        indicated_count=len(indicated),
        progressed_count=done,
        register_note=register_note(catalog),
    )
