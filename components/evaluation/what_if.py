"""What the reader may change about our own index, as links: the state is the address."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.evaluation.dimensions import DimensionIndex
from analysis.evaluation.index import OpenIndex
from analysis.evaluation.index_words import level
from analysis.evaluation.what_if import TRUST_NAMES, WhatIf, with_weight
from components.attributes import attributes
from components.evaluation.choices import To
from components.filters import link
from data.model.evaluation import IndexDimension

FACTORS = (0.0, 0.5, 1.0, 2.0)
RESET = "还原"


def others(found: OpenIndex, to: To) -> list[Any]:
    """Base year, and which values count."""
    return [
        html.Div(
            [
                _chips(
                    "基期",
                    ((str(y), replace(found.what_if, base=y), y == base_of(found))
                     for y in found.years[:-1]),
                    to,
                ) if found.years else None,
                _chips(
                    "数值",
                    ((name, replace(found.what_if, trust=trust), trust == found.what_if.trust)
                     for trust, name in TRUST_NAMES.items()),
                    to,
                ),
            ],
            className="index-controls",
        ),
    ]  # fmt: skip


def state(found: OpenIndex, to: To) -> list[Any]:
    """What was changed, what that does, and the way back."""
    if found.what_if == WhatIf():
        said: list[Any] = ["可改权重、组成项、基期和所用数值；链接中带有所作的改动。"]
    else:
        reset = link(to(changed=WhatIf()), className="chip index-reset", children=RESET)
        said = [html.B(found.told), " ", reset]
    return [html.P(said, className="index-told", role="status")]


def base_of(found: OpenIndex) -> int:
    """The year that is 100: the first one where the asked one is none of the index."""
    base = found.what_if.base
    return base if base in found.years else next(iter(found.years), base)


def weights(found: OpenIndex, to: To) -> Component:
    """The dimensions, each with its level and the choice of its weight."""
    by_name = {one.dimension.dimension: one for one in found.dimensions}
    last = found.years[-1:]
    heads = ("维度", "项数", f"{last[0]} 年" if last else "数值", "权重")
    return html.Table(
        [
            html.Caption(f"各维度的指数（{base_of(found)} 年=100）和权重"),
            html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
            html.Tbody(
                [
                    _dimension(one, by_name.get(one.dimension), found, to)
                    for one in found.design.dimensions
                ]
            ),
        ],
        className="evaluation-table index-weights",
    )


def _dimension(
    one: IndexDimension, own: DimensionIndex | None, found: OpenIndex, to: To
) -> html.Tr:
    base = base_of(found)
    foot = f"{own.base} 年=100" if own and own.base != base else ""
    value = level(own.values[-1]) if own else "—"
    order = [each.dimension for each in found.design.dimensions]
    current = found.what_if.weight(one.dimension)
    factors = FACTORS if current in FACTORS else (*FACTORS, current)
    choices = (
        (f"×{factor:g}", with_weight(found.what_if, one.dimension, factor, order),
         factor == current)
        for factor in factors
    )  # fmt: skip
    return html.Tr(
        [
            html.Th(one.name_zh, scope="row"),
            html.Td(str(own.count) if own else "—"),
            html.Td([value, html.Span(foot, className="row-foot") if foot else None]),
            html.Td(_chips(f"{one.name_zh}权重", choices, to, is_named=False)),
        ],
        key=one.dimension,
    )


def _chips(
    label: str, choices: Iterable[tuple[str, WhatIf, bool]], to: To, is_named: bool = True
) -> Component:
    """A group of links: text, what it leads to, and whether that is so already."""
    named = [html.Span(label, className="filter-label")] if is_named else []
    return html.Div(
        [
            *named,
            *(
                link(
                    to(changed=chosen),
                    className="chip",
                    children=text,
                    **(attributes(aria_current="true") if is_current else {}),
                )
                for text, chosen, is_current in choices
            ),
        ],
        className="chips evaluation-choices",
        role="group",
        **attributes(aria_label=label),
    )
