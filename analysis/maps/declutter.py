"""Apart: where marks that would cover each other are drawn instead, for each size of the map.

The browser knows how many pixels a degree has on its screen at its zoom, and takes the places
of the nearest size below (assets/platforms/map.js).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, radians, sin

# Pixels a degree of longitude, from a phone's map to one street filling it.
SIZES = (32, 44, 60, 82, 112, 152, 207, 281, 382, 520, 707, 961, 1307, 1777, 2416, 3285)
STRETCH = 1.29  # a degree of latitude to one of longitude on the map, in the middle of it
ROUNDS = 1000
SLACK = 0.1  # pixels by which marks are pushed further than they must
GOLDEN_ANGLE = 137.508


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the map: where its place is, its radius with its margin in pixels, and whether
    others give way to it."""

    lon: float
    lat: float
    radius: float
    is_fixed: bool = False


def moved(marks: Mapping[str, Mark], size: int) -> dict[str, tuple[float, float]]:
    """The marks drawn away from their places on a map of `size` pixels a degree, with the
    longitude and latitude they are drawn at; no two marks cover each other."""
    names = sorted(marks)
    own = [marks[name] for name in names]
    at = [[mark.lon * size, mark.lat * size * STRETCH] for mark in own]
    near = _near(own, at)
    for _ in range(ROUNDS):
        if not sum(_push(own, at, pair) for pair in near):
            break
    return {
        name: (round(x / size, 5), round(y / size / STRETCH, 5))
        for name, mark, (x, y) in zip(names, own, at, strict=True)
        if hypot(x - mark.lon * size, y - mark.lat * size * STRETCH) > 0.1
    }


def _near(own: Sequence[Mark], at: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs that may come to touch; all others are left alone."""
    reach = 8 * max((mark.radius for mark in own), default=0)
    return [
        (i, j)
        for i, j in combinations(range(len(own)), 2)
        if abs(at[i][0] - at[j][0]) < reach and abs(at[i][1] - at[j][1]) < reach
    ]


def _push(own: Sequence[Mark], at: Sequence[list[float]], pair: tuple[int, int]) -> bool:
    """Push two marks apart if they touch; whether they did. Two in the same place part in a
    direction of their own."""
    i, j = pair
    dx, dy = at[j][0] - at[i][0], at[j][1] - at[i][1]
    apart = hypot(dx, dy)
    wanted = own[i].radius + own[j].radius
    if apart >= wanted:
        return False
    if apart < 1e-6:
        angle = radians(GOLDEN_ANGLE * j)
        dx, dy, apart = cos(angle), sin(angle), 1.0
        missing = wanted + SLACK
    else:
        missing = wanted - apart + SLACK
    weights = [0.0 if own[k].is_fixed and not own[m].is_fixed else 1.0 for k, m in (pair, (j, i))]
    for k, sign, weight in ((i, -1, weights[0]), (j, 1, weights[1])):
        step = sign * missing * weight / sum(weights)
        at[k][0] += dx / apart * step
        at[k][1] += dy / apart * step
    return True
