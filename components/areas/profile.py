"""One area beside the map: its industries, its people, the platforms in it; and how one is opened
while none is."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis import links
from analysis.areas.address import QUOTIENT, SHARE
from analysis.areas.facts import facts, place_text
from analysis.areas.profile import AreaProfile, IndustryBar
from analysis.areas.summary import AreasSummary
from analysis.pages import Page
from analysis.series.quantities import number
from components.areas.bar import To
from components.areas.tables import MISSING
from components.attributes import attributes
from components.charts.share_bars import share_bar
from components.filters import link
from data.model.areas import LAST_CENSUS, PREFECTURE, PROVINCE, Area
from data.model.catalog import Catalog

OWN = "本地"
HOW = "在地图或表格中选择地区，此处显示行业构成、人口和平台。"
GUIDE = {
    QUOTIENT: "区位商为一个行业在本地就业人口中的比重除以其在三地就业人口中的比重；"
    "大于 1 表示比三地合计更集中于该行业，小于 1 表示较少。",
    SHARE: "比重为一个行业的就业人口占本地全部就业人口的百分比；"
    "各档所含县（市、区）的个数大致相等。",
}
NAMED = 12  # platforms that are named; the others are in a fold


def panel(found: AreasSummary, catalog: Catalog, to: To, first: Sequence[Any]) -> list[Any]:
    """The area that is open, with what is said of it `first`, or how to open one."""
    if found.lacking:
        return []
    if found.profile is None:
        guide = "" if found.fact else GUIDE[found.chosen.measure]
        return _guide(catalog, guide, to)
    opened = found.profile
    name = found.industry.short_zh if found.industry else ""
    return [
        link(to(area=""), className="close", children="关闭"),
        html.H2(opened.area.name_zh, tabIndex=-1),
        html.P("".join(opened.above), className="subtitle") if opened.above else None,
        *first,
        html.P(place_text(opened, name), className="areas-place"),
        _facts(opened),
        html.H3(f"就业人口的行业构成（%），{LAST_CENSUS} 年"),
        _structure(opened, catalog),
        *_platforms(opened),
        _steps(opened, catalog, to),
    ]


def opened(found: AreasSummary) -> str:
    """What is said when an area opens, to those who do not see its panel."""
    return f"已打开：{found.profile.area.name_zh}" if found.profile else ""


def _guide(catalog: Catalog, guide: str, to: To) -> list[Any]:
    """The regions and the prefectures as links; counties are on the map and in the tables. What the
    map's measure is, where the map does not say all of it."""
    below = catalog.areas.of(PREFECTURE)
    return [
        html.H2("地区详情", className="areas-way"),
        html.P(HOW, className="subtitle areas-way"),
        html.H3("三地", className="areas-way"),
        html.Ul([_way(catalog.areas.by_code[r.region_code], to) for r in catalog.provinces],
                className="areas-ways"),
        html.H3("设区市", className="areas-way"),
        html.Ul([_way(area, to) for area in below if area.is_mapped], className="areas-ways"),
        *([html.H3("图例说明"), html.P(guide)] if guide else []),
    ]  # fmt: skip


def _way(area: Area, to: To) -> html.Li:
    return html.Li(link(to(area=area.code), className="chip", children=area.name_zh))


def _facts(opened: AreaProfile) -> Component | None:
    told = facts(opened)
    if not told:
        return None
    parts = [part for name, text in told for part in (html.Dt(name), html.Dd(text))]
    return html.Dl(parts, className="areas-facts")


def _structure(opened: AreaProfile, catalog: Catalog) -> html.Table:
    is_below = opened.area.level != PROVINCE
    heads = ["行业", "图", OWN, *(["全省（市）"] if is_below else []), "三地", "区位商"]
    region = next(
        r for r in catalog.provinces
        if r.region_code == catalog.areas.province_of(opened.area.code)
    )  # fmt: skip
    known = [v for bar in opened.bars for v in (bar.own, bar.province, bar.three) if v is not None]
    most = max(known, default=0.0)
    drawn = f"条为{OWN}，竖线为三地" + ("，菱形为全省（市）" if is_below else "")
    return html.Table(
        [
            html.Caption(drawn),
            html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
            html.Tbody([_bar(bar, most, region.slug, is_below) for bar in opened.bars]),
        ],
        className="areas-table areas-structure",
    )


def _bar(bar: IndustryBar, most: float, slug: str, is_below: bool) -> html.Tr:
    drawn: Any = share_bar(bar.own, bar.province, bar.three, most, slug)
    shares = [bar.own, *([bar.province] if is_below else []), bar.three]
    return html.Tr(
        [
            html.Th(bar.name, scope="row"),
            html.Td([drawn]),
            *(html.Td(MISSING if v is None else number(v, 1)) for v in shares),
            html.Td(MISSING if bar.quotient is None else number(bar.quotient, 2)),
        ],
        key=bar.industry,
    )


def _platforms(opened: AreaProfile) -> list[Any]:
    """The platforms in it, each a link to the map of platforms; the text of an area without any
    says so."""
    onward = link(
        links.page(Page.PLATFORMS, f"?area={opened.area.code}"), children="在平台地图中打开"
    )
    title = html.H3(["区域内的平台", html.Span(onward, className="areas-onward")])
    places = [html.Li(html.A(p.short_zh, href=links.place(p))) for p in opened.platforms]
    if not places:
        return [title, html.P("本站收录的平台中没有位于该地的。", className="note")]
    rest = places[NAMED:]
    more = html.Details([html.Summary(f"另 {len(rest)} 个"), html.Ul(rest, className="areas-near")])
    return [title, html.Ul(places[:NAMED], className="areas-near"), more if rest else None]


def _steps(opened: AreaProfile, catalog: Catalog, to: To) -> html.Nav:
    """To the area before and after it in the code list (assets/regions/steps.js has keys)."""
    ways = (("previous", "← ", opened.before, ""), ("next", "", opened.after, " →"))
    found = [
        link(
            to(area=code),
            className="button",
            children=f"{left}{catalog.areas.by_code[code].name_zh}{right}",
            title="也可用左右方向键",
            **attributes(data_step=step),
        )
        for step, left, code, right in ways
        if code
    ]
    return html.Nav(found, className="areas-steps", **attributes(aria_label="前一个和后一个地区"))
