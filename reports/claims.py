"""The figures of the plan's text as the API lists them: each with its verdict, and each check."""

from dataclasses import dataclass

from analysis.claims.ledger import LedgerRow
from analysis.plan.summary import PlanSummary
from data.model.catalog import Catalog
from reports.columns import Columns, FileColumn
from reports.records import word


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A figure of the text: `text` as the text writes it with its qualifier, `value` the number
    (None where the text gives words), `companions` what it says with it; `period` ISO 8601 as far
    as the text gives one; `verdict` (with its name) is the one that leads among its `checks`."""

    claim_id: str
    claim: str
    value: float | None
    text: str
    qualifier: str
    unit: str
    kind: str
    kind_name: str
    region_code: str
    region: str
    theme: str
    period: str
    as_of: str
    companions: str
    place: str
    checks: int
    verdict: str
    verdict_name: str
    note: str


CHECKED_COLUMNS: Columns = (
    FileColumn("编号", 8, "claim_id"),
    FileColumn("数字", 40, "claim"),
    FileColumn("数值", 12, "value"),
    FileColumn("限定词", 8, "qualifier"),
    FileColumn("单位", 10, "unit"),
    FileColumn("原文写法", 20, "text"),
    FileColumn("类别", 12, "kind_name"),
    FileColumn("地区代码", 10, "region_code"),
    FileColumn("地区", 10, "region"),
    FileColumn("主题", 12, "theme"),
    FileColumn("期间", 12, "period"),
    FileColumn("时点", 24, "as_of"),
    FileColumn("同述", 44, "companions"),
    FileColumn("原文位置", 24, "place"),
    FileColumn("核对数", 8, "checks"),
    FileColumn("核对结果", 16, "verdict_name"),
    FileColumn("备注", 60, "note"),
)


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check of a figure of the text: its verdict, the formula with its numbers ("" where
    nothing was computed), the sentence that says so, the sources with their values, and the ids of
    the indicators that have them."""

    claim_id: str
    order: int
    verdict: str
    verdict_name: str
    formula: str
    finding: str
    sources: str
    indicator_ids: str


CHECK_COLUMNS: Columns = (
    FileColumn("编号", 8, "claim_id"),
    FileColumn("次序", 6, "order"),
    FileColumn("核对结果", 16, "verdict_name"),
    FileColumn("算式", 50, "formula"),
    FileColumn("说明", 80, "finding"),
    FileColumn("来源", 80, "sources"),
    FileColumn("指标编号", 30, "indicator_ids"),
)


def checked_claims(catalog: Catalog, found: PlanSummary) -> tuple[CheckedClaim, ...]:
    """The figures of the view, in the order of the text."""
    return tuple(_claim(catalog, row) for row in found.ledger)


def _claim(catalog: Catalog, row: LedgerRow) -> CheckedClaim:
    claim = row.claim
    return CheckedClaim(
        claim_id=claim.claim_id,
        claim=claim.name_zh,
        value=claim.value,
        text=row.quantity.text,
        qualifier=word(catalog.qualifiers.get(claim.qualifier or "")),
        unit=claim.unit_zh or "",
        kind=claim.measure,
        kind_name=row.kind_zh,
        region_code=claim.region_code,
        region=row.owner,
        theme=catalog.themes[claim.theme].name_zh,
        period=claim.period or "",
        as_of=row.as_of,
        companions=row.companion,
        place=row.place,
        checks=len(row.checks),
        verdict=row.verdict,
        verdict_name=row.verdict_zh,
        note=claim.note_zh or "",
    )


def check_rows(found: PlanSummary) -> tuple[CheckRow, ...]:
    """Every check of the figures of the view."""
    return tuple(
        CheckRow(
            claim_id=row.claim.claim_id,
            order=order,
            verdict=one.verdict,
            verdict_name=one.verdict_zh,
            formula=one.formula,
            finding=one.text,
            sources="；".join(one.sources),
            indicator_ids=",".join(one.links),
        )
        for row in found.ledger
        for order, one in enumerate(row.checks, 1)
    )
