"""The rows of a region's profile as every file carries them: indicators, claims, platforms."""

from dataclasses import dataclass

from analysis.regions.rows import CHANGE_FORMULAS, SHARE_FORMULA, Row
from analysis.regions.summary import RegionSummary
from analysis.series.changes import PUBLISHED, Change
from analysis.series.claim_cards import CLAIMS_SOURCE, ClaimCard
from analysis.series.observations import observation
from analysis.text.periods import years
from data.model.catalog import Catalog, Region, Theme
from reports.columns import Columns, FileColumn
from reports.official_names import NameRow, name_rows
from reports.places import PlaceRow, place_row
from reports.profile_coordination import CoordinationRow, coordination_rows
from reports.records import rounded, standing, word

PERCENT_DECIMALS = 1  # of the change and the share, as the page shows them
CHOICE = "各主题的主要指标，每项取所选年份内最近一年"


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One headline indicator of the region.

    `value` is as published, in the unit it was published in, with its `qualifier`; without one
    (None) `absence` says why and `stand_in` is the only published value in words. `text` is the
    phrase the page shows, `as_of` a point in time that is not the year's end. `change` (in
    `change_unit`) and `share` (in percent) are computed, None where they mean nothing or cannot be
    computed, each with its formula. `beside` are the
    three regions (and the nation where its size can stand beside them) in the same year, in words.
    `note` is what stands with the row, `caveat` what stands behind the page's 口径与来源. Texts are
    "" where there is nothing to say.
    """

    theme: str
    theme_name: str
    indicator_id: str
    indicator: str
    region_code: str
    region: str
    year: int | None
    value: float | None
    text: str
    qualifier: str
    as_of: str
    unit: str
    change: float | None
    change_unit: str
    change_formula: str
    share: float | None
    share_formula: str
    beside: str
    absence: str
    stand_in: str
    status: str
    status_name: str
    trust: str
    trust_name: str
    source: str
    publisher: str
    note: str
    caveat: str


PROFILE_COLUMNS: Columns = (
    FileColumn("主题", 12, "theme_name"),
    FileColumn("指标编号", 24, "indicator_id"),
    FileColumn("指标", 30, "indicator"),
    FileColumn("地区代码", 10, "region_code"),
    FileColumn("地区", 10, "region"),
    FileColumn("年份", 8, "year"),
    FileColumn("数值", 14, "value"),
    FileColumn("限定词", 8, "qualifier"),
    FileColumn("时点（非年末）", 16, "as_of"),
    FileColumn("单位", 12, "unit"),
    FileColumn("页面写法", 18, "text"),
    FileColumn("比上年（计算）", 16, "change", PERCENT_DECIMALS),
    FileColumn("比上年的单位", 12, "change_unit"),
    FileColumn("比上年的计算公式", 36, "change_formula"),
    FileColumn("占三地（%，计算）", 16, "share", PERCENT_DECIMALS),
    FileColumn("占三地的计算公式", 36, "share_formula"),
    FileColumn("同年各地", 60, "beside"),
    FileColumn("没有数值的原因", 18, "absence"),
    FileColumn("仅有的公布数", 30, "stand_in"),
    FileColumn("数据状态", 14, ("status", "status_name")),
    FileColumn("可信度", 28, ("trust", "trust_name")),
    FileColumn("来源", 40, "source"),
    FileColumn("发布单位", 24, "publisher"),
    FileColumn("备注", 50, "note"),
)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A figure of the published text: `text` as the text writes it, `value` as a number, `scope`
    whose it is, `companions` the figures that belong to it, in words."""

    claim_id: str
    claim: str
    value: float | None
    text: str
    qualifier: str
    unit: str
    companions: str
    as_of: str
    scope: str
    source: str
    note: str


CLAIM_COLUMNS: Columns = (
    FileColumn("编号", 8, "claim_id"),
    FileColumn("数字", 36, "claim"),
    FileColumn("数值", 12, "value"),
    FileColumn("限定词", 8, "qualifier"),
    FileColumn("单位", 10, "unit"),
    FileColumn("原文写法", 16, "text"),
    FileColumn("同述", 44, "companions"),
    FileColumn("时点", 24, "as_of"),
    FileColumn("范围", 18, "scope"),
    FileColumn("来源", 60, "source"),
    FileColumn("备注", 60, "note"),
)


@dataclass(frozen=True, slots=True)
class ProfileReport:
    """What a profile's address takes away: its filters in words, its first sentence, the data
    version, and the rows of the page in their order."""

    title: str
    filters: tuple[tuple[str, str], ...]
    lead: str
    data_version: str
    data_digest: str
    rows: tuple[ProfileRow, ...]
    claims: tuple[ClaimRow, ...]
    platforms: tuple[PlaceRow, ...]
    names: tuple[NameRow, ...]
    coordination: tuple[CoordinationRow, ...]
    address: str = ""  # under which the same numbers stay


def profile_report(catalog: Catalog, found: RegionSummary) -> ProfileReport:
    """The report of a profile; what the page of the same address shows."""
    return ProfileReport(
        title=f"{found.region.name_zh}：主要指标、方案数字与平台",
        filters=(
            ("地区", found.region.name_zh),
            ("年份", years(found.start, found.end)),
            ("指标", CHOICE),
        ),
        lead=found.lead,
        data_version=catalog.version,
        data_digest=catalog.digest,
        rows=tuple(
            _row(catalog, found.region, group.theme, row)
            for group in found.themes
            for row in group.rows
        ),
        claims=tuple(_claim(catalog, card) for card in found.claims),
        platforms=tuple(
            place_row(catalog, place) for group in found.platforms for place in group.platforms
        ),
        names=name_rows(catalog, found.names),
        coordination=coordination_rows(found.coordination),
    )


def _row(catalog: Catalog, region: Region, theme: Theme, row: Row) -> ProfileRow:
    indicator = catalog.indicators[row.indicator]
    seen = observation(catalog, row.indicator, region.region_code, row.year or 0)
    change, proof = row.change, row.evidence
    return ProfileRow(
        theme=theme.theme,
        theme_name=theme.name_zh,
        indicator_id=row.indicator,
        indicator=indicator.name_zh,
        region_code=region.region_code,
        region=region.name_zh,
        year=row.year,
        value=seen.value if seen else None,
        text=row.quantity.text if row.quantity else "",
        unit=indicator.unit_zh,
        change=_amount(change),
        change_unit=change.unit if change else "",
        change_formula=_change_formula(change),
        share=None if row.share is None else rounded(row.share, PERCENT_DECIMALS),
        share_formula="" if row.share is None else SHARE_FORMULA,
        beside="；".join(f"{dot.label} {dot.text}" for dot in row.dots),
        absence=row.absence,
        stand_in=row.stand_in,
        source="；".join(one.document for one in proof.documents),
        publisher="；".join(proof.publishers),
        note="；".join([*row.notes, *proof.remarks, *proof.conflicts]),
        caveat="".join([*proof.notes, proof.caveat]),
        **standing(catalog, seen),
    )


def _amount(change: Change | None) -> float | None:
    """The change as a number; None where there are several."""
    amount = change.amount if change is not None else None
    return None if amount is None else rounded(amount, PERCENT_DECIMALS)


def _change_formula(change: Change | None) -> str:
    """How the change is computed; a published one is not."""
    if change is None:
        return ""
    is_published = change.basis in PUBLISHED
    return (
        f"{change.name}，公布值"
        if is_published
        else f"{change.name} ={CHANGE_FORMULAS[change.unit]}"
    )


def _claim(catalog: Catalog, card: ClaimCard) -> ClaimRow:
    claim = next(one for one in catalog.claims if one.claim_id == card.claim_id)
    return ClaimRow(
        claim_id=card.claim_id,
        claim=card.title,
        value=claim.value,
        text=card.quantity.text,
        qualifier=word(catalog.qualifiers.get(claim.qualifier or "")),
        unit=claim.unit_zh or "",
        companions="，".join(card.companions),
        as_of=card.as_of,
        scope=card.scope,
        source=CLAIMS_SOURCE,
        note=card.note,
    )
