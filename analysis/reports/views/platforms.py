"""The map of platforms as a Document."""

import re
from collections.abc import Iterable
from dataclasses import replace

from analysis.document.document import Figure
from analysis.meeting.slide_places import where
from analysis.platforms.address import platform_choices, platforms_view, query_of
from analysis.platforms.summary import PlatformsSummary, platforms_summary
from analysis.reports.figures.maps import areas_figure, plain_map_figure, shaded_figure
from analysis.reports.views.seen import Seen, part, said, table_figure
from analysis.series.evidence import credit
from analysis.state.scope import scope
from analysis.state.view import Choices
from analysis.text.table import Table
from data.model.catalog import Catalog, Platform

NAME = "产业合作平台"
REMARK = re.compile(r"（[^（）]*）$")
PLACES = ("层级", "平台", "所在地", "点位精度")


def platforms(catalog: Catalog, options: Choices, query: str) -> Seen:
    """The map with its base colour, and the list."""
    chosen, _ = platforms_view(query, options, platform_choices(catalog))
    found = platforms_summary(catalog, chosen)
    shown = len(found.platforms)
    return Seen(
        title=f"京津冀{NAME}",
        filter_text=" · ".join((scope(catalog, chosen.view.regions).name, NAME)),
        query=query_of(chosen, options),
        lead=said(
            "platforms", (f"所选条件下共 {shown} 个平台" if shown else "所选条件下没有平台",)
        ),
        sections=(
            *part("map", "分布", (_map(catalog, found),)),
            *part("list", "名单", (_list(catalog, found),)),
        ),
        sources=sources(found.platforms),
    )


def _source(one: Platform) -> str:
    """Who says of a place that it is one, without address and remarks."""
    return REMARK.sub("", one.source.partition(";")[0].partition(" http")[0].strip())


def sources(platforms: Iterable[Platform]) -> tuple[str, ...]:
    """Who says of places that they are some, each once."""
    return tuple(dict.fromkeys(map(_source, platforms)))


def _map(catalog: Catalog, found: PlatformsSummary) -> Figure:
    if found.base is not None:
        return areas_figure(catalog, found.base, found.platforms)
    if found.shading is not None:
        return shaded_figure(catalog, found.shading, found.platforms)
    plain = plain_map_figure(catalog, f"{NAME}分布", found.platforms)
    return replace(plain, table=None, source=credit(sources(found.platforms)))  # the list follows


def _list(catalog: Catalog, found: PlatformsSummary) -> Figure | None:
    rows = tuple(
        (
            catalog.tiers[one.tier].name_zh,
            one.name_zh,
            where(one),
            catalog.names["precision", one.precision],
        )
        for one in found.platforms
    )
    table = Table(f"{NAME}名单", PLACES, rows)
    return table_figure("list", table, source=credit(sources(found.platforms)))
