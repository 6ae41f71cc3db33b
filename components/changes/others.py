"""What changed besides values: marks, what the overview says, and what is listed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from analysis.changes.items import MOST_NAMED, STATE_NAMES, Item
from analysis.changes.marks import Mark
from analysis.changes.statements import CardChange, Statement
from analysis.changes.summary import ChangesSummary
from analysis.series.quantities import number
from components.changes.folds import fold, section
from components.unbroken import dated

NONE = "（无）"


def marks_section(found: ChangesSummary) -> Any:
    """Breaks, doubts and notes that came, went or changed; None without any."""
    every = found.found.marks
    if not every:
        return None
    kinds = dict.fromkeys(mark.kind for mark in every)
    return section(
        "marks",
        "口径与数值标注",
        f"{number(len(every), 0)} 处",
        *(_marks(kind, [mark for mark in every if mark.kind == kind], found) for kind in kinds),
    )


def _marks(kind: str, own: Sequence[Mark], found: ChangesSummary) -> html.Details:
    is_few = len(found.found.marks) <= MOST_NAMED
    rows = [
        html.Li(
            [
                html.Span(STATE_NAMES[mark.state], className=f"state {mark.state}"),
                html.Strong(mark.indicator.short_zh),
                *dated(f" {mark.where}：{mark.text}"),
            ]
        )
        for mark in own
    ]
    counted = f"{number(len(own), 0)} 处"
    return fold(f"marks-{kind}", kind, counted, is_few, html.Ul(rows, className="changes-list"))


def sentences_section(found: ChangesSummary) -> Any:
    """Theme by theme what its overview said and says; None where it says the same."""
    every = found.found.statements
    if not every:
        return None
    said = sum(one.is_said_otherwise for one in every)
    return section(
        "sentences",
        "总览表述",
        f"首句 {said} 句，指标卡片 {found.found.cards} 张",
        *(_statement(one, place == 0) for place, one in enumerate(every)),
    )


def _statement(one: Statement, is_open: bool) -> html.Details:
    parts: list[Any] = []
    if one.is_said_otherwise:
        parts.append(
            html.Dl([*_pair("原", one.old), *_pair("现", one.new)], className="changes-said")
        )
    if one.cards:
        parts.append(html.Ul([_card(card) for card in one.cards], className="changes-list"))
    told = ["首句"] if one.is_said_otherwise else []
    told += [f"卡片 {len(one.cards)} 张"] if one.cards else []
    return fold(f"said-{one.theme}", one.name, "、".join(told), is_open, *parts)


def _pair(label: str, text: str) -> list[Any]:
    return [html.Dt(label), html.Dd(text or NONE)]


def _card(card: CardChange) -> html.Li:
    return html.Li(
        [
            html.Strong(card.title),
            html.Span(card.old or NONE, className="old"),
            html.Span(" → ", className="arrow"),
            html.Span(card.new or NONE, className="new"),
        ]
    )


def items_section(found: ChangesSummary) -> Any:
    """Things of each kind that came, changed or went, by their names; None without any."""
    every = found.found.items
    if not every:
        return None
    kinds = dict.fromkeys(item.kind for item in every)
    return section(
        "items",
        "条目",
        f"{number(len(every), 0)} 条",
        *(_kind(kind, [item for item in every if item.kind == kind], found) for kind in kinds),
    )


def _kind(kind: str, own: Sequence[Item], found: ChangesSummary) -> html.Details:
    states = [(state, [item for item in own if item.state == state]) for state in STATE_NAMES]
    told = "、".join(
        f"{STATE_NAMES[state]} {number(len(some), 0)} {own[0].unit}"
        for state, some in states
        if some
    )
    parts = [
        part
        for state, some in states
        if some
        for part in (html.H3(STATE_NAMES[state]), *_named(some, found))
    ]
    return fold(f"items-{kind}", kind, told, False, *parts)


def _named(some: Sequence[Item], found: ChangesSummary) -> Iterable[Any]:
    """The names, under those of their themes where there are too many to name: of each its
    number."""
    if len(some) <= MOST_NAMED:
        rows = [html.Li([*dated(item.name), _detail(item)]) for item in some]
        yield html.Ul(rows, className="changes-list columns")
        return
    counted = Counter(found.names.get(item.theme, "其他") for item in some)
    told = "、".join(f"{theme} {count} {some[0].unit}" for theme, count in counted.items())
    yield html.P(f"{told}。逐条内容见下载文件。")


def _detail(item: Item) -> Any:
    return html.Span(dated(f"（{item.detail}）"), className="row-foot") if item.detail else None
