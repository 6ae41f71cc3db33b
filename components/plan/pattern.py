"""Where and in which fields: the fields of clusters and research, and the 2+4+N pattern."""

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from analysis.text.platform_lists import NODE, numbers
from components import place_words, theme
from components.attributes import attributes
from components.sources import without_addresses
from data.model.catalog import Catalog, Platform, Tier
from data.model.plan import Field

KINDS = {"cluster": "先进制造业集群的重点领域", "frontier": "攻关的前沿领域"}
OPEN = "个，原文以“等”结尾，没有列尽。"
DOUBTED = "unconfirmed"


def fields_section(shown: Sequence[Field]) -> html.Section | None:
    """The fields by kind, each with what is known of it; None without a field."""
    groups = {kind: [f for f in shown if f.kind == kind] for kind in KINDS}
    lists = [_fields(kind, found) for kind, found in groups.items() if found]
    if not lists:
        return None
    return html.Section(
        [html.H2("集群与前沿领域", id="fields-title"), html.Div(lists, className="plan-columns")],
        id="fields",
        className="panel",
        **attributes(aria_labelledby="fields-title"),
    )


def _fields(kind: str, found: Sequence[Field]) -> html.Div:
    items = [
        html.Li(
            [
                html.Span(field.name_zh, className="field-name", title=field.name_en),
                html.Span(field.note_zh, className="row-foot") if field.note_zh else None,
            ],
            id=f"field-{field.field_id}",
            key=field.field_id,
        )
        for field in found
    ]
    return html.Div(
        [
            html.H3(KINDS[kind]),
            html.P(f"列名 {len(found)} {OPEN}", className="plan-gist"),
            html.Ul(items, className="plan-list"),
        ]
    )


def pattern_section(shown: Iterable[Platform], catalog: Catalog) -> html.Section | None:
    """The platforms by tier: the two wings, the four zones and N, then pilot zones, clusters and
    bases; None without a platform."""
    places = tuple(shown)
    tiers = sorted(catalog.tiers.values(), key=lambda tier: tier.order)
    groups = [(tier, [p for p in places if p.tier == tier.tier]) for tier in tiers]
    found = [_tier(tier, group, catalog) for tier, group in groups if group]
    if not found:
        return None
    return html.Section(
        [
            html.H2("“2+4+N”与先导区、示范区", id="pattern-title"),
            html.P(_note(catalog), className="plan-gist"),
            html.Div(found, className="plan-tiers"),
        ],
        id="pattern",
        className="panel plan-pattern",
        **attributes(aria_labelledby="pattern-title"),
    )


def _note(catalog: Catalog) -> str:
    doubt = catalog.names["platform_status", DOUBTED]
    return f"{place_words.node_note(catalog)}待核实：{doubt}。"


def _tier(tier: Tier, places: Sequence[Platform], catalog: Catalog) -> html.Div:
    mark = theme.TIER_MARKS[tier.tier][1] if tier.tier in theme.TIER_MARKS else "○"
    hidden = attributes(aria_hidden="true")
    named = f"，{numbers(catalog)}" if tier.tier == NODE else ""
    official = f"，文件列明 {tier.official_count} 个" if tier.official_count else named
    return html.Div(
        [
            html.H3(
                [
                    html.Span(mark, className=f"glyph tier-{tier.tier}", **hidden),
                    tier.name_zh,
                    html.Span(f"本站收录 {len(places)} 个{official}", className="tier-count"),
                ],
                title=tier.count_source,
            ),
            html.Ul([_place(place, catalog) for place in places], className="plan-list"),
        ],
        className=f"plan-tier plan-tier-{tier.tier}",
    )


def _place(place: Platform, catalog: Catalog) -> Component:
    owners = "、".join(catalog.region(code).short_zh for code in place.region_codes)
    where = " ".join(filter(None, [place.city_zh, place.district_zh])) or owners
    doubt = "待核实" if place.status == DOUBTED else ""
    foot = " · ".join(filter(None, [where, place.industries_zh, doubt]))
    source = without_addresses(place.source)
    return html.Li(
        [html.Span(place.name_zh), html.Span(foot, className="row-foot")],
        id=f"place-{place.platform_id}",
        key=place.platform_id,
        title=f"{catalog.names['platform_status', place.status]}。来源：{source}",
    )
