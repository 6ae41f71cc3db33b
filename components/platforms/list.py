"""The list beside the map: every place that is on it, as links; and the map's heading."""

from dataclasses import replace
from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.context import remembered
from analysis.pages import Page
from analysis.platforms.address import LAYERS, PlatformsView
from analysis.platforms.places import industry_name
from analysis.platforms.summary import PlatformsSummary
from analysis.state.scope import scope, whole_scope
from analysis.text.platform_lists import list_name
from components import theme, words
from components.attributes import attributes
from components.charts.described import map_in_words
from components.elements import tree
from components.files import take_away
from components.filters import change, link
from components.ids import Id
from components.platforms.area import crumbs, way
from components.platforms.tools import STATUS_NAMES, To, active, clear, glyph
from data.model.catalog import Catalog, Platform

# How sure a place is, in a word; the panel says it in full.
STATUS_WORDS = {**STATUS_NAMES, "designated": "有公开报道"}


def heading(found: PlatformsSummary, catalog: Catalog, to: To) -> list[Any]:
    """How many places are shown of how many, what they are filtered by."""
    place = scope(catalog, found.state.view.regions).name
    if found.area:
        place = found.area.area.name_zh
    return [
        *crumbs(found, to),
        html.H2(
            _title(found, catalog, place),
            id="atlas-title",
            tabIndex=-1,
            **attributes(data_told=""),
        ),
        html.Div(active(found, catalog, to), className="chips taken-filters"),
        html.P(
            map_in_words(found.base or found.shading, _marks(found, catalog)),
            id=f"{Id.ATLAS}-described",
            className="visually-hidden",
        ),
    ]


def _marks(found: PlatformsSummary, catalog: Catalog) -> str:
    """How many marks of each tier are on the map, and where they are named."""
    tiers = ((t, sum(p.tier == t for p in found.platforms)) for t in catalog.tiers)
    told = "、".join(f"{catalog.tiers[tier].short_zh} {count} 个" for tier, count in tiers if count)
    return f"标记：{told}，见“{words.ATLAS_LIST}”" if told else "没有标记"


def opened(found: PlatformsSummary) -> str:
    """What is said when a place opens, to those who do not see its panel."""
    if found.opened:
        return f"已打开：{found.opened.platform.name_zh}"
    return f"已打开：{found.area.area.name_zh}" if found.area else ""


def chosen(found: PlatformsSummary, catalog: Catalog) -> dict[str, str]:
    """What the page filters by besides regions and years, by name; "" where it does not."""
    atlas = found.state
    layers = "、".join(catalog.tiers[t].short_zh for t in catalog.tiers if t in atlas.layers)
    return {
        "图层": layers or "未选择",
        "产业": industry_name(catalog, atlas.industry) if atlas.industry else "",
        "类型": catalog.places.types[atlas.type].name_zh if atlas.type else "",
        "认定依据": STATUS_NAMES[atlas.status] if atlas.status else "",
        "名录": list_name(catalog, atlas.list) if atlas.list else "",
        "搜索": atlas.search,
        "所在地": way(found.area.trail) if found.area else "",
    }


def _title(found: PlatformsSummary, catalog: Catalog, place: str) -> str:
    """How many places of “2+4+N” are shown; those of the other layers are counted apart."""
    if not found.state.layers:
        return f"{words.MAP_TITLE}：未选择图层"
    others = [t for t in catalog.tiers if t in found.state.layers and t not in LAYERS]
    names = "、".join(catalog.tiers[tier].short_zh for tier in others)
    more = sum(p.tier in others for p in found.platforms)
    if others and len(others) == len(found.state.layers):
        return f"{names}：{place} {more} 个"
    apart = f"，另有{names} {more} 个" if others else ""
    return f"{words.MAP_TITLE}：{place} {len(found.platforms) - more} 个{apart}"


def places(found: PlatformsSummary, catalog: Catalog, to: To) -> list[Any]:
    """The list by tier, to be taken away; without any place it says so and offers a way back."""
    if not found.platforms:
        why = "未选择任何图层。" if not found.state.layers else "没有符合筛选条件的平台。"
        return [
            html.P(why, className="nothing"),
            *_elsewhere(found, catalog, to),
            _way_back(found.state, catalog, to),
        ]
    groups = groupby(found.platforms, key=lambda place: place.tier)
    listed = [part for tier, own in groups for part in _tier(list(own), catalog, found, tier)]
    files = take_away(Page.PLATFORMS, to())
    return [files, *_elsewhere(found, catalog, to), *listed]


def region_glyphs(place: Platform, catalog: Catalog) -> list[html.Span]:
    """The mark of each region a place belongs to, in its colour."""
    slugs = [catalog.region(code).slug for code in place.region_codes]
    return [
        html.Span(
            theme.REGION_MARKS[slug][1],
            className=f"glyph ink-{slug}",
            **attributes(aria_hidden="true"),
        )
        for slug in slugs
    ]


def where(place: Platform, catalog: Catalog) -> str:
    """Region, city and district, each once."""
    regions = "、".join(catalog.region(code).short_zh for code in place.region_codes)
    said = {f"{name}市" for name in regions.split("、")}
    cities = "、".join(c for c in (place.city_zh or "").split("、") if c not in said)
    return " ".join(filter(None, [regions, cities, place.district_zh]))


def _elsewhere(found: PlatformsSummary, catalog: Catalog, to: To) -> list[Component]:
    """What else the filters find in layers that are off: a link that opens them."""
    on = found.state.layers
    others = [tier for tier in catalog.tiers if tier not in on and found.layer_counts.get(tier)]
    if not (others and _is_narrowed(found.state, catalog)):
        return []
    names = "、".join(catalog.tiers[tier].short_zh for tier in others)
    count = sum(found.layer_counts[tier] for tier in others)
    return [
        html.P(
            link(
                to(layers=tuple(t for t in catalog.tiers if t in on or t in others)),
                children=f"另有 {count} 个在未选择的图层（{names}）",
            ),
            className="elsewhere",
            key="elsewhere",
        )
    ]


def _is_narrowed(atlas: PlatformsView, catalog: Catalog) -> bool:
    """Whether anything but the layers keeps places away."""
    return _is_filtered(atlas) or not scope(catalog, atlas.view.regions).is_complete


def _is_filtered(atlas: PlatformsView) -> bool:
    """Whether a filter of this page's own keeps places away."""
    return any((atlas.industry, atlas.type, atlas.status, atlas.list, atlas.search, atlas.area))


def _way_back(atlas: PlatformsView, catalog: Catalog, to: To) -> Component:
    """From an empty list: what keeps the places away is taken back, named for what it is."""
    if atlas.layers and _is_filtered(atlas):
        return clear(atlas, to)
    if not atlas.layers:
        return link(to(layers=LAYERS), className="button", children="显示“2+4+N”图层")
    whole = whole_scope(catalog)
    every = replace(atlas.view, regions=whole.slugs)
    return link(to(view=every), className="button", children=f"查看{whole.name}")


def _tier(
    own: list[Platform], catalog: Catalog, found: PlatformsSummary, tier: str
) -> list[Component]:
    chosen = found.state.place
    name: list[Any] = [glyph(tier), catalog.tiers[tier].name_zh, html.Span(f"{len(own)}")]
    items = [_item(catalog, p, p.platform_id == chosen) for p in own]
    return [
        html.H3(name, key=f"{tier}-name"),
        html.Ul(items, className="places", key=tier),
    ]


@remembered(256)  # every place, open or not
def _item(catalog: Catalog, place: Platform, is_open: bool) -> Any:
    lists = "、".join(list_name(catalog, name) for name in catalog.places.lists_of(place))
    named = f"名录：{lists}" if lists else ""
    foot = " · ".join(filter(None, [where(place, catalog), place.industries_zh, named]))
    sure = html.Span(STATUS_WORDS[place.status], className="row-foot place-status")
    entry = change(
        f"?place={place.platform_id}",
        className="place",
        children=[
            html.Span(place.name_zh, className="place-name"),
            html.Span([*region_glyphs(place, catalog), " ", foot], className="row-foot"),
            sure,
        ],
        **(attributes(aria_current="true") if is_open else {}),
    )
    return tree(html.Li(entry, key=place.platform_id))
