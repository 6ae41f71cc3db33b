"""Where an industry concentrates, and how much two areas' industries differ.

Pure formulas on shares; a share is a part of one, and all shares of an area are of one count.
"""

from collections.abc import Mapping
from math import sqrt

Shares = Mapping[str, float]  # by industry


def shares(counts: Mapping[str, float]) -> dict[str, float]:
    """The shares of counts in their sum; empty where nothing is counted."""
    whole = sum(counts.values())
    return {name: count / whole for name, count in counts.items()} if whole else {}


def location_quotient(own: float | None, base: float | None) -> float | None:
    """区位商: the share of an industry in an area over its share in the base (x_ri/x_r)/(x_i/x);
    above 1 it concentrates there. None where either is missing, or the base has nothing of it.

    Source: Florence (1939); formula as in EVALUATION, section 1."""
    return None if own is None or not base else own / base


def krugman(own: Shares, other: Shares) -> float | None:
    """Krugman's index of specialisation: the sum of the differences of all shares, 0 where two
    areas have the same industries in the same shares, 2 where they have none in common. It grows
    with the number of industries that are told apart. None where an area has no shares.

    Source: Krugman, Geography and Trade (1991)."""
    if not own or not other:
        return None
    return sum(abs(own.get(name, 0.0) - other.get(name, 0.0)) for name in own.keys() | other.keys())


def similarity(own: Shares, other: Shares) -> float | None:
    """Similarity of structure (UNIDO): the cosine of the two vectors of shares, 1 where they are
    the same. With few industries it is near 1 whatever they are. None where an area has no shares.

    Source: UNIDO, World Industry since 1960 (1979)."""
    if not own or not other:
        return None
    product = sum(own[name] * other[name] for name in own.keys() & other.keys())
    return product / sqrt(sum(s * s for s in own.values()) * sum(s * s for s in other.values()))
