"""The spread of a task's indicators as bars of one cell an indicator, and in words."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup, escape

from analysis.spread import KINDS, Spread
from components.glyphs import glyph
from components.plan_links import anchor

UNPACED = "不评"


def bar(shown: Spread, width: int, height: int) -> Markup:
    """One cell an indicator: improving, flat, worsening, without direction, not assessable. Each
    kind has a shape of its own beside its colour."""
    kinds = [name for name in KINDS for _ in range(getattr(shown, name))]
    step = width + 2
    cells = "".join(_cell(name, at * step, width, height) for at, name in enumerate(kinds))
    return Markup(
        f'<svg class="spread" width="{max(len(kinds) * step - 2, 0)}" height="{height}" '
        f'role="img" aria-label="{escape(shown.text)}">{cells}</svg>'
    )


def _cell(name: str, x: int, width: int, height: int) -> str:
    box = f'<rect class="cell-{name}" x="{x + 0.5}" y="0.5" width="{width - 1}" '
    cell = f'{box}height="{height - 1}"/>'
    if name != "worsening":
        return cell
    middle = f'y="{(height - 2) / 2}" width="{width}" height="2"'
    return f'{cell}<rect class="cell-cut" x="{x}" {middle}/>'


def key() -> html.Span:
    """Which cell is which kind."""
    return html.Span(
        [
            html.Span([Markup(f'<svg width="12" height="12">{_cell(name, 0, 12, 12)}</svg>'), word])
            for name, word in KINDS.items()
        ],
        className="spread-key",
    )


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
