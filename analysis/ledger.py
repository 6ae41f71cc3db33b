"""The ledger: the figures of the published text, each with what the tables say of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.ledger_checks import Verdict
from analysis.quantities import Quantity
from data.catalog import Catalog, Claim


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A figure of the text and its checks; `verdict` is the one that leads (differs before
    explained, consistent, implied, scope, unchecked). `owner` is the region it speaks of."""

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
    `not_checkable` the others (implied, scope, unchecked)."""

    claims: int
    checked: int
    consistent: int
    explained: int
    differs: int
    implied: int
    scope: int
    unchecked: int
    not_checkable: int
    text: str


def ledger(catalog: Catalog) -> tuple[LedgerRow, ...]:
    """Every claim in the order of the text, checked live against the tables."""
    raise NotImplementedError


def counts(rows: Iterable[LedgerRow]) -> Counts:
    """The counts of some rows, and the sentence that says them."""
    raise NotImplementedError
