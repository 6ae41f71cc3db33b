"""What can be found: everything on any page that has a name and an address, by kind."""

from collections import defaultdict
from collections.abc import Callable, Mapping

from analysis import links
from analysis.indicators.ordering import is_archived, last_year, listed
from analysis.maps.drill import openable, trail
from analysis.meeting import scenes
from analysis.pages import Page
from analysis.plan.progress import word
from analysis.search.entry import Entry, Study, each
from analysis.search.evaluation_parts import evaluation
from analysis.search.report_kinds import reports
from analysis.series import observations
from data.model.catalog import Catalog, Indicator
from data.model.scenes import LAYOUTS


def indicators(catalog: Catalog) -> list[Entry]:
    """Every indicator, by theme, as `listed` orders them."""
    sources = _sources(catalog)
    return [
        _indicator(catalog, one, tuple(sources[one.indicator_id]))
        for theme in catalog.themes
        for one in listed(catalog, theme)
    ]


def _indicator(catalog: Catalog, one: Indicator, sources: tuple[str, ...]) -> Entry:
    year = last_year(catalog, one.indicator_id)
    return Entry(
        links.indicator(one.indicator_id),
        each(one.short_zh, one.name_zh),
        catalog.themes[one.theme].name_zh,
        each(one.short_en, one.name_en),
        study=Study(one.indicator_id, (one.unit_zh, one.unit_en), year, sources, is_archived(one)),
    )


def _sources(catalog: Catalog) -> dict[str, dict[str, None]]:
    """Publishers and titles behind each indicator, each once, in the order of its values."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for (indicator_id, _, _), observation in observations.published(catalog):
        source = observation.source
        found[indicator_id] |= {source.publisher_zh: None, source.document: None}
    for indicator_id, source in observations.sources_of_facts(catalog):
        found[indicator_id] |= {source.publisher_zh: None, source.document: None}
    return found


def themes(catalog: Catalog) -> list[Entry]:
    """Every theme: the overview of it."""
    return [
        Entry(links.theme(one.theme), (one.name_zh,), "总览", (one.name_en,))
        for one in catalog.themes.values()
    ]


def regions(catalog: Catalog) -> list[Entry]:
    """The profile of each region."""
    return [
        Entry(
            links.page(Page.REGIONS, slug=one.slug),
            each(one.short_zh, one.name_zh),
            "地区概况",
            (one.name_en,),
        )
        for one in catalog.provinces
    ]


def areas(catalog: Catalog) -> list[Entry]:
    """What lies below the regions and has a boundary, on the page of areas."""
    own = {region.region_code for region in catalog.provinces}
    trails = [trail(catalog, code) for code in openable(catalog) if code not in own]
    return [
        Entry(
            links.page(Page.AREAS, f"?area={one.code}"),
            each(one.short_zh, one.name_zh),
            " · ".join(("产业布局", *(area.short_zh for area in above))),
        )
        for *above, one in trails
    ]


def tasks(catalog: Catalog) -> list[Entry]:
    """What the plan is made of, but for its measures: tasks, safeguards, goals, principles and
    the fields it names."""
    plan = catalog.plan
    parts = (
        ("重点任务", "task", [(one.task_id, one) for one in plan.tasks]),
        ("保障措施", "safeguard", [(one.safeguard_id, one) for one in plan.safeguards]),
        ("主要目标", "goal", [(one.goal_id, one) for one in (*plan.goals, *plan.aims)]),
        ("基本原则", "principle", [(one.principle_id, one) for one in plan.principles]),
        ("重点领域", "field", [(one.field_id, one) for one in plan.fields]),
    )
    return [
        Entry(links.part(kind, name), (one.name_zh,), context, (one.name_en,))
        for context, kind, rows in parts
        for name, one in rows
    ]


def measures(catalog: Catalog) -> list[Entry]:
    """The measures of tasks and safeguards."""
    plan = catalog.plan
    owners = {one.task_id: one.name_zh for one in plan.tasks}
    owners |= {one.safeguard_id: one.name_zh for one in plan.safeguards}
    return [
        Entry(
            links.part("measure", one.measure_id),
            (one.name_zh,),
            owners[one.part_id],
            (one.name_en,),
        )
        for one in plan.measures
    ]


def facts(catalog: Catalog) -> list[Entry]:
    """The dated facts on the measures, found by their documents and publishers too."""
    plan = catalog.plan
    measures = {one.measure_id: one.name_zh for one in plan.measures}
    return [
        Entry(
            links.part("fact", one.fact_id),
            (one.fact_zh,),
            " · ".join((word(catalog, one.kind), one.date, measures[one.measure_id])),
            others=(one.document_zh, *one.publishers_zh),
        )
        for one in plan.facts
    ]


def names(catalog: Catalog) -> list[Entry]:
    """What bodies recognised or named, found by the list, the place and the document too."""
    official = catalog.plan.official
    return [
        Entry(
            links.part("name", one.name_id),
            (one.name_zh,),
            " · ".join(each(official.kinds[one.kind].name_zh, one.batch_zh)),
            others=each(one.city_zh, one.document_zh, one.publisher_zh),
        )
        for one in official.names
    ]


def chains(catalog: Catalog) -> list[Entry]:
    """The key chains, found by what they are made of too."""
    plan = catalog.plan
    return [
        Entry(
            links.part("chain", one.chain_id),
            each(one.name_zh, one.later_zh),
            "重点产业链",
            (one.name_en,),
            each(*(node.name_zh for node in plan.nodes_of(one.chain_id))),
        )
        for one in plan.chains
    ]


def platforms(catalog: Catalog) -> list[Entry]:
    """The platforms on the map, found by where they lie and by their industries too."""
    return [
        Entry(
            links.place(one),
            each(one.short_zh, one.name_zh, *one.aliases),
            " · ".join(each(one.type_zh or catalog.tiers[one.tier].name_zh, one.city_zh)),
            each(one.name_en),
            each(one.city_zh, one.district_zh, one.type_zh, *one.terms),
        )
        for one in catalog.platforms
    ]


def claims(catalog: Catalog) -> list[Entry]:
    """The figures of the plan's text, as the ledger has them."""
    return [
        Entry(
            links.part("claim", one.claim_id),
            (one.name_zh,),
            " · ".join(filter(None, (one.section_zh, one.as_of_zh))),
            each(one.name_en),
        )
        for one in catalog.claims
    ]


def briefing(catalog: Catalog) -> list[Entry]:
    """The scenes of the prepared briefing that show data, by the titles they open with."""
    return [
        Entry(
            links.scene(one.scene_id),
            (scenes.slide(catalog, one, scenes.opening(catalog, one)).title,),
            LAYOUTS[one.layout].name_zh,
        )
        for one in catalog.scenes
        if not LAYOUTS[one.layout].is_words
    ]


# The kinds in the order they are listed where they match equally well, with their names.
KINDS: Mapping[str, tuple[str, Callable[[Catalog], list[Entry]]]] = {
    "indicator": ("指标", indicators),
    "theme": ("主题", themes),
    "region": ("地区", regions),
    "area": ("市县", areas),
    "evaluation": ("协同评价", evaluation),
    "report": ("报告", reports),
    "task": ("方案任务与要点", tasks),
    "measure": ("方案措施", measures),
    "chain": ("产业链", chains),
    "fact": ("措施的进展", facts),
    "name": ("官方名单", names),
    "platform": ("平台", platforms),
    "claim": ("方案中的数字", claims),
    "scene": ("汇报页面", briefing),
}
