"""The RegionSummary: one region at a glance, every headline indicator beside the other two."""

from dataclasses import dataclass

from analysis.regions.coordination import Coordination, coordination
from analysis.regions.rows import Row, face, row
from analysis.series.cards import Card, cards
from analysis.series.claim_cards import ClaimCard, claim_cards
from analysis.series.quantities import part
from analysis.state.view import View
from analysis.text.official_names import NameGroup, name_groups
from analysis.text.periods import period_text, span_text
from analysis.text.provisional import in_words
from data.model.catalog import JJJ, Catalog, Platform, Region, Theme, Tier

FEWEST_RANKED = 3  # parts of the three that are ranked
KINDS = {("flow", "current"): "现价总量"}


@dataclass(frozen=True, slots=True)
class ThemeRows:
    """A theme and its headline indicators, in the order of their cards."""

    theme: Theme
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TierPlatforms:
    """A tier of the "2+4+N" pattern and the region's platforms in it."""

    tier: Tier
    platforms: tuple[Platform, ...]


@dataclass(frozen=True, slots=True)
class RegionSummary:
    """A region's profile over a range of years; `claims` are its own first, then those of the
    three together, which say so in their scope; `names` what bodies recognised or named in it;
    `coordination` its part of the evaluation."""

    region: Region
    start: int
    end: int
    lead: str
    themes: tuple[ThemeRows, ...]
    claims: tuple[ClaimCard, ...]
    platforms: tuple[TierPlatforms, ...]
    names: tuple[NameGroup, ...]
    coordination: Coordination


def region_summary(catalog: Catalog, slug: str, start: int, end: int) -> RegionSummary:
    """The profile of one of the three regions; KeyError for any other slug."""
    region = {r.slug: r for r in catalog.provinces}[slug]
    faces = {
        theme: [face(catalog, region, card, (start, end)) for card in own]
        for theme in catalog.themes
        if (own := _cards(catalog, View((slug,), theme, "", start, end)))
    }
    themes = tuple(
        ThemeRows(
            catalog.themes[theme],
            tuple(row(catalog, region, one, end) for one in found),
        )
        for theme, found in faces.items()
    )
    return RegionSummary(
        region=region,
        start=start,
        end=end,
        lead=_lead(catalog, region, [one for group in themes for one in group.rows], (start, end)),
        themes=themes,
        claims=_claims(catalog, View((slug,), "", "", start, end)),
        platforms=_platforms(catalog, region),
        names=name_groups(catalog, {region.region_code}),
        coordination=coordination(catalog, region, start, end),
    )


def _cards(catalog: Catalog, view: View) -> tuple[Card, ...]:
    """The theme's cards as the overview shows them for the region alone."""
    ids = [indicator.indicator_id for indicator in catalog.headlines(view.theme)]
    return (
        cards(catalog, View(view.regions, view.theme, ids[0], view.start, view.end)) if ids else ()
    )


def _lead(catalog: Catalog, region: Region, rows: list[Row], span: tuple[int, int]) -> str:
    """The first headline the region has, and where its part of the three is largest and
    smallest among the headlines that can stand beside it."""
    first = next((one for one in rows if one.quantity is not None), None)
    if first is None or first.quantity is None or first.year is None:
        return f"{region.short_zh}在 {span_text(*span)}的数值本站未收录。"
    told = f"{period_text(first.year)}{region.short_zh}{first.name}"
    share = f"，占三地 {part(first.share)}" if first.share is not None else ""
    value = in_words(catalog, catalog.indicators[first.indicator], first.quantity.text)
    return f"{told} {value}{share}{_extremes(catalog, rows, first)}。"


def _extremes(catalog: Catalog, rows: list[Row], first: Row) -> str:
    """The largest and the smallest part of the three: only of headlines of the first one's year
    and kind (flow or stock, prices) whose rise is wanted. A part of what is unwanted is no lead,
    and fewer than three are no ranking."""
    kind = _kind(catalog, first)
    parts = [
        (one.share, one)
        for one in rows
        if one.share is not None
        and one.year == first.year
        and _kind(catalog, one) == kind
        and catalog.indicators[one.indicator].direction == "higher_better"
    ]
    if len(parts) < FEWEST_RANKED:
        return ""
    largest, smallest = (pick(parts, key=lambda found: found[0]) for pick in (max, min))
    high, low = (f"{one.name}（{part(share)}）" for share, one in (largest, smallest))
    return (
        f"；同年按{KINDS.get(kind, '同一口径')}计算的 {len(parts)} 项主要指标中，"
        f"占三地比重最高的是{high}，最低的是{low}"
    )


def _kind(catalog: Catalog, one: Row) -> tuple[str, str]:
    row = catalog.indicators[one.indicator]
    return row.measure_type, row.price_basis


def _claims(catalog: Catalog, view: View) -> tuple[ClaimCard, ...]:
    """The claims of all themes that concern the region, its own before those of the three."""
    owners = {one.claim_id: one.region_code for one in catalog.claims}
    found = [
        claim
        for theme in catalog.themes
        for claim in claim_cards(catalog, View(view.regions, theme, "", view.start, view.end))
    ]
    return tuple(sorted(found, key=lambda claim: owners[claim.claim_id] == JJJ))


def _platforms(catalog: Catalog, region: Region) -> tuple[TierPlatforms, ...]:
    """The region's platforms by tier, also those it shares; tiers without any left out."""
    inside = [p for p in catalog.platforms if region.region_code in p.region_codes]
    tiers = sorted(catalog.tiers.values(), key=lambda tier: tier.order)
    groups = [TierPlatforms(t, tuple(p for p in inside if p.tier == t.tier)) for t in tiers]
    return tuple(group for group in groups if group.platforms)
