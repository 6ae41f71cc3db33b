"""Chains: what a source names in each chain, region by stage; cells without one stay empty."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.plan.sentences import chain_lead
from analysis.register.figures import ChainFigures, Figure
from analysis.register.words import count_text, figure_texts
from data.model.catalog import JJJ, Catalog, Region
from data.model.plan import Chain, Node


@dataclass(frozen=True, slots=True)
class ChainBrief:
    """A chain as a matrix: nodes by (stage, region code), only filled cells; `common` are nodes
    whose region no source gives; `lead_zh` says who leads, only where a source confirms it;
    `filled` counts the cells. Of the register: what is told of cells, of regions by code, and of
    the whole chain, each a sentence a kind."""

    chain: Chain
    cells: Mapping[tuple[str, str], tuple[Node, ...]]
    common: tuple[Node, ...]
    lead_zh: str
    filled: int
    registered: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    registered_regions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    registered_whole: tuple[str, ...] = ()


def chain_brief(catalog: Catalog, regions: tuple[Region, ...], chain: Chain) -> ChainBrief:
    """The matrix of a chain for the chosen regions, and the nodes of no single region."""
    nodes = catalog.plan.nodes_of(chain.chain_id)
    cells = {
        (stage.stage, region.region_code): tuple(
            node
            for node in nodes
            if (node.stage, node.region_code) == (stage.stage, region.region_code)
        )
        for stage in catalog.plan.stages
        for region in regions
    }
    filled = {place: found for place, found in cells.items() if found}
    return ChainBrief(
        chain=chain,
        cells=filled,
        common=tuple(node for node in nodes if node.region_code == JJJ),
        lead_zh=chain_lead(catalog, chain),
        filled=len(filled),
        **_registered(catalog, regions, chain),
    )


def _registered(catalog: Catalog, regions: tuple[Region, ...], chain: Chain) -> dict[str, Any]:
    """What the register has of a chain, by the names of a ChainBrief."""

    def told(pick: Callable[[ChainFigures], Figure]) -> tuple[str, ...]:
        return figure_texts(catalog, chain.chain_id, pick)

    codes = [region.region_code for region in regions]
    places = [(stage.stage, code) for stage in catalog.plan.stages for code in codes]
    cells = {place: told(_stage(place)) for place in places}
    return {
        "registered": {place: texts for place, texts in cells.items() if texts},
        "registered_regions": {
            code: figure_texts(catalog, chain.chain_id, _region(code), count_text) for code in codes
        },
        "registered_whole": told(lambda found: found.whole),
    }


def _stage(place: tuple[str, str]) -> Callable[[ChainFigures], Figure]:
    return lambda found: found.stages[place]


def _region(code: str) -> Callable[[ChainFigures], Figure]:
    return lambda found: found.regions[code]
