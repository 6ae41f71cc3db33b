"""The parts of our own index in a table: what each adds, from what it is computed, which of its
links were dropped and why; each may be left out."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis import links
from analysis.evaluation.contribution import Contribution
from analysis.evaluation.index import OpenIndex
from analysis.evaluation.index_words import moved
from analysis.evaluation.what_if import with_part
from analysis.text.periods import periods_text
from components.attributes import attributes
from components.charts.signed_bar import signed_bar
from components.evaluation.choices import To
from components.evaluation.tables import cell
from components.evaluation.what_if import base_of
from components.filters import link
from data.model.evaluation import FORMS

WANTED = {1: "▲ 上升", -1: "▼ 下降"}
NONE = "—"
OUT, IN = "去掉", "计入"


def table(found: OpenIndex, to: To) -> list[Any]:
    """Every part, first those that moved the last year most; below them the parts that are not
    counted."""
    if not found.contributions:
        return []
    rows = sorted(found.contributions, key=_place)
    year = f"{found.years[-1]} 年" if found.values else ""
    since = f"{base_of(found)} 年以来（点）"
    title = f"{year}各项贡献" if year else "各项"
    span = _span(rows)
    heads = (
        "组成项", f"{year}贡献（点）", "图示", since, "维度", "希望方向",
        "所用年份", "算法与所用指标", IN,
    )  # fmt: skip
    return [
        html.H3(title),
        html.P(_sum(found), className="subtitle") if found.values else None,
        html.Div(
            html.Table(
                [
                    html.Caption(title, className="visually-hidden"),
                    html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
                    html.Tbody([_row(one, span, heads, found, to) for one in rows]),
                ],
                className="evaluation-table index-parts",
            ),
            className="evaluation-scroll index-scroll",
            tabIndex=0,
            role="region",
            **attributes(aria_label=title),
        ),
    ]


def _place(one: Contribution) -> tuple[bool, bool, float, int]:
    return not one.is_in, one.last is None, -(one.last or 0.0), one.part.order


def _span(rows: Sequence[Contribution]) -> tuple[float, float]:
    values = [one.last for one in rows if one.last is not None]
    return min(values, default=0.0), max(values, default=0.0)


def _sum(found: OpenIndex) -> str:
    """That contributions add up: 比上年 +3.5 点，等于各项贡献之和."""
    last, before = found.values[-1], found.values[-2]
    change = f"{found.years[-1]} 年比上年 {moved(last - before)} 点"
    return f"{change}，等于各项贡献之和；没有列数的项，当年没有可用的数值"


def _row(
    one: Contribution, span: tuple[float, float], heads: Sequence[str], found: OpenIndex, to: To
) -> html.Tr:
    names = {each.dimension: each.name_zh for each in found.design.dimensions}
    cells = (
        NONE if one.last is None else moved(one.last),
        None if one.last is None else signed_bar(one.last, span),
        NONE if one.since is None else moved(one.since),
        names[one.part.dimension],
        WANTED[one.part.direction],
        _years(one),
        _formula(one),
        _switch(one, found, to),
    )
    return html.Tr(
        [html.Th(one.part.name_zh, scope="row"), *map(cell, heads[1:], cells)],
        key=one.part.part,
        className=None if one.is_in else "is-out",
    )


def _formula(one: Contribution) -> list[Any]:
    """The indicators, each a link, how the part is computed of them, and the note."""
    named: list[Any] = []
    for name, text in one.indicators:
        named += ["、" if named else "", html.A(text, href=links.indicator(name))]
    note = f"。{one.part.note_zh}" if one.part.note_zh else ""
    return [*named, f"：{FORMS[one.part.form].formula_zh}{note}。"]


def _years(one: Contribution) -> Component | str:
    """How many years are used; opened, those that are not, with why."""
    whole = len(one.years) + len(one.dropped)
    text = f"{len(one.years)} / {whole} 年"
    if not one.dropped:
        return text
    by_reason: dict[str, list[int]] = {}
    for year, reason in one.dropped:
        by_reason.setdefault(reason, []).append(year)
    return html.Details(
        [
            html.Summary(text),
            html.Ul(
                [html.Li(f"{periods_text(years)}：{reason}") for reason, years in by_reason.items()]
            ),
        ]
    )


def _switch(one: Contribution, found: OpenIndex, to: To) -> Any:
    """In or out; a part that the design does not count stays out."""
    if not one.part.is_on:
        return "未计入"
    order = [each.part for each in found.design.parts]
    changed = with_part(found.what_if, one.part.part, not one.is_in, order)
    word = OUT if one.is_in else IN
    return link(
        to(changed=changed),
        children=word,
        className="chip",
        **attributes(aria_label=f"{word}：{one.part.name_zh}"),
    )
