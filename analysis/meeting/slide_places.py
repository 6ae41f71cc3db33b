"""Slides of platforms: the pattern "2+4+N" on the map, and one platform on it."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.maps.review import review
from analysis.maps.shading import shading
from analysis.meeting.slide_ground import ground, unshaded
from analysis.meeting.slides import Entry, Number, Sight, Slide, listed
from analysis.platforms.address import PLACES, PlatformsView, platform_choices, platforms_view
from analysis.platforms.places import industry_name, shown
from analysis.series.quantities import Quantity, number
from analysis.series.selection import selection
from analysis.state.view import choices
from analysis.text import sentences
from analysis.text.platform_lists import NODE, list_name, newest, numbers
from analysis.text.table import Table
from data.model.catalog import Catalog, Platform, Tier

TIERS = ("wing", "zone", "node")
PATTERN = "“2+4+N”产业合作平台"
UNCONFIRMED = "unconfirmed"
EXACT = frozenset({"published_point", "airport"})

Groups = Sequence[tuple[Tier, Sequence[Platform]]]


def places(catalog: Catalog, at: Sight) -> Slide:
    """The pattern "2+4+N" over the shaded regions, with the platforms of each tier counted; of
    platforms that a filter keeps, those."""
    chosen = _chosen(catalog, at)
    under = ground(catalog, at, chosen)
    inside = shown(catalog, chosen)
    tiers = [tier for name, tier in catalog.tiers.items() if name in {*TIERS, *chosen.layers}]
    groups = [(tier, [p for p in inside if p.tier == tier.tier]) for tier in tiers]
    groups = [(tier, own) for tier, own in groups if own or tier.tier in TIERS]
    is_whole = at.scope.is_complete and not _is_filtered(chosen)
    counted = f"{catalog.tiers['wing'].count_source}等"
    return Slide(
        scene=at.scene,
        choice=at.choice,
        layout="map",
        title=at.title(_title(catalog, at, chosen, groups)),
        filter_text=_filter_text(catalog, at, chosen),
        sentence=under.caption,
        numbers=tuple(_tier(catalog, tier, members, is_whole) for tier, members in groups),
        shading=under.regions,
        ground=under.areas,
        open_area=chosen.area or "",
        lit=frozenset(at.scope.codes),
        places=frozenset(p.platform_id for p in (_drawn(catalog, at, chosen))),
        source=f"来源：{counted}；边界：天地图；{review(catalog)}",
        sources=(counted, *under.sources) if under.sources else (),
        footnotes=(*under.notes, *_doubts(groups)),
        note=at.scene.note_zh or "",
        table=_table(catalog, groups),
        absence="" if inside else f"名单中没有位于{at.scope.name}的平台。",
    )


def _chosen(catalog: Catalog, at: Sight) -> PlatformsView:
    """What the scene's filters and the choice's regions ask the map of platforms for."""
    options = choices(catalog)
    found, _ = platforms_view(at.scene.filters or "", options, platform_choices(catalog))
    return replace(found, view=at.view)


def _is_filtered(chosen: PlatformsView) -> bool:
    """Whether a filter keeps only some of the platforms."""
    plain = PlatformsView(chosen.view)
    return any(getattr(chosen, name) != getattr(plain, name) for name in PLACES)


def _drawn(catalog: Catalog, at: Sight, chosen: PlatformsView) -> Sequence[Platform]:
    """The platforms on the map: those of other regions too, which it dims."""
    everywhere = replace(at.view, regions=tuple(choices(catalog).regions))
    return shown(catalog, replace(chosen, view=everywhere))


def _title(catalog: Catalog, at: Sight, chosen: PlatformsView, groups: Groups) -> str:
    """Of the whole pattern, whose tiers are counted below, the number behind N; of some regions
    or of what a filter keeps how many platforms of each tier are listed, without what no source
    confirms."""
    is_filtered = _is_filtered(chosen)
    if at.scope.is_complete and not is_filtered:
        last = newest(catalog)
        return f"{PATTERN}：N 在 {last.short_zh}为 {last.count} 个" if last else PATTERN
    sure = [(tier, len(own) - _loose(own)) for tier, own in groups]
    named = "、".join(f"{count} 个{tier.name_zh}" for tier, count in sure if count)
    words = "、".join(_filters(catalog, chosen))
    if is_filtered:
        loose = sum(_loose(own) for _, own in groups)
        unsure = f"{loose} 个合作园区待核实" if loose else "没有收录的平台"
        return f"{at.scope.name}{words}：{named or unsure}"
    counts = "+".join(str(count) for _, count in sure)  # as the pattern itself is written
    return f"“2+4+N”：{at.scope.name}{f'有 {counts} 个' if named else '没有收录的平台'}"


def _filters(catalog: Catalog, chosen: PlatformsView) -> list[str]:
    """The filters of platforms in words."""
    kinds = catalog.places.types
    status = catalog.names.get(("platform_status", chosen.status or ""))
    area = catalog.areas.by_code[chosen.area].name_zh if chosen.area else ""
    return [
        *([area] if area else []),
        *([industry_name(catalog, chosen.industry)] if chosen.industry else []),
        *([kinds[chosen.type].name_zh] if chosen.type else []),
        *([status] if status else []),
        *([list_name(catalog, chosen.list)] if chosen.list else []),
        *([f"含“{chosen.search}”"] if chosen.search else []),
    ]


def _filter_text(catalog: Catalog, at: Sight, chosen: PlatformsView) -> str:
    topic = selection(catalog, at.view, at.view.indicator)
    return " · ".join([sentences.filter_text(catalog, at.view, topic), *_filters(catalog, chosen)])


def _table(catalog: Catalog, groups: Groups) -> Table:
    rows = tuple(
        (tier.name_zh, p.name_zh, where(p), catalog.names["precision", p.precision])
        for tier, members in groups
        for p in members
    )
    return Table("平台", ("层级", "平台", "所在地", "点位精度"), rows)


def where(place: Platform) -> str:
    """The city of a place with its district; once where they are the same."""
    city = place.city_zh or ""
    return city if city == place.district_zh else f"{city}{place.district_zh or ''}"


def _located(one: Platform, regions: str) -> str:
    """The region and the place in it; a municipality is not named twice."""
    place = where(one)
    return place if place.startswith(regions) else f"{regions} {place}".strip()


def place(catalog: Catalog, at: Sight) -> Slide:
    """One platform: what is known of it, and where it lies."""
    one = next(p for p in catalog.platforms if p.platform_id == at.scene.subject)
    shades = shading(catalog, selection(catalog, at.view, at.view.indicator))
    regions = "、".join(catalog.region(code).short_zh for code in one.region_codes)
    tier = catalog.tiers[one.tier]
    facts = (
        ("层级", tier.name_zh),
        ("类型", one.type_zh if one.type_zh != tier.name_zh else None),
        ("所在地", _located(one, regions)),
        ("产业", one.industries_zh),
        ("认定依据", catalog.names["platform_status", one.status]),
        ("名录", "、".join(list_name(catalog, name) for name in catalog.places.lists_of(one))),
        ("点位精度", catalog.names["precision", one.precision]),
    )
    cited = tuple(part.strip() for part in one.source.split(";") if part.strip())
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="place",
        title=at.title(f"{one.name_zh}：{regions}{tier.name_zh}"),
        filter_text=f"产业平台 · {regions}",
        columns=("", ""),
        entries=tuple(Entry(name, (text,)) for name, text in facts if text),
        shading=unshaded(shades),
        lit=frozenset(one.region_codes),
        places=frozenset({one.platform_id}),
        marked=one.platform_id,
        source=f"来源：{cited[0].partition(' http')[0]}；边界：天地图；{review(catalog)}",
        sources=cited,
    )
    return listed(slide)


def _loose(members: Sequence[Platform]) -> int:
    """How many of the places no source calls a platform of the pattern."""
    return sum(p.status == UNCONFIRMED for p in members)


def _tier(catalog: Catalog, tier: Tier, members: Sequence[Platform], is_whole: bool) -> Number:
    named = numbers(catalog) if tier.tier == NODE else ""
    given = f"文件列明 {tier.official_count} 个" if tier.official_count else named
    official = given if is_whole else ""
    loose = _loose(members)
    known = f"{len(members) - loose} 个有来源佐证，{loose} 个待核实"
    doubt = (known if loose < len(members) else "均待核实") if loose else ""
    return Number(
        slug=tier.tier,
        label=tier.name_zh,
        name=tier.short_zh,
        quantity=Quantity(number(len(members), 0), "个"),
        year=None,
        scope="；".join(filter(None, (official, doubt))),
    )


def _doubts(groups: Groups) -> list[str]:
    """What the map does not know: approximate places, and places whose rank is not confirmed."""
    members = [p for _, group in groups for p in group]
    rough = sum(p.precision not in EXACT for p in members)
    loose = _loose(members)
    said = []
    if rough:
        said.append(f"{len(members)} 个点位中 {rough} 个为近似位置。")
    if loose:
        said.append(
            f"{loose} 个合作园区是否列入平台名录待核实；有来源佐证，指有公开报道称其为承接平台。"
        )
    return said
