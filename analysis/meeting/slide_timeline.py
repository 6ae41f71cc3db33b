"""The slide of what has happened: how many dated facts each task has in each year, by kind."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.meeting.slide_plan import PLAN
from analysis.meeting.slides import Entry, Sight, Slide, listed
from analysis.plan.summary import PlanSummary, plan_summary
from analysis.plan.timeline import Timeline, timeline
from analysis.text.table import Table
from data.model.catalog import Catalog
from data.model.plan import WHOLE_PLAN
from data.model.progress import KINDS, RESULT, Fact, newest

# What a cell may hold, shorter than on the page, which has more room.
KINDS_TOLD = (
    "进展：已有成效；安排：目标、部署、印发、公示；此前：方案印发（2023 年 5 月）前的情况。"
)


def timeline_list(catalog: Catalog, at: Sight) -> Slide:
    """Tasks and safeguards as rows, years as columns; in a cell the facts of each kind."""
    found = plan_summary(catalog, replace(at.view, theme=WHOLE_PLAN))
    shown = timeline(found)
    facts = tuple(fact for row in shown.rows for cell in row.cells for fact in cell)
    sources = tuple(dict.fromkeys(fact.source_zh for fact in newest(facts)))
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="list" if facts else "words",
        title=at.title(_title(found, shown, facts)),
        filter_text=f"方案要点 · {at.scope.name}",
        columns=("任务、保障措施", *shown.columns),
        entries=tuple(
            Entry(row.name, tuple(_cell(catalog, cell) for cell in row.cells)) for row in shown.rows
        ),
        source=f"{PLAN}；各项进展的文件和报道 {len(sources)} 处，逐条列于数据表",
        sources=sources,
        footnotes=(f"{KINDS_TOLD}格内为条数，不是完成率。",),
        table=_table(catalog, shown),
        note=at.scene.note_zh or "",
        absence="" if facts else "所选地区的进展本站未收录。",
    )
    return listed(slide)


def _title(found: PlanSummary, shown: Timeline, facts: Sequence[Fact]) -> str:
    """按方案梳理的 74 项措施中，60 项有进展，共 114 条；最近为 2026 年 6 月."""
    done = [fact for fact in facts if fact.kind == RESULT]
    measures = {fact.measure_id for fact in done}
    lead = f"按方案梳理的 {found.measure_count} 项措施中，{len(measures)} 项有进展"
    if not done:
        return lead
    return f"{lead}，共 {len(done)} 条；最近一条在 {newest(done)[0].date[:4]} 年"


def _cell(catalog: Catalog, facts: Sequence[Fact]) -> str:
    """进展 3、安排 2; "" without any."""
    counts = [(kind, sum(fact.kind == kind for fact in facts)) for kind in KINDS]
    names = catalog.names
    return "、".join(f"{names['progress_kind', kind]} {n}" for kind, n in counts if n)


def _table(catalog: Catalog, shown: Timeline) -> Table:
    """Every fact with its date, kind, document and publisher."""
    rows = tuple(
        (row.name, fact.date, catalog.names["progress_kind", fact.kind], fact.fact_zh,
         fact.source_zh)
        for row in shown.rows
        for cell in row.cells
        for fact in cell
    )  # fmt: skip
    return Table("各项进展", ("任务", "日期", "类别", "内容", "来源"), rows)
