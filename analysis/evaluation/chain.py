"""The chained geometric index, pure: logarithms of changes in, levels and contributions out.

    ln I_d,t − ln I_d,t−1 = mean over the parts k of d that have a link of m_k,t
    ln I_t   − ln I_t−1   = Σ_d w_d (ln I_d,t − ln I_d,t−1) / Σ w_d, over those that have one

m_k,t is the logarithm of a part's change in the wanted direction. A year that comes later changes
no earlier one, another base year only rescales, what is missing drops a link, and contributions
add up. Source: EVALUATION, section 2; a matched-model chained Jevons index.

Everything is computed of many scenarios at once: arrays are scenarios × years × parts or
dimensions, of one scenario with a first axis of length 1.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

BASE = 100.0
LEAST = 0.5  # of the dimensions in use that must have a link: fewer are no index of the whole


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """The moves of parts, years × parts, NaN where a link does not count; and to which dimension
    each part belongs, parts × dimensions of 0 and 1."""

    values: Array
    groups: Array


@dataclass(frozen=True, slots=True)
class Rule:
    """How moves are averaged: the mean of ratios in place of that of their logarithms; each part
    with the same weight, in place of each dimension."""

    is_arithmetic: bool = False
    is_by_part: bool = False


GEOMETRIC = Rule()


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What one index is of: parts in `use` (0 or 1), `weights` of dimensions, the place of the
    year that is 100, and which values count (a key of what_if.TRUST_NAMES)."""

    use: Array
    weights: Array
    base: int
    trust: str


def steps(moves: Moves, use: Array, weights: Array, rule: Rule = GEOMETRIC) -> Array:
    """The logarithm of the index's change, scenarios × years. `use` is scenarios × parts (0 or 1),
    `weights` scenarios × dimensions; either may have one scenario for all. NaN in a year in which
    less than half of the dimensions in use have a link."""
    means, counts = _means(moves, use, rule)
    given = weights[:, None, :]
    in_use = ((use @ moves.groups)[:, None, :] > 0) & (given > 0)
    linked = (counts > 0) & (given > 0)
    weight = np.where(linked, given * counts if rule.is_by_part else given, 0.0)
    whole = weight.sum(axis=-1)
    is_enough = linked.sum(axis=-1) >= np.maximum(LEAST * in_use.sum(axis=-1), 1)
    found = np.full(np.broadcast_shapes(whole.shape, means.shape[:2]), np.nan)
    np.divide((weight * means).sum(axis=-1), whole, out=found, where=is_enough)
    return np.log1p(found) if rule.is_arithmetic else found


def _means(moves: Moves, use: Array, rule: Rule) -> tuple[Array, Array]:
    """The mean move of each dimension, 0 where it has no link, and how many links it has."""
    known = ~np.isnan(moves.values)
    filled = np.where(known, moves.values, 0.0)
    counted = use[:, None, :] * known
    counts = counted @ moves.groups
    sums = (counted * (np.expm1(filled) if rule.is_arithmetic else filled)) @ moves.groups
    return np.divide(sums, counts, out=np.zeros_like(sums), where=counts > 0), counts


def dimension_steps(moves: Moves, use: Array) -> Array:
    """The logarithm of the change of each dimension in one scenario (`use` by part), years ×
    dimensions; NaN in a year without a link."""
    means, counts = _means(moves, use[None, :], GEOMETRIC)
    found: Array = np.where(counts > 0, means, np.nan)[0]
    return found


def levels(changes: Array, base: int) -> Array:
    """The index from changes (… × years): one year more, `base` (its place) being 100; NaN from
    the first year on that has no change, and everywhere where the base is such a year."""
    start = np.zeros((*changes.shape[:-1], 1))
    logs = np.concatenate([start, np.cumsum(changes, axis=-1)], axis=-1)
    found: Array = BASE * np.exp(logs - logs[..., base : base + 1])
    return found


def contributions(moves: Moves, use: Array, weights: Array) -> Array:
    """What each part adds to the logarithm of the index's change in one scenario (`use` by part,
    `weights` by dimension), years × parts: they add up to `steps` exactly, up to the last digits
    of the machine. 0 where a part has no link."""
    known = ~np.isnan(moves.values)
    counted = use * known
    counts = counted @ moves.groups
    weight = np.where(counts > 0, weights, 0.0)
    whole = weight.sum(axis=-1, keepdims=True)
    per_link = np.divide(
        weight, counts * whole, out=np.zeros_like(weight), where=(counts > 0) & (whole > 0)
    )
    found: Array = counted * np.where(known, moves.values, 0.0) * (per_link @ moves.groups.T)
    return found


def points(logs: Array, before: float, after: float) -> Array:
    """Contributions in logarithms as points of the index: times the logarithmic mean of both
    levels, so that they add up to the difference exactly.

    Source: the additive logarithmic mean Divisia decomposition (Ang, 2004)."""
    change = np.log(after / before)
    mean = (after - before) / change if change else before
    found: Array = logs * mean
    return found
