"""The provinces of the nation beside the study: their strip, and below the table all of them."""

from typing import Any

from dash import html

from analysis.indicators.summary import IndicatorSummary
from analysis.series.distribution import Distribution
from analysis.text.provisional import word
from components.charts.strip import strip_picture
from components.glyphs import glyph

NOT_IN_PICTURES = ("table", "meta")


def strip(shown: IndicatorSummary, kind: str) -> list[Any]:
    """Heading, dots and sentence under the picture; nothing without a distribution, or where a
    table or the metadata stand in the picture's place."""
    found = shown.distribution
    if found is None or kind in NOT_IN_PICTURES:
        return []
    return [
        html.H3(heading(shown, found)),
        strip_picture(found),
        html.P(found.told, className="note"),
    ]


def heading(shown: IndicatorSummary, found: Distribution) -> str:
    """31 省分布：地区生产总值，2024 年（亿元，现价，公布值）."""
    row = shown.indicator
    first = f"（{word(row)}）" if found.is_provisional else ""
    name = f"{found.count} 省分布：{row.short_zh}，{shown.standing_period}{first}"
    return f"{name}（{shown.basis}）"


def provinces_table(shown: IndicatorSummary, found: Distribution) -> html.Div:
    """Every province with its position and value, the highest first."""
    rows = [
        html.Tr(
            [
                html.Td(one.position.removeprefix("第 ").replace(" 位", "")),
                html.Th([*_mark(one.slug), one.name], scope="row"),
                html.Td(one.text),
            ],
            className="chosen" if one.slug else None,
        )
        for one in found.standings
    ]
    heads = html.Tr([html.Th(name, scope="col") for name in ("位次", "地区", "数值")])
    told = html.Caption(f"{heading(shown, found)}；{found.held}")
    table = html.Table([told, html.Thead(heads), html.Tbody(rows)], className="provinces")
    return html.Div(table, className="table-box", key=f"provinces {found.period}")


def _mark(slug: str) -> list[Any]:
    return [glyph(slug), " "] if slug else []
