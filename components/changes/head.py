"""The head of the page of changes: which editions, the finding, the files; how much by theme."""

from dataclasses import replace
from typing import Any

from dash import html

from analysis import links
from analysis.changes.address import FROM, TO, ChangesView, pinned
from analysis.changes.editions import name
from analysis.changes.summary import ChangesSummary, ThemeRow
from analysis.pages import Page
from analysis.series.quantities import number
from analysis.state.view import Choices, with_theme
from components import files, words
from components.attributes import attributes
from components.filters import link
from components.selects import address_select, option
from components.unbroken import dated

ENDS = {FROM: ("对比起点", "前一版本"), TO: ("对比终点", "当前版本")}
DESK = "数据台"
ALONE = "本站目前只有一个数据版本，没有可以对比的版本。"
SIDE_TITLE = "各主题变动"
COLUMNS = {
    "revised": "修订",
    "new": "新增",
    "withdrawn": "撤回",
    "restated": "说明",
    "said": "表述",
}
KEY = (
    "修订、新增、撤回为数值个数；说明为数值不变而状态、来源等有变的个数；表述为总览首句和指标卡片。"
)


def head(found: ChangesSummary, options: Choices) -> list[Any]:
    """Title, the two editions, files, and the finding."""
    chosen = found.chosen
    is_alone = len(chosen.listed) < 2
    return [
        html.Div(
            [
                html.H2(words.PAGES[Page.CHANGES], className="changes-name"),
                html.Span(found.filter_text, className="subtitle"),
                None if is_alone else html.Div(_selects(chosen), className="changes-ends"),
                html.A(DESK, href=links.desk(), className="quiet screen-only"),
            ],
            className="changes-title",
        ),
        html.P(
            ALONE if is_alone else dated(found.headline),
            className="changes-lead",
            **attributes(data_told=""),
        ),
        None
        if is_alone
        else html.Div(
            [
                html.P(_total(found), className="changes-total"),
                files.take_away(Page.CHANGES, pinned(chosen, options)),
            ],
            className="changes-title",
        ),
    ]


def _selects(chosen: ChangesView) -> list[Any]:
    """The editions, each by its version; the first choice of each follows what is served."""
    offered = [option(one.digest, name(one, chosen.listed)) for one in chosen.listed]
    usual = dict(zip(ENDS, replace(chosen, before="", after="").ends, strict=True))
    usual[FROM] = replace(chosen, before="").ends[0]
    found: list[Any] = []
    for key, (label, called) in ENDS.items():
        first = option("", f"{called}（{name(usual[key], chosen.listed)}）")
        found += [
            html.Span(label, className="filter-label", key=f"{key}-label"),
            *address_select(key, label, [first, *offered]),
        ]
    return found


def _total(found: ChangesSummary) -> str:
    """How many values both editions have, in all regions and themes."""
    counts = found.found.counts
    return (
        f"全部数值由 {number(counts.before, 0)} 个变为 {number(counts.after, 0)} 个，"
        f"其中 {number(counts.same, 0)} 个没有变动。"
    )


def theme_table(found: ChangesSummary, options: Choices) -> list[Any]:
    """By theme how much of it changed in the chosen regions; a theme leads to its own changes."""
    if not found.themes:
        return []
    heads = [html.Th("主题", scope="col")]
    heads += [html.Th(label, scope="col") for label in COLUMNS.values()]
    return [
        html.H2(SIDE_TITLE, id="changes-themes"),
        html.Table(
            [
                html.Thead(html.Tr(heads)),
                html.Tbody([_theme_row(row, found, options) for row in found.themes]),
            ],
            className="changes-themes",
            **attributes(aria_labelledby="changes-themes"),
        ),
        html.P(KEY, className="note"),
    ]


def _theme_row(row: ThemeRow, found: ChangesSummary, options: Choices) -> html.Tr:
    return html.Tr(
        [
            html.Th(_theme(row, found, options), scope="row"),
            *(html.Td(number(getattr(row, key), 0)) for key in COLUMNS),
        ]
    )


def _theme(row: ThemeRow, found: ChangesSummary, options: Choices) -> Any:
    """The link to a theme's own changes; the first theme stands for all of them, and one that only
    the earlier edition has cannot be chosen."""
    if row.theme not in options.themes or row.theme == options.default().theme:
        return row.name
    view = with_theme(found.chosen.view, row.theme, options)
    is_chosen = found.chosen.view.theme == row.theme
    current = attributes(aria_current="true") if is_chosen else {}
    return link(
        links.changes(replace(found.chosen, view=view), options), children=row.name, **current
    )
