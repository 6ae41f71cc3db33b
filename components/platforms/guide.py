"""What stands beside the map of platforms while no place is open: how it is to be read."""

from typing import Any

from dash import html

from analysis.platforms.places import type_counts
from analysis.platforms.summary import PlatformsSummary
from components.platforms.tools import STATUS_NAMES
from data.model.catalog import Catalog


def guide(found: PlatformsSummary, catalog: Catalog) -> list[Any]:
    """How to read the map: how sure the places are, how exact the points, how many of N."""
    own = found.platforms
    statuses = [(s, sum(p.status == s for p in own)) for s in STATUS_NAMES]
    points: dict[str, int] = {}
    for place in own:
        points[place.precision] = points.get(place.precision, 0) + 1
    names = {code: name for (kind, code), name in catalog.names.items() if kind == "precision"}
    return [
        html.H2("图例说明"),
        html.P("在地图或列表中选择平台，此处显示详情。", className="subtitle"),
        *_counted(
            "认定依据",
            [(n, catalog.names["platform_status", status]) for status, n in statuses if n],
        ),
        *_counted(
            "点位精度", [(points[code], name) for code, name in names.items() if code in points]
        ),
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


def _bases(catalog: Catalog) -> str:
    """What the table of types rests on, counted from the list."""
    bases = [p.type_basis for p in catalog.platforms if p.tier == "node"]
    return (
        "“有公开报道”指有公开报道称其为承接平台。所列类型"
        f" {bases.count('source')} 个由来源写明，{bases.count('name')} 个按名称判断，"
        "未必与官方名录一致。"
    )


def _types(catalog: Catalog) -> html.Table:
    """The N platforms of this list by type beside the numbers of the official document."""
    heads = ("类型", "列出", "有公开报道", "2017 年意见")
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
                            html.Td("" if row.official is None else str(row.official)),
                        ]
                    )
                    for row in type_counts(catalog)
                ]
            ),
        ],
        className="types",
    )
