"""The watch list: signs to choose from, and a table that is sorted by its heads."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.evaluation.address import ALL, BY_REGION, BY_SIGN, BY_SIZE, BY_THEME
from analysis.evaluation.summary import EvaluationSummary
from analysis.view_links import Links
from analysis.watch.watched import Watched
from components.attributes import attributes
from components.evaluation.choices import To, chips
from components.evaluation.tables import cell
from components.filters import link

TITLE = "回落清单"
EVERY = "全部"
NONE = "所选地区和年份没有这种情形。"
HEADS = (  # by what a head sorts, "" where it does not
    (BY_THEME, "指标"),
    (BY_REGION, "地区"),
    ("", "起点"),
    ("", "终点"),
    (BY_SIZE, "变动"),
    (BY_SIGN, "情形与依据"),
    ("", "注意"),
)


def tree(found: EvaluationSummary, to: To, ways: Links) -> list[Any]:
    """How many there are of every sign, and those of the one that is chosen."""
    watch = found.watch
    if not watch.signs:
        return []
    chosen = found.chosen.sign
    count = sum(watch.counts.values())
    options = [(ALL, f"{EVERY} {count}")]
    options += [(s.sign, f"{s.name_zh} {watch.counts.get(s.sign, 0)}") for s in watch.signs]
    meant = next((one.meaning_zh for one in watch.signs if one.sign == chosen), "")
    return [
        html.H2(f"{TITLE}：{found.filter_text}"),
        html.P(f"{meant}。{watch.basis}" if meant else watch.basis, className="subtitle"),
        chips("情形", options, chosen, lambda name: to(sign=name)),
        _table(watch.rows, found, to, ways) if watch.rows else html.P(NONE, className="note"),
    ]


def _table(rows: Sequence[Watched], found: EvaluationSummary, to: To, ways: Links) -> Component:
    return html.Div(
        html.Table(
            [
                html.Caption(f"{TITLE}表", className="visually-hidden"),
                html.Thead(html.Tr([_head(sort, text, found, to) for sort, text in HEADS])),
                html.Tbody([_row(row, found.themes, ways) for row in rows]),
            ],
            className="watch-table",
        ),
        className="watch-scroll",
        tabIndex=0,
        role="region",
        **attributes(aria_label=f"{TITLE}表"),
    )


def _head(sort: str, text: str, found: EvaluationSummary, to: To) -> html.Th:
    if not sort:
        return html.Th(text, scope="col")
    is_sorted = sort == found.chosen.sort
    said = (
        attributes(aria_sort="ascending" if sort != BY_SIZE else "descending") if is_sorted else {}
    )
    arrow = html.Span("▾", className="sorted", **attributes(aria_hidden="true"))
    return html.Th(
        link(to(sort=sort), children=[text, arrow] if is_sorted else text, title=f"按{text}排列"),
        scope="col",
        **said,
    )


def _row(row: Watched, themes: Mapping[str, str], ways: Links) -> html.Tr:
    href = ways.indicator(row.indicator.indicator_id)
    return html.Tr(
        [
            html.Th(
                [
                    html.A(row.indicator.short_zh, href=href),
                    html.Span(themes[row.indicator.theme], className="row-foot"),
                ],
                scope="row",
            ),
            *(
                cell(label, said, name)
                for (_, label), (said, name) in zip(HEADS[1:], _cells(row), strict=True)
            ),
        ],
        key=f"{row.sign.sign}-{row.indicator.indicator_id}-{row.region.slug}",
    )


def _cells(row: Watched) -> Iterator[tuple[Any, str]]:
    """What stands beside the indicator, each with the class of its cell."""
    yield row.region.short_zh, "watch-region"
    yield _value(row.first, row.first_text), ""
    yield _value(row.last, row.last_text), ""
    yield row.change or "—", "watch-change"
    yield [html.B(row.sign.name_zh), "：", row.finding], "watch-finding"
    yield "；".join(row.caveats), "watch-caveat"


def _value(year: int, text: str) -> list[Any]:
    return [text, html.Span(f"{year} 年", className="row-foot")]
