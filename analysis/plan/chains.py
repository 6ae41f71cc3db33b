"""Chains: what a source names in each chain, region by stage; cells without one stay empty."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.plan.sentences import chain_lead
from data.model.catalog import JJJ, Catalog, Region
from data.model.plan import Chain, Node


@dataclass(frozen=True, slots=True)
class ChainBrief:
    """A chain as a matrix: nodes by (stage, region code), only filled cells; `common` are nodes
    whose region no source gives; `lead_zh` says who leads, only where a source confirms it;
    `filled` counts the cells."""

    chain: Chain
    cells: Mapping[tuple[str, str], tuple[Node, ...]]
    common: tuple[Node, ...]
    lead_zh: str
    filled: int


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
    )
