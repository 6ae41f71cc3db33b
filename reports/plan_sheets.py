"""The plan as sheets: its tasks, how their indicators moved, and its measures with all that speaks
to them."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from analysis import links
from analysis.meeting.slide_plan import evidence_text
from analysis.plan.direction import base_text, first_base
from analysis.plan.distribution import KINDS
from analysis.plan.progress import COUNTED
from analysis.plan.summary import PlanSummary
from analysis.plan.tasks import MeasureBrief, TaskBrief
from data.model.catalog import Catalog
from data.model.progress import ARRANGEMENT, BEFORE, RESULT, newest
from reports.columns import Cell
from reports.sheets import Column, Sheet

PLAN = "来源：《京津冀产业协同发展实施方案》；措施的名称按方案文本。"
NO_TARGETS = "方案没有为任务规定数值；方向由本站按每项指标期望的方向计算，不是完成率。"
MEASURES = (
    Column("任务或保障措施", 34), Column("措施编号", 16), Column("措施", 44), Column("依据", 30),
    Column("指标", 50), Column("平台", 40), Column("领域", 24), Column("产业链", 24),
    Column("文本数字", 40), Column("没有依据的原因", 40), Column("进展（条）", 12),
    Column("安排（条）", 12), Column("此前（条）", 12), Column("最近一条进展", 50),
    Column("网址", 40),
)  # fmt: skip
TASKS = (
    Column("序号", 8), Column("任务", 40), Column("内容", 70), Column("措施（项）", 12),
    Column("有指标（项）", 14), Column("无任何依据（项）", 16), Column("有进展（项）", 14),
    Column("网址", 40),
)  # fmt: skip


def plan_sheets(
    catalog: Catalog, found: PlanSummary, tasks: Collection[str] = ()
) -> tuple[Sheet, ...]:
    """The sheets of a view of the plan: of these tasks, of all that it shows where none is named,
    with the safeguards then, if it is of the whole plan."""
    own = [one for one in found.tasks if not tasks or one.task.task_id in tasks]
    held = found.safeguards if not tasks and len(own) > 1 else ()
    parts = [(one.task.name_zh, one.measures, one.indicators) for one in own]
    parts += [(one.safeguard.name_zh, one.measures, one.indicators) for one in held]
    names = {m.indicator.indicator_id: m.indicator.name_zh for *_, many in parts for m in many}
    rows = tuple(_task(catalog, one) for one in own)
    measures = tuple(
        _measure(catalog, name, one, names) for name, every, _ in parts for one in every
    )
    told, notes = found.filter_text, (COUNTED, PLAN)
    return (
        Sheet("任务", "重点任务", told, TASKS, rows, notes, 2),
        _directions(found, own),
        Sheet("措施", "措施与依据", told, MEASURES, measures, notes, 3),
    )


def _task(catalog: Catalog, one: TaskBrief) -> tuple[Cell, ...]:
    return (
        one.task.order,
        one.task.name_zh,
        one.task.gist_zh,
        len(one.measures),
        len(one.measures) - one.without,
        one.bare,
        one.progressed,
        links.permanent_part("task", one.task.task_id, catalog.digest),
    )


def _directions(found: PlanSummary, tasks: Sequence[TaskBrief]) -> Sheet:
    """How many indicators of each task improved, fell back …, region by region."""
    base = base_text(first_base(found.view.start, found.view.end))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.task.name_zh, spread.label, spread.total, *(spread.now[kind] for kind in KINDS))
        for one in tasks
        for spread in one.spread
    )
    names = (Column(name, 2 * len(name) + 4) for name in KINDS.values())
    columns = (Column("任务", 40), Column("地区", 10), Column("指标（项）", 12), *names)
    title = f"各任务的指标：与基期（{base}）相比"
    return Sheet("指标方向", title, found.filter_text, columns, rows, (NO_TARGETS,), 2)


def _measure(
    catalog: Catalog, part: str, one: MeasureBrief, indicators: Mapping[str, str]
) -> tuple[Cell, ...]:
    """A measure: its name as the plan has it, what speaks to it by name, and its facts counted."""
    facts = one.progress.facts
    done = newest(fact for fact in facts if fact.kind == RESULT)
    counts = (sum(fact.kind == kind for fact in facts) for kind in (RESULT, ARRANGEMENT, BEFORE))
    return (
        part,
        one.measure.measure_id,
        one.measure.name_zh,
        evidence_text(one),
        _told(one, ((name, indicators[name]) for name in one.indicators)),
        _told(one, ((place.platform_id, place.name_zh) for place in one.platforms)),
        _told(one, ((field.field_id, field.name_zh) for field in one.fields)),
        _told(one, ((chain.chain_id, chain.name_zh) for chain in one.chains)),
        _told(one, ((row.claim.claim_id, row.claim.name_zh) for row in one.claims)),
        one.gap,
        *counts,
        f"{done[0].date}：{done[0].fact_zh}" if done else None,
        links.permanent_part("measure", one.measure.measure_id, catalog.digest),
    )


def _told(one: MeasureBrief, named: Iterable[tuple[str, str]]) -> str | None:
    """Names with the remark of their link; None for none."""
    said = (f"{name}（{one.notes[key]}）" if key in one.notes else name for key, name in named)
    return "；".join(said) or None
