"""Signs of a series that somebody should look at: worsened, stalled, volatile, late.

Pure rules on values by year, in one stretch without a break; `improving` is the wanted direction,
1 where more is better and -1 where less is. Values are compared as they are shown, at their
decimals: what reads the same has not moved.
"""

from collections.abc import Sequence
from itertools import pairwise

from analysis.series.observations import Values
from analysis.series.quantities import rounded

FEWEST_TURNS = 2  # chances to turn: fewer say nothing of how steady a series is


def has_worsened(values: Values, improving: int, decimals: int) -> bool:
    """Whether the last value is on the wrong side of the first; never of fewer than two."""
    years = sorted(values)
    return len(years) > 1 and _step(values, (years[0], years[-1]), decimals) * improving < 0


def best_year(values: Values, improving: int, decimals: int) -> int:
    """The year of the best value, the last of several that read the same. ValueError if empty."""
    return max(values, key=lambda year: (rounded(values[year], decimals) * improving, year))


def has_stalled(values: Values, improving: int, decimals: int, years: int) -> bool:
    """Whether the best value lies at least so many years back and has not been reached since,
    though the last is not worse than the first (that is worsened, not stalled)."""
    if len(values) < 2 or has_worsened(values, improving, decimals):
        return False
    return max(values) - best_year(values, improving, decimals) >= years


def turns(values: Values, decimals: int) -> tuple[int, int]:
    """How often the direction of the yearly steps turned, and how often it could have: between two
    steps that follow each other; a step of nothing keeps the direction before it, a missing year
    parts two steps."""
    years = sorted(values)
    found, chances, before, last = 0, 0, 0, None
    for pair in pairwise(years):
        if pair[1] != pair[0] + 1:
            before, last = 0, None
            continue
        step = _step(values, pair, decimals)
        if last is not None:
            chances += 1
            found += step * before < 0
        before, last = step or before, pair[1]
    return found, chances


def is_volatile(values: Values, decimals: int, least: int) -> bool:
    """Whether the direction turned at least so often, and at half of all chances or more."""
    found, chances = turns(values, decimals)
    return chances >= FEWEST_TURNS and found >= least and 2 * found >= chances


def is_late(years: Sequence[int], expected: int, least: int) -> bool:
    """Whether the newest of the years lies at least so many before the one that is expected; a
    series without any is not late but not held."""
    return bool(years) and expected - max(years) >= least


def _step(values: Values, ends: tuple[int, int], decimals: int) -> int:
    """1 where the value rose from one year to the other, -1 where it fell, 0 where both read the
    same."""
    before, after = (rounded(values[year], decimals) for year in ends)
    return (after > before) - (after < before)
