"""The tables of the page: first and last counties, both censuses by unit, the product of the
prefectures."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from analysis.areas.products import BREAK, NOTE, ProductRow
from analysis.areas.ranking import Ranked
from analysis.areas.shift import Slope
from analysis.areas.summary import AreasSummary, value_text
from analysis.series.quantities import number
from components.areas.bar import MEASURES, To
from components.attributes import attributes
from components.filters import link
from data.model.areas import FIRST_CENSUS, LAST_CENSUS
from data.model.catalog import Catalog

MISSING = "未收录"
NO_PREFECTURES = "所选地区没有设区市，或本站未收录设区市的地区生产总值。"


def ends(found: AreasSummary, catalog: Catalog, to: To) -> list[Any]:
    """The first and the last counties of the chosen regions, as links that open them."""
    if not found.top:
        return []
    measure = MEASURES[found.chosen.measure]
    name = found.industry.short_zh if found.industry else ""
    return [
        *ends_title(f"{name}{measure}", found.filter_text),
        html.Div(
            [
                _ranking(f"前 {len(found.top)} 位", found.top, found, catalog, to),
                _ranking(f"后 {len(found.bottom)} 位", found.bottom, found, catalog, to),
            ],
            className="areas-both-ends",
        ),
    ]


def ends_title(what: str, filter_text: str) -> list[Any]:
    """What the first and last counties are ordered by, and among whom."""
    return [
        html.H2(f"{what}：位次在前和在后的县（市、区）", id="areas-ends-title"),
        html.P(f"{filter_text}；位次在三地全部县（市、区）中排", className="subtitle"),
    ]


def _ranking(
    title: str, own: Sequence[Ranked], found: AreasSummary, catalog: Catalog, to: To
) -> html.Table:
    heads = ("位次", "县（市、区）", MEASURES[found.chosen.measure])
    return html.Table(
        [
            html.Caption(title),
            html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
            html.Tbody([_ranked(one, found, catalog, to) for one in own]),
        ],
        className="areas-table",
    )


def _ranked(one: Ranked, found: AreasSummary, catalog: Catalog, to: To) -> html.Tr:
    area = catalog.areas.by_code[one.code]
    above = catalog.areas.by_code[area.parent].short_zh
    current = attributes(aria_current="true") if one.code == found.chosen.area else {}
    return html.Tr(
        [
            html.Td(f"{'并列 ' if one.tied else ''}{one.place}"),
            html.Th(
                [
                    link(to(area=one.code), children=area.name_zh, **current),
                    html.Span(above, className="row-foot"),
                ],
                scope="row",
            ),
            html.Td(value_text(one.value, found.chosen.measure)),
        ],
        key=one.code,
    )


def slopes_table(shown: Sequence[Slope], title: str, to: To) -> html.Table:
    """Both shares of every unit and their difference."""
    heads = ("地区", f"{FIRST_CENSUS} 年（%）", f"{LAST_CENSUS} 年（%）", "变动（百分点）")
    return html.Table(
        [
            html.Caption(title),
            html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
            html.Tbody([_slope(one, to) for one in shown]),
        ]
    )


def _slope(one: Slope, to: To) -> html.Tr:
    cells = (_number(one.first, 1), _number(one.last, 1), _change(one.change))
    name = link(to(area=one.code), children=one.name)
    return html.Tr([html.Th(name, scope="row"), *map(html.Td, cells)])


def products(found: AreasSummary, to: To) -> list[Any]:
    """The product of the prefectures by year; of the newest growth and part of the three."""
    title = html.H2("设区市地区生产总值", id="areas-products-title")
    if not found.products:
        return [title, html.P(NO_PREFECTURES, className="nothing")]
    years = sorted({year for row in found.products for year in row.values})
    newest = max(row.year for row in found.products)
    decimals = {year: _decimals(found.products, year) for year in years}
    heads = [
        html.Th("设区市", scope="col"),
        *(html.Th(f"{year} 年", scope="col", className=_side(year, years)) for year in years),
        html.Th(f"{newest} 年增长（%）", scope="col", className="apart"),
        html.Th("占三地（%）", scope="col"),
    ]
    return [
        title,
        html.P(f"{years[0]}—{years[-1]} 年，亿元；增长按不变价", className="subtitle"),
        html.Div(
            html.Table(
                [
                    html.Caption("设区市地区生产总值", className="visually-hidden"),
                    html.Thead(html.Tr(heads)),
                    html.Tbody([_product(row, decimals, newest, to) for row in found.products]),
                ],
                className="areas-table areas-products-table",
            ),
            className="areas-scroll",
            tabIndex=0,
            role="region",
            **attributes(aria_labelledby="areas-products-title"),
        ),
        html.P(NOTE, className="note"),
    ]


def _decimals(rows: Sequence[ProductRow], year: int) -> int:
    """Some years were published in whole numbers."""
    values = (row.values.get(year) for row in rows)
    return 0 if all(value is None or value.is_integer() for value in values) else 1


def _product(row: ProductRow, decimals: Mapping[int, int], newest: int, to: To) -> html.Tr:
    """`decimals` are those of each year."""
    is_newest = row.year == newest
    years = tuple(decimals)
    return html.Tr(
        [
            html.Th(link(to(area=row.code), children=row.name), scope="row"),
            *(
                html.Td(_number(row.values.get(year), decimals[year]), className=_side(year, years))
                for year in years
            ),
            html.Td(_number(row.growth if is_newest else None, 1), className="apart"),
            html.Td(_number(row.part if is_newest else None, 1)),
        ]
    )


def _side(year: int, years: Sequence[int]) -> str | None:
    """A rule stands where the scope changes."""
    return "apart" if year >= BREAK and year == min(y for y in years if y >= BREAK) else None


def _number(value: float | None, decimals: int) -> str:
    return MISSING if value is None else number(value, decimals)


def _change(value: float | None) -> str:
    if value is None:
        return MISSING
    return f"{'+' if value > 0 else ''}{number(value, 1)}"
