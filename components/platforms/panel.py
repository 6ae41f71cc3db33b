"""The panel of one place: what is known of it, how surely, and what is near; or, while none is
open, how the map is to be read."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis import links
from analysis.pages import Page
from analysis.platforms.places import SYMBOLIC, Neighbour, industry_name
from analysis.platforms.summary import Opened, PlatformsSummary
from analysis.series.cards import Card
from analysis.state.scope import scope_of_codes
from analysis.state.view import Choices, View, query_of
from analysis.text.platform_lists import said
from analysis.view_links import Links
from components import cards, place_words, words
from components.attributes import attributes
from components.filters import link
from components.platforms.area import area_panel, regions
from components.platforms.guide import guide
from components.platforms.list import region_glyphs, where
from components.platforms.tools import To, glyph
from components.sources import followed
from data.model.catalog import Catalog, Platform, Region
from data.model.needs import GENERAL


def panel(found: PlatformsSummary, catalog: Catalog, options: Choices, to: To) -> list[Any]:
    """The open place, else the open area, else how to read the map."""
    if found.opened is None and found.area:
        return area_panel(found.area, catalog, found.state.view, options, to)
    if found.opened is None:
        return guide(found, catalog, regions(catalog, to))
    place = found.opened.platform
    hidden = "" if found.opened.is_listed else "该平台不在当前图层和筛选结果中。"
    return [
        link(to(place=None), className="close", title="关闭", children="关闭"),
        html.H2([glyph(place.tier), place.name_zh], tabIndex=-1),
        html.P(place.name_en, className="subtitle", lang="en"),
        *([html.P(hidden, className="warning")] if hidden else []),
        _facts(place, catalog, to),
        *_neighbours(found.opened, catalog, to),
        *_numbers(found.opened, found.state.view, catalog, options),
    ]


def _facts(place: Platform, catalog: Catalog, to: To) -> html.Dl:
    known = catalog.places
    outline = known.outlines.get(place.platform_id)
    sources = [part.strip() for part in place.source.split(";") if part.strip()]
    rows: list[tuple[str, Any]] = [
        ("又名", place.alias_zh),
        ("层级", catalog.tiers[place.tier].name_zh),
        ("类型", place_words.kind(place, catalog)),
        ("位置", [*region_glyphs(place, catalog), " ", where(place, catalog)]),
        ("产业", _industries(place, catalog, to)),
        ("点位精度", catalog.names["precision", place.precision]),
        ("边界", outline.note_zh if outline else None),
        ("提示", _away(place, catalog)),
        ("认定依据", catalog.names["platform_status", place.status]),
        ("名录", _listings(place, catalog)),
        ("来源", html.Ul([html.Li(followed(t), className="region-values") for t in sources])),
    ]
    return html.Dl([part for name, text in rows if text for part in (html.Dt(name), html.Dd(text))])


def _listings(place: Platform, catalog: Catalog) -> Any:
    """On which list which source puts a place, each statement with its document; of N without
    any statement, that it is not confirmed."""
    found = catalog.places.listings_of(place)
    if not found:
        return place_words.lists(place, catalog)
    items = [
        html.Li([said(catalog, one), *([" ", *followed(one.address)] if one.address else [])],
                className="region-values")
        for one in found
    ]  # fmt: skip
    return html.Ul(items)


def _away(place: Platform, catalog: Catalog) -> str | None:
    """By how much the point misses its regions, or only the county it is said to lie in."""
    known = catalog.places
    if far := known.outside.get(place.platform_id):
        return f"点位在所属地区的边界外 {far:.1f} 公里，请核对"
    if far := known.astray.get(place.platform_id):
        code = place.adcode or ""
        name = known.counties.get(code, f"代码 {code}")
        return f"点位在所写的{name}边界外 {far:.1f} 公里，请核对"
    return None


def _industries(place: Platform, catalog: Catalog, to: To) -> list[Any]:
    """The industries as the source words them, and those of the vocabulary as filters."""
    slugs = catalog.places.industries_of(place)
    filters = [
        link(to(industry=slug), className="chip", children=industry_name(catalog, slug))
        for slug in slugs
    ]
    if not slugs:
        return [place_words.UNKNOWN]
    return [place.industries_zh, html.Span(filters, className="chips")]


def _neighbours(opened: Opened, catalog: Catalog, to: To) -> list[Component]:
    head = html.H3("同产业的邻近平台")
    if not opened.neighbours:
        return [head, html.P(_why_none(opened.platform, catalog), className="note")]
    items = [
        html.Li(
            [
                link(to(place=near.platform.platform_id), children=near.platform.name_zh),
                html.Span(_distance(near, catalog), className="row-foot"),
            ]
        )
        for near in opened.neighbours
    ]
    note = "直线距离，按点位计算；“中心”指至少一方只有区县或区域中心的点位。"
    return [head, html.Ul(items, className="near"), html.P(note, className="note")]


def _why_none(place: Platform, catalog: Catalog) -> str:
    """Why no neighbour can be told."""
    if place.precision == SYMBOLIC:
        return "象征性标记，不计算距离。"
    industries = set(catalog.places.industries_of(place))
    if not industries:
        return "产业本站未收录，无法比较。"
    if industries == {GENERAL}:
        return "原文未列明细分产业，无法比较。"
    return "没有可计算距离的同产业平台。"


def _distance(near: Neighbour, catalog: Catalog) -> str:
    shared = "、".join(industry_name(catalog, slug) for slug in near.industries)
    if near.km < 0.05:
        return f"同一点位 · {shared}"
    exactness = "" if near.is_placed else "（中心）"
    amount = f"{near.km:.0f}" if near.km >= 1 else "不足 1"
    return f"直线约 {amount} 公里{exactness} · {shared}"


def _numbers(opened: Opened, view: View, catalog: Catalog, options: Choices) -> list[Any]:
    """Indicators and claims of the place's regions, and the way to their pages."""
    own = scope_of_codes(catalog, opened.platform.region_codes)
    theme = catalog.themes[view.theme].name_zh
    return [
        html.H3(f"{own.name}的指标：{theme}"),
        html.Ul(
            [
                _indicator(card, replace(view, regions=own.slugs), options)
                for card in opened.cards
                if card.readings
            ],
            className="region-values",
        ),
        *_claims(opened),
        _ways(own.regions, view, options),
    ]


def _claims(opened: Opened) -> list[Component]:
    claims = cards.claims(opened.claims)[1:]
    if not claims:
        return []
    return [
        html.H3(words.CLAIMS_LABEL),
        html.Div(claims, className="claims"),
        html.P(words.CLAIMS_SOURCE, className="note"),
    ]


def _ways(regions: Sequence[Region], view: View, options: Choices) -> html.P:
    """To the profiles of the regions, which keep the view; and the address to copy."""
    kept = Links(view, options)
    profiles = [
        link(
            kept.profile(r.slug),
            className="button",
            children=f"{r.short_zh}概况",
        )
        for r in regions
    ]
    copy = html.Button(
        words.COPY_LINK[0],
        className="button",
        type="button",
        **attributes(data_copy_link="true"),
    )
    return html.P([*profiles, copy], className="ways")


def _indicator(card: Card, view: View, options: Choices) -> html.Li:
    query = query_of(replace(view, indicator=card.indicator), options)
    values = "，".join(
        f"{r.label if len(card.readings) > 1 else ''} {r.text}" for r in card.readings
    )
    year = f"{card.year} 年" if card.year else ""
    scope = f"{card.scope}（计算）" if card.formula else card.scope
    foot = " · ".join(filter(None, [scope, year, card.publisher]))
    return html.Li(
        [
            link(links.page(Page.INDICATORS, query), children=card.title),
            html.Span(values.strip(), className="value"),
            html.Span(foot, className="row-foot", title=card.formula),
        ]
    )
