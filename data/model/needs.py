"""What pages name by themselves, whatever else the tables hold.

An id that code must know stands here and nowhere else; the start checks that the tables have it
(data/package/need_checks.py), so that none is missed first by somebody who opens a page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.model.catalog import JJJ, NATION
from data.model.progress import KINDS

POPULATION = "population"  # what per capita divides by
TECH_CONTRACT_VALUE = "bj_to_jh_tech_contract_value"  # the flow on the map of platforms
TECH_CONTRACTS = "bj_to_jh_tech_contracts"
PRODUCT_V4 = "gdp_v4"  # what a prefecture's product is a part of, on the page of areas
# Its growth in a first release, as the prefectures' is; an edition may lack it.
FIRST_GROWTH = "gdp_cumulative_growth_initial"
GENERAL = "general"  # the industry of what the source does not specify further


@dataclass(frozen=True, slots=True)
class Need:
    """A row that some page needs: its table, the cells by which it is known, and for what."""

    table: str
    cells: Mapping[str, str]
    use_zh: str


def _needs() -> Iterable[Need]:
    indicators = {
        POPULATION: "人均口径",
        TECH_CONTRACT_VALUE: "载体地图的技术合同流向",
        TECH_CONTRACTS: "载体地图的技术合同流向",
        PRODUCT_V4: "设区市地区生产总值的比较",
    }
    for name, use in indicators.items():
        yield Need("indicators", {"indicator_id": name}, use)
    regions = {
        "beijing": "110000", "tianjin": "120000", "hebei": "130000", "jjj": JJJ, "nation": NATION,
    }  # fmt: skip
    for slug, code in regions.items():
        yield Need("regions", {"region_code": code, "slug": slug}, "各页的地区")
    for tier in ("wing", "zone", "node"):
        yield Need("tiers", {"tier": tier}, "载体地图的“2+4+N”图层")
    yield Need("industries", {"industry": GENERAL}, "载体的产业")
    codes = {
        "obs_status": ("A", "E", "P"),
        "trust": ("A", "B", "C"),
        "platform_status": ("official", "designated", "unconfirmed"),
        "precision": ("published_point", "airport", "named_place", "symbolic"),
        "chain_lead": ("confirmed", "partly", "unverified"),
        "progress_kind": KINDS,
    }
    for codelist, names in codes.items():
        for name in names:
            yield Need("codelists", {"codelist": codelist, "code": name}, "页面上的说明")


NEEDS = tuple(_needs())
# The columns whose values are said by their names in a codelist.
CODED = {
    ("observations", "status"): "obs_status",
    ("observations", "trust"): "trust",
    ("platforms", "status"): "platform_status",
    ("platforms", "precision"): "precision",
    ("platforms", "type_basis"): "type_basis",
    ("platform_listings", "trust"): "listing_trust",
    ("plan_chains", "lead_status"): "chain_lead",
    ("chain_nodes", "status"): "node_status",
    ("plan_progress", "kind"): "progress_kind",
    ("plan_progress", "trust"): "trust",
}
