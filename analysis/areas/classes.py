"""The classes of a map: bounds that people can read, and which class a value is in."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10

from analysis.series.quantities import number

QUOTIENTS = (0.4, 0.7, 1.0, 1.5, 2.0)  # 1.0: as much as the three regions together
COUNT = 6  # classes of shares and amounts


@dataclass(frozen=True, slots=True)
class Class:
    """A class from `low` (None: from below all) up to, and without, `high` (None: above all), as
    it is named in the key."""

    low: float | None
    high: float | None
    text: str


def classes(bounds: Sequence[float], decimals: int) -> tuple[Class, ...]:
    """The classes between these bounds, in rising order; none without a bound."""
    if not bounds:
        return ()
    words = [number(bound, decimals) for bound in bounds]
    middle = [
        Class(low, high, f"{words[n]}—{words[n + 1]}")
        for n, (low, high) in enumerate(pairwise(bounds))
    ]
    return (
        Class(None, bounds[0], f"<{words[0]}"),
        *middle,
        Class(bounds[-1], None, f"≥{words[-1]}"),
    )


def class_of(value: float, found: Sequence[Class]) -> int:
    """The number of the class a value is in, the lowest being 0."""
    return sum(one.low is not None and value >= one.low for one in found)


def quantile_bounds(values: Sequence[float], count: int = COUNT) -> tuple[float, ...]:
    """Bounds that part values into classes of about as many each, on two leading digits so that
    they can be read; fewer where bounds fall together."""
    order = sorted(values)
    if not order:
        return ()
    cuts = (order[min(len(order) * n // count, len(order) - 1)] for n in range(1, count))
    bounds = sorted({_readable(cut) for cut in cuts})
    return tuple(bound for bound in bounds if order[0] < bound <= order[-1])


def _readable(value: float) -> float:
    if value == 0:
        return 0.0
    step = 10.0 ** (floor(log10(abs(value))) - 1)
    return round(round(value / step) * step, 9)


def decimals_of(bounds: Sequence[float]) -> int:
    """How many decimals tell the bounds apart."""
    for decimals in range(4):
        if all(round(bound, decimals) == bound for bound in bounds):
            return decimals
    return 4
