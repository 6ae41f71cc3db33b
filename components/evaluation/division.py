"""Division of labour: quotients as a table with shaded cells, and how unlike two regions are."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.coordination.division import (
    MANY,
    SCOPE,
    SHARE_DECIMALS,
    Division,
    PairPath,
    Quotient,
    SectorRow,
)
from analysis.series.quantities import number
from analysis.text.periods import span_text
from analysis.view_links import Links
from components import theme
from components.attributes import attributes
from components.evaluation.tables import scrolled
from components.sources import credit
from data.model.catalog import Region

READING = "区位商 = 本地该行业比重 ÷ 三地合计该行业比重，大于 1 表示比三地合计更集中"
INDEX = (
    "专业化指数（Krugman）= Σ|两地同一行业比重之差|，0 为结构相同，2 为没有共同的行业；"
    "行业分得越细，数值越大"
)
SIMILARITY = "结构相似系数为两地各行业比重的夹角余弦，1 为相同；行业少时都接近 1"
NOT_COMPUTED = "行业少，不计算"


def tree(found: Division, ways: Links) -> list[Any]:
    """The quotients of the last year, and the pairs from the first to the last."""
    if found.lacking:
        return [html.H2("分工"), html.P(found.lacking, className="note")]
    title = f"各行业区位商，{found.last} 年"
    return [
        html.H2(f"分工：{found.headline}", id="evaluation-division-title"),
        html.P(
            f"各地区位商最高的行业{found.leaving}，{found.last} 年；{READING}；"
            f"{len(found.rows)} 个行业，n = 3，只作描述",
            className="subtitle",
        ),
        scrolled(
            title,
            (f"行业（{found.last} 年增加值）", *map(_head, found.regions), "三地比重（%）"),
            (_row(row, ways) for row in found.rows),
            "division-table",
        ),
        html.H3(
            f"两地结构的差别，{span_text(found.first, found.last)}", className="evaluation-part"
        ),
        scrolled(
            "两地结构的差别",
            ("两地", "专业化指数", "变化", "结构相似系数"),
            (_pair(path, found) for path in found.pairs),
        ),
        html.Details(
            [
                html.Summary("算法与逐年专业化指数"),
                html.P(f"{INDEX}。{SIMILARITY}。{SCOPE}。", className="note"),
                *_paths(found),
            ],
            className="division-years",
        ),
        html.P(credit(found.sources), className="credit"),
    ]


def _head(region: Region) -> Any:
    return [
        html.Span(
            theme.REGION_MARKS[region.slug][1],
            className=f"glyph ink-{region.slug}",
            **attributes(aria_hidden="true"),
        ),
        region.short_zh,
    ]


def _row(row: SectorRow, ways: Links) -> Component:
    return html.Tr(
        [
            html.Th(
                html.A(row.sector.name_zh, href=ways.indicator(row.sector.indicator_id)),
                scope="row",
            ),
            *(_cell(own) for own in row.quotients),
            html.Td(number(row.share, SHARE_DECIMALS)),
        ]
    )


def _cell(own: Quotient) -> Component:
    """A quotient on its shade; its own share is told to who rests on it."""
    said = f"占本地各行业的 {number(own.share, SHARE_DECIMALS)}%"
    return html.Td(own.text, className=f"quotient quotient-{own.shade}", title=said)


def _pair(path: PairPath, found: Division) -> Component:
    reason = f"口径调整，不比较：{found.broken}" if found.broken else "只有一年"
    alike = path.text(path.similarity) if path.similarity else f"{NOT_COMPUTED}（少于 {MANY} 个）"
    return html.Tr(
        [
            html.Th(path.name, scope="row"),
            html.Td(path.text(path.krugman)),
            html.Td(path.verdict or reason),
            html.Td(alike),
        ]
    )


def _paths(found: Division) -> list[Component]:
    """Krugman's index of every year."""
    years = sorted({year for path in found.pairs for year in path.krugman})
    if len(years) < 2:
        return []
    rows = (
        html.Tr(
            [
                html.Th(f"{year}", scope="row"),
                *(html.Td(number(path.krugman[year], 3)) for path in found.pairs),
            ]
        )
        for year in years
    )
    title = "逐年专业化指数"
    heads = ["年份", *(path.name for path in found.pairs)]
    return [scrolled(title, heads, rows)]
