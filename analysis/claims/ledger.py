"""The ledger: the figures of the published text, each with what the tables say of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.claims.checks import check
from analysis.claims.figures import VERDICTS, Verdict
from analysis.context import remembered
from analysis.series.cards import claim_quantity
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

CHECKED = ("consistent", "explained", "differs")
COUNTING = frozenset({"count", "pattern"})


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A figure of the text and its checks; `verdict` is the one that leads (differs before
    explained, consistent, implied, scope, unchecked). `owner` is the region it speaks of;
    `is_listed` tells that only rows were counted, which the same text had listed, `is_mutual`
    that it is only checked with a figure of the text that is itself only checked with it."""

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
    is_listed: bool
    is_mutual: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims, and by leading verdict; `checked` are consistent, explained and differs
    (`listed` of them only by counting what is listed, `mutual` only by each other),
    `not_checkable` the others (implied, scope, unchecked)."""

    claims: int
    checked: int
    listed: int
    mutual: int
    consistent: int
    explained: int
    differs: int
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
        is_listed=any(row.method in COUNTING for row in rows),
        is_mutual=any(
            claim.claim_id in _leaning(catalog, other)
            for other in _leaning(catalog, claim.claim_id)
        ),
    )


def _leaning(catalog: Catalog, claim_id: str) -> set[str]:
    """The figures of the text that every check of a claim calculates with."""
    rows = [set(c.operands) for c in catalog.plan.checks if c.claim_id == claim_id]
    return set.intersection(*rows) & {c.claim_id for c in catalog.claims} if rows else set()


def counts(rows: Iterable[LedgerRow]) -> Counts:
    """The counts of some rows, and the sentence that says them."""
    found = tuple(rows)
    kinds = Counter(row.verdict for row in found)
    checked = sum(kinds[kind] for kind in CHECKED)
    listed = sum(row.is_listed and row.verdict in CHECKED for row in found)
    mutual = sum(row.is_mutual and row.verdict in CHECKED for row in found)
    return Counts(
        claims=len(found),
        checked=checked,
        listed=listed,
        mutual=mutual,
        **{kind: kinds[kind] for kind in VERDICTS},
        not_checkable=len(found) - checked,
        text=_sentence(kinds, listed, mutual),
    )


def _sentence(kinds: Counter[str], listed: int, mutual: int) -> str:
    total, checked = kinds.total(), sum(kinds[kind] for kind in CHECKED)
    words = {"consistent": "相符", "explained": "有差异但已说明", "differs": "不符"}
    others = {"implied": "只能反推", "scope": "只有口径不同的数", "unchecked": "无法核对"}
    can, cannot = (
        "、".join(f"{kinds[kind]} 个{word}" for kind, word in part.items() if kinds[kind])
        for part in (words, others)
    )
    how = f"；其中 {listed} 个只是与表中列名对数" if listed else ""
    how += f"{'，' if listed else '；其中 '}{mutual} 个只是互相推算" if mutual else ""
    return (
        f"这里的 {total} 个数字里，{checked} 个可以用本站的表核对"
        f"{f'（{can}{how}）' if can else ''}"
        f"{f'，{total - checked} 个不能（{cannot}）' if cannot else ''}。"
    )
