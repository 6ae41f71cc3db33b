"""What must hold of a scene, whether it stands in the table or in a briefing of one's own."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from data.model.catalog import Catalog
from data.model.periods import ANNUAL, MONTHLY, QUARTERLY, frequency, period, written
from data.model.plan import WHOLE_PLAN
from data.model.scenes import FINDING, LAYOUTS, LISTS, LONGEST, MOST_POINTS, Scene, scenes
from data.package.faults import Fault
from data.package.scene_filters import Filters, codes_in, codes_of, wrong

FIRST_ROW = 2  # the header is row 1

PAIR = 2  # regions that are compared

Flaw = tuple[str, object, str]  # column, value, what is expected instead

DRAWN = ("number", "chart", "bars", "numbers-chart")  # layouts that show quarters and months too


@dataclass(frozen=True, slots=True)
class Known:
    """What a scene may name: themes, indicators with the frequencies of their values, the slugs of
    the regions, and the first and last period of each frequency; the ids of chains, platforms and
    sections of industry; and what each filter of a layout may say."""

    themes: AbstractSet[str]
    indicators: Mapping[str, AbstractSet[str]]
    regions: AbstractSet[str]
    ends: Mapping[str, tuple[int, int]]
    chains: AbstractSet[str] = frozenset()
    places: AbstractSet[str] = frozenset()
    sections: AbstractSet[str] = frozenset()
    filters: Filters = field(default_factory=dict)

    @property
    def subjects(self) -> Mapping[str, AbstractSet[str]]:
        """What the subject of a scene may be, by its layout."""
        return {
            "list": LISTS.keys(),
            "chain": self.chains,
            "place": self.places,
            "areas": self.sections,
        }


def known_to(catalog: Catalog) -> Known:
    """What the catalog has for scenes to name."""
    facts = catalog.facts.periods if catalog.facts else {}
    of_facts = ((name, number) for name, own in facts.items() for number in own)
    of_tables = ((name, number) for name, _, number in catalog.observations)
    indicators, ends = _held(chain(of_tables, of_facts))
    return Known(
        themes=frozenset(catalog.themes),
        indicators=indicators,
        regions=frozenset(region.slug for region in catalog.provinces),
        ends=ends,
        chains=frozenset(chain.chain_id for chain in catalog.plan.chains),
        places=frozenset(place.platform_id for place in catalog.platforms),
        sections=catalog.areas.industries.keys(),
        filters=codes_of(catalog).filters,
    )


def _held(
    values: Iterable[tuple[str, int]],
) -> tuple[dict[str, set[str]], dict[str, tuple[int, int]]]:
    """Of indicators and periods: the frequencies of each indicator, the ends of each frequency."""
    indicators: dict[str, set[str]] = {}
    ends: dict[str, tuple[int, int]] = {}
    every = set(values)
    kinds = {number: frequency(number) for number in {number for _, number in every}}
    for name, number in every:
        indicators.setdefault(name, set()).add(kinds[number])
    for number, kind in kinds.items():
        first, last = ends.get(kind, (number, number))
        ends[kind] = min(first, number), max(last, number)
    return indicators, ends


def flaws(scene: Scene, known: Known) -> Iterable[Flaw]:
    """Everything that keeps a scene from being shown; nothing where it can be."""
    yield from _named(scene, known)
    yield from _needed(scene, known)
    yield from _said(scene)
    yield from _filtered(scene, known)
    yield from _of_periods(scene, known)


def _of_periods(scene: Scene, known: Known) -> Iterable[Flaw]:
    """Periods that the indicator does not have, or in the wrong order."""
    own = known.indicators.get(scene.indicator_id or "", {ANNUAL})
    for column in ("start", "end", "base"):
        number = getattr(scene, column)
        if number is None:
            continue
        kinds = {ANNUAL} if column == "base" else own
        spans = [known.ends[kind] for kind in sorted(kinds) if kind in known.ends]
        if not any(first <= number <= last for first, last in spans):
            told = "或".join(f"{written(first)} 到 {written(last)}" for first, last in spans)
            yield column, _plain(number), f"应为 {told} 的{_names(kinds)}"
    if scene.start is not None and scene.end is not None and scene.start > scene.end:
        yield "start", _plain(scene.start), f"不能晚于截止年（{written(scene.end)}）"


def _plain(number: int) -> int | str:
    """A period as a scene has it: a year is a number."""
    return number if frequency(number) == ANNUAL else written(number)


def _names(kinds: Iterable[str]) -> str:
    words = {ANNUAL: "年份", QUARTERLY: "季度", MONTHLY: "月份"}
    return "或".join(words[kind] for kind in sorted(kinds))


def _named(scene: Scene, known: Known) -> Iterable[Flaw]:
    """Names of things that are not there."""
    if scene.theme not in known.themes:
        yield "theme", scene.theme, f"应为 {'、'.join(sorted(known.themes))} 之一"
    for column in ("indicator_id", "against_id"):
        name = getattr(scene, column)
        if name is not None and name not in known.indicators:
            yield column, name, "指标目录中没有这个编号"
    own = known.indicators.get(scene.indicator_id or "", {ANNUAL})
    if ANNUAL not in own and scene.layout not in DRAWN:
        yield "indicator_id", scene.indicator_id or "", f"版式 {scene.layout} 须是年度指标"
    if own.isdisjoint(known.indicators.get(scene.against_id or "", own)):
        yield "against_id", scene.against_id or "", "两项指标的频率应相同"
    for slug in scene.regions:
        if slug not in known.regions:
            yield "regions", slug, f"应为 {'、'.join(sorted(known.regions))} 中的几个"


def _needed(scene: Scene, known: Known) -> Iterable[Flaw]:
    """What the layout needs, and what it has no use for."""
    layout = LAYOUTS.get(scene.layout)
    if layout is None:
        yield "layout", scene.layout, f"应为 {'、'.join(LAYOUTS)} 之一"
    uses = layout.uses if layout else ()
    if "indicator_id" in uses and scene.indicator_id is None:
        yield "indicator_id", "", f"版式 {scene.layout} 须写指标"
    subjects = known.subjects.get(scene.layout, set())
    if "subject" in uses and scene.subject not in subjects:
        words = "、".join(subjects if scene.layout == "list" else sorted(subjects))
        yield "subject", scene.subject or "", f"版式 {scene.layout} 应写其中之一：{words}"
    if scene.layout == "task" and scene.theme == WHOLE_PLAN:
        yield "theme", scene.theme, "版式 task 应写一项重点任务的主题"
    if scene.layout == "pair" and len(set(scene.regions)) != PAIR:
        yield "regions", "、".join(scene.regions), "版式 pair 须写两个地区"
    if scene.against_id is not None and scene.against_id == scene.indicator_id:
        yield "against_id", scene.against_id, "第二项指标不能与第一项相同"


def _said(scene: Scene) -> Iterable[Flaw]:
    """Texts of one's own that are missing or too long."""
    layout = LAYOUTS.get(scene.layout)
    if layout and layout.is_words and scene.title == FINDING:
        yield "title", scene.title, f"版式 {scene.layout} 须写标题"
    if scene.layout == "text" and not scene.points:
        yield "points", "", "版式 text 须写要点"
    if len(scene.points) > MOST_POINTS:
        yield "points", len(scene.points), f"不能多于 {MOST_POINTS} 条"
    for point in scene.points:
        if len(point) > LONGEST["point"]:
            yield "points", point[:20], f"每条不能长于 {LONGEST['point']} 字"


def _filtered(scene: Scene, known: Known) -> Iterable[Flaw]:
    """Filters that the page does not have which the scene is of."""
    page = scene.layout if scene.layout in known.filters else "map"
    allowed = known.filters.get(page, {})
    for value, expected in wrong(scene.filters or "", allowed, has_search=page == "map"):
        yield "filters", value, expected


def table_faults(tables: Mapping[str, list[dict[str, Any]]]) -> Iterable[Fault]:
    """The faults of the prepared briefing's table."""
    indicators, ends = _held(
        (row["indicator_id"], period(row["period"])) for row in tables["observations"]
    )
    known = Known(
        themes={row["theme"] for row in tables["themes"]},
        indicators=indicators,
        regions={row["slug"] for row in tables["regions"] if row["kind"] == "province"},
        ends=ends,
        chains={row["chain_id"] for row in tables.get("plan_chains", [])},
        places={row["platform_id"] for row in tables.get("platforms", [])},
        sections={row["industry"] for row in tables.get("census_industries", [])},
        filters=codes_in(tables).filters,
    )
    for number, row in enumerate(tables["scenes"], start=FIRST_ROW):
        for column, value, expected in flaws(scenes([row])[0], known):
            yield Fault("tables/scenes.csv", number, column, str(value), expected)
