"""The watch list's signs: what of an indicator's values is looked at, and how much of it counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

WORSENED, STALLED, VOLATILE, LATE, SUSPECT = SIGNS = (
    "worsened",
    "stalled",
    "volatile",
    "late",
    "suspect",
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign: `threshold` in years (stalled, late) or in turns (volatile), None for the others;
    `meaning_zh` says it in words, without a full stop."""

    sign: str
    order: int
    name_zh: str
    threshold: int | None
    meaning_zh: str


def signs(rows: Iterable[Mapping[str, Any]]) -> tuple[Sign, ...]:
    """The signs of the table's rows, in their order."""
    return tuple(sorted((Sign(**row) for row in rows), key=lambda one: one.order))
