"""The spread of a task's indicators as bars of one cell an indicator, and in words."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.plan.distribution import KINDS, Spread
from components.elements import element
from components.glyphs import glyph
from components.plan.links import anchor

UNPACED = "不作评价"
# What is shown and not counted stands low: parts of a cell's height.
LOW = {"priced": 0.5, "part": 0.25, "later": 0.5}


def bar(shown: Spread, width: int, height: int) -> Any:
    """One cell an indicator, those that are counted first. Each kind has a shape of its own
    beside its colour."""
    kinds = [name for name in KINDS for _ in range(shown.now[name])]
    step = width + 2
    cells = [_cell(name, at * step, width, height) for at, name in enumerate(kinds)]
    return element(
        "svg",
        *(part for cell in cells for part in cell),
        class_="spread",
        width=max(len(kinds) * step - 2, 0),
        height=height,
        role="img",
        aria_label=shown.text,
    )


def _cell(name: str, x: int, width: int, height: int) -> list[Any]:
    """A cell's box, low where the indicator is shown and not counted, and through that of one
    that falls back a cut."""
    tall = (height - 1) * LOW.get(name, 1)
    box = element(
        "rect",
        class_=f"cell-{name}",
        x=x + 0.5,
        y=height - 0.5 - tall,
        width=width - 1,
        height=tall,
    )
    if name != "worsening":
        return [box]
    middle = f"{(height - 2) / 2:g}"
    return [box, element("rect", class_="cell-cut", x=x, y=middle, width=width, height=2)]


def key() -> html.Span:
    """Which cell is which kind."""
    kinds: list[Any] = [
        element("span", element("svg", *_cell(name, 0, 12, 12), width=12, height=12), word)
        for name, word in KINDS.items()
    ]
    return html.Span(kinds, className="spread-key")


def spread_rows(shown: Sequence[Spread], rows: str) -> Component | None:
    """The regions below each other: mark, bar, direction since the base, pace and
    direction since 2022 in words, which lead to the
    rows they count (`rows` is their anchor); None if there is nothing to count."""
    if not shown:
        return None
    return html.Ul([_row(one, rows) for one in shown], className="spread-rows")


def _row(one: Spread, rows: str) -> html.Li:
    words = one.text.removeprefix(f"{one.label}：")
    return html.Li(
        [
            html.Span([glyph(one.slug), one.label], className="owner"),
            bar(one, 14, 13),
            anchor(rows, words, className="spread-words"),
            html.Span(_paces(one), className="spread-paces"),
            html.Span(one.later_text, className="spread-later"),
        ]
    )


def _paces(one: Spread) -> str:
    said = [f"{count} 项{pace.name_zh}" for pace, count in one.paces if count]
    if one.unpaced:
        said.append(f"{one.unpaced} 项{UNPACED}")
    return f"速度：{'、'.join(said)}"
