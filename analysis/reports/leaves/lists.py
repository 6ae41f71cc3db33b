"""Slides that list: regions, chains, sources, the newest values; tasks and one of them; two
regions; what worsened."""

from collections.abc import Mapping
from dataclasses import replace

from analysis.document.document import Leaf
from analysis.meeting.slide_plan import evidence_text, newest_facts
from analysis.meeting.slides import Slide
from analysis.plan.distribution import STANDINGS, Spread
from analysis.plan.marks import RegionMarks
from analysis.plan.progress import word
from analysis.plan.tasks import TaskBrief
from analysis.reports.leaves.plain import bare, table_figure
from analysis.series.changes import ARROWS
from analysis.text.table import Table
from data.model.catalog import Catalog

MOST = 9  # indicators of a task; the others are counted


def entries(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """The entries as a table; bare names as points."""
    if not any(entry.values for entry in slide.entries):
        return (replace(bare(slide), points=tuple(entry.name for entry in slide.entries)),)
    rows = tuple((entry.name, *entry.values) for entry in slide.entries)
    columns = tuple(name or "项目" for name in slide.columns)
    table = Table(slide.title, columns, rows)
    return (replace(bare(slide), figures=(table_figure("entries", table),)),)


def newest(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """The newest values, the period of each below it."""
    rows = tuple(
        (entry.name, *(_below(value) for value in entry.values)) for entry in slide.entries
    )
    table = Table(slide.title, tuple(name or "指标" for name in slide.columns), rows)
    return (replace(bare(slide), figures=(table_figure("latest", table),)),)


def _below(text: str) -> str:
    """5.4%（初） over 2026 年上半年, which may break where the page's may not."""
    value, comma, period = text.replace("\u00a0", " ").replace("\u2060", "").partition("，")
    return f"{value}\n{period}" if comma else text


def pairs(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """Two regions side by side, a row an indicator, and how one stands to the other."""
    rows = tuple((one.name, *one.texts, one.told) for one in slide.pairs)
    table = Table(slide.title, ("指标", *slide.columns, "两地之比或之差"), rows)
    own = tuple(text for text in slide.footnotes if not text.startswith("各行独立刻度"))
    return (replace(bare(slide), figures=(table_figure("pairs", table),), footnotes=own),)


def marks(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """The tasks, each with its measures and how its indicators stand, region by region."""
    found = dict.fromkeys((s.slug, s.label) for task in slide.tasks for s in task.spread)
    labels = {slug: label for slug, label in found if slug != "nation"}
    rows = tuple(_task(task, labels) for task in slide.tasks)
    table = Table(slide.title, ("重点任务", "措施", *labels.values()), rows)
    key = "；".join(f"{sign} {name}" for _, sign, name in STANDINGS)
    leaf = replace(bare(slide), figures=(table_figure("marks", table),))
    return (replace(leaf, footnotes=(f"{key}，数字为指标项数。", *leaf.footnotes)),)


def _task(task: TaskBrief, labels: Mapping[str, str]) -> tuple[str, ...]:
    own = {one.slug: one for one in task.spread}
    lacking = f"，{task.without} 项无统计指标" if task.without else ""
    measures = f"{len(task.measures)} 项{lacking}"
    return (task.task.name_zh, measures, *(_standing(own.get(slug)) for slug in labels))


def _standing(spread: Spread | None) -> str:
    if spread is None:
        return ""
    counts = ((sign, sum(spread.now[kind] for kind in kinds)) for kinds, sign, _ in STANDINGS)
    return "  ".join(f"{sign}{count}" for sign, count in counts if count)


def task(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """Measures with what speaks to them, and how the indicators moved; the newest facts on a slide
    of their own."""
    (one,) = slide.tasks
    measures = Table(
        f"{len(one.measures)} 项措施",
        ("措施", "依据"),
        tuple((row.measure.name_zh, evidence_text(row)) for row in one.measures),
    )
    figures = [table_figure("measures", measures)]
    moved = _moved(one)
    if moved is not None:
        figures.append(table_figure("moved", moved))
    leaf = replace(bare(slide), figures=tuple(figures))
    facts = newest_facts(one)
    if not facts:
        return (leaf,)
    rows = tuple(
        (word(catalog, fact.kind), fact.date, fact.fact_zh, "、".join(fact.publishers_zh))
        for fact in facts
    )
    newest = Table("最近的进展与安排", ("类别", "日期", "内容", "发布者"), rows)
    title = f"{one.task.name_zh}：最近的进展与安排"
    return (leaf, replace(leaf, title=title, figures=(table_figure("newest", newest),)))


def _moved(one: TaskBrief) -> Table | None:
    """The newest values of the indicators with the way they moved, region by region."""
    shown = [marks for marks in one.indicators if not marks.scope][:MOST]
    if not shown:
        return None
    labels = {region.slug: region.label for region in shown[0].regions}
    rows = []
    for marks_of_one in shown:
        own = {region.slug: region for region in marks_of_one.regions}
        unit = next((r.value.unit for r in marks_of_one.regions if r.value), "")
        name = f"{marks_of_one.indicator.short_zh}（{unit}）" if unit else (
            marks_of_one.indicator.short_zh
        )  # fmt: skip
        rows.append((name, *(_value(own.get(slug)) for slug in labels)))
    left = len(one.indicators) - len(shown)
    if left:
        rows.append((f"另有 {left} 项指标，见方案页", *([""] * len(labels))))
    return Table("指标", ("指标", *labels.values()), tuple(rows))


def _value(region: RegionMarks | None) -> str:
    if region is None or region.value is None:
        return ""
    arrow = region.since_base.arrow
    return f"{region.value.bare}{f' {ARROWS[arrow]}' if arrow else ''}"
