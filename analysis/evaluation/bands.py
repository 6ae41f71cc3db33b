"""How far the index would lie elsewhere with other choices: weights, parts, means, values."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.evaluation.chain import GEOMETRIC, Array, Moves, Rule, Setting, levels, steps

DRAWS = 2000
ALPHA = (
    10.0  # of Dirichlet: a weight of seven lies mostly between half and one and a half of its own
)
SEED = 2014
PERCENTILES = (5, 95)


@dataclass(frozen=True, slots=True)
class Band:
    """The lowest and the highest level by year, as the index has its years."""

    low: tuple[float, ...]
    high: tuple[float, ...]

    @property
    def last(self) -> tuple[float, float]:
        """Of the last year."""
        return self.low[-1], self.high[-1]


@dataclass(frozen=True, slots=True)
class Bands:
    """What other choices give: 5 to 95 percent of the draws of weights; any one part or any one
    dimension left out; the arithmetic mean; other classes of values by their key (None where the
    index cannot be computed of these)."""

    weights: Band
    parts: Band
    dimensions: Band
    arithmetic: tuple[float, ...]
    trusts: Mapping[str, tuple[float, ...] | None]


def bands(by_trust: Mapping[str, Moves], own: Setting) -> Bands:
    """The bands around the index of a setting, which must have a level in every year. Draws of
    weights have the given ones as their mean, and are the same each time."""
    moves, use, weights = by_trust[own.trust], own.use[None, :], own.weights[None, :]

    def of(use: Array, weights: Array, moves: Moves = moves, rule: Rule = GEOMETRIC) -> Array:
        return levels(steps(moves, use, weights, rule), own.base)

    low, high = np.percentile(of(use, _draws(own.weights)), PERCENTILES, axis=0)
    others = {name: of(use, weights, moves)[0] for name, moves in by_trust.items()}
    return Bands(
        weights=Band(_plain(low), _plain(high)),
        parts=_envelope(of(each_out(own.use), weights)),
        dimensions=_envelope(of(use, each_out(own.weights))),
        arithmetic=_plain(of(use, weights, rule=Rule(is_arithmetic=True))[0]),
        trusts={k: None if np.isnan(v).any() else _plain(v) for k, v in others.items()},
    )


def _draws(weights: Array) -> Array:
    """Weights drawn from a Dirichlet distribution around the given ones (as gamma variates: only
    their proportions matter), draws × dimensions; one of 0 stays 0."""
    shape = ALPHA * weights * np.count_nonzero(weights) / weights.sum()
    found: Array = np.random.default_rng(SEED).standard_gamma(shape, (DRAWS, len(weights)))
    return found


def each_out(given: Array) -> Array:
    """The given row, and once for each of its entries that is not 0, without that one."""
    places = np.flatnonzero(given)
    found = np.tile(given, (len(places) + 1, 1))
    found[np.arange(1, len(places) + 1), places] = 0.0
    return found


def _envelope(found: Array) -> Band:
    """The lowest and the highest of the scenarios that have a level in every year."""
    whole = found[~np.isnan(found).any(axis=1)]
    return Band(_plain(whole.min(axis=0)), _plain(whole.max(axis=0)))


def _plain(row: Array) -> tuple[float, ...]:
    return tuple(row.tolist())
