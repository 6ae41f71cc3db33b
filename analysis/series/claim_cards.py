"""Cards of the figures of the published text, with their companions and scope in words."""

from dataclasses import dataclass

from analysis.series.quantities import Quantity, Scale, quantity
from analysis.state.scope import Scope, scope
from analysis.state.view import View
from data.model.catalog import JJJ, Catalog, Claim

CLAIMS_SOURCE = "工业和信息化部等就《京津冀产业协同发展实施方案》答记者问，2023 年 5 月"


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A figure of the published text with its companions and its scope in words."""

    claim_id: str
    title: str
    quantity: Quantity
    companions: tuple[str, ...]
    as_of: str
    scope: str
    note: str


def claim_cards(catalog: Catalog, view: View) -> tuple[ClaimCard, ...]:
    """The claims of the theme that concern the chosen regions or the three together."""
    chosen = scope(catalog, view.regions)
    rows = [
        c
        for c in catalog.claims
        if c.theme == view.theme and c.card is not None and c.region_code in (*chosen.codes, JJJ)
    ]
    return tuple(
        _claim_card(catalog, row, chosen) for row in sorted(rows, key=lambda c: c.card or 0)
    )


def _claim_card(catalog: Catalog, row: Claim, chosen: Scope) -> ClaimCard:
    region = catalog.region(row.region_code)
    only_together = row.region_code == JJJ and not chosen.is_complete
    return ClaimCard(
        claim_id=row.claim_id,
        title=row.name_zh,
        quantity=claim_quantity(catalog, row),
        companions=tuple(
            (c.phrase_zh or "").format(quantity=claim_quantity(catalog, c).text)
            for c in catalog.claims
            if c.companion_of == row.claim_id
        ),
        as_of=row.as_of_zh or "",
        scope=f"仅有{catalog.region(JJJ).name_zh}数" if only_together else region.short_zh,
        note=row.note_zh or "",
    )


def claim_quantity(catalog: Catalog, row: Claim) -> Quantity:
    """The claim's number as the text writes it, with its qualifier and unit."""
    qualifier = catalog.qualifiers[row.qualifier] if row.qualifier else None
    unit = row.unit_zh or ""
    decimals = 0 if row.value is None or row.value == int(row.value) else 1
    shown = Scale(unit, 1.0, decimals)
    plain = quantity(row.value or 0.0, shown, qualifier)
    if row.number_zh is None:
        return plain
    return Quantity(row.number_zh, unit, plain.prefix, plain.suffix)
