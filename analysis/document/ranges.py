"""What an axis spans, where its lines stand, and names at it that do not touch."""

from collections.abc import Iterable, Sequence
from math import ceil, floor, log10

Span = tuple[float, float]

ZERO_BELOW = 0.6  # the axis starts at 0 when the smallest value is below this part of the largest
SMALLEST = 1e-9  # a step below it is none: values are rounded to ten decimals


def extent(values: Iterable[float]) -> Span:
    """The y range: from 0 unless that would flatten the lines, with air above."""
    known = list(values)
    low, high = min(known), max(known)
    if 0 <= low < ZERO_BELOW * high:
        return 0.0, high * 1.06
    room = (high - low) * 0.15 or abs(high) * 0.1 or 1.0
    return low - room, high + room


def reach(values: Sequence[float]) -> tuple[float, float]:
    """What the bars span: from the least value to the greatest, 0 being among them."""
    return min([0.0, *values]), max([0.0, *values])


def nice_ticks(low: float, high: float, most: int = 8) -> list[float]:
    """Round values at equal steps from at or above `low` to at or below `high`, `most` at most;
    `low` alone where nothing lies between the two."""
    rough = (high - low) / (most - 1)
    if rough < SMALLEST:
        return [low]
    power = 10.0 ** floor(log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10, 20) if m * power >= rough * 0.999)
    first = ceil(low / step - 1e-9)
    last = floor(high / step + 1e-9)
    return [round(i * step, 10) for i in range(first, last + 1)]


def spread(places: Sequence[float], gap: float) -> list[float]:
    """The places (0..1) moved apart to at least `gap`, in the same order, as little as needed:
    those that would touch stand around their common middle, within 0..1 as far as they fit."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    ceiling = 1.0 - gap * (len(places) - 1)
    groups: list[tuple[float, int]] = []  # the lowest place of each and how many stand there
    for rank, i in enumerate(order):
        groups.append((places[i] - rank * gap, 1))
        while len(groups) > 1 and groups[-2][0] > groups[-1][0]:
            (low, many), (high, more) = groups[-2:]
            groups[-2:] = [((low * many + high * more) / (many + more), many + more)]
    lowest = [low for low, many in groups for _ in range(many)]
    moved = [0.0] * len(places)
    for rank, i in enumerate(order):
        moved[i] = min(max(lowest[rank], 0.0), ceiling) + rank * gap
    return moved
