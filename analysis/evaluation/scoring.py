"""Scores that papers give to regions, each by its formula: only to show what they do with three
numbers, never to rank by (EVALUATION, section 1). All take and give plain numbers."""

from collections.abc import Sequence
from math import fsum, log, pi, sin, sqrt

Matrix = Sequence[Sequence[float]]  # a row a measure, a column a region; values above zero


def critical_correlation(level: float = 0.05) -> float:
    """The |r| that a correlation of three pairs must pass, two-sided: with one degree of freedom
    P(|r| > c) = 1 − 2 asin(c) / π, so c = sin(π (1 − level) / 2)."""
    return sin(pi * (1 - level) / 2)


def entropy_weights(rows: Matrix) -> list[float]:
    """熵权: w_k ∝ 1 + Σ_r p ln p / ln m with p a region's part of the sum over the m regions; they
    add up to one, and are the same where no measure differs at all."""
    spreads = [_information(row) for row in rows]
    whole = fsum(spreads)
    return [one / whole if whole > 0 else 1 / len(rows) for one in spreads]


def _information(row: Sequence[float]) -> float:
    parts = [value / fsum(row) for value in row]
    return max(1 + fsum(p * log(p) for p in parts) / log(len(row)), 0.0)


def topsis(rows: Matrix) -> list[float]:
    """TOPSIS: of each region the distance to the worst over the sum of those to the worst and to
    the best, all measures divided by their root of squares and weighted alike: 1 for who is best in
    each, 0 for who is worst in each."""
    scaled = [[v / sqrt(fsum(x * x for x in row)) for v in row] for row in rows]
    regions = range(len(rows[0]))
    best = [sqrt(fsum((max(row) - row[r]) ** 2 for row in scaled)) for r in regions]
    worst = [sqrt(fsum((row[r] - min(row)) ** 2 for row in scaled)) for r in regions]
    return [w / (w + b) if w + b else 0.5 for w, b in zip(worst, best, strict=True)]


def grey_relation(reference: Sequence[float], others: Matrix, rho: float) -> list[float]:
    """灰色关联度: of each series the mean over time of (min + ρ max) / (Δ + ρ max), Δ being the
    distance to the reference after each series is divided by its first value, min and max those of
    all distances."""
    base = [value / reference[0] for value in reference]
    apart = [[abs(v / own[0] - b) for v, b in zip(own, base, strict=True)] for own in others]
    every = [one for row in apart for one in row]
    low, high = min(every), max(every)
    if high == 0:
        return [1.0 for _ in others]
    return [fsum((low + rho * high) / (d + rho * high) for d in row) / len(row) for row in apart]


def gravity_growth(
    products: tuple[Sequence[float], Sequence[float]],
    people: tuple[Sequence[float], Sequence[float]],
) -> tuple[float, float]:
    """How the attraction √(P₁G₁ P₂G₂) / d² of two regions grew from the first to the last value,
    and how √(G₁G₂) did, both in percent: the distance is the same in both and falls out."""
    product = sqrt(products[0][-1] / products[0][0] * products[1][-1] / products[1][0])
    heads = sqrt(people[0][-1] / people[0][0] * people[1][-1] / people[1][0])
    return (product * heads - 1) * 100, (product - 1) * 100


def min_max(value: float, among: Sequence[float]) -> float:
    """(x − min) / (max − min), 0 where all are the same."""
    low, high = min(among), max(among)
    return (value - low) / (high - low) if high > low else 0.0
