"""Which cells of a table are withheld, so that nothing is told of fewer than three entities.

A table is a partition: cells that add up to a whole which is shown. Withheld are cells of one or
two entities, sums that are of fewer than three or nearly of one alone, and beside them as many
other cells as it takes so that the whole less what is shown tells none of them. All of them get one
mark, so that nobody knows which are the small ones. Others are taken in the order of the table and
not by their size, which would say something of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

LEAST = 3  # entities of which something may be told
DOMINANT = 0.8  # of a sum, from which on it says what the largest entity has

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Sum:
    """What a cell's entities have: how many have a value, their sum, and the largest of them."""

    entities: int = 0
    total: float = 0.0
    largest: float = 0.0

    def __add__(self, other: "Sum") -> "Sum":
        largest = max(self.largest, other.largest)
        return Sum(self.entities + other.entities, self.total + other.total, largest)

    @property
    def is_safe(self) -> bool:
        """Whether it may be told: of three or more, none of which has nearly all (a sum of nothing
        says what each of them has)."""
        is_dominated = self.largest > DOMINANT * self.total
        return self.entities >= LEAST and self.total > 0 and not is_dominated


def withheld(counts: Mapping[K, int]) -> frozenset[K]:
    """The cells whose numbers are withheld, of a partition of a number that is shown; all of them,
    also those of nothing, where no choice of some would do.

    Whoever subtracts what is shown from the whole knows the sum S of the k withheld cells, each at
    least 1: a single one is between 1 and S - k + 1. With S > 2k that reaches beyond three."""
    hidden = {key for key, count in counts.items() if 0 < count < LEAST}
    if not hidden:
        return frozenset()
    for key in _others(counts, hidden):
        if _is_unclear(counts, hidden):
            break
        hidden.add(key)
    return frozenset(hidden if _is_unclear(counts, hidden) else counts)


def _others(counts: Mapping[K, int], hidden: set[K]) -> list[K]:
    return [key for key, count in counts.items() if count and key not in hidden]


def _is_unclear(counts: Mapping[K, int], hidden: set[K]) -> bool:
    number = len(hidden)
    return number > 1 and sum(counts[key] for key in hidden) > 2 * number


def withheld_sums(sums: Mapping[K, Sum], uncounted: Iterable[K]) -> frozenset[K]:
    """The cells whose sums are withheld, of a partition of a sum that is shown: those whose number
    is (`uncounted`), those that are not safe, and others until all withheld together are."""
    hidden = {key for key, one in sums.items() if one.entities and not one.is_safe} | set(uncounted)
    if not hidden:
        return frozenset()
    for key in [key for key, one in sums.items() if one.entities and key not in hidden]:
        if _is_safe_together(sums, hidden):
            break
        hidden.add(key)
    return frozenset(hidden if _is_safe_together(sums, hidden) else sums)


def _is_safe_together(sums: Mapping[K, Sum], hidden: set[K]) -> bool:
    whole = sum((sums[key] for key in hidden), Sum())
    return whole.entities == 0 or (len(hidden) > 1 and whole.is_safe)
