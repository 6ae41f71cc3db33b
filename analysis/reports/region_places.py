"""平台与认定 of a region: its platforms by tier, and what bodies recognised or named in it."""

from analysis.document.document import Cited, Figure, Section, Sentence
from analysis.regions.summary import RegionSummary
from analysis.reports.sentences.said import Part, stated
from analysis.reports.views.platforms import sources
from analysis.series.evidence import credit
from analysis.text.table import Table

KEY, NAME = "places", "平台与认定"
COUNT = "按收录的条目计数"
PLATFORMS = ("层级", "平台", "所在地")
NAMES = ("类别", "名称", "批次", "依据")


def places_section(found: RegionSummary) -> tuple[Section, ...]:
    """The section; none where nothing is listed in the region."""
    said = (*_platforms(found), *_names(found))
    figures = (*_platform_table(found), *_name_table(found))
    return (Section(KEY, 1, NAME, said, figures),) if figures else ()


def _platforms(found: RegionSummary) -> tuple[Sentence, ...]:
    """本站收录位于北京的平台：合作园区 5 个、…."""
    counted = [(one.tier.name_zh, f"{len(one.platforms)} 个") for one in found.platforms]
    lead = f"本站收录位于{found.region.short_zh}（含跨地区）的平台："
    return _counted("platforms", lead, counted)


def _names(found: RegionSummary) -> tuple[Sentence, ...]:
    """国家有关部门认定或命名的，先进制造业集群 5 个、…."""
    counted = [(g.kind.name_zh, f"{len(g.names)} {g.kind.unit_zh}") for g in found.names]
    return _counted(
        "names", f"位于{found.region.short_zh}（含跨地区）、有文件认定或命名的：", counted
    )


def _counted(name: str, lead: str, counted: list[tuple[str, str]]) -> tuple[Sentence, ...]:
    if not counted:
        return ()
    parts: list[Part] = [lead]
    for place, (what, number) in enumerate(counted):
        parts += [f"{'、' if place else ''}{what} ", Cited(number, "", "", "", COUNT)]
    return (stated(f"{KEY}.{name}", parts),)


def _platform_table(found: RegionSummary) -> tuple[Figure, ...]:
    rows = tuple(
        (group.tier.name_zh, one.name_zh, f"{one.city_zh or ''}{one.district_zh or ''}")
        for group in found.platforms
        for one in group.platforms
    )
    title = f"位于{found.region.short_zh}的平台"
    table = Table(title, PLATFORMS, rows)
    every = (one for group in found.platforms for one in group.platforms)
    figure = Figure(f"{KEY}.platforms", title, "", None, table, source=credit(sources(every)))
    return (figure,) if rows else ()


def _name_table(found: RegionSummary) -> tuple[Figure, ...]:
    rows = tuple(
        (group.kind.name_zh, one.name_zh, one.batch_zh or "—", one.document_zh)
        for group in found.names
        for one in group.names
    )
    title = f"位于{found.region.short_zh}的认定和命名"
    notes = tuple(f"{group.kind.name_zh}：{group.said}" for group in found.names)
    table = Table(title, NAMES, rows)
    return (Figure(f"{KEY}.names", title, "", None, table, notes),) if rows else ()
