"""Slides that list: the regions side by side, what is not measured, where numbers come from."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from analysis.meeting.slide_pictures import absent_text
from analysis.meeting.slides import Entry, Sight, Slide
from analysis.plan.summary import plan_summary
from analysis.series import measures, observations
from analysis.series.absence import absence
from analysis.series.evidence import Evidence, credit, evidence, merged
from analysis.series.quantities import number, part
from analysis.series.selection import Selection, aggregate, in_total, observed, selection
from analysis.text import sentences
from analysis.text.table import Table
from data.model.catalog import JJJ, Catalog, Observation
from data.model.plan import WHOLE_PLAN

LONGEST_NAMES = 34  # characters of names in one row that can be read from afar
MOST_SOURCES = 8
PUBLISHER_COLUMNS = ("发布机构", "数值（个）", "年份", "用得最多的一份")
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
        footnotes=(TOGETHER if is_whole else SHARE, *_notes(every)),
        absence=absent_text(catalog, main, view),
    )
    return _spoken(slide)


def _notes(every: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note for one in every for note in one.told))


def _row(catalog: Catalog, topic: Selection) -> Entry:
    """An indicator in the last year that all chosen regions have, one value a region, and the
    three together where they can be, or the regions' part of the three."""
    codes = topic.scope.codes
    year = measures.latest_year(topic.columns[code] for code in codes) or 0
    name = topic.indicator.indicator_id
    found = ((code, observed(catalog, topic, code, year)) for code in codes)
    values = [q.bare if q else absence(catalog, name, [code], [year]) for code, q in found]
    unit = f"{topic.shown.unit}，" if "=100" not in topic.shown.unit else ""
    name = f"{topic.indicator.short_zh}（{unit}{sentences.year_text(year)}）"
    return Entry(name, (*values, _together(catalog, topic, year)))


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
        entries.append(Entry(name, (f"{len(missing)} / {len(asked)}", _some(missing))))
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
    return _spoken(slide)


def _some(names: Iterable[str]) -> str:
    """As many of the names as can be read from afar, and how many more there are."""
    every = list(names)
    kept: list[str] = []
    for name in every:
        if kept and sum(map(len, kept)) + len(name) > LONGEST_NAMES:
            break
        kept.append(name)
    more = f" 等 {len(every)} 项" if len(kept) < len(every) else ""
    return "；".join(kept) + more


@dataclass(slots=True)
class _Publisher:
    """A body with the years of its values and how many of them each publication gave."""

    name: str
    years: list[int] = field(default_factory=list)
    titles: Counter[str] = field(default_factory=Counter)

    def cells(self) -> tuple[str, ...]:
        """Its row: name, number of values, years, the publication that gave most."""
        years = sentences.years(min(self.years), max(self.years))
        return self.name, number(len(self.years), 0), years, self.titles.most_common(1)[0][0]


def sources(catalog: Catalog, at: Sight) -> Slide:
    """Who published the values of the chosen regions and of the three together."""
    codes = {*at.scope.codes, JJJ}
    found = {
        key: observation
        for key, observation in observations.published(catalog)
        if key[1] in codes and at.view.start <= key[2] <= at.view.end
    }
    publishers = _publishers(found)
    rows = tuple(publisher.cells() for publisher in publishers)
    titles = len({one.source.title_zh for one in found.values()})
    years = sentences.years(at.view.start, at.view.end)
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="list" if rows else "words",
        title=at.title(
            f"{at.scope.name}的 {number(len(found), 0)} 个数值"
            f"来自 {len(rows)} 家机构的 {titles} 种资料"
        ),
        filter_text=f"全部主题 · {at.scope.name} · {years} 年",
        columns=PUBLISHER_COLUMNS,
        entries=_most(publishers),
        source=f"数据版本 {catalog.version}（{catalog.digest}）",
        footnotes=_told(catalog, found.values()),
        table=Table("数值的来源", PUBLISHER_COLUMNS, rows),
        absence="" if rows else "所选年份的数值本站未收录。",
    )
    return _spoken(slide)


def _publishers(
    found: Mapping[tuple[str, str, int], Observation],
) -> list[_Publisher]:
    """The bodies that published the values, each of those that did so together; whoever
    published most first."""
    own: dict[str, _Publisher] = {}
    for (_, _, year), one in found.items():
        for body in one.source.publishers_zh:
            publisher = own.setdefault(body, _Publisher(body))
            publisher.years.append(year)
            publisher.titles[one.source.title_zh] += 1
    return sorted(own.values(), key=lambda publisher: len(publisher.years), reverse=True)


def _told(catalog: Catalog, found: Iterable[Observation]) -> tuple[str, ...]:
    """What is counted, and how many of the values are no official statistics."""
    estimates = sum(one.status == "E" for one in found)
    counted = "含三地合计的数值，不含全国的数值；几家机构联合发布的，每家各计一次。"
    kind = catalog.names["obs_status", "E"]
    return (counted, *([f"其中 {number(estimates, 0)} 个为{kind}。"] if estimates else []))


def _most(publishers: Sequence[_Publisher]) -> tuple[Entry, ...]:
    """Those who published most, and the number of the others' values in one row."""
    rows = (publisher.cells() for publisher in publishers[:MOST_SOURCES])
    entries = [Entry(row[0], row[1:]) for row in rows]
    others = publishers[MOST_SOURCES:]
    if others:
        count = sum(len(publisher.years) for publisher in others)
        entries.append(Entry(f"其余 {len(others)} 家", (number(count, 0), "", "")))
    return tuple(entries)


def _spoken(slide: Slide) -> Slide:
    """The slide with its scene's note, and with its entries as the table behind it."""
    rows = tuple((entry.name, *entry.values) for entry in slide.entries)
    behind = slide.table or Table(slide.title, slide.columns, rows)
    return replace(slide, note=slide.scene.note_zh or "", table=behind)
