"""The page `/platforms`: what is where, for which industry, and how sure that is."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from dash import html

from analysis.pages import Page
from analysis.platforms.address import PlatformChoices, query_of
from analysis.platforms.summary import PlatformsSummary
from analysis.state.view import Choices, View
from components import filters, palette, paper, shell, words
from components.attributes import attributes
from components.charts.atlas import Boundaries, atlas_figure
from components.charts.flows import flow_figure
from components.content import Content, Parts, content
from components.elements import tree
from components.ids import Id
from components.parts import Html, Plot
from components.platforms import key as platform_key
from components.platforms import list as platform_list
from components.platforms import panel as platform_panel
from components.platforms import tables as platform_tables
from components.platforms import tools as platform_tools
from data.model.catalog import Catalog

FLOW_FOLD = f"{Id.FLOW}-fold"  # with the numbers behind the figure
TITLE = "atlas-title"  # the heading over the map, where the focus goes when its filter is gone
ZOOM = (("in", "＋", "放大"), ("out", "－", "缩小"), ("all", "全图", "回到全图"))
MOVE = "放大后可用方向键移动"


def frame(catalog: Catalog, options: Choices, parts: Parts) -> html.Main:
    """The page with its places, each filled with its part; search and selects are ready."""
    return html.Main(
        [
            html.Div(
                [
                    Html("atlas-bar", tree(platform_tools.bar(catalog, options)),
                         className="contents"),
                    Html(Id.ATLAS_TOOLS, parts.get(Id.ATLAS_TOOLS), className="atlas-tools"),
                ],
                className="atlas-controls",
            ),
            _map(parts),
            html.Section(
                Html(Id.ATLAS_LIST, parts.get(Id.ATLAS_LIST), refuge=TITLE),
                className="panel atlas-list",
                tabIndex=0,
                **attributes(aria_label=words.ATLAS_LIST),
            ),
            html.Aside(
                Html(Id.ATLAS_PANEL, parts.get(Id.ATLAS_PANEL)),
                className="panel atlas-panel",
                tabIndex=0,
                **attributes(aria_label=words.PLATFORM_LABEL),
            ),
            html.Section(
                Html(Id.ATLAS_MATRIX, parts.get(Id.ATLAS_MATRIX)),
                className="panel atlas-matrix",
                **attributes(aria_label=words.ATLAS_MATRIX),
            ),
            _flows(parts),
        ],
        className="sheet",
        **shell.main(Page.PLATFORMS),
    )  # fmt: skip


def _map(parts: Parts) -> html.Section:
    return html.Section(
        [
            Html(Id.ATLAS_HEAD, parts.get(Id.ATLAS_HEAD), className="atlas-head", refuge=TITLE),
            Html(
                Id.ATLAS_OPENED,
                parts.get(Id.ATLAS_OPENED),
                tag="p",
                className="visually-hidden",
                role="status",
            ),
            html.Div(
                [_picture(Id.ATLAS, TITLE, parts, data_steady=""), _zoom()],
                className="panel-figure",
            ),
            Html(Id.ATLAS_KEY, parts.get(Id.ATLAS_KEY), className="foot"),
        ],
        className="panel atlas-map",
        **attributes(aria_label=words.PAGES[Page.PLATFORMS], data_paper=_paper()),
    )


def shown(
    found: PlatformsSummary,
    catalog: Catalog,
    options: Choices,
    known: PlatformChoices,
    urls: Boundaries,
) -> Content:
    """What a survey puts into the page."""
    view = found.state.view

    def to(**changes: Any) -> str:
        return query_of(replace(found.state, **changes), options)

    def to_view(other: View) -> str:
        return to(view=other)

    texts: dict[Id, Any] = {
        Id.NAV: shell.navigation(Page.PLATFORMS, view, catalog),
        **filters.bar_texts(view, options, to_view),
        **paper.head(catalog, Page.PLATFORMS, view, platform_list.chosen(found, catalog)),
        Id.ATLAS_TOOLS: platform_tools.switches(found, catalog, known, to),
        Id.ATLAS_HEAD: platform_list.heading(found, catalog, to),
        Id.ATLAS_OPENED: platform_list.opened(found),
        Id.ATLAS_KEY: platform_key.key(found, catalog),
        Id.ATLAS_LIST: platform_list.places(found, catalog, to),
        Id.ATLAS_PANEL: platform_panel.panel(found, catalog, options, to),
        Id.ATLAS_MATRIX: platform_tables.matrix(found, catalog),
        **_flow_texts(found, to),
    }
    return content(
        Page.PLATFORMS,
        _title(found, catalog),
        texts,
        {
            Id.ATLAS: atlas_figure(found, catalog, urls),
            Id.FLOW: flow_figure(found.flows, found.state.scheme),
        },
        platform_tables.flow_remarks(found),
    )


def _title(found: PlatformsSummary, catalog: Catalog) -> str:
    place = found.opened.platform.name_zh if found.opened else ""
    return shell.title(Page.PLATFORMS, catalog, found.state.view, place)


def _flow_texts(found: PlatformsSummary, to: platform_tools.To) -> dict[Id, Any]:
    return {
        Id.FLOW_TEXT: platform_tables.flow_texts(found, to),
        Id.FLOW_FOOT: platform_tables.flow_foot(found),
        Id.FLOW_DATA: platform_tables.flow_data(found.flows),
    }


def _picture(place: Id, title: str, parts: Parts, **said: str) -> html.Div:
    """A figure's place, which `said` describes to the scripts; to those who hear the page it is
    a picture named by its title, with what it shows in words."""
    described = f"{place}-described"
    named = attributes(aria_labelledby=title, aria_describedby=described)
    named |= attributes(aria_details=FLOW_FOLD) if place == Id.FLOW else {}
    return html.Div(Plot(place, parts.get(place), **said), className="figure", role="img", **named)


def _paper() -> str:
    """The light colour of each dark one, as JSON: paper is white (assets/platforms/paper.js)."""
    dark, light = (list(_colours(asdict(palette.PALETTES[s]))) for s in ("dark", "light"))
    return json.dumps(dict(zip(dark, light, strict=True)))


def _colours(part: Any) -> Iterator[str]:
    """Every colour of a palette, in the order of its fields."""
    if isinstance(part, str):
        yield part
        return
    for one in part.values() if isinstance(part, dict) else part:
        yield from _colours(one)


def _zoom() -> html.Div:
    """Buttons that enlarge the map (assets/platforms/map.js)."""
    buttons = [
        html.Button(
            sign,
            type="button",
            className="button",
            title=f"{said}（{MOVE}）",
            **attributes(data_zoom=key, aria_label=said),
        )
        for key, sign, said in ZOOM
    ]
    named = attributes(aria_label=f"缩放，{MOVE}")
    return html.Div(buttons, className="zoom", role="group", **named)


def _flows(parts: Parts) -> html.Section:
    return html.Section(
        [
            Html(Id.FLOW_TEXT, parts.get(Id.FLOW_TEXT), className="atlas-head"),
            html.Div(_picture(Id.FLOW, f"{Id.FLOW_TEXT}-title", parts), className="panel-figure"),
            html.Details(
                [
                    html.Summary(words.SHOW_DATA),
                    Html(Id.FLOW_DATA, parts.get(Id.FLOW_DATA), className="data-view"),
                ],
                className="data",
                id=FLOW_FOLD,
            ),
            Html(Id.FLOW_FOOT, parts.get(Id.FLOW_FOOT), className="foot"),
        ],
        className="panel atlas-flows",
        **attributes(aria_label=words.ATLAS_FLOWS),
    )
