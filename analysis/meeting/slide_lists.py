"""Slides that list: the regions side by side, and what is not measured."""

from collections.abc import Iterable
from dataclasses import replace

from analysis.meeting.slide_pictures import absent_text
from analysis.meeting.slides import Entry, Sight, Slide, listed
from analysis.plan.summary import plan_summary
from analysis.series import measures, observations
from analysis.series.absence import absence
from analysis.series.evidence import credit, evidence, merged, told_together
from analysis.series.quantities import part
from analysis.series.selection import Selection, aggregate, in_total, observed, selection
from analysis.text import sentences
from analysis.text.provisional import all_first, row_year
from analysis.text.table import Table
from data.model.catalog import Catalog
from data.model.plan import WHOLE_PLAN

LONGEST_NAMES = 34  # characters of names in one row that can be read from afar
TOGETHER = "三地一列由本站计算：总量为三地相加，比率为分子、分母各自相加后再除；不能合并的留空。"
SHARE = "占三地 = 所选地区 ÷ 三地合计，由本站计算；不可加总的留空。"


def regions(catalog: Catalog, at: Sight) -> Slide:
    """The headline indicators of the scene's theme, the chosen regions side by side."""
    view = at.view
    topics = [
        topic
        for row in catalog.headlines(view.theme)
        if (topic := selection(catalog, view, row.indicator_id)).has_regions
    ]
    main = selection(catalog, view, view.indicator)
    told = sentences.finding(catalog, main, aggregate(catalog, main))
    is_whole, whole = at.scope.is_complete, at.scope.whole.name
    names = (*(region.short_zh for region in at.scope.regions), whole if is_whole else f"占{whole}")
    entries = tuple(_row(catalog, topic) for topic in topics)
    every = [evidence(catalog, one, one.scope.codes, one.years) for one in topics or [main]]
    used = merged(every)
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="list" if entries else "words",
        title=at.title(told),
        filter_text=sentences.filter_text(catalog, view, main),
        columns=("", *names),
        entries=entries,
        source=credit(used),
        sources=used,
        footnotes=(TOGETHER if is_whole else SHARE, *told_together(catalog, every)),
        absence=absent_text(catalog, main, view),
    )
    return listed(slide)


def _row(catalog: Catalog, topic: Selection) -> Entry:
    """An indicator in the last year that all chosen regions have, one value a region, and the
    three together where they can be, or the regions' part of the three."""
    codes = topic.scope.codes
    year = measures.latest_year(topic.columns[code] for code in codes) or 0
    name = topic.indicator.indicator_id
    found = ((code, observed(catalog, topic, code, year)) for code in codes)
    mark = observations.provisional_mark(catalog) if all_first(topic, codes, year) else ""
    values = [
        q.bare.removesuffix(mark) if q else absence(catalog, name, [code], [year])
        for code, q in found
    ]
    unit = f"{topic.shown.unit}，" if "=100" not in topic.shown.unit else ""
    name = f"{topic.indicator.short_zh}（{unit}{row_year(topic, codes, year)}）"
    return Entry(name, (*values, _together(catalog, topic, year).removesuffix(mark)))


def _together(catalog: Catalog, topic: Selection, year: int) -> str:
    if topic.scope.is_complete:
        whole = aggregate(catalog, topic)
        if whole is None or year not in whole.values:
            return ""
        found = in_total(catalog, topic, whole, year)
        return found.text if found.unit != topic.shown.unit else found.bare
    parts = topic.shares_in(year)
    return part(sum(parts[code] for code in topic.scope.codes)) if parts else ""


def gaps(catalog: Catalog, at: Sight) -> Slide:
    """What the plan asks for and no collected figure speaks to, task by task."""
    found = plan_summary(catalog, replace(at.view, theme=WHOLE_PLAN))
    tasks = [(one.task.name_zh, [m.measure for m in one.measures]) for one in found.tasks]
    others = [m.measure for one in found.safeguards for m in one.measures]
    groups = [*tasks, (f"{len(found.safeguards)} 项保障措施", others)]
    entries, bare = [], 0
    for name, asked in groups:
        missing = [measure.name_zh for measure in asked if measure.gap_zh]
        bare += len(missing)
        entries.append(Entry(name, (f"{len(missing)} / {len(asked)}", some(missing))))
    reasons = tuple(
        (measure.name_zh, measure.gap_zh)
        for _, asked in groups
        for measure in asked
        if measure.gap_zh
    )
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="list",
        title=at.title(f"按方案梳理的 {found.measure_count} 项措施中，{bare} 项暂无指标"),
        filter_text="方案要点 · 不分地区",
        columns=("任务", "暂无指标", "其中"),
        entries=tuple(entries),
        source="来源：《京津冀产业协同发展实施方案》；措施由本站按方案梳理",
        footnotes=("暂无指标：本站未收录能够说明该项措施的公开数据。",),
        table=Table("暂无指标的措施", ("措施", "原因"), reasons),
    )
    return listed(slide)


def some(names: Iterable[str]) -> str:
    """As many of the names as can be read from afar, and how many more there are."""
    every = list(names)
    kept: list[str] = []
    for name in every:
        if kept and sum(map(len, kept)) + len(name) > LONGEST_NAMES:
            break
        kept.append(name)
    more = f"等 {len(every)} 项" if len(kept) < len(every) else ""
    return "；".join(kept) + more
