"""Why other methods are not used: method, formula, reason, and what it makes of our numbers."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.evaluation.coupling import Envelope
from analysis.evaluation.others import Other
from components.evaluation.tables import cell, scrolled

TITLE = "为什么不用"
SAID = "三个地区、十几年的数据，下列方法得出的多半是方法本身；数值由本页所列指标实时计算"
HEADS = ("方法", "公式", "为什么不用", "用本页的数值计算")
SOURCES = (
    "耦合协调度等级：廖重斌，《热带地理》19（2），1999 年；"
    "修正公式：王淑佳等，《自然资源学报》36（3）：793，2021 年"
)


def tree(found: Sequence[Other], span: Envelope | None) -> list[Any]:
    """The methods; below them the two ends of the span of the coupling coordination degree."""
    return [
        html.H2(TITLE, id="evaluation-others-title"),
        html.P(f"{SAID}。", className="subtitle"),
        scrolled(f"{TITLE}：各种方法", HEADS, map(_row, found), "others-table"),
        *([html.P(_ends(span), className="note")] if span else []),
        html.P(f"{SOURCES}。", className="credit"),
    ]


def _row(one: Other) -> Component:
    cells = (one.formula, one.why, one.shown or "—")
    return html.Tr([html.Th(one.name, scope="row"), *map(cell, HEADS[1:], cells)])


def _ends(span: Envelope) -> str:
    """By which choices the least and the greatest degree come about."""
    (least, _), (most, _) = span.lowest, span.highest
    return (
        f"耦合协调度最低的取法：{least.text}；最高的取法：{most.text}。"
        f"标准化所用年份为 {span.years[0]}—{span.years[1]} 年（止于当年的为 "
        f"{span.years[0]}—{span.year} 年），权数相等。"
    )
