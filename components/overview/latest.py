"""主要指标最新进度: the newest value of each region with its period, and the one before."""

from typing import Any

from dash import html

from analysis import links
from analysis.overview.latest import Cell, Latest, Reading, Row
from components import sources
from components.attributes import attributes
from components.filters import link
from components.glyphs import glyph

TITLE = "主要指标最新进度"
SUBTITLE = "各格为最近一期，其下为上一期，均自年初累计；三地为联合发布，或三地同期相加（计算）"
BEFORE = "上一期"


def panel(found: Latest) -> list[Any]:
    """The panel's content: title, table, and at the foot what marks mean and who published;
    nothing without rows."""
    if not found.rows:
        return []
    return [
        html.H2(TITLE, id="latest-title"),
        html.P(SUBTITLE, className="subtitle"),
        html.Div(table(found), className="latest-scroll", **_scrolled()),
        html.Div([html.P(one, className="note") for one in found.legend], className="foot"),
        html.P(
            [
                f"发布单位：{'、'.join(found.publishers)}。",
                *sources.credit(found.documents),
            ],
            className="credit",
        ),
    ]


def _scrolled() -> dict[str, Any]:
    """Of what scrolls sideways on a narrow screen: reached by keyboard, named by its title."""
    return {"tabIndex": "0", "role": "group", **attributes(aria_labelledby="latest-title")}


def table(found: Latest, is_linked: bool = True) -> html.Table:
    """The table; on a page each value leads to its indicator."""
    heads = [html.Th("指标", scope="col")]
    for one in found.regions:
        heads.append(html.Th([glyph(one.slug), f" {one.short_zh}"], scope="col"))
    return html.Table(
        [html.Thead(html.Tr(heads)), html.Tbody([_row(row, is_linked) for row in found.rows])],
        className="latest-table",
    )


def _row(row: Row, is_linked: bool) -> html.Tr:
    name: list[Any] = [row.indicator.short_zh, html.Span(row.unit, className="unit")]
    return html.Tr([html.Th(name, scope="row"), *(_cell(cell, is_linked) for cell in row.cells)])


def _cell(cell: Cell, is_linked: bool) -> html.Td:
    if cell.newest is None:
        return html.Td(cell.absence, className="absent")
    value: Any = html.Strong(cell.newest.text)
    if is_linked:
        value = link(links.indicator(cell.newest.indicator_id), children=value)
    parts = [value, html.Span(cell.newest.when, className="when")]
    return html.Td([*parts, _before(cell.before)] if cell.before else parts)


def _before(one: Reading) -> html.Span:
    heard = html.Span(f"{BEFORE} ", className="visually-hidden")
    return html.Span([heard, f"{one.text}，{one.when}"], className="before")
