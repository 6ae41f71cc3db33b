"""The area that is open on the map of platforms: the way down to it, its figures, what lies below
it."""

from collections.abc import Iterable
from typing import Any

from dash import html

from analysis import links
from analysis.maps.area_facts import AreaFacts, AreaIndustry
from analysis.maps.drill import lies_in
from analysis.pages import Page
from analysis.platforms.summary import PlatformsSummary
from analysis.series.evidence import credit
from analysis.state.scope import whole_scope
from analysis.state.view import Choices, View
from analysis.view_links import Links
from components.attributes import attributes
from components.filters import link
from components.platforms.tools import To
from data.model.areas import LAST_CENSUS, PROVINCE, Area
from data.model.catalog import Catalog

INDUSTRIES = f"就业人口最多的行业（{LAST_CENSUS} 年）"


def crumbs(found: PlatformsSummary, to: To) -> list[html.Nav]:
    """三地 › 河北省 › 保定市 › 雄县: every one but the last is a way back."""
    if found.area is None:
        return []
    above = found.area.trail[:-1]
    ways = [
        link(to(area=None), children="三地"),
        *(link(to(area=area.code), children=area.name_zh) for area in above),
        html.Span(found.area.area.name_zh, **attributes(aria_current="true")),
    ]
    sign = html.Span("›", **attributes(aria_hidden="true"))
    parts = [part for one in ways for part in (sign, one)][1:]
    return [html.Nav(parts, className="crumbs", **attributes(aria_label="所在地"))]


def way(trail: Iterable[Area]) -> str:
    """河北省保定市雄县: an area as it is named in one."""
    return "".join(area.name_zh for area in trail)


def regions(catalog: Catalog, to: To) -> list[Any]:
    """The three regions, where the way down begins; nothing in an edition without areas."""
    known = [code for code in whole_scope(catalog).codes if code in catalog.areas.by_code]
    if not known:
        return []
    names = [catalog.areas.by_code[code] for code in known]
    return [
        html.H3("按地区查看", className="map-way"),
        html.P("在地图上逐级选择：三地、设区市、县（市、区）。", className="note map-way"),
        html.Div(_below(names, catalog, to), className="map-way"),
    ]


def area_panel(
    found: AreaFacts, catalog: Catalog, view: View, options: Choices, to: To
) -> list[Any]:
    """The facts of the open area."""
    lower = [html.H3("下一级地区"), _below(found.below, catalog, to)] if found.below else []
    return [
        link(to(area=None), className="close", title="关闭", children="关闭"),
        html.H2(found.area.name_zh, tabIndex=-1),
        html.P(" › ".join(one.name_zh for one in found.trail[:-1]), className="subtitle"),
        _figures(found),
        *_industries(found.industries),
        *lower,
        html.P("".join(found.notes), className="note"),
        html.P(f"{credit(found.sources)}。", className="note") if found.sources else None,
        *_ways(found.area, catalog, view, options),
    ]


def _figures(found: AreaFacts) -> html.Dl:
    rows = [
        part
        for one in found.figures
        for part in (
            html.Dt(f"{one.name}（{one.year} 年）" if one.year else one.name),
            html.Dd(one.text),
        )
    ]
    return html.Dl(rows, className="area-figures")


def _industries(industries: tuple[AreaIndustry, ...]) -> list[Any]:
    if not industries:
        return []
    rows = [
        html.Tr([html.Th(one.name, scope="row"), html.Td(one.share), html.Td(one.quotient)])
        for one in industries
    ]
    heads = ("行业", "就业人口比重", "区位商")
    return [
        html.H3(INDUSTRIES),
        html.Table(
            [
                html.Caption(INDUSTRIES, className="visually-hidden"),
                html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
                html.Tbody(rows),
            ],
            className="types",
        ),
    ]


def _below(areas: Iterable[Area], catalog: Catalog, to: To) -> html.Ul:
    """Areas as links, each with the number of platforms in it where there are any."""
    return html.Ul([html.Li(_entry(area, catalog, to)) for area in areas], className="below")


def _entry(area: Area, catalog: Catalog, to: To) -> Any:
    count = sum(lies_in(catalog, place, area.code) for place in catalog.platforms)
    told = [html.Span(str(count), className="count", title=f"{count} 个平台")] if count else []
    return link(to(area=area.code, place=None), className="chip", children=[area.name_zh, *told])


def _ways(area: Area, catalog: Catalog, view: View, options: Choices) -> list[html.P]:
    """To the area's own page, of a region also to its profile."""
    found = [(links.page(Page.AREAS, f"?area={area.code}"), "产业布局")]
    if area.level == PROVINCE:
        region = catalog.region(area.code)
        found.append((Links(view, options).profile(region.slug), f"{region.short_zh}概况"))
    ways = [link(address, className="button", children=name) for address, name in found]
    return [html.P(ways, className="ways")]
