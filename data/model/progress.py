"""Dated facts on the measures of the plan: what was reached or arranged, and what was before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

ISSUED = "2023-05"  # the month in which the plan was issued
RESULT, ARRANGEMENT, BEFORE = KINDS = ("result", "arrangement", "before")


@dataclass(frozen=True, slots=True)
class Fact:
    """What a document says of a measure. `kind`: something reached (result), a target, order or
    plan (arrangement), or how things stood before the plan was issued (before). `date` is as exact
    as it is known: 2025, 2025-04, 2025-04-03. `address` is the publisher's own page or a named
    paper's, None where none is known."""

    fact_id: str
    measure_id: str
    date: str
    region_codes: tuple[str, ...]
    kind: str
    fact_zh: str
    document_zh: str
    publishers_zh: tuple[str, ...]
    address: str | None
    trust: str

    @property
    def year(self) -> int:
        """The year of its date."""
        return int(self.date[:4])

    @property
    def source_zh(self) -> str:
        """Document and publishers in one line."""
        return f"{self.document_zh}，{'、'.join(self.publishers_zh)}"


def newest(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The newest first; what is dated less exactly stands after the exact dates of its year or
    month, facts of one date in their order."""
    return tuple(sorted(facts, key=lambda fact: fact.date, reverse=True))


def facts(rows: Iterable[Mapping[str, Any]]) -> tuple[Fact, ...]:
    """The facts of the read table, the newest first."""
    return newest(_fact(row) for row in rows)


def _fact(row: Mapping[str, Any]) -> Fact:
    parts = {
        "region_codes": tuple(row["region_codes"].split(";")),
        "publishers_zh": tuple(row["publisher_zh"].split(";")),
    }
    kept = {name: value for name, value in row.items() if name != "publisher_zh"}
    return Fact(**{**kept, **parts})
