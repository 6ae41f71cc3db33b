"""Slides of the plan: the eight tasks with their marks, and one task with what speaks to it."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.meeting.slides import Sight, Slide
from analysis.plan.direction import base_text, first_base
from analysis.plan.distribution import JUDGED, KINDS, Spread, judged, spreads
from analysis.plan.progress import GAP, MEANING
from analysis.plan.sentences import finding
from analysis.plan.summary import PlanSummary, plan_summary
from analysis.plan.tasks import MeasureBrief, TaskBrief
from analysis.series.evidence import credit
from analysis.text.table import Table
from data.model.catalog import JJJ, NATION, Catalog
from data.model.plan import WHOLE_PLAN
from data.model.progress import ARRANGEMENT, RESULT, Fact, newest

FACTS = 3  # dated facts on the slide of a task
PLAN = "来源：《京津冀产业协同发展实施方案》"


def tasks(catalog: Catalog, at: Sight) -> Slide:
    """The eight tasks, each with how its indicators stand in the chosen regions."""
    found = plan_summary(catalog, replace(at.view, theme=WHOLE_PLAN))
    every = tuple({m.indicator.indicator_id: m for t in found.tasks for m in t.indicators}.values())
    base = first_base(at.view.start, at.view.end)
    whole = spreads(every, catalog.plan.paces, base)
    own = [one for one in whole if one.code not in {JJJ, NATION}]
    return Slide(
        scene=at.scene,
        choice=at.choice,
        layout="marks",
        title=at.title(_standing(len(found.tasks), own)),
        filter_text=found.filter_text,
        sentence=finding(whole, base, ""),
        tasks=found.tasks,
        source="来源：各指标的发布机构，见指标页；任务依据《京津冀产业协同发展实施方案》",
        footnotes=(
            "方案没有为任务规定数值，方向按每项指标期望的方向判断，由本站计算。",
            "只计以同一基期可比、不含价格因素且互不包含的指标，其余不作评价。",
            "无统计指标的措施，其中部分有平台或文本数字。",
            *_shared(found, own),
        ),
        note=at.scene.note_zh or "",
        table=_table(found, base),
    )


def _shared(found: PlanSummary, own: Sequence[Spread]) -> list[str]:
    """Why the tasks' rows add up to more than the title counts, where they do."""
    codes = {one.code for one in own}
    rows = [one for task in found.tasks for one in task.spread if one.code in codes]
    listed, counted = (
        sum(one.now[name] for one in each for name in JUDGED) for each in (rows, own)
    )
    return ["一项指标可对应两项任务，各行相加多于标题的数。"] if listed > counted else []


def _standing(count: int, own: Sequence[Spread]) -> str:
    parts = "；".join(f"{one.label} {judged(one.now) or '没有可以计数的'}" for one in own)
    return f"{count} 项重点任务的可比指标：{parts}"


def _table(found: PlanSummary, base: int) -> Table:
    rows = tuple(
        (one.task.name_zh, spread.label, *(str(spread.now[kind]) for kind in KINDS))
        for one in found.tasks
        for spread in one.spread
    )
    return Table(
        f"各任务的指标（项，以 {base_text(base)}为基期）", ("任务", "地区", *KINDS.values()), rows
    )


def task(catalog: Catalog, at: Sight) -> Slide:
    """The task of the scene's theme: its measures with what speaks to them, and how its
    indicators moved in the chosen regions."""
    found = plan_summary(catalog, at.view)
    (one,) = found.tasks
    base = first_base(at.view.start, at.view.end)
    documents = [source.dated for mark in one.indicators for source in mark.evidence.documents]
    cited = tuple(dict.fromkeys(documents))
    told = tuple(fact.source_zh for fact in newest_facts(one))
    return Slide(
        scene=at.scene,
        choice=at.choice,
        layout="task",
        title=at.title(_of_task(one)),
        filter_text=found.filter_text,
        tasks=found.tasks,
        source=credit(cited) if cited else PLAN,
        sources=tuple(dict.fromkeys((*cited, *told))),
        footnotes=(
            f"方向：以 {base_text(base)}为基期与最新年份相比，期望的方向见指标目录；由本站计算。",
            "现价指标含价格变动，不作评价。",
            *([MEANING] if told else []),
        ),
        note=at.scene.note_zh or "",
        table=_measures(one),
    )


def _of_task(one: TaskBrief) -> str:
    """The task's name and how its indicators stand, region by region; else its measures."""
    told = [
        f"{spread.label} {words}"
        for spread in one.spread
        if spread.code not in {JJJ, NATION} and (words := judged(spread.now))
    ]
    said = "；".join(told) or f"{len(one.measures)} 项措施"
    return f"{one.task.name_zh}：{said}"


def _measures(one: TaskBrief) -> Table:
    rows = tuple((row.measure.name_zh, evidence_text(row)) for row in one.measures)
    return Table("措施与依据", ("措施", "依据"), rows)


def newest_facts(one: TaskBrief) -> tuple[Fact, ...]:
    """The newest facts on a task's measures that say what was done or arranged for it."""
    kinds = (RESULT, ARRANGEMENT)
    return newest(fact for row in one.measures for fact in row.progress.of(kinds))[:FACTS]


def evidence_text(one: MeasureBrief) -> str:
    """What speaks to a measure, counted: 3 项指标、2 个平台、进展 4 条; results only, and never as
    an indicator."""
    counts = (
        (len(one.indicators), "项指标"),
        (len(one.platforms), "个平台"),
        (len(one.claims), "项文本数字"),
    )
    done = one.progress.results
    results = f"进展 {done} 条" if done else ""
    said = "、".join(f"{count} {word}" for count, word in counts if count)
    if not said:
        return f"{GAP}，有{results}" if done else GAP
    return f"{said}、{results}" if done else said
