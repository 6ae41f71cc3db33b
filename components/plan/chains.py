"""The chains of the plan as one matrix: regions below each other, stages side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.plan.chains import ChainBrief
from components.attributes import attributes
from components.glyphs import glyph
from components.plan.links import anchor
from components.sources import outside, without_addresses
from components.unbroken import with_units
from data.model.catalog import Catalog, Region
from data.model.plan import Node, Stage

UNKNOWN = "本站未收录"
COMMON = "来源未分地区"
TITLE = "重点产业链"
NOTE = (
    "格内是来源点名的环节，数字为出处；没有来源的格写明本站未收录，不推测。"
    "牵头地区只在有来源时写明。"
)


@dataclass(frozen=True, slots=True)
class Matrix:
    """What every row of the matrix is made with."""

    regions: tuple[Region, ...]
    stages: tuple[Stage, ...]
    catalog: Catalog


def chains_section(
    shown: Sequence[ChainBrief],
    regions: tuple[Region, ...],
    stages: tuple[Stage, ...],
    catalog: Catalog,
    register_note: str = "",
) -> html.Section | None:
    """The chains that are shown in one table, with the sources of their nodes and what the register
    has of them; None without a chain."""
    if not shown:
        return None
    matrix = Matrix(regions, stages, catalog)
    heads = [html.Th("产业链", scope="col"), html.Th("地区", scope="col")]
    heads += [html.Th(stage.name_zh, scope="col", title=stage.name_en) for stage in stages]
    caption = html.Caption("产业链各环节所在地区", className="visually-hidden")
    numbered = {one.chain.chain_id: _sources(one) for one in shown}
    bodies = [_body(one, matrix, numbered[one.chain.chain_id]) for one in shown]
    return html.Section(
        [
            html.H2(f"{len(shown)} 条{TITLE}", id="chains-title"),
            html.P(NOTE, className="plan-gist"),
            html.P(with_units(register_note), className="plan-gist") if register_note else None,
            html.Table([caption, html.Thead(html.Tr(heads)), *bodies], className=_class(shown)),
            html.Details(
                [
                    html.Summary("各链的出处"),
                    *(_source_list(one, numbered[one.chain.chain_id]) for one in shown),
                ],
                className="plan-sources",
            ),
        ],
        id="chains",
        className="panel plan-chains",
        **attributes(aria_labelledby="chains-title"),
    )


def _class(shown: Sequence[ChainBrief]) -> str:
    """Where the register has something of regions their column is wider."""
    has_any = any(one.registered_whole for one in shown)
    return "chain-matrix with-register" if has_any else "chain-matrix"


def _sources(one: ChainBrief) -> tuple[str, ...]:
    """The sources of a chain's nodes and of the chain itself, each once."""
    nodes = [node for group in one.cells.values() for node in group] + list(one.common)
    texts = [node.source_zh for node in nodes] + [one.chain.source_zh]
    return tuple(dict.fromkeys(part.strip() for text in texts for part in text.split(" ; ")))


def _body(one: ChainBrief, matrix: Matrix, sources: tuple[str, ...]) -> html.Tbody:
    """A chain: a row a region, and one for what its sources give to no single region."""
    stages = matrix.stages
    rows = [
        [_owner(region, one), *(_place(one, stage, region, sources) for stage in stages)]
        for region in matrix.regions
    ]
    if one.common:
        owner = html.Th(COMMON, scope="row", className="owner common")
        rows.append([owner, *(_common(one, stage, sources) for stage in stages)])
    head = _head(one, matrix.catalog, len(rows))
    name = f"chain-{one.chain.chain_id}"
    lines = [html.Tr([head if at == 0 else None, *row]) for at, row in enumerate(rows)]
    return html.Tbody(lines, id=name, key=name)


def _owner(region: Region, one: ChainBrief) -> html.Th:
    """A region, and what the register has of it in the chain."""
    told = _registered(one.registered_regions.get(region.region_code, ()))
    parts: list[Any] = [glyph(region.slug), region.short_zh, *told]
    return html.Th(parts, scope="row", className="owner")


def _registered(texts: Sequence[str]) -> list[html.Span]:
    """What the register has, a line a kind."""
    return [html.Span(with_units(text), className="registered") for text in texts]


def _head(one: ChainBrief, catalog: Catalog, rows: int) -> html.Th:
    """The chain, who leads it and how sure that is, and its later name if it has another."""
    chain = one.chain
    # The words of a lead that is not confirmed say so already.
    is_sure = chain.lead_status == "confirmed"
    sure = catalog.names["chain_lead", chain.lead_status]
    proof = html.Span(sure, className="verdict") if is_sure else None
    lead = html.Span([one.lead_zh, proof], className="chain-lead")
    named = f"后来的文件称“{chain.later_zh}”" if chain.later_zh else ""
    known = [named, chain.lead_note_zh or "", chain.figures_zh or ""]
    return html.Th(
        [
            html.Span(
                f"{chain.order} {chain.name_zh}", className="chain-name", title=chain.name_en
            ),
            lead,
            *(html.Span(text, className="row-foot") for text in known if text),
            *_registered(one.registered_whole),
        ],
        scope="rowgroup",
        rowSpan=rows,
        className="chain-head",
    )


def _place(one: ChainBrief, stage: Stage, region: Region, sources: tuple[str, ...]) -> html.Td:
    """The nodes of a link in a region, or that none is held; then what the register has."""
    place = (stage.stage, region.region_code)
    nodes, told = one.cells.get(place, ()), _registered(one.registered.get(place, ()))
    named = attributes(data_label=stage.name_zh)
    if not nodes and not told:
        return html.Td(UNKNOWN, className="none", **named)
    named_by_sources: list[Any] = [_node(node, one.chain.chain_id, sources) for node in nodes]
    unknown = html.Span(UNKNOWN, className="node unknown")
    return html.Td([*(named_by_sources or [unknown]), *told], **named)


def _common(one: ChainBrief, stage: Stage, sources: tuple[str, ...]) -> html.Td:
    """The nodes that sources give to no single region; a cell without any stays blank."""
    nodes = [node for node in one.common if node.stage == stage.stage]
    named = attributes(data_label=stage.name_zh)
    if not nodes:
        return html.Td("", className="none", **named)
    return html.Td([_node(node, one.chain.chain_id, sources) for node in nodes], **named)


def _node(node: Node, chain_id: str, sources: tuple[str, ...]) -> Component:
    """A node with the numbers of its sources; they lead to the list and say themselves."""
    parts = [part.strip() for part in node.source_zh.split(" ; ")]
    numbers = [sources.index(part) + 1 for part in parts]
    to = anchor(
        f"source-{chain_id}-{numbers[0]}",
        _spans(numbers),
        title=f"出处：{'；'.join(map(without_addresses, parts))}",
    )
    return html.Span([node.name_zh, html.Sup(to)], className="node")


def _spans(numbers: Sequence[int]) -> str:
    """Numbers as a reader cites them: 1、6—9."""
    groups: list[list[int]] = []
    for number in sorted(numbers):
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return "、".join(f"{g[0]}—{g[-1]}" if len(g) > 1 else str(g[0]) for g in groups)


def _named(source: str) -> Any:
    """A source as a link where its address follows its name."""
    name, space, address = source.rpartition(" ")
    return outside(address, name) if space and address.startswith("http") else source


def _source_list(one: ChainBrief, sources: tuple[str, ...]) -> html.Div:
    items = [
        html.Li(_named(text), id=f"source-{one.chain.chain_id}-{number}")
        for number, text in enumerate(sources, 1)
    ]
    return html.Div([html.H3(one.chain.name_zh), html.Ol(items)])
