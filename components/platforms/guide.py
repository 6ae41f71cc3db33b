"""What stands beside the map of platforms while no place is open: how it is to be read."""

from typing import Any

from dash import html

from analysis.platforms.places import type_counts
from analysis.platforms.summary import PlatformsSummary
from analysis.text.platform_lists import NODE, ListCount, list_counts, numbers, shared, unplaced
from components.filters import change
from components.platforms.tools import STATUS_NAMES
from data.model.catalog import Catalog
from data.model.lists import Listing


def guide(found: PlatformsSummary, catalog: Catalog, regions: list[Any]) -> list[Any]:
    """How to read the map, after the way down to `regions`: how sure the places are, how exact the
    points, how many of N on which list."""
    own = found.platforms
    statuses = [(s, sum(p.status == s for p in own)) for s in STATUS_NAMES]
    points: dict[str, int] = {}
    for place in own:
        points[place.precision] = points.get(place.precision, 0) + 1
    names = {code: name for (kind, code), name in catalog.names.items() if kind == "precision"}
    return [
        html.H2("图例说明"),
        html.P("在地图或列表中选择平台，此处显示详情。", className="subtitle map-way"),
        *regions,
        *_counted(
            "认定依据",
            [(n, catalog.names["platform_status", status]) for status, n in statuses if n],
        ),
        *_counted(
            "点位精度", [(points[code], name) for code, name in names.items() if code in points]
        ),
        html.H3("平台名录"),
        html.P(_lists_said(catalog)),
        _lists(catalog),
        html.P("各名录全文本站未收录；“收录”为有来源写明在其数目之内的平台。", className="note"),
        *_unplaced(catalog),
        html.H3("N 专业化平台的类型"),
        _types(catalog),
        html.P(_bases(catalog), className="note"),
    ]


def _counted(title: str, rows: list[tuple[int, str]]) -> list[Any]:
    """How many places each thing holds for, under a heading; nothing where it holds for none."""
    if not rows:
        return []
    parts = [part for n, text in rows for part in (html.Dt(f"{n} 个"), html.Dd(text))]
    return [html.H3(title), html.Dl(parts, className="counted")]


def _lists_said(catalog: Catalog) -> str:
    """How many platforms each list of the three names, and how many are listed here."""
    nodes = sum(p.tier == NODE for p in catalog.platforms)
    return f"{numbers(catalog)}，本站收录 {nodes} 个。"


def _lists(catalog: Catalog) -> html.Table:
    """Each list with its date, its number and how many of its places are known here, as links to
    the map with just these."""
    heads = ("名录", "日期", "列明", "收录")
    return html.Table(
        [
            html.Caption("平台名录及其数目", className="visually-hidden"),
            html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
            html.Tbody([_list(row) for row in list_counts(catalog)]),
        ],
        className="types",
    )


def _list(row: ListCount) -> html.Tr:
    known = row.list
    name = change(f"?list={known.list_id}", children=known.short_zh)
    told = f"{known.name_zh}，{known.publisher_zh}，{known.date}；{known.counted_zh}。来源："
    return html.Tr(
        [
            html.Th(name, scope="row", title=f"{told}{known.source_zh}"),
            html.Td(known.date),
            html.Td(str(known.count)),
            html.Td(str(row.confirmed) if row.confirmed else "未收录"),
        ]
    )


def _unplaced(catalog: Catalog) -> list[Any]:
    """Places that sources speak of without naming a list, and that are not on the map."""
    found = unplaced(catalog)
    if not found:
        return []
    return [
        html.Details(
            [
                html.Summary(f"另有 {len(found)} 处见于公开报道、未写明名录，未上图"),
                html.Ul([html.Li(_said(one)) for one in found], className="near"),
            ],
            className="notes",
        )
    ]


def _said(one: Listing) -> list[Any]:
    told = "，".join(filter(None, (one.document_zh, one.publisher_zh, one.date)))
    return [
        one.name_zh,
        html.Span(f"{one.place_zh} · {one.says_zh}（{told}）", className="row-foot"),
    ]


def _bases(catalog: Catalog) -> str:
    """What the table of types rests on, counted from the list."""
    bases = [p.type_basis for p in catalog.platforms if p.tier == NODE]
    return (
        "“有公开报道”指有公开报道称其为承接平台。所列类型"
        f" {bases.count('source')} 个由来源写明，{bases.count('name')} 个按名称判断，"
        "未必与官方名录一致。"
    )


def _types(catalog: Catalog) -> html.Table:
    """The N platforms of this list by type beside the numbers of each list of the three."""
    heads = ("类型", "列出", "有公开报道", *(one.short_zh for one in shared(catalog)))
    return html.Table(
        [
            html.Caption("N 专业化平台按类型的数目", className="visually-hidden"),
            html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
            html.Tbody(
                [
                    html.Tr(
                        [
                            html.Th(row.name, scope="row"),
                            html.Td(str(row.listed)),
                            html.Td(str(row.designated)),
                            *(html.Td("" if n is None else str(n)) for n in row.official),
                        ]
                    )
                    for row in type_counts(catalog)
                ]
            ),
        ],
        className="types",
    )
