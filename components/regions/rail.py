"""Beside the rows of a region's profile: the claims that concern it, its platforms, and what was
recognised or named in it."""

from dash import html

from analysis.regions.summary import RegionSummary, TierPlatforms
from components import cards, theme, words
from components.attributes import attributes
from components.official_names import names_folds
from data.model.catalog import Catalog, Platform


def claims(found: RegionSummary) -> html.Section | None:
    """The figures of the published text, with the scope each was published for; None if none."""
    if not found.claims:
        return None
    return html.Section(
        [
            html.H2(words.CLAIMS_LABEL, id="profile-claims"),
            html.P(words.CLAIMS_SOURCE, className="subtitle"),
            html.Div(cards.claims(found.claims)[1:], className="claims"),  # without its label
        ],
        className="panel",
        **attributes(aria_labelledby="profile-claims"),
    )


def platforms(found: RegionSummary, catalog: Catalog) -> html.Section:
    """The region's platforms by tier, with place, industries, and what is not certain."""
    count = sum(len(group.platforms) for group in found.platforms)
    doubt = catalog.names["platform_status", "unconfirmed"]
    return html.Section(
        [
            html.H2(f"{found.region.short_zh}的平台", id="profile-platforms"),
            html.P(
                f"{count} 个，含与另两地共有的；N 为部分名单。待核实：{doubt}。",
                className="subtitle",
            ),
            *(_tier(group, catalog) for group in found.platforms),
        ],
        className="panel profile-platforms",
        **attributes(aria_labelledby="profile-platforms"),
    )


def names(found: RegionSummary) -> html.Section | None:
    """What bodies recognised or named in the region, by kind, with documents; None if nothing."""
    if not found.names:
        return None
    return html.Section(
        [
            html.H2("官方名单", id="profile-names"),
            html.P("含与另两地共有的；各项注明文件与发布者。", className="subtitle"),
            *names_folds(found.names),
        ],
        className="panel profile-platforms",
        **attributes(aria_labelledby="profile-names"),
    )


def _tier(group: TierPlatforms, catalog: Catalog) -> html.Div:
    tier = group.tier.tier
    mark = theme.TIER_MARKS[tier][1] if tier in theme.TIER_MARKS else "○"
    hidden = attributes(aria_hidden="true")
    return html.Div(
        [
            html.H3(
                [
                    html.Span(mark, className=f"glyph tier-{tier}", **hidden),
                    f"{group.tier.name_zh}（{len(group.platforms)}）",
                ]
            ),
            html.Ul([_platform(place, catalog) for place in group.platforms]),
        ]
    )


def _platform(place: Platform, catalog: Catalog) -> html.Li:
    shared = "、".join(catalog.region(code).short_zh for code in place.region_codes)
    where = " ".join(filter(None, [place.city_zh, place.district_zh]))
    owners = f"{shared}共有" if len(place.region_codes) > 1 else ""
    doubt = "待核实" if place.status == "unconfirmed" else ""
    foot = " · ".join(filter(None, [where, owners, place.industries_zh, doubt]))
    return html.Li(
        [html.Span(place.name_zh), html.Span(foot, className="row-foot")],
        title=catalog.names["platform_status", place.status],
    )
