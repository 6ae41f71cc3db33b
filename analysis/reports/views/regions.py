"""A region's profile as a Document."""

from analysis.coordination.gaps import GapRow
from analysis.document.document import Figure, Section
from analysis.meeting.slide_gaps import span
from analysis.regions.rows import SHARE_FORMULA, Row
from analysis.regions.summary import RegionSummary, ThemeRows, region_summary
from analysis.reports.figures.coordination import credited
from analysis.reports.views.platforms import sources
from analysis.reports.views.seen import Seen, part, said, table_figure
from analysis.series.absence import NOT_HELD
from analysis.series.claim_cards import CLAIMS_SOURCE
from analysis.series.evidence import credit, merged
from analysis.series.quantities import part as percent
from analysis.state import view as views
from analysis.state.view import Choices
from analysis.text.periods import period_text, span_text
from analysis.text.table import Table
from data.model.catalog import Catalog

ROWS = ("指标", "数值", "年份", "变动", "占三地")
GAPS = ("指标", "地区", "年份", "起点", "终点", "差距")
CLAIMS = ("指标", "数值", "时间", "范围")


def regions(catalog: Catalog, options: Choices, query: str, slug: str) -> Seen:
    """The headline indicators by theme, the region's part of the evaluation, the text's figures,
    the platforms."""
    chosen, _ = views.view(query, options)
    found = region_summary(catalog, slug, chosen.start, chosen.end)
    name = found.region.name_zh
    evidence = [row.evidence for group in found.themes for row in group.rows]
    return Seen(
        title=f"{name}产业协同发展情况",
        filter_text=f"{found.region.short_zh} · {span_text(found.start, found.end)}",
        query=views.query_of(chosen, options),
        lead=said("profile", (found.lead,)),
        sections=(
            *(one for group in found.themes for one in _theme(group)),
            *part("coordination", "协同评价", (_gaps(found),), (found.coordination.lacking,)),
            *part("claims", "公开文件所列数字", (_claims(found),)),
            *part("platforms", "产业合作平台", (_platforms(found),)),
        ),
        sources=merged(evidence),
        remarks=(f"{SHARE_FORMULA}（计算），比上年为计算；（名义）指按现价，含价格变动。",),
    )


def _theme(group: ThemeRows) -> tuple[Section, ...]:
    rows = tuple(map(_row, group.rows))
    table = Table(f"{group.theme.name_zh}主要指标", ROWS, rows)
    thin = group.theme.thin_zh or ""
    proofs = [row.evidence for row in group.rows if row.quantity]
    figure = table_figure(group.theme.theme, table, source=credit(merged(proofs)))
    return part(group.theme.theme, group.theme.name_zh, (figure,), (thin,))


def _row(row: Row) -> tuple[str, ...]:
    if row.quantity is None or row.year is None:
        return (row.name, row.absence + (f"（{row.stand_in}）" if row.stand_in else ""), "", "", "")
    change = row.change.phrase if row.change else ""
    share = percent(row.share) if row.share is not None else ""
    return (row.name, row.quantity.text, period_text(row.year), change, share)


def _gaps(found: RegionSummary) -> Figure | None:
    rows = tuple(line for row in found.coordination.rows for line in _lines(row))
    base = found.coordination.reference.short_zh
    table = Table(f"与{base}之比（{base} = 1）", GAPS, rows)
    return table_figure("gaps", table, source=credited(found.coordination.sources))


def _lines(row: GapRow) -> list[tuple[str, ...]]:
    return [
        (
            row.measure.name_zh,
            gap.region.short_zh,
            span(gap),
            *(end.text if end else NOT_HELD for end in (gap.first, gap.last)),
            gap.verdict or gap.reason,
        )
        for gap in row.gaps
    ]


def _claims(found: RegionSummary) -> Figure | None:
    rows = tuple(
        (one.title, one.quantity.text, one.as_of, "，".join(filter(None, (one.scope, one.note))))
        for one in found.claims
    )
    return table_figure(
        "claims", Table("公开文件所列数字", CLAIMS, rows), source=credit((CLAIMS_SOURCE,))
    )


def _platforms(found: RegionSummary) -> Figure | None:
    rows = tuple(
        (group.tier.name_zh, one.name_zh, one.city_zh or "")
        for group in found.platforms
        for one in group.platforms
    )
    table = Table("产业合作平台", ("层级", "平台", "所在地"), rows)
    every = [one for group in found.platforms for one in group.platforms]
    return table_figure("platforms", table, source=credit(sources(every)))
