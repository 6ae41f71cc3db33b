"""The page of the plan as a Document."""

from analysis.document.document import Figure, Section
from analysis.meeting.slide_plan import PLAN, evidence_text
from analysis.plan.address import plan_view, query_of
from analysis.plan.progress import MEANING
from analysis.plan.summary import PlanSummary, plan_summary
from analysis.plan.tasks import TaskBrief
from analysis.reports.views.seen import Seen, said, table_figure
from analysis.series.claim_cards import CLAIMS_SOURCE
from analysis.series.evidence import credit
from analysis.state.view import Choices
from analysis.text.table import Table
from data.model.catalog import Catalog
from data.model.plan import WHOLE_PLAN

MEASURES = ("措施", "依据")
FACTS = ("日期", "类别", "内容", "来源")
FIGURES = ("文本所列", "数值", "范围", "核对")


def plan(catalog: Catalog, options: Choices, query: str) -> Seen:
    """Each task with its measures, what speaks to them, and the dated facts; the figures of the
    text with their checks."""
    chosen, _ = plan_view(query, options)
    found = plan_summary(catalog, chosen.view, chosen.kinds)
    whole = chosen.view.theme == WHOLE_PLAN
    return Seen(
        title="京津冀产业协同发展实施方案：重点任务与依据" if whole else f"方案任务：{found.topic}",
        filter_text=found.filter_text,
        query=query_of(chosen, options),
        lead=said("plan", (found.lead,)),
        sections=(
            *(_task(catalog, found, one) for one in found.tasks),
            *_ledger(found),
        ),
        remarks=(MEANING,),
    )


def _task(catalog: Catalog, found: PlanSummary, one: TaskBrief) -> Section:
    name = one.task.task_id
    rows = tuple((row.measure.name_zh, evidence_text(row)) for row in one.measures)
    measures = table_figure(
        f"{name}.measures",
        Table(f"{one.task.name_zh}：措施与依据", MEASURES, rows),
        source=PLAN,
    )
    figures = tuple(filter(None, (measures, _facts(catalog, found, one))))
    words = () if found.lead == one.finding else (one.finding,)
    return Section(name, 1, one.task.name_zh, said(name, words), figures)


def _facts(catalog: Catalog, found: PlanSummary, one: TaskBrief) -> Figure | None:
    every = {fact: None for row in one.measures for fact in row.progress.of(found.kinds)}
    rows = tuple(
        (fact.date, catalog.names["progress_kind", fact.kind], fact.fact_zh, fact.source_zh)
        for fact in sorted(every, key=lambda fact: fact.date, reverse=True)
    )
    caption = f"{one.task.name_zh}：各项进展"
    return table_figure(f"{one.task.task_id}.facts", Table(caption, FACTS, rows))


def _ledger(found: PlanSummary) -> tuple[Section, ...]:
    rows = tuple(
        (row.claim.name_zh, row.quantity.text, row.owner, row.verdict_zh) for row in found.ledger
    )
    table = Table("方案文本所列数字的核对", FIGURES, rows)
    figure = table_figure("figures", table, source=credit((CLAIMS_SOURCE,)))
    return (Section("figures", 1, "文本数字", (), (figure,)),) if figure else ()
