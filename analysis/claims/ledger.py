"""The ledger: the figures of the published text, each with what the tables say of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.claims.checks import check
from analysis.claims.figures import VERDICTS, Verdict
from analysis.context import remembered
from analysis.series.claim_cards import claim_quantity
from analysis.series.quantities import Quantity
from data.model.catalog import Catalog, Claim

KINDS = {
    "flow": "总量",
    "stock": "期末数",
    "cumulative": "累计数",
    "share": "占比",
    "ratio": "倍数",
    "growth": "增长",
    "rank": "位次",
    "count": "列名计数",
    "coverage": "覆盖范围",
    "framework": "格局",
    "policy": "方案表述",
    "label": "名称",
}

# The verdicts in three groups, in the words of the sentence over the ledger.
CHECKED = {"consistent": "相符", "explained": "有差异但已说明", "differs": "不符"}
TRIVIAL = {"listed": "只是名单计数", "mutual": "只是文本内互相推算"}
NOT_CHECKABLE = {"implied": "只能反推", "scope": "只有口径不同的数", "unchecked": "无法核对"}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A figure of the text and its checks; `verdict` is the one that leads (differs before
    explained, consistent, mutual, listed, implied, scope, unchecked). `owner` is the region it
    speaks of."""

    claim: Claim
    quantity: Quantity
    companion: str
    place: str
    as_of: str
    kind_zh: str
    owner: str
    checks: tuple[Verdict, ...]
    verdict: str
    verdict_zh: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims, and by leading verdict; `checked` are consistent, explained and differs,
    `trivial` those that only count their own list (`listed`) or follow from each other
    (`mutual`), `not_checkable` the others (implied, scope, unchecked)."""

    claims: int
    checked: int
    trivial: int
    consistent: int
    explained: int
    differs: int
    mutual: int
    listed: int
    implied: int
    scope: int
    unchecked: int
    not_checkable: int
    text: str


@remembered(4)  # one data version, or two while it changes
def ledger(catalog: Catalog) -> tuple[LedgerRow, ...]:
    """Every claim in the order of the text, checked live against the tables; a claim without a
    row in claim_checks.csv is unchecked and has no sentence."""
    return tuple(_row(catalog, claim) for claim in catalog.claims)


def _row(catalog: Catalog, claim: Claim) -> LedgerRow:
    quantity = claim_quantity(catalog, claim)
    rows = sorted(
        (c for c in catalog.plan.checks if c.claim_id == claim.claim_id), key=lambda c: c.order
    )
    checks = tuple(check(catalog, claim, row) for row in rows)
    kinds = {one.verdict for one in checks}
    leading = next((kind for kind in VERDICTS if kind in kinds), "unchecked")
    return LedgerRow(
        claim=claim,
        quantity=quantity,
        companion=(claim.phrase_zh or "").format(quantity=quantity.text),
        place=claim.section_zh,
        as_of=claim.as_of_zh or "",
        kind_zh=KINDS[claim.measure],
        owner=catalog.region(claim.region_code).short_zh,
        checks=checks,
        verdict=leading,
        verdict_zh=VERDICTS[leading],
    )


def counts(rows: Iterable[LedgerRow]) -> Counts:
    """The counts of some rows, and the sentence that says them."""
    found = tuple(rows)
    kinds = Counter(row.verdict for row in found)
    checked, trivial = (sum(kinds[kind] for kind in group) for group in (CHECKED, TRIVIAL))
    return Counts(
        claims=len(found),
        checked=checked,
        trivial=trivial,
        **{kind: kinds[kind] for kind in VERDICTS},
        not_checkable=len(found) - checked - trivial,
        text=_sentence(kinds, len(found) - checked - trivial),
    )


def _sentence(kinds: Counter[str], rest: int) -> str:
    """Parts that add up to the total: checked, what shows nothing, what cannot be checked."""
    checked = sum(kinds[kind] for kind in CHECKED)
    can, trivial, cannot = (
        "、".join(f"{kinds[kind]} 个{word}" for kind, word in group.items() if kinds[kind])
        for group in (CHECKED, TRIVIAL, NOT_CHECKABLE)
    )
    parts = [
        f"{checked} 个由独立的统计数据核对（{can}）" if checked else "没有由独立的统计数据核对的",
        f"{trivial}，不作为核对" if trivial else "",
        f"{rest} 个不能核对（{cannot}）" if rest else "",
    ]
    return f"所列 {kinds.total()} 个数字里，{'；'.join(filter(None, parts))}。"
