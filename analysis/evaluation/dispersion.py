"""How far apart regions are, in one number: pure formulas that describe, without any test.

Of three regions nothing is inferred: each is a description, and names its weight. All take one
value per region; None where a value is missing, or the formula has no meaning for them.
"""

from collections.abc import Mapping, Sequence
from math import fsum, log, sqrt

ByRegion = Mapping[str, float | None]


def coefficient_of_variation(values: ByRegion, weights: ByRegion | None = None) -> float | None:
    """变异系数 (σ-convergence where it falls): sqrt(Σ w (x − m)²) / m with m = Σ w x and weights
    that sum to one, equal unless given (population: a person counts as a person, not a region as a
    region). The deviation is that of a population: the regions are all there are, no sample.

    Source: EVALUATION, section 1; Barro and Sala-i-Martin (1992) for σ-convergence."""
    found = _together(values, weights if weights is not None else dict.fromkeys(values, 1.0))
    if found is None:
        return None
    numbers, parts = found
    mean = fsum(w * x for x, w in zip(numbers, parts, strict=True))
    if mean <= 0:
        return None
    return sqrt(fsum(w * (x - mean) ** 2 for x, w in zip(numbers, parts, strict=True))) / mean


def theil(quantities: ByRegion, weights: ByRegion) -> float | None:
    """泰尔指数 T = Σ y ln(y / w), y a region's share of the quantity and w its share of the weight:
    0 where the quantity is spread as the weight is, ln(1 / w) where one region has all of it. A
    region without any of the quantity adds nothing (y ln y → 0).

    Source: Theil, Economics and Information Theory (1967)."""
    found = _together(quantities, weights)
    if found is None:
        return None
    numbers, parts = found
    whole = fsum(numbers)
    if whole <= 0 or min(numbers) < 0:
        return None
    shares = [number / whole for number in numbers]
    return fsum(y * log(y / w) for y, w in zip(shares, parts, strict=True) if y > 0)


def spread(values: ByRegion) -> float | None:
    """极差: the largest value less the smallest, in the unit of the values."""
    found = _together(values, dict.fromkeys(values, 1.0))
    return None if found is None else max(found[0]) - min(found[0])


def _together(
    values: ByRegion, weights: ByRegion
) -> tuple[Sequence[float], Sequence[float]] | None:
    """The values, and their weights as shares of one; None where one is missing, no weight is
    above zero, or there are no regions."""
    numbers = [value for value in values.values() if value is not None]
    own = [weight for name in values for weight in [weights.get(name)] if weight is not None]
    if not numbers or len(numbers) < len(values) or len(own) < len(values):
        return None
    whole = fsum(own)
    if whole <= 0 or min(own) <= 0:
        return None
    return numbers, [weight / whole for weight in own]
