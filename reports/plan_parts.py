"""The parts of the plan as the API lists them: tasks, safeguards, measures, goals."""

from dataclasses import dataclass

from analysis.plan.summary import PlanSummary
from analysis.plan.tasks import MeasureBrief
from data.model.catalog import Catalog
from reports.columns import Columns, FileColumn

TASK, SAFEGUARD = "task", "safeguard"
PARTS = {TASK: "重点任务", SAFEGUARD: "保障措施"}
GOALS = {"goal": "主要目标", "aim": "发展定位", "principle": "基本原则"}


@dataclass(frozen=True, slots=True)
class PartRow:
    """A task or safeguard (`kind`), named as the text names it; how many measures it has, how many
    of them without an indicator (`not_indicated`), without any evidence (`bare`), and, of a task,
    with a result among the facts on the chosen regions (`progressed`); `finding` is the page's
    sentence on a task in the view."""

    part_id: str
    kind: str
    kind_name: str
    order: int
    part: str
    part_en: str
    gist: str
    measures: int
    not_indicated: int
    bare: int
    progressed: int | None
    finding: str


PART_COLUMNS: Columns = (
    FileColumn("编号", 16, "part_id"),
    FileColumn("类别", 10, "kind_name"),
    FileColumn("次序", 6, "order"),
    FileColumn("任务或保障措施", 34, "part"),
    FileColumn("英文名", 40, "part_en"),
    FileColumn("要点", 60, "gist"),
    FileColumn("措施数", 8, "measures"),
    FileColumn("暂无指标的措施数", 12, "not_indicated"),
    FileColumn("暂无任何依据的措施数", 12, "bare"),
    FileColumn("有进展的措施数", 12, "progressed"),
    FileColumn("小结", 80, "finding"),
)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure of the plan, and what speaks to it in the chosen regions: ids with commas between
    ("" for none), how many dated facts are known and how many of them are results; `gap` says why
    nothing speaks to it."""

    measure_id: str
    part_id: str
    part: str
    order: int
    measure: str
    measure_en: str
    indicator_ids: str
    platform_ids: str
    field_ids: str
    chain_ids: str
    claim_ids: str
    facts: int
    results: int
    gap: str


MEASURE_COLUMNS: Columns = (
    FileColumn("措施编号", 16, "measure_id"),
    FileColumn("所属编号", 16, "part_id"),
    FileColumn("任务或保障措施", 34, "part"),
    FileColumn("次序", 6, "order"),
    FileColumn("措施", 50, "measure"),
    FileColumn("英文名", 50, "measure_en"),
    FileColumn("指标编号", 40, "indicator_ids"),
    FileColumn("平台编号", 20, "platform_ids"),
    FileColumn("领域编号", 20, "field_ids"),
    FileColumn("产业链编号", 20, "chain_ids"),
    FileColumn("方案数字编号", 20, "claim_ids"),
    FileColumn("动态数", 8, "facts"),
    FileColumn("进展数", 8, "results"),
    FileColumn("暂无依据的原因", 40, "gap"),
)


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal for 2025, an aim or a principle of the plan (`kind`); `gist` only of principles,
    `theme` where a goal belongs to one."""

    goal_id: str
    kind: str
    kind_name: str
    order: int
    goal: str
    goal_en: str
    theme: str
    gist: str


GOAL_COLUMNS: Columns = (
    FileColumn("编号", 16, "goal_id"),
    FileColumn("类别", 10, "kind_name"),
    FileColumn("次序", 6, "order"),
    FileColumn("目标、定位或原则", 60, "goal"),
    FileColumn("英文名", 60, "goal_en"),
    FileColumn("主题", 14, "theme"),
    FileColumn("要点", 60, "gist"),
)


def part_rows(found: PlanSummary) -> tuple[PartRow, ...]:
    """The tasks of the view, then the safeguards."""
    tasks = (
        PartRow(
            one.task.task_id, TASK, PARTS[TASK], one.task.order, one.task.name_zh,
            one.task.name_en, one.task.gist_zh, len(one.measures), one.without, one.bare,
            one.progressed, one.finding,
        )
        for one in found.tasks
    )  # fmt: skip
    safeguards = (
        PartRow(
            one.safeguard.safeguard_id, SAFEGUARD, PARTS[SAFEGUARD], one.safeguard.order,
            one.safeguard.name_zh, one.safeguard.name_en, one.safeguard.gist_zh,
            len(one.measures), one.without, one.bare, None, "",
        )
        for one in found.safeguards
    )  # fmt: skip
    return (*tasks, *safeguards)


def measure_rows(found: PlanSummary) -> tuple[MeasureRow, ...]:
    """The measures of the tasks of the view, then those of the safeguards."""
    tasks = [(brief, one.task.name_zh) for one in found.tasks for brief in one.measures]
    others = [(brief, one.safeguard.name_zh) for one in found.safeguards for brief in one.measures]
    return tuple(_measure(brief, part) for brief, part in (*tasks, *others))


def _measure(brief: MeasureBrief, part: str) -> MeasureRow:
    own = brief.measure
    return MeasureRow(
        measure_id=own.measure_id,
        part_id=own.part_id,
        part=part,
        order=own.order,
        measure=own.name_zh,
        measure_en=own.name_en,
        indicator_ids=",".join(brief.indicators),
        platform_ids=",".join(one.platform_id for one in brief.platforms),
        field_ids=",".join(one.field_id for one in brief.fields),
        chain_ids=",".join(one.chain_id for one in brief.chains),
        claim_ids=",".join(row.claim.claim_id for row in brief.claims),
        facts=len(brief.progress.facts),
        results=brief.progress.results,
        gap=brief.gap or "",
    )


def goal_rows(catalog: Catalog, found: PlanSummary) -> tuple[GoalRow, ...]:
    """The goals, the aims, the principles of the whole plan."""
    goals = (
        GoalRow(
            one.goal_id, one.kind, GOALS[one.kind], one.order, one.name_zh, one.name_en,
            catalog.themes[one.theme].name_zh if one.theme else "", "",
        )
        for one in (*found.goals, *found.aims)
    )  # fmt: skip
    principles = (
        GoalRow(
            one.principle_id, "principle", GOALS["principle"], one.order, one.name_zh,
            one.name_en, "", one.gist_zh,
        )
        for one in found.principles
    )  # fmt: skip
    return (*goals, *principles)
