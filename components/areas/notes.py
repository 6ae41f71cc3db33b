"""The finding of the page in a sentence; below it what it cannot say, sources and files."""

from typing import Any

from dash import html

from analysis.areas.summary import AreasSummary
from analysis.pages import Page
from components import files
from components.attributes import attributes
from components.sources import listed

BASIS = "第六次、第七次全国人口普查长表，按居住地，抽样 10%；只用于比重和区位商，不作从业人数。"


def head(found: AreasSummary) -> list[Any]:
    """The shift from one census to the next, or which counties have most and least of an
    indicator, from the numbers."""
    is_census = not found.lacking and found.fact is None
    return [
        html.H2(_clauses(found.headline or found.map_title), **attributes(data_told="")),
        html.P(BASIS, className="subtitle") if is_census else None,
    ]


def _clauses(text: str) -> list[html.Span]:
    """The sentence in its two halves, the regions and their prefectures: where it has no room in a
    line it breaks between them."""
    first, sign, rest = text.partition("；")
    return [html.Span(part, className="clause") for part in (first + sign, rest) if part]


def limits(found: AreasSummary, query: str) -> list[Any]:
    """What the page cannot say, where its numbers come from, and its files."""
    if found.lacking:
        return []
    return [
        html.H2("使用说明与局限"),
        html.Ul([html.Li(text) for text in found.limits], className="areas-limits"),
        html.P(["来源：", *listed(found.sources)], className="credit"),
        files.take_away(Page.AREAS, query),
    ]
