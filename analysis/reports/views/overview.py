"""The overview as a Document."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.document.document import Figure
from analysis.overview.address import grounds, overview_view, query_of
from analysis.overview.latest import Latest, Reading
from analysis.overview.summary import Summary, summary
from analysis.reports.figures.bars import bars_figure
from analysis.reports.figures.lines import periods, trend_figure
from analysis.reports.figures.maps import areas_figure, shaded_figure
from analysis.reports.views.seen import Seen, part, said, table_figure
from analysis.series.cards import Card
from analysis.series.cards import Reading as CardReading
from analysis.series.changes import Change
from analysis.series.claim_cards import CLAIMS_SOURCE
from analysis.series.evidence import credit
from analysis.series.selection import selection
from analysis.state.view import Choices
from analysis.text.periods import period_text
from analysis.text.table import Table
from data.model.catalog import Catalog

CARDS = ("指标", "地区", "数值", "年份", "变动", "口径")
BEFORE = "　前一期"
AND_OTHERS = "等"  # after a publisher who is not the only one
CLAIMS = ("指标", "数值", "时间", "范围")


def overview(catalog: Catalog, options: Choices, query: str) -> Seen:
    """Cards, time series, comparison and map of a view."""
    chosen, _ = overview_view(query, options, grounds(catalog))
    found = summary(catalog, chosen.view, chosen.ground)
    topic = selection(catalog, chosen.view, chosen.view.indicator)
    places = catalog.platforms
    ground = (
        areas_figure(catalog, found.ground, places)
        if found.ground
        else shaded_figure(catalog, found.shading, places)
    )
    lines = trend_figure(topic, found.trend) if len(periods(found.trend)) != 1 else None
    theme = catalog.themes[chosen.view.theme].name_zh
    return Seen(
        title=f"京津冀产业协同发展监测：{theme}",
        filter_text=found.filter_text,
        query=query_of(chosen, options),
        lead=said("overview", (found.finding, found.thin)),
        sections=(
            *part("cards", "主要指标", (_cards(found.cards), _claims(found))),
            *part("latest", "主要指标最新进度", (_latest(found.latest),)),
            *part("trend", "时间变化", (lines,)),
            *part("comparison", "地区比较", (bars_figure(topic, found.comparison),)),
            *part("map", "平台与底色", (ground,)),
        ),
        sources=tuple(
            dict.fromkeys(
                (
                    *found.trend.evidence.sources,
                    *found.comparison.evidence.sources,
                    *found.shading.sources,
                )
            )
        ),
    )


def cards_table(cards: Sequence[Card], caption: str) -> Table:
    """The cards as rows, a reading each."""
    rows = tuple(
        (
            card.title,
            reading.label,
            reading.quantity.text if reading.quantity else reading.absence,
            _when(card, reading),
            _moved(card.change),
            card.scope + (f"（计算：{card.formula}）" if card.formula else ""),
        )
        for card in cards
        for reading in card.readings
    )
    return Table(caption, CARDS, rows)


def _when(card: Card, reading: CardReading) -> str:
    """The year of a reading, its own or its card's; "" where it has no value."""
    year = reading.year or card.year
    return period_text(year) if year and reading.quantity else ""


def _moved(change: Change | None) -> str:
    """The change in words; "" without one."""
    return change.phrase if change else ""


def _cards(cards: Sequence[Card]) -> Figure | None:
    told = dict.fromkeys(one.publisher for one in cards if one.publisher)
    publishers = tuple(one for one in told if f"{one}{AND_OTHERS}" not in told)
    return table_figure("cards", cards_table(cards, "主要指标"), source=credit(publishers))


def _claims(found: Summary) -> Figure | None:
    rows = tuple(
        (one.title, one.quantity.text, one.as_of, "，".join(filter(None, (one.scope, one.note))))
        for one in found.claims
    )
    table = Table("实施方案和公开文件所列数字", CLAIMS, rows)
    return table_figure("claims", table, source=credit((CLAIMS_SOURCE,)))


def _latest(found: Latest | None) -> Figure | None:
    if found is None:
        return None
    rows = tuple(
        (name, *(_dated(getattr(cell, which), cell.absence) for cell in row.cells))
        for row in found.rows
        for name, which in ((row.indicator.short_zh, "newest"), (BEFORE, "before"))
    )
    heads = ("指标", *(region.short_zh for region in found.regions))
    source = credit(tuple(dict.fromkeys(one.dated for one in found.documents)))
    figure = table_figure("latest", Table("主要指标最新进度", heads, rows), source=source)
    return replace(figure, footnotes=found.legend) if figure else None


def _dated(one: Reading | None, absence: str) -> str:
    return f"{one.text}\n{one.when}" if one else absence
