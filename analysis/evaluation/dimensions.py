"""The dimensions of our own index, each chained by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.evaluation.chain import Array, Moves, Setting, dimension_steps, levels
from data.model.evaluation import IndexDimension


@dataclass(frozen=True, slots=True)
class DimensionIndex:
    """A dimension's level by year, since the last year in which it had no link. `base` is 100: the
    index's base year where that lies in these years, else the first of them. `count` are the parts
    of it that count, `weight` is in proportion to those of the others."""

    dimension: IndexDimension
    weight: float
    count: int
    base: int
    years: tuple[int, ...]
    values: tuple[float, ...]


def dimension_indices(
    dimensions: Sequence[IndexDimension], moves: Moves, own: Setting, years: Sequence[int]
) -> tuple[DimensionIndex, ...]:
    """The dimensions that count and have a link in the last of the index's `years`."""
    changes = dimension_steps(moves, own.use)
    counts = own.use @ moves.groups
    found = []
    for place, one in enumerate(dimensions):
        first = _first(changes[:, place])
        if own.weights[place] > 0 and first < len(changes):
            base = max(own.base - first, 0)
            values = levels(changes[first:, place], base).tolist()
            shown = tuple(years[first:])
            found.append(
                DimensionIndex(one, float(own.weights[place]), int(counts[place]), shown[base],
                               shown, tuple(values))
            )  # fmt: skip
    return tuple(found)


def _first(changes: Array) -> int:
    """The place of the year from which on there is a link in each year."""
    gaps = np.flatnonzero(np.isnan(changes))
    return int(gaps[-1]) + 1 if gaps.size else 0
