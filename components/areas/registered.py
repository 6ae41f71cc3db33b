"""The register on the page of areas: enterprises and projects by area, and by year."""

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from analysis.areas.registered import Registered, RegisteredArea, RegisteredYears
from analysis.register.words import HIDDEN
from components.areas.bar import To
from components.attributes import attributes
from components.filters import link

TITLE = "重点产业链的企业和项目"
COUNTIES = "分县（市、区）"


def tables(found: Registered, to: To) -> list[Any]:
    """The numbers by area and by year; without a register a line that says so."""
    title = html.H2(TITLE, id="areas-register-title")
    note = html.P(found.note, className="note")
    if not found.areas:
        return [title, note]
    upper = [one for one in found.areas if one.is_upper]
    years = [_years(name, rows, found) for name, rows in found.founded if rows]
    return [
        title,
        html.P(f"{'、'.join(found.kinds)}；只列有个数可列的地区", className="subtitle"),
        _scrolled(_areas(TITLE, upper, found, to), TITLE),
        *_counties(found, to),
        html.Details([html.Summary("按成立或开工年份"), *years], className="areas-founded"),
        note,
    ]


def _counties(found: Registered, to: To) -> list[Any]:
    """All areas down to the counties in a fold; none where no number of a county is told."""
    if all(one.is_upper for one in found.areas):
        return []
    table = _scrolled(_areas(COUNTIES, found.areas, found, to), COUNTIES)
    return [html.Details([html.Summary(COUNTIES), table], className="areas-founded")]


def _scrolled(table: html.Table, label: str) -> html.Div:
    named = attributes(aria_label=f"{label}（可横向移动）")
    return html.Div(table, className="areas-scroll", tabIndex=0, role="region", **named)


def _areas(label: str, rows: Iterable[RegisteredArea], found: Registered, to: To) -> html.Table:
    """Areas by chains, in each chain a column a kind."""
    kinds = [kind.partition("（")[0] for kind in found.kinds]
    chains = [html.Th(name, scope="colgroup", colSpan=len(kinds)) for name in found.chains]
    heads = [html.Th("地区", scope="col", rowSpan=2), *chains]
    below = [html.Th(kind, scope="col") for _ in found.chains for kind in kinds]
    return html.Table(
        [
            html.Caption(label, className="visually-hidden"),
            html.Thead([html.Tr(heads), html.Tr(below)]),
            html.Tbody([_area(one, to) for one in rows]),
        ],
        className="areas-table areas-register-table",
    )


def _area(one: RegisteredArea, to: To) -> html.Tr:
    name = link(to(area=one.code), children=one.name) if one.is_named else one.name
    head = html.Th(name, scope="row", className=f"depth-{one.depth}")
    cells = [_cell(text, at % 2 == 0) for at, text in enumerate(one.texts)]
    return html.Tr([head, *cells], key=f"{one.code}-{one.depth}-{one.is_named}")


def _cell(text: str, is_first: bool) -> html.Td:
    """A number; the first of a chain behind a rule, what is withheld in grey."""
    names = [name for name, is_so in (("apart", is_first), ("withheld", text == HIDDEN)) if is_so]
    return html.Td(text, className=" ".join(names) or None)


def _years(name: str, rows: Sequence[RegisteredYears], found: Registered) -> html.Div:
    heads = [html.Th("产业链", scope="col"), html.Th("地区", scope="col", className="named")]
    heads += [html.Th(year, scope="col") for year in found.years]
    body = [
        html.Tr(
            [
                html.Th(one.chain, scope="row"),
                html.Td(one.region, className="named"),
                *(_cell(text, is_first=False) for text in one.texts),
            ]
        )
        for one in rows
    ]
    caption = html.Caption(name)
    table = html.Table(
        [caption, html.Thead(html.Tr(heads)), html.Tbody(body)],
        className="areas-table areas-register-table",
    )
    return _scrolled(table, name)
