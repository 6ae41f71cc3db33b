"""A sentence while a paragraph is put together: its words and cells, how adverse what it tells is,
and where it stands among the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from analysis.document.document import Cited, Sentence
from analysis.series.changes import IMPROVING
from data.model.catalog import Indicator

MOST = 5  # sentences of a section
Part = str | Cited


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its `rank` among those of its subject (the least is said first and left out
    last); `adverse` is by how much the worst of what it tells moved the unwanted way (0: nothing
    did); `is_kept` where it must not be left out: breaks, late and doubtful values."""

    sentence: Sentence
    rank: int
    adverse: float = 0.0
    is_kept: bool = False


def stated(key: str, parts: Iterable[Part]) -> Sentence:
    """The sentence of words and cells in their order; what is written of a cell is its text."""
    every = tuple(parts)
    text = "".join(part if isinstance(part, str) else part.text for part in every)
    return Sentence(key, f"{text}。", tuple(part for part in every if isinstance(part, Cited)))


def adverse(row: Indicator, before: float, after: float) -> float:
    """By how much a value moved the unwanted way, as 100 × |ln(after ÷ before)|, so that rates and
    amounts can stand in one order; 0 where it did not, where no direction is wanted, and of values
    that are not above zero."""
    wanted = IMPROVING.get(row.direction)
    if wanted is None or before <= 0 or after <= 0:
        return 0.0
    moved = 100 * log(after / before)
    return max(0.0, -moved if wanted == "up" else moved)


def adverse_rate(row: Indicator, percent: float) -> float:
    """The same of a rate of growth, which is a movement itself."""
    wanted = IMPROVING.get(row.direction)
    return 0.0 if wanted is None else max(0.0, -percent if wanted == "up" else percent)


def chosen(found: Iterable[Said], most: int = MOST) -> tuple[Said, ...]:
    """At most so many: those that must be kept, then by rank; the largest adverse move first, then
    the others by rank, what must be kept at the end."""
    every = sorted(found, key=lambda one: one.rank)
    kept = [one for one in every if one.is_kept][:most]
    others = [one for one in every if not one.is_kept][: most - len(kept)]
    return (*sorted(others, key=lambda one: (-one.adverse, one.rank)), *kept)


def worst(found: Iterable[Said]) -> float:
    """The largest adverse move that any of them tells; 0 without one."""
    return max((one.adverse for one in found), default=0.0)
