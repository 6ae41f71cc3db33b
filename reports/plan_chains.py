"""The key chains of the plan as the API lists them: chains, what sources name in them, and what
speaks to a measure."""

from dataclasses import dataclass

from analysis.plan.summary import PlanSummary
from data.model.catalog import JJJ, Catalog
from data.model.plan import Link
from reports.columns import Columns, FileColumn

NO_REGION = "未分地区"


@dataclass(frozen=True, slots=True)
class ChainRow:
    """A key chain; `later` is its name in later documents where that is another, `lead` says who
    leads only where a source confirms it, `figures` what a source gives of it in words; `nodes`
    how many nodes of the chosen regions, and of none alone, sources name."""

    chain_id: str
    order: int
    chain: str
    chain_en: str
    later: str
    lead: str
    lead_note: str
    figures: str
    nodes: int
    source: str


CHAIN_COLUMNS: Columns = (
    FileColumn("编号", 16, "chain_id"),
    FileColumn("次序", 6, "order"),
    FileColumn("产业链", 24, "chain"),
    FileColumn("英文名", 40, "chain_en"),
    FileColumn("后来的名称", 24, "later"),
    FileColumn("牵头", 30, "lead"),
    FileColumn("牵头的说明", 50, "lead_note"),
    FileColumn("公开数字", 60, "figures"),
    FileColumn("环节数", 8, "nodes"),
    FileColumn("来源", 60, "source"),
)


@dataclass(frozen=True, slots=True)
class NodeRow:
    """What a source names in a stage of a chain; `region` says that it names no single one where
    that is so, `status` (with its name) whether the source states the stage."""

    chain_id: str
    chain: str
    stage: str
    stage_name: str
    region_code: str
    region: str
    order: int
    node: str
    status: str
    status_name: str
    source: str


NODE_COLUMNS: Columns = (
    FileColumn("产业链编号", 16, "chain_id"),
    FileColumn("产业链", 24, "chain"),
    FileColumn("环节", 14, "stage_name"),
    FileColumn("地区代码", 10, "region_code"),
    FileColumn("地区", 10, "region"),
    FileColumn("次序", 6, "order"),
    FileColumn("内容", 60, "node"),
    FileColumn("依据", 24, ("status", "status_name")),
    FileColumn("来源", 60, "source"),
)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """What speaks to a measure: an indicator, platform, claim, field or chain (`kind`) by its id
    and name."""

    measure_id: str
    kind: str
    kind_name: str
    target_id: str
    target: str
    note: str


LINK_KINDS = {
    "indicator": "指标",
    "platform": "平台",
    "claim": "方案数字",
    "field": "领域",
    "chain": "产业链",
}
LINK_COLUMNS: Columns = (
    FileColumn("措施编号", 16, "measure_id"),
    FileColumn("类别", 10, "kind_name"),
    FileColumn("对象编号", 30, "target_id"),
    FileColumn("对象", 40, "target"),
    FileColumn("备注", 40, "note"),
)


def chain_rows(found: PlanSummary) -> tuple[ChainRow, ...]:
    """The chains of the plan."""
    return tuple(
        ChainRow(
            chain_id=one.chain.chain_id,
            order=one.chain.order,
            chain=one.chain.name_zh,
            chain_en=one.chain.name_en,
            later=one.chain.later_zh or "",
            lead=one.lead_zh,
            lead_note=one.chain.lead_note_zh or "",
            figures=one.chain.figures_zh or "",
            nodes=sum(map(len, one.cells.values())) + len(one.common),
            source=one.chain.source_zh,
        )
        for one in found.chains
    )


def node_rows(catalog: Catalog, found: PlanSummary) -> tuple[NodeRow, ...]:
    """What sources name in the chains, by chain and stage; of the chosen regions, then of none
    alone."""
    stages = {one.stage: one.name_zh for one in found.stages}
    return tuple(
        NodeRow(
            chain_id=node.chain_id,
            chain=one.chain.name_zh,
            stage=node.stage,
            stage_name=stages[node.stage],
            region_code=node.region_code,
            region=NO_REGION
            if node.region_code == JJJ
            else catalog.region(node.region_code).short_zh,
            order=node.order,
            node=node.name_zh,
            status=node.status,
            status_name=catalog.names["node_status", node.status],
            source=node.source_zh,
        )
        for one in found.chains
        for node in (*(n for cell in one.cells.values() for n in cell), *one.common)
    )


def link_rows(catalog: Catalog, found: PlanSummary) -> tuple[LinkRow, ...]:
    """What speaks to the measures of the view, whatever the regions."""
    briefs = [brief for task in found.tasks for brief in task.measures]
    briefs += [brief for one in found.safeguards for brief in one.measures]
    ids = [brief.measure.measure_id for brief in briefs]
    names = _names(catalog)
    return tuple(_link(names, link) for name in ids for link in catalog.plan.links_of(name))


def _link(names: dict[tuple[str, str], str], link: Link) -> LinkRow:
    return LinkRow(
        measure_id=link.measure_id,
        kind=link.kind,
        kind_name=LINK_KINDS[link.kind],
        target_id=link.target_id,
        target=names[link.kind, link.target_id],
        note=link.note_zh or "",
    )


def _names(catalog: Catalog) -> dict[tuple[str, str], str]:
    """The name of everything that may speak to a measure, by kind and id."""
    plan = catalog.plan
    return {
        **{("indicator", key): one.name_zh for key, one in catalog.indicators.items()},
        **{("platform", one.platform_id): one.name_zh for one in catalog.platforms},
        **{("claim", one.claim_id): one.name_zh for one in catalog.claims},
        **{("field", one.field_id): one.name_zh for one in plan.fields},
        **{("chain", one.chain_id): one.name_zh for one in plan.chains},
    }
