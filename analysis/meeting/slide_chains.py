"""Slides of the plan's chains: one, region by stage, and all six side by side."""

from collections.abc import Iterable, Sequence

from analysis.meeting.slide_lists import some
from analysis.meeting.slides import Entry, Sight, Slide, listed
from analysis.plan.chains import ChainBrief, chain_brief
from analysis.series.absence import NOT_HELD
from analysis.series.evidence import credit
from analysis.text.table import Table
from data.model.catalog import Catalog
from data.model.plan import Node

COMMON = "未分地区"
CONFIRMED = "confirmed"
READ = "格内为公开资料列明的环节；“–”表示本站未收录，不作推测。"


def chain(catalog: Catalog, at: Sight) -> Slide:
    """One chain: a row a region, and one for what its sources give to no single region; a column
    a stage."""
    row = next(one for one in catalog.plan.chains if one.chain_id == at.scene.subject)
    brief = chain_brief(catalog, at.scope.regions, row)
    stages = catalog.plan.stages
    entries = [
        Entry(
            region.short_zh,
            tuple(
                _named(brief.cells.get((stage.stage, region.region_code), ())) for stage in stages
            ),
            region.slug,
        )
        for region in at.scope.regions
    ]
    if brief.common:
        own = ([node for node in brief.common if node.stage == stage.stage] for stage in stages)
        entries.append(Entry(COMMON, tuple(map(_named, own))))
    sources = _sources([brief])
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="chain",
        title=at.title(_title(at, brief)),
        filter_text=f"产业链 · {at.scope.name}",
        sentence=f"链的后续名称：{row.later_zh}。" if row.later_zh else "",
        columns=("", *(stage.name_zh for stage in stages)),
        entries=tuple(entries),
        source=credit(sources),
        sources=sources,
        footnotes=(READ, *([f"{row.figures_zh}。"] if row.figures_zh else [])),
    )
    return listed(slide)


def _title(at: Sight, brief: ChainBrief) -> str:
    """Who leads where that is confirmed, and of how many of its parts the sources name whose."""
    counts = [
        (
            region.short_zh,
            sum(len(n) for (_, code), n in brief.cells.items() if code == region.region_code),
        )
        for region in at.scope.regions
    ]
    told = "、".join(f"{name} {count} 个" for name, count in counts if count)
    lead = brief.lead_zh if brief.chain.lead_status == CONFIRMED else ""
    named = f"公开资料列明{told}环节" if told else f"{at.scope.name}的环节{NOT_HELD}"
    return f"{brief.chain.name_zh}产业链：{'；'.join(filter(None, (lead, named)))}"


def chains(catalog: Catalog, at: Sight) -> Slide:
    """The six chains of the plan: what the sources name in each, region by region."""
    regions = at.scope.regions
    briefs = [chain_brief(catalog, regions, one) for one in catalog.plan.chains]
    places = [(region.short_zh, region.region_code) for region in regions]
    rows = tuple(
        (one.chain.name_zh, *(_all(one, code) for _, code in places), _join(one.common))
        for one in briefs
    )
    entries = tuple(
        Entry(
            one.chain.name_zh,
            (
                *(some(node.name_zh for node in _of(one, code)) for _, code in places),
                some(node.name_zh for node in one.common),
            ),
        )
        for one in briefs
    )
    columns = ("重点产业链", *(name for name, _ in places), COMMON)
    sources = _sources(briefs)
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="list",
        title=at.title(f"{len(briefs)} 条重点产业链：{_leads(briefs)}"),
        filter_text=f"产业链 · {at.scope.name}",
        columns=columns,
        entries=entries,
        source=credit(sources),
        sources=sources,
        footnotes=(READ,),
        table=Table("重点产业链的环节", columns, rows),
    )
    return listed(slide)


def _leads(briefs: Sequence[ChainBrief]) -> str:
    """The chains whose lead is confirmed; else their names."""
    led = [f"{one.chain.name_zh}由{one.lead_zh}" for one in briefs
           if one.chain.lead_status == CONFIRMED]  # fmt: skip
    return "、".join(led) or "、".join(one.chain.name_zh for one in briefs)


def _of(brief: ChainBrief, code: str) -> list[Node]:
    return [node for (_, owner), nodes in brief.cells.items() if owner == code for node in nodes]


def _all(brief: ChainBrief, code: str) -> str:
    return _join(_of(brief, code))


def _named(nodes: Iterable[Node]) -> str:
    return some(node.name_zh for node in nodes)


def _join(nodes: Iterable[Node]) -> str:
    return "；".join(node.name_zh for node in nodes)


def _sources(briefs: Iterable[ChainBrief]) -> tuple[str, ...]:
    """The sources of the nodes and of the chains, each once, without their addresses."""
    texts = [
        text
        for one in briefs
        for text in (
            *(node.source_zh for nodes in one.cells.values() for node in nodes),
            *(node.source_zh for node in one.common),
            one.chain.source_zh,
        )
    ]
    parts = (part.strip().partition(" http")[0] for text in texts for part in text.split(" ; "))
    return tuple(dict.fromkeys(parts))
