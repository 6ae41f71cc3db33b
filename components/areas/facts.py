"""An indicator of a store on the page of areas: which one and when, the first and last counties,
its value and periods in the open area. Nothing of it is there where the store has none."""

from collections.abc import Sequence
from typing import Any

from dash import html

from analysis.areas.address import AreaChoices
from analysis.areas.area_facts import AreaFact
from analysis.areas.ranking import Ranked
from analysis.areas.summary import AreasSummary
from analysis.text.periods import period_text
from components.areas.bar import To
from components.areas.tables import ends_title
from components.attributes import attributes
from components.filters import link
from components.selects import address_select, option
from components.sources import listed
from data.model.catalog import Catalog
from data.model.periods import written

INDICATOR, PERIOD = "分县指标", "期间"
BY_INDUSTRY = "按行业（人口普查）"
SHOWN = 6  # periods that are shown; the others are in a fold


def controls(found: AreasSummary, catalog: Catalog, known: AreaChoices) -> list[Any]:
    """The indicators and the periods to choose from."""
    if not known.facts:
        return []
    names = [option(one, catalog.fact_indicators[one].short_zh) for one in known.facts]
    own = found.fact
    periods = [option(written(one), period_text(one)) for one in own.periods[::-1]] if own else []
    return [
        html.Div(
            [
                *address_select("fact", INDICATOR, [option("", BY_INDUSTRY), *names]),
                *(address_select("period", PERIOD, [option("", "最新"), *periods]) if own else []),
            ],
            className="areas-facts-bar",
        )
    ]


def ends(found: AreasSummary, catalog: Catalog, to: To) -> list[Any]:
    """The first and last counties by the indicator."""
    own = found.fact
    if own is None or not own.top:
        return []
    return [
        *ends_title(f"{own.indicator.short_zh}，{period_text(own.period)}", found.filter_text),
        html.Div(
            [
                _ranking(f"前 {len(own.top)} 位", own.top, own, catalog, to),
                _ranking(f"后 {len(own.bottom)} 位", own.bottom, own, catalog, to),
            ],
            className="areas-both-ends",
        ),
        html.P(["来源：", *listed(own.sources)], className="credit"),
    ]


def opened(found: AreasSummary) -> list[Any]:
    """The value of the open area with its place, and its periods; nothing where no indicator is
    chosen."""
    own = found.fact
    if own is None or not own.opened:
        return []
    place = html.P(own.place, className="areas-place")
    if not own.series:
        return [place]
    rest = own.series[SHOWN:]
    more = (
        html.Details(
            [
                html.Summary(f"另 {len(rest)} 期"),
                html.Div(_periods("更早的期间", rest), className="areas-earlier"),
            ]
        )
        if rest
        else None
    )
    return [place, _periods(own.indicator.short_zh, own.series[:SHOWN]), more]


def _periods(name: str, rows: Sequence[tuple[str, str]]) -> html.Table:
    return html.Table(
        [
            html.Caption(name),
            html.Thead(html.Tr([html.Th(PERIOD, scope="col"), html.Th("数值", scope="col")])),
            html.Tbody(
                [html.Tr([html.Th(at, scope="row"), html.Td(text)], key=at) for at, text in rows]
            ),
        ],
        className="areas-table",
    )


def _ranking(
    title: str, rows: Sequence[Ranked], own: AreaFact, catalog: Catalog, to: To
) -> html.Table:
    heads = ("位次", "县（市、区）", f"数值（{own.indicator.unit_zh}）")
    return html.Table(
        [
            html.Caption(title),
            html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
            html.Tbody([_ranked(one, own, catalog, to) for one in rows]),
        ],
        className="areas-table",
    )


def _ranked(one: Ranked, own: AreaFact, catalog: Catalog, to: To) -> html.Tr:
    area = catalog.areas.by_code[one.code]
    current = attributes(aria_current="true") if area.name_zh == own.opened else {}
    name = link(to(area=one.code), children=area.name_zh, **current)
    above = html.Span(catalog.areas.by_code[area.parent].short_zh, className="row-foot")
    place = f"{'并列 ' if one.tied else ''}{one.place}"
    said = html.Td(own.said(one.code))
    return html.Tr([html.Td(place), html.Th([name, above], scope="row"), said], key=one.code)
