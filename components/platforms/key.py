"""Under the map of platforms: what its marks and colours are, and where they come from."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.maps.review import review
from analysis.platforms.summary import PlatformsSummary
from analysis.series.evidence import credit
from components import shade_key, words
from components.attributes import attributes
from components.platforms.tools import glyph
from data.model.catalog import Catalog


def key(found: PlatformsSummary, catalog: Catalog) -> list[Any]:
    """Under the map: the base colour's scale, what the marks are, and the credit."""
    tiers = [t for t in catalog.tiers if t in found.state.layers]
    has_outline = any(p.platform_id in catalog.places.outlines for p in found.platforms)
    notes = [
        "空心标记表示是否列入平台名录待核实；同一地点的标记错位显示，细线指向原点位。"
        if tiers
        else "",
        "集中承载地、功能区范围按所涉区县边界绘制，虚线为示意范围。" if has_outline else "",
    ]
    return [
        html.Div(
            [
                html.Ul(
                    [*(_legend(catalog, tier) for tier in tiers), *_arrow(found)],
                    className="legend",
                ),
                *_scale(found, catalog),
            ],
            className="atlas-key",
        ),
        html.P("".join(notes), className="note"),
        html.P(
            f"{review(catalog)}。{_shade_source(found)}{_arrow_source(found)}{words.ATLAS_BOUNDARIES}",
            className="credit",
        ),
    ]


def _legend(catalog: Catalog, tier: str) -> html.Li:
    partial = "（部分）" if tier == "node" else ""
    return html.Li([glyph(tier), catalog.tiers[tier].short_zh + partial])


def _arrow(found: PlatformsSummary) -> list[html.Li]:
    """What the arrows stand for, where they are drawn."""
    year = found.flows.chosen if found.state.has_flows else None
    if year is None or year.quantity is None:
        return []
    mark = html.Span("➜", className="glyph flow-mark", **attributes(aria_hidden="true"))
    text = f"技术合同 {year.year} 年 {year.quantity.text}，津冀合计，箭头仅示方向"
    return [html.Li([mark, text])]


def _arrow_source(found: PlatformsSummary) -> str:
    year = found.flows.chosen if found.state.has_flows else None
    return f"技术合同：{year.source}（{year.year} 年）。" if year else ""


def _scale(found: PlatformsSummary, catalog: Catalog) -> list[Component]:
    """The base colour: what it shows, and each region's colour and value."""
    if found.base:
        parts: list[Any] = [found.base.caption, *shade_key.classes(found.base)]
        return [html.P(parts, className="shade-key")]
    shade = found.shading
    if shade is None:
        return []
    known = shade_key.swatches(shade, catalog) if shade.values else []
    named = attributes(data_indicator=found.state.view.indicator)
    return [html.P([shade.caption, *known], className="shade-key", **named)]


def _shade_source(found: PlatformsSummary) -> str:
    told = found.base or found.shading
    sources = told.sources if told else ()
    note = found.base.note if found.base else ""
    return f"底色：{credit(sources).removeprefix('来源：')}。{note}" if sources else ""
