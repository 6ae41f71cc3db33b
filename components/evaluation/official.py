"""The official index by edition: the total, its dimensions, and every printed value in a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.evaluation.official import RULE, BaseYear, EditionMark, IndexSeries, Official
from analysis.series.absence import NOT_HELD
from components.charts.editions import editions_figure, year_span
from components.evaluation.tables import scrolled
from components.sources import credit

OWN = "不同期之间的数值不可比；上年数值由当期数值减去同期公布的变化得出，末位或有舍入误差"
UNCHECKED = "（转）为仅见一处转引、未经核对的数值，图中以虚线圆表示"


def tree(found: Official) -> list[Any]:
    """The newest base with its figures; older bases apart, as tables."""
    if found.lacking:
        return [html.H2("官方指数"), html.P(found.lacking, className="note")]
    newest, *older = found.bases
    return [
        html.H2(_title(newest), id="evaluation-official-title"),
        html.P(f"{RULE}。", className="subtitle"),
        html.P(newest.sentence, className="official-told") if newest.sentence else None,
        *_figures(newest.series),
        html.Details(
            [
                html.Summary("各期公布的数值"),
                *(part for base in (newest, *older) for part in _table(base)),
                html.P(f"{OWN}。{UNCHECKED}。", className="note"),
            ],
            className="official-values",
        ),
        html.P(credit(found.sources), className="credit"),
    ]


def _title(base: BaseYear) -> str:
    return f"官方指数（{base.base} 年=100）：{base.headline}"


def _figures(series: Sequence[IndexSeries]) -> list[Component]:
    """The total large, the dimensions beside each other, all on the same years."""
    years = year_span(series)
    first, *rest = series
    small = [
        html.Div(
            [
                html.H3(one.name, className="evaluation-part"),
                editions_figure(one, years, is_small=True),
                _untold(one),
            ],
            className="official-dimension",
        )
        for one in rest
    ]
    return [
        html.Div(
            [html.H3(first.name, className="evaluation-part"), editions_figure(first, years)],
            className="official-total",
        ),
        html.Div(small, className="official-dimensions"),
    ]


def _untold(series: IndexSeries) -> Component | None:
    """Years of which an edition prints only the change."""
    told = [f"{m.year} 年只公布变化 {m.change_text} 点" for m in series.marks if m.value is None]
    return html.P("；".join(told), className="row-foot") if told else None


def _table(base: BaseYear) -> list[Component]:
    """A row a year with what its own edition prints; the year before as that edition has it."""
    years = sorted({mark.year for one in base.series for mark in one.marks})
    by_year = {one.dimension: {m.year: m for m in one.marks} for one in base.series}
    rows = (_row(year, base.series, by_year) for year in years)
    title = _title(base)
    return [
        html.H3(title, className="evaluation-part"),
        scrolled(title, ["年份", *(one.name for one in base.series)], rows),
    ]


def _row(
    year: int,
    series: Sequence[IndexSeries],
    by_year: Mapping[str, Mapping[int, EditionMark]],
) -> Component:
    cells = [html.Td(_cell(by_year[one.dimension].get(year))) for one in series]
    edition = next(m.edition for own in by_year.values() if (m := own.get(year)))
    name: list[Any] = [f"{year}", html.Span(f"{edition} 年公布", className="row-foot")]
    return html.Tr([html.Th(name, scope="row"), *cells])


def _cell(mark: EditionMark | None) -> list[Any]:
    """145.0, and below it what the same edition says of the year before: 上年 139.9（+5.1）."""
    if mark is None:
        return [NOT_HELD]
    value = f"{mark.text}{mark.mark}" if mark.text else "—"
    if not mark.change_text:
        return [value]
    before = f"上年 {mark.before_text}，" if mark.before_text else ""
    return [value, html.Span(f"{before}变化 {mark.change_text}", className="row-foot")]
