"""The page `/platforms`: what is where, for which industry, and how sure that is."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.atlas import Keys, search
from analysis.survey import Survey
from analysis.view import Choices, View
from components import (
    filters,
    palette,
    platform_key,
    platform_list,
    platform_panel,
    platform_tables,
    platform_tools,
    shell,
    words,
)
from components.attributes import attributes
from components.charts.atlas import Boundaries, atlas_figure
from components.charts.flows import flow_figure
from components.ids import Id, Page, Place
from components.markup import markup
from data.catalog import Catalog

TITLE = "atlas-title"  # the heading over the map, where the focus goes when its filter is gone
ZOOM = (("in", "＋", "放大"), ("out", "－", "缩小"), ("all", "全图", "回到全图"))
MOVE = "放大后可用方向键移动"


def frame(catalog: Catalog, options: Choices) -> list[Component]:
    """The page before its first answer: every place empty, search and selects ready."""
    return [
        html.Div(
            [
                platform_tools.bar(catalog, options),
                html.Div(id=Place.ATLAS_TOOLS, className="atlas-tools"),
            ],
            className="atlas-controls",
            **attributes(data_beside=""),
        ),
        html.Section(
            [
                html.Div(
                    id=Place.ATLAS_HEAD, className="atlas-head", **attributes(data_refuge=TITLE)
                ),
                html.P(id=Place.ATLAS_OPENED, className="visually-hidden", role="status"),
                html.Div(
                    [_picture(Place.ATLAS, TITLE, data_steady=""), _zoom()],
                    className="panel-figure",
                ),
                html.Div(id=Place.ATLAS_KEY, className="foot"),
            ],
            className="panel atlas-map",
            **attributes(aria_label=words.PAGES[Page.PLATFORMS], data_paper=_paper()),
        ),
        html.Section(
            html.Div(id=Place.ATLAS_LIST, **attributes(data_refuge=TITLE)),
            className="panel atlas-list",
            tabIndex=0,
            **attributes(aria_label=words.ATLAS_LIST, data_beside=""),
        ),
        html.Aside(
            html.Div(id=Place.ATLAS_PANEL),
            className="panel atlas-panel",
            tabIndex=0,
            **attributes(aria_label=words.PLATFORM_LABEL, data_beside=""),
        ),
        html.Section(
            html.Div(id=Place.ATLAS_MATRIX),
            className="panel atlas-matrix",
            **attributes(aria_label=words.ATLAS_MATRIX, data_beside=""),
        ),
        _flows(),
    ]


def content(
    found: Survey, catalog: Catalog, options: Choices, known: Keys, urls: Boundaries
) -> dict[str, Any]:
    """What a survey puts into the page: `html` and `figures` by the ids of their places."""
    view = found.atlas.view

    def to(**changes: Any) -> str:
        return search(replace(found.atlas, **changes), options)

    def to_view(other: View) -> str:
        return to(view=other)

    texts: dict[str, Any] = {
        Id.NAV: shell.navigation(Page.PLATFORMS, view, options),
        **filters.bar_texts(view, options, to_view),
        Place.ATLAS_TOOLS: platform_tools.switches(found, catalog, known, to),
        Place.ATLAS_HEAD: platform_list.heading(found, catalog, to),
        Place.ATLAS_OPENED: platform_list.opened(found),
        Place.ATLAS_KEY: platform_key.key(found, catalog),
        Place.ATLAS_LIST: platform_list.places(found, catalog, to),
        Place.ATLAS_PANEL: platform_panel.panel(found, catalog, options, to),
        Place.ATLAS_MATRIX: platform_tables.matrix(found, catalog),
        Place.FLOW_TEXT: platform_tables.flow_texts(found, to),
        Place.FLOW_FOOT: platform_tables.flow_foot(found),
        Place.FLOW_DATA: platform_tables.flow_data(found.flows),
    }
    return {
        "page": Page.PLATFORMS.value,
        "title": f"{words.PAGES[Page.PLATFORMS]} · {words.TITLE}",
        "html": {str(place): markup(nodes) for place, nodes in texts.items()},
        "figures": {
            Place.ATLAS.value: atlas_figure(found, catalog, urls),
            Place.FLOW.value: flow_figure(found.flows, found.atlas.scheme),
        },
        "years": [view.start, view.end],
        "remarks": platform_tables.flow_remarks(found),
    }


def _picture(place: Place, title: str, **said: str) -> html.Div:
    """A figure's place, which `said` describes to the scripts; to those who hear the page it is
    a picture named by its title."""
    named = attributes(aria_labelledby=title)
    graph = html.Div(id=place, className="graph", **attributes(**said))
    return html.Div(graph, className="figure", role="img", **named)


def _paper() -> str:
    """The light colour of each dark one, as JSON: paper is white (assets/87-paper.js)."""
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
    """Buttons that enlarge the map (assets/85-atlas.js)."""
    buttons = "".join(
        f'<button type="button" class="button" data-zoom="{key}" aria-label="{said}" '
        f'title="{said}（{MOVE}）">{sign}</button>'
        for key, sign, said in ZOOM
    )
    named = attributes(aria_label=f"缩放，{MOVE}")
    return html.Div(Markup(buttons), className="zoom", role="group", **named)


def _flows() -> html.Section:
    return html.Section(
        [
            html.Div(id=Place.FLOW_TEXT, className="atlas-head"),
            html.Div(_picture(Place.FLOW, f"{Place.FLOW_TEXT}-title"), className="panel-figure"),
            html.Details(
                [
                    html.Summary(words.SHOW_DATA),
                    html.Div(id=Place.FLOW_DATA, className="data-view"),
                ],
                className="data",
            ),
            html.Div(id=Place.FLOW_FOOT, className="foot"),
        ],
        className="panel atlas-flows",
        **attributes(aria_label=words.ATLAS_FLOWS),
    )
