"""The Summary: everything one view shows, computed once from Catalog and View.

Screen, and later scenes, slides, workbook and API, draw from the same Summary, so that
a number shown in two places cannot differ.
"""

from dataclasses import dataclass

from analysis.maps.area_shading import AreaShading, area_shading
from analysis.maps.shading import Shading, shading
from analysis.overview.comparison import Comparison, comparison
from analysis.overview.latest import THEME, Latest, latest
from analysis.overview.trend import Trend, trend
from analysis.series.cards import Card, cards
from analysis.series.claim_cards import ClaimCard, claim_cards
from analysis.series.selection import aggregate, selection
from analysis.state.view import View
from analysis.text import sentences
from analysis.watch.watched import worsened_count
from data.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Summary:
    """What a view shows: the filter and the first finding in words, cards, charts, map (its ground
    by areas where one is chosen), of how many indicators of all themes a region has worsened since
    coordination began; and on the overview of 总体经济 the newest values of the main
    indicators."""

    view: View
    filter_text: str
    finding: str
    thin: str
    cards: tuple[Card, ...]
    claims: tuple[ClaimCard, ...]
    trend: Trend
    comparison: Comparison
    shading: Shading
    formula: str
    latest: Latest | None = None
    ground: AreaShading | None = None
    worsened: int = 0


def summary(catalog: Catalog, view: View, ground: str = "") -> Summary:
    """The summary of a view; every number on a page of this view comes from here. `ground` is a
    measure of areas (`address.grounds`)."""
    topic = selection(catalog, view, view.indicator)
    whole = aggregate(catalog, topic)
    return Summary(
        view=view,
        filter_text=sentences.filter_text(catalog, view, topic),
        finding=sentences.finding(catalog, topic, whole),
        thin=catalog.themes[view.theme].thin_zh or "",
        cards=cards(catalog, view),
        claims=claim_cards(catalog, view),
        trend=trend(catalog, topic, view.start, view.end),
        comparison=comparison(catalog, topic, view.end),
        shading=shading(catalog, topic),
        formula=whole.formula if whole and whole.formula else "",
        latest=latest(catalog, view.regions) if view.theme == THEME else None,
        ground=area_shading(catalog, ground) if ground else None,
        worsened=worsened_count(catalog, view),
    )
