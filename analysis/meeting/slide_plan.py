"""Slides of the plan: the eight tasks with their marks, and the pattern "2+4+N" on the map."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.maps.review import review
from analysis.maps.shading import shading
from analysis.meeting.slides import Number, Sight, Slide
from analysis.plan.direction import base_text, first_base
from analysis.plan.distribution import JUDGED, KINDS, Spread, judged, spreads
from analysis.plan.sentences import finding
from analysis.plan.summary import PlanSummary, plan_summary
from analysis.series.quantities import Quantity, number
from analysis.series.selection import selection
from analysis.text import sentences
from analysis.text.table import Table
from data.model.catalog import JJJ, NATION, Catalog, Platform, Tier
from data.model.plan import WHOLE_PLAN

TIERS = ("wing", "zone", "node")
UNCONFIRMED = "unconfirmed"
EXACT = frozenset({"published_point", "airport"})


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


def places(catalog: Catalog, at: Sight) -> Slide:
    """The pattern "2+4+N" over the shaded regions, with the platforms of each tier counted."""
    view = at.view
    topic = selection(catalog, view, view.indicator)
    shades = shading(catalog, topic)
    lit = frozenset(at.scope.codes)
    inside = [p for p in catalog.platforms if p.tier in TIERS and lit & set(p.region_codes)]
    groups = [(catalog.tiers[tier], [p for p in inside if p.tier == tier]) for tier in TIERS]
    is_whole = at.scope.is_complete
    return Slide(
        scene=at.scene,
        choice=at.choice,
        layout="map",
        title=at.title(_pattern(at.scope.name, groups, is_whole)),
        filter_text=sentences.filter_text(catalog, view, topic),
        sentence=shades.caption,
        numbers=tuple(_tier(tier, members, is_whole) for tier, members in groups),
        shading=shades,
        lit=lit,
        source=f"来源：{catalog.tiers['wing'].count_source}等；边界：天地图；{review(catalog)}",
        footnotes=tuple(_doubts(groups)),
        note=at.scene.note_zh or "",
        table=Table(
            "平台",
            ("层级", "平台", "所在地", "点位精度"),
            tuple(
                (
                    tier.name_zh,
                    p.name_zh,
                    f"{p.city_zh or ''}{p.district_zh or ''}",
                    catalog.names["precision", p.precision],
                )
                for tier, members in groups
                for p in members
            ),
        ),
        absence="" if inside else f"名单中没有位于{at.scope.name}的平台。",
    )


def _pattern(scope: str, groups: list[tuple[Tier, list[Platform]]], is_whole: bool) -> str:
    """How many of each tier: officially and listed for the three, only listed for fewer; what
    no source confirms is counted apart."""
    if is_whole:
        node, listed = groups[-1]
        fixed = "、".join(f"{len(members)} 个{tier.name_zh}" for tier, members in groups[:-1])
        return (
            f"“2+4+N”：{fixed}，{node.name_zh}文件列明 {node.official_count} 个，"
            f"本站收录 {len(listed)} 个，其中 {len(listed) - _loose(listed)} 个有来源佐证"
        )
    sure = [(tier, len(members) - _loose(members)) for tier, members in groups]
    named = "、".join(f"{count} 个{tier.name_zh}" for tier, count in sure if count)
    loose = sum(_loose(members) for _, members in groups)
    more = f"{loose} 个合作园区待核实" if loose else ""
    if not named:
        return f"“2+4+N”名单中没有{scope}的平台{more and f'，另有 {more}'}"
    return f"“2+4+N”名单中，{scope}有 {named}{more and f'，另有 {more}'}"


def _loose(members: list[Platform]) -> int:
    """How many of the places no source calls a platform of the pattern."""
    return sum(p.status == UNCONFIRMED for p in members)


def _tier(tier: Tier, members: list[Platform], is_whole: bool) -> Number:
    official = f"文件列明 {tier.official_count} 个" if is_whole and tier.official_count else ""
    loose = _loose(members)
    known = f"{len(members) - loose} 个有来源佐证，{loose} 个待核实"
    doubt = (known if loose < len(members) else "均待核实") if loose else ""
    return Number(
        slug="",
        label=tier.name_zh,
        name=tier.short_zh,
        quantity=Quantity(number(len(members), 0), "个"),
        year=None,
        scope="；".join(filter(None, (official, doubt))),
    )


def _doubts(groups: list[tuple[Tier, list[Platform]]]) -> list[str]:
    """What the map does not know: approximate places, and places whose rank is not confirmed."""
    members = [p for _, group in groups for p in group]
    rough = sum(p.precision not in EXACT for p in members)
    loose = _loose(members)
    said = []
    if rough:
        said.append(f"{len(members)} 个点位中 {rough} 个为近似位置。")
    if loose:
        said.append(
            f"{loose} 个合作园区是否属于文件列明的专业化平台待核实；"
            "有来源佐证，指有公开报道称其为承接平台。"
        )
    return said
