"""The panels of the overview: heading, figure, data table, credit; and a platform's details."""

from typing import Any

from dash import html

from analysis import links
from analysis.maps.area_shading import AreaShading
from analysis.maps.review import review
from analysis.maps.shading import Shading
from analysis.pages import Page
from analysis.series.evidence import Evidence, credit
from analysis.text.table import Table
from components import place_words, shade_key, sources, theme, words
from components.attributes import attributes
from components.charts.described import map_in_words
from components.content import Parts
from components.filters import link
from components.ids import Id
from components.parts import Plot
from data.model.catalog import Catalog, Platform


def figure(graph: Id, text: str, parts: Parts, **said: str) -> html.Div:
    """A figure's place, which `said` describes to the scripts; to those who hear the page it is
    a picture named by its title, with its description (`described`), and the numbers behind it
    where there is a fold of them."""
    named = attributes(aria_labelledby=f"{text}-title", aria_describedby=f"{text}-described")
    fold = attributes(aria_details=f"{graph}-fold") if graph != Id.MAP else {}
    place = Plot(graph, parts.get(graph), **said)
    return html.Div(place, className="figure", role="img", **named, **fold)


def described(text: str, description: str) -> html.P:
    """A figure in words, for those who do not see it."""
    return html.P(description, id=f"{text}-described", className="visually-hidden")


def heading(part: str, title: str, subtitle: str, foot: list[str], proof: Evidence) -> list[Any]:
    """Title, subtitle, and at the foot of the panel credit, and notes (a line each) in a fold."""
    credit = html.P(
        sources.credit(proof.documents), className="credit", title="；".join(proof.sources)
    )
    return [
        html.H2(title, id=f"{part}-title"),
        html.P(subtitle, className="subtitle"),
        html.Div([*_notes(*foot), credit], className="foot"),
    ]


def _notes(*texts: str) -> list[html.Details]:
    """Notes, a line each, in a fold: however long, they take the figure no room; [] without any."""
    lines = [html.P(text, className="note") for text in texts if text]
    return [html.Details([html.Summary(words.NOTES), *lines], className="notes")] if lines else []


def data_view(table: Table, formula: str, proof: Evidence) -> list[Any]:
    """The numbers of a picture, to be read and copied, with notes and sources in full."""
    texts = [
        formula,
        "".join([*proof.told, proof.caveat]),
        f"口径与核对：{'；'.join(proof.remarks)}" if proof.remarks else "",
    ]
    every = [html.P(["来源：", *sources.listed(proof.documents)])] if proof.documents else []
    return [plain_table(table), *(html.P(text) for text in texts if text), *every]


def plain_table(table: Table) -> html.Table:
    """A table of words: caption, heads, and the first cell of each row as its head."""
    return html.Table(
        [
            html.Caption(table.caption),
            html.Thead(html.Tr([html.Th(name, scope="col") for name in table.columns])),
            html.Tbody(
                [
                    html.Tr([html.Th(row[0], scope="row"), *(html.Td(cell) for cell in row[1:])])
                    for row in table.rows
                ]
            ),
        ]
    )


def map_heading(
    catalog: Catalog, shading: Shading | AreaShading, query: str, is_dimmed: bool = False
) -> list[Any]:
    """Title, what the shading shows, its scale, the legend of marks, the way to the full map
    with the same filters, and the credit."""
    return [
        html.H2(words.MAP_TITLE, id=f"{Id.MAP_TEXT}-title"),
        html.P(_shading_key(shading), className="subtitle"),
        described(Id.MAP_TEXT, map_in_words(shading, _marks(catalog))),
        html.Div(
            [
                html.Ul(
                    [
                        *(_legend(catalog, tier) for tier in theme.TIER_MARKS),
                        html.Li(link(links.page(Page.PLATFORMS, query), children=words.OPEN_ATLAS)),
                    ],
                    className="legend",
                ),
                *_notes(
                    f"{place_words.node_note(catalog)}{words.MARKS_APART}",
                    words.DIMMED if is_dimmed and not _is_blank(shading) else "",
                    _source(shading),
                ),
                html.P(f"{review(catalog)}。{words.BOUNDARIES}", className="credit"),
            ],
            className="foot",
        ),
    ]


def _is_blank(shading: Shading | AreaShading) -> bool:
    return isinstance(shading, Shading) and not shading.values


def _source(shading: Shading | AreaShading) -> str:
    """Where the values of areas are from; those of an indicator have theirs under its chart."""
    if isinstance(shading, Shading):
        return ""
    return f"底色：{credit(shading.sources).removeprefix('来源：')}。{shading.note}"


def _shading_key(shading: Shading | AreaShading) -> list[Any]:
    if isinstance(shading, AreaShading):
        return [shading.caption, *shade_key.classes(shading)]
    if not shading.values:
        return [shading.caption]
    return [
        shading.caption,
        *shade_key.scale(shading),
    ]


def _marks(catalog: Catalog) -> str:
    """How many marks of each tier are on the map."""
    tiers = ((t, sum(p.tier == t for p in catalog.platforms)) for t in theme.TIER_MARKS)
    told = "、".join(f"{catalog.tiers[tier].short_zh} {count} 个" for tier, count in tiers)
    return f"标记：{told}，名单见“{words.CHOOSE_PLATFORM}”"


def _legend(catalog: Catalog, tier: str) -> html.Li:
    mark = html.Span(theme.TIER_MARKS[tier][1], className=f"glyph tier-{tier}")
    partial = "（部分）" if tier == "node" else ""
    return html.Li([mark, catalog.tiers[tier].short_zh + partial])


def platform_choices(catalog: Catalog) -> list[dict[str, str]]:
    """The options of the platform list: everything that is on the map."""
    rows = [p for p in catalog.platforms if p.tier in theme.TIER_MARKS]
    return [
        {"label": f"{theme.TIER_MARKS[p.tier][1]} {p.name_zh}", "value": p.platform_id}
        for p in rows
    ]


def platform_details(catalog: Catalog, place: Platform) -> list[Any]:
    """What is known of a platform, and how exactly."""
    where = " ".join(filter(None, [place.city_zh, place.district_zh]))
    rows = [
        ("层级", catalog.tiers[place.tier].name_zh),
        ("类型", place_words.kind(place, catalog)),
        ("位置", where or place_words.UNKNOWN),
        ("产业", place.industries_zh or place_words.UNKNOWN),
        ("点位精度", catalog.names["precision", place.precision]),
        ("认定依据", catalog.names["platform_status", place.status]),
        ("名录", place_words.lists(place, catalog)),
        ("来源", sources.followed(place.source)),
    ]
    told = [(name, text) for name, text in rows if text is not None]
    return [
        html.Button(
            "×",
            className="close",
            title="关闭",
            **attributes(data_close_platform="true", aria_label="关闭平台详情"),
        ),
        html.H3(place.name_zh),
        html.P(place.name_en, className="subtitle", lang="en"),
        html.Dl([part for name, text in told for part in (html.Dt(name), html.Dd(text))]),
    ]
