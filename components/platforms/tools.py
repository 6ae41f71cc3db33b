"""The controls of the map of platforms: search, selects, layers, lines, flow, scheme."""

from collections.abc import Callable, Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.maps.area_shading import bases
from analysis.platforms.address import (
    LAYERS,
    STATUSES,
    UNLISTED,
    UNPUBLISHED,
    PlatformChoices,
    PlatformsView,
    with_layer,
)
from analysis.platforms.places import NO_INDUSTRY, industry_name
from analysis.platforms.summary import PlatformsSummary
from analysis.series import observations
from analysis.state.scope import whole_scope
from analysis.state.view import Choices
from analysis.text.platform_lists import list_name
from components import words
from components.attributes import attributes
from components.elements import element
from components.filters import link
from components.grounds import ground_options
from components.palette import MARKS
from components.selects import address_select, indicator_options, option
from data.model.catalog import Catalog

To = Callable[..., str]  # the address of the atlas with some of its fields changed

LINES = {"province": "省界", "prefecture": "市界", "county": "县界"}
STATUS_NAMES = {
    "official": "官方确认",
    "designated": "有公开报道称其为承接平台",
    "unconfirmed": "待核实",
}


def bar(catalog: Catalog, options: Choices) -> html.Div:
    """The bar above the map: search and selects stand in it, the switches are filled in."""
    places = catalog.places
    industries = [(slug, i.name_zh) for slug, i in places.industries.items()]
    return html.Div(
        [
            _search(),
            *_select("industry", "产业", [*industries, (UNPUBLISHED, NO_INDUSTRY)]),
            *_select("type", "类型", [(t.type, t.name_zh) for t in places.types.values()]),
            *_select("status", "认定依据", [(s, STATUS_NAMES[s]) for s in STATUSES]),
            *_select(
                "list", "名录", [(n, list_name(catalog, n)) for n in (*places.lists, UNLISTED)]
            ),
            _shades(catalog, options),
        ],
        className="atlas-bar",
    )


def switches(
    found: PlatformsSummary, catalog: Catalog, known: PlatformChoices, to: To
) -> list[Component]:
    """Layers, lines, flow and scheme, each a link to the map with it changed."""
    atlas = found.state
    layers = [
        link(
            to(layers=with_layer(atlas, tier, known)),
            role="button",
            className="chip layer",
            **attributes(aria_pressed=str(tier in atlas.layers).lower()),
            children=[
                glyph(tier),
                catalog.tiers[tier].short_zh,
                html.Span(str(found.layer_counts.get(tier, 0)), className="count"),
            ],
        )
        for tier in known.layers
    ]
    lines = [
        link(
            to(lines=key),
            className="chip",
            children=name,
            **(attributes(aria_current="true") if key == atlas.lines else {}),
        )
        for key, name in LINES.items()
    ]
    other = "light" if atlas.scheme == "dark" else "dark"
    return [
        _group("图层", layers),
        _group("边界", lines),
        _group(
            "",
            [
                _switch("技术合同流向", to(has_flows=not atlas.has_flows), atlas.has_flows),
                _switch("深色", to(scheme=other), atlas.scheme == "dark"),
            ],
        ),
    ]


def active(found: PlatformsSummary, catalog: Catalog, to: To) -> list[Component]:
    """What is filtered by, each a link that takes it away."""
    atlas, places = found.state, catalog.places
    given: list[tuple[str, str, str | None]] = [
        ("industry", "产业", industry_name(catalog, atlas.industry) if atlas.industry else None),
        ("type", "类型", places.types[atlas.type].name_zh if atlas.type else None),
        ("status", "认定依据", STATUS_NAMES[atlas.status] if atlas.status else None),
        ("list", "名录", list_name(catalog, atlas.list) if atlas.list else None),
        ("search", "搜索", atlas.search or None),
    ]
    empty = {"industry": None, "type": None, "status": None, "list": None, "search": ""}
    return [
        link(
            to(**{key: empty[key]}),
            className="chip taken",
            title="移除该筛选条件",
            children=[f"{name}：{text}", html.Span("×", **attributes(aria_hidden="true"))],
        )
        for key, name, text in given
        if text
    ]


def glyph(tier: str) -> html.Span:
    """The mark of a tier as a character in its colour."""
    hidden = attributes(aria_hidden="true")
    return html.Span(MARKS[tier][1], className=f"glyph tier-{tier}", **hidden)


def clear(atlas: PlatformsView, to: To) -> Component:
    """A link that takes every filter of places away, layers included."""
    fields = {"layers": atlas.layers or LAYERS, "industry": None, "type": None, "status": None}
    return link(
        to(**fields, list=None, search="", area=None), className="button", children="清除筛选"
    )


def _group(name: str, children: list[html.A]) -> html.Div:
    label = [html.Span(name, className="filter-label")] if name else []
    named = attributes(aria_label=name or "显示")
    return html.Div([*label, *children], className="chips", role="group", **named)


def _switch(name: str, address: str, is_on: bool) -> html.A:
    pressed = attributes(aria_pressed=str(is_on).lower())
    return link(address, role="button", className="chip", children=name, **pressed)


def _search() -> html.Label:
    """The box whose words are searched for as they are typed (assets/platforms/page.js)."""
    box: Any = element(
        "input",
        type="search",
        class_="form-control",
        data_search="search",
        maxLength=40,
        placeholder="搜索名称、地点、产业",
    )
    return html.Label(
        [html.Span("搜索平台", className="visually-hidden"), box], className="atlas-search"
    )


def _select(key: str, name: str, values: Iterable[tuple[str, str]]) -> list[Any]:
    """A filter of one value or none."""
    return address_select(key, name, [option(*one) for one in [("", f"{name}：全部"), *values]])


def _shades(catalog: Catalog, options: Choices) -> Any:
    """Measures of counties and of prefectures, then every indicator that any of the three regions
    has values of, by theme (assets/platforms/page.js)."""
    codes = whole_scope(catalog).codes

    def has_values(indicator_id: str) -> bool:
        return observations.has_values(catalog, indicator_id, codes)

    return element(
        "select",
        option("", f"{words.SHADE}：不着色"),
        *ground_options(catalog, bases(catalog)),
        *indicator_options(catalog, options, has_values),
        class_="form-select",
        data_shade="",
        aria_label=words.SHADE,
    )
