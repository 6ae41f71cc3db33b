"""任务专报: tasks of the plan, each with what its measures have, how its indicators moved, and the
dated facts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.document.document import Cited, Document, Figure, Section, Sentence
from analysis.meeting.slide_plan import PLAN as CREDIT
from analysis.meeting.slide_plan import evidence_text
from analysis.plan.direction import base_text, first_base
from analysis.plan.distribution import JUDGED, KINDS, Spread
from analysis.plan.marks import IndicatorMarks, RegionMarks
from analysis.plan.progress import COUNTED, counts, word
from analysis.plan.summary import PlanSummary, plan_summary
from analysis.plan.tasks import TaskBrief
from analysis.reports.asked import Asked, filter_text, view_of
from analysis.reports.indicator_sections import lines_of
from analysis.reports.monitoring import LEAD, ROUNDED, RULE
from analysis.reports.problems import problems
from analysis.reports.sentences.paragraph import paragraph
from analysis.reports.sentences.said import MOST, Part, chosen, stated
from analysis.series.evidence import credit
from analysis.text.periods import span_text
from analysis.text.table import Table
from data.model.catalog import JJJ, NATION, Catalog
from data.model.plan import WHOLE_PLAN
from data.model.progress import ARRANGEMENT, RESULT, Fact, newest

PLAN = "《京津冀产业协同发展实施方案》"
NO_NUMBERS = "方案没有为任务规定数值；方向和速度按固定规则判断，不是完成率。"
COUNT = "按收录的条目计数"
FACT_COLUMNS = ("措施", "时间", "类别", "内容", "来源")
EVIDENCE_COLUMNS = ("措施", "依据", "指标")
MARK_COLUMNS = ("指标", "地区", "最新数值", "对比基期以来", "2022 年以来", "速度")
NOTHING = "—"


def task_report(catalog: Catalog, asked: Asked) -> Document:
    """The report of the tasks that are asked for; of all where the whole plan is."""
    found = plan_summary(catalog, replace(asked.view, regions=asked.regions, theme=WHOLE_PLAN))
    tasks = [one for one in found.tasks if one.task.task_id in asked.topics]
    is_one = len(tasks) == 1
    sections: list[Section] = []
    sources = [PLAN]
    for one in tasks:
        sections += _task(catalog, asked, one, is_one=is_one)
        sources += _sources(one)
    ids = [one.task.task_id for one in tasks]
    watched = problems(catalog, replace(asked.view, regions=asked.regions), ids)
    return Document(
        title=f"“{tasks[0].task.name_zh}”任务专报" if is_one else "方案重点任务专报",
        subtitle=span_text(asked.view.start, asked.view.end),
        filter_text=filter_text(catalog, asked, "方案任务"),
        version=catalog.version,
        digest=catalog.digest,
        address="",
        lead=_lead(catalog, found, tasks),
        sections=(*sections, *watched.sections),
        sources=tuple(dict.fromkeys((*sources, *watched.sources))),
        remarks=(NO_NUMBERS, COUNTED, ROUNDED, RULE),
    )


def _lead(catalog: Catalog, found: PlanSummary, tasks: Sequence[TaskBrief]) -> tuple[Sentence, ...]:
    """How many measures the tasks have, how many of them with an indicator and with a result."""
    measures = [row for one in tasks for row in one.measures]
    what = f"任务“{tasks[0].task.name_zh}”" if len(tasks) == 1 else "重点任务"
    parts: list[Part] = [
        f"{what}按方案梳理为 ", _count(len(measures), "项"), "措施，其中有指标的 ",
        _count(sum(bool(row.indicators) for row in measures), "项"), "，有进展的 ",
        _count(sum(row.progress.results > 0 for row in measures), "项"),
    ]  # fmt: skip
    facts = [fact for row in measures for fact in row.progress.facts]
    return (stated(f"{LEAD}.measures", parts), *_facts_said(catalog, facts, LEAD))


def _task(catalog: Catalog, asked: Asked, one: TaskBrief, is_one: bool) -> list[Section]:
    """A task: the count of its indicators, then its indicators, then its measures."""
    key = one.task.task_id
    base = first_base(asked.view.start, asked.view.end)
    head = Section(key, 1, one.task.name_zh, _standing(one.spread, base, key))
    measures = Section(
        key=f"{key}.measures",
        level=2,
        heading="措施与进展",
        sentences=_measures_said(catalog, one),
        figures=(_evidence_figure(one), *_fact_figures(catalog, one)),
    )
    return [head, *_indicators(catalog, asked, one, is_one=is_one), measures]


def _standing(spread: Sequence[Spread], base: int, key: str) -> tuple[Sentence, ...]:
    """北京：3 项改善、1 项有所回落 …, of each region, since the base of the plan."""
    own = [one for one in spread if one.code not in {JJJ, NATION}]
    if own and not any(one.now[name] for one in own for name in JUDGED):
        lead = f"以 {base_text(base)}为基期，"
        text = "有分地区数值的指标中，各地均没有可以计数的"
        return (stated(f"{key}.standing", [lead, _count(own[0].total, "项"), text]),)
    said = []
    for one in own:
        kinds = [name for name in KINDS if one.now[name]]
        judged = [name for name in kinds if name in JUDGED]
        parts: list[Part] = [f"以 {base_text(base)}为基期，{one.label} ", _count(one.total, "项"),
                             "有分地区数值的指标中，"]  # fmt: skip
        for place, name in enumerate(judged):
            lead = "、" if place else ""
            parts += [lead, _count(one.now[name], "项"), KINDS[name]]
        rest = sum(one.now[name] for name in kinds if name not in JUDGED)
        parts += [] if judged else ["没有可以计数的"]
        if rest:
            parts += ["，另有 ", _count(rest, "项"), "不计数"]
        said.append(stated(f"{key}.standing.{one.slug}", parts))
    return tuple(said)


def _indicators(catalog: Catalog, asked: Asked, one: TaskBrief, is_one: bool) -> list[Section]:
    """The indicators that speak to the task: of one task each with its paragraph and lines, of
    several tasks their marks in a table."""
    figures = _marks_figure(one)
    if not is_one:
        return [Section(f"{one.task.task_id}.marks", 2, "指标", (), figures)] if figures else []
    sections: list[Section] = []
    for mark in one.indicators:
        name = mark.indicator.indicator_id
        own = paragraph(catalog, view_of(catalog, asked, name), asked.frame)
        if own is not None:
            said = tuple(said.sentence for said in chosen(own.said, MOST))
            drawn = lines_of(catalog, asked, name) if len(sections) < MOST else ()
            source = credit(tuple(one.dated for one in mark.evidence.documents))
            sections.append(Section(name, 2, own.heading, said, drawn, source))
    return [*sections, Section(f"{one.task.task_id}.marks", 2, "方向与速度", (), figures)]


def _marks_figure(one: TaskBrief) -> tuple[Figure, ...]:
    rows = tuple(_mark(mark, own) for mark in one.indicators for own in mark.regions)
    if not rows:
        return ()
    title = f"{one.task.name_zh}：指标的方向与速度"
    publishers = dict.fromkeys(m.evidence.publisher for m in one.indicators if m.evidence.publisher)
    return (
        Figure(f"{one.task.task_id}.marks", title, "", None, Table(title, MARK_COLUMNS, rows),
               (NO_NUMBERS,), f"来源：{'；'.join(publishers)}" if publishers else ""),
    )  # fmt: skip


def _mark(mark: IndicatorMarks, own: RegionMarks) -> tuple[str, ...]:
    value = f"{own.value.text}（{own.year} 年）" if own.value and own.year else "本站未收录"
    pace = f"{own.pace.name_zh}：{own.pace_text}" if own.pace else own.pace_reason or NOTHING
    return (
        mark.indicator.short_zh,
        own.label,
        value,
        own.since_base.text or own.since_base.reason or NOTHING,
        own.since_2022.text or own.since_2022.reason or NOTHING,
        pace,
    )


def _measures_said(catalog: Catalog, one: TaskBrief) -> tuple[Sentence, ...]:
    key = f"{one.task.task_id}.measures"
    parts: list[Part] = [
        _count(len(one.measures), "项"), "措施中，有指标的 ",
        _count(len(one.measures) - one.without, "项"), "，暂无指标的 ", _count(one.bare, "项"),
        "，有进展的 ", _count(one.progressed, "项"),
    ]  # fmt: skip
    facts = [fact for row in one.measures for fact in row.progress.facts]
    return (stated(f"{key}.count", parts), *_facts_said(catalog, facts, key))


def _facts_said(catalog: Catalog, facts: Sequence[Fact], key: str) -> tuple[Sentence, ...]:
    """已收录进展 12 条、安排 5 条，最近一条进展在 2026 年."""
    number = {kind: count for kind, count in counts(facts).items() if count}
    if not number:
        return ()
    parts: list[Part] = ["已收录"]
    for place, (kind, count) in enumerate(number.items()):
        parts += [f"{'、' if place else ''}{word(catalog, kind)} ", _count(count, "条")]
    done = newest(fact for fact in facts if fact.kind == RESULT)
    if done:
        parts.append(f"，最近一条进展在 {done[0].date[:4]} 年")
    return (stated(f"{key}.facts", parts),)


def _evidence_figure(one: TaskBrief) -> Figure:
    """What speaks to each measure, counted, and why there is no indicator where there is none."""
    names = {m.indicator.indicator_id: m.indicator.short_zh for m in one.indicators}
    rows = tuple(
        (
            row.measure.name_zh,
            evidence_text(row),
            "、".join(names[name] for name in row.indicators if name in names)
            or row.gap
            or NOTHING,
        )
        for row in one.measures
    )
    title = f"{one.task.name_zh}：措施与依据"
    table = Table(title, EVIDENCE_COLUMNS, rows)
    return Figure(f"{one.task.task_id}.evidence", title, "", None, table, source=CREDIT)


def _fact_figures(catalog: Catalog, one: TaskBrief) -> tuple[Figure, ...]:
    """Every fact of the task that says what was done or arranged, the newest of each measure
    first."""
    rows = tuple(
        (row.measure.name_zh, fact.date, word(catalog, fact.kind), fact.fact_zh, fact.source_zh)
        for row in one.measures
        for fact in row.progress.of((RESULT, ARRANGEMENT))
    )
    if not rows:
        return ()
    title = f"{one.task.name_zh}：措施的进展和安排"
    table = Table(title, FACT_COLUMNS, rows)
    return (Figure(f"{one.task.task_id}.facts", title, "", None, table, (COUNTED,)),)


def _count(number: int, unit: str) -> Cited:
    """How many there are of something; a count has no cell in the tables."""
    return Cited(f"{number} {unit}", "", "", "", COUNT)


def _sources(one: TaskBrief) -> Iterable[str]:
    yield from (source.dated for mark in one.indicators for source in mark.evidence.documents)
    yield from (fact.source_zh for row in one.measures for fact in row.progress.facts)
