"""Below the map: industries by regions as a table of links, and the flow by year with sources."""

from functools import lru_cache
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.platforms.flows import Flows, FlowYear
from analysis.platforms.places import MatrixRow, industry_name, partial
from analysis.platforms.summary import PlatformsSummary
from analysis.state.scope import whole_scope
from components import words
from components.attributes import attributes
from components.charts.described import flows_in_words
from components.elements import tree
from components.filters import change, link
from components.ids import Id
from components.platforms.tools import To
from data.model.catalog import Catalog

DEEPEST = 5  # counts from here on have the same ground


def matrix(found: PlatformsSummary, catalog: Catalog) -> list[Any]:
    """How many of the places of the chosen layers each industry has in each region; a cell is
    a link to the map with just these."""
    regions = catalog.provinces
    heads = [html.Th(r.short_zh, scope="col") for r in regions]
    return [
        html.H2("产业与地区：列出的平台数", id="matrix-title"),
        html.P(
            [
                html.Span("点击数字可筛选地图和列表；", className="screen-only"),
                "一个平台可属几个产业、几个地区，合计不重复计算。",
            ],
            className="subtitle",
        ),
        html.Table(
            [
                html.Caption("各产业在三地的平台数", className="visually-hidden"),
                html.Thead(
                    html.Tr(
                        [html.Th("产业", scope="col"), *heads, html.Th("合计", scope="col")]
                    )
                ),
                html.Tbody([_row(row, found, catalog) for row in found.matrix]),
            ],
            className="matrix",
        )
        if found.matrix
        else html.P("所选图层和筛选下没有平台。", className="nothing"),
        html.P(partial(catalog), className="note"),
    ]  # fmt: skip


def flow_texts(found: PlatformsSummary, to: To) -> list[Any]:
    """The flow's title, its years as links, and what must be said with it."""
    flows = found.flows
    year = flows.chosen
    value = f"：{year.year} 年 {year.quantity.text}" if year and year.quantity else ""
    if flows.missing:
        value = f"：{flows.missing} 年{flows.absence}"
    years = [
        link(
            to(has_flows=True, flow_year=one.year),
            className="chip",
            children=f"{one.year}",
            **(attributes(aria_current="true") if found.state.has_flows and one == year else {}),
        )
        for one in flows.published
    ]
    return [
        html.H2(f"北京流向津冀的技术合同{value}", id=f"{Id.FLOW_TEXT}-title"),
        html.P(
            [
                f"成交额，{flows.unit}；仅绘制有数值的年份。",
                html.Span("选择年份后，地图显示流向箭头。", className="screen-only"),
            ],
            className="subtitle",
        ),
        html.Div(years, className="chips", role="group", **attributes(aria_label="流向的年份")),
        html.P(
            f"{flows_in_words(flows)}{words.NUMBERS_BEHIND}",
            id=f"{Id.FLOW}-described",
            className="visually-hidden",
        ),
    ]


def flow_remarks(found: PlatformsSummary) -> tuple[str, ...]:
    """That the year asked for has no figure, or is not among the years chosen, and what is
    drawn instead."""
    if not found.state.has_flows:
        return ()
    if year := found.flows.missing:
        why = found.flows.absence
        return (f"北京流向津冀的技术合同：{year} 年{why}，地图不显示箭头。",)
    if year := found.flows.outside:
        other = found.flows.chosen
        drawn = f"地图所示为 {other.year} 年" if other else "地图不显示箭头"
        return (f"北京流向津冀的技术合同：{year} 年不在所选年份内，{drawn}。",)
    return ()


def flow_foot(found: PlatformsSummary) -> list[Any]:
    """Where the chosen year's figure was read, and what the arrow does not say."""
    year = found.flows.chosen
    source = f"来源：{year.source}（{year.year} 年）。" if year else ""
    all_years = f"各年来源见“{words.SHOW_DATA}”。" if source else ""
    return [
        html.P("公布的是天津、河北合计数，未分天津、河北；箭头仅示方向。", className="note"),
        html.P([source, html.Span(all_years, className="screen-only")], className="credit"),
    ]


def flow_data(flows: Flows) -> list[Component]:
    """Every year with its figure and source; a year without one says so."""
    value = f"成交额（{flows.unit}）"
    heads = ("年份", value, "成交额的来源", "合同数", "合同数的来源", "成交额的说明")
    return [
        html.Table(
            [
                html.Caption("北京流向津冀的技术合同"),
                html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
                html.Tbody([_flow_row(year) for year in flows.years]),
            ]
        )
    ]


@lru_cache(maxsize=64)
def _flow_row(year: FlowYear) -> Any:
    cells = (
        year.quantity.number if year.quantity else year.absence,
        year.source,
        year.contracts.text if year.contracts else year.contracts_absence,
        year.contracts_source,
        year.note,
    )
    return tree(html.Tr([html.Th(f"{year.year}", scope="row"), *map(html.Td, cells)]))


def _row(row: MatrixRow, found: PlatformsSummary, catalog: Catalog) -> html.Tr:
    name = industry_name(catalog, row.industry)
    whole = whole_scope(catalog)
    chosen = found.state.view.regions if found.state.industry == row.industry else ()
    columns = [(r.short_zh, (r.slug,), row.counts[r.region_code]) for r in catalog.provinces]
    cells = []
    for region, slugs, count in [*columns, (whole.name, whole.slugs, row.total)]:
        taken = ",".join(slugs) if slugs != whole.slugs else ""
        query = f"?region={taken}&industry={row.industry}"
        cells.append(_cell(f"{region}，{name}", query, count, slugs == chosen))
    return html.Tr([html.Th(name, scope="row"), *cells])


@lru_cache(maxsize=1024)
def _cell(name: str, query: str, count: int, is_chosen: bool) -> Any:
    """A count, as a link to the places counted."""
    if not count:
        return tree(html.Td("0", className="zero"))
    said = {"aria_label": f"{name}：{count} 个", **({"aria_current": "true"} if is_chosen else {})}
    places = change(query, children=str(count), **attributes(**said))
    return tree(html.Td(places, className=f"n{min(count, DEEPEST)}"))
