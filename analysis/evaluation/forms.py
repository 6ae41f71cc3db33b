"""How a part of our index moved between two years: one pure function a form.

Each takes what is held of both years, by role (numerator, denominator, weights) and region, all
three of them, and gives a logarithm; None where the formula has no meaning for the values. That a
rise is wanted, or a fall, is not known here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import fsum, log

from analysis.evaluation.dispersion import ByRegion, spread, theil
from data.model.evaluation import DENOMINATOR, NUMERATOR, ROLES, WEIGHTS

Numbers = Mapping[str, float]  # by the slugs of the three regions
Held = Mapping[str, Numbers]  # of one year, by role; without the roles that the part does not have
Level = Callable[[Held], float | None]
Change = Callable[[Held, Held], float | None]

BEIJING, HEBEI = "beijing", "hebei"
JINJI = ("tianjin", HEBEI)
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Computed:
    """How a form's change is computed, and of which roles it needs the year before and the year
    itself (those that a part does not have are not needed)."""

    change: Change
    before: tuple[str, ...] = ROLES
    after: tuple[str, ...] = ROLES


def ratio(held: Held) -> float | None:
    """Σ numerator / Σ denominator of the three regions."""
    whole = fsum(held[DENOMINATOR].values())
    return fsum(held[NUMERATOR].values()) / whole if whole else None


def share_of_jinji(held: Held) -> float | None:
    """What 天津 and 河北 have of the three: (x_TJ + x_HB) / Σ x."""
    numbers = held[NUMERATOR]
    whole = fsum(numbers.values())
    return fsum(numbers[slug] for slug in JINJI) / whole if whole else None


def inequality(held: Held) -> float | None:
    """Theil's T of the numerator by the denominator."""
    return theil(held[NUMERATOR], held[DENOMINATOR])


def distance(held: Held) -> float | None:
    """The greatest of the regions' ratios less the smallest."""
    return spread(_each(held))


def hebei_to_beijing(held: Held) -> float | None:
    """河北 over 北京, of the values or, with a denominator, of the ratios."""
    values = _each(held) if DENOMINATOR in held else held[NUMERATOR]
    own, base = values.get(HEBEI), values.get(BEIJING)
    return None if own is None or not base else own / base


def growth_per_head(before: Held, after: Held) -> float | None:
    """ln(Σ v_r (1 + g_r / 100) / Σ v_r) − ln(Σ n_r / Σ n_r before): real growth of the three, g
    the growth of a region in percent at constant prices and v its product of the year before
    at current prices, less that of their people n. A chained volume index (Laspeyres, weights of
    the year before), as national accounts add regions up (SNA 2008, 15.36)."""
    weights, people = before[WEIGHTS], (before[DENOMINATOR], after[DENOMINATOR])
    grown = fsum(weights[slug] * (1 + rate / PERCENT) for slug, rate in after[NUMERATOR].items())
    first, last = (fsum(one.values()) for one in people)
    volume = _log_ratio(fsum(weights.values()), grown)
    heads = _log_ratio(first, last)
    return None if volume is None or heads is None else volume - heads


def _each(held: Held) -> ByRegion:
    below = held[DENOMINATOR]
    return {
        slug: number / below[slug] if below[slug] else None
        for slug, number in held[NUMERATOR].items()
    }


def _log_ratio(before: float | None, after: float | None) -> float | None:
    """ln(after / before); None unless both are above zero."""
    if before is None or after is None or before <= 0 or after <= 0:
        return None
    return log(after) - log(before)


def _of(level: Level) -> Computed:
    """A form that has a level in each year: its change is that of the level."""
    return Computed(lambda before, after: _log_ratio(level(before), level(after)))


# The forms of data.model.evaluation.FORMS; a test compares the two.
FORMS: Mapping[str, Computed] = {
    "ratio": _of(ratio),
    "share_jinji": _of(share_of_jinji),
    "theil": _of(inequality),
    "spread": _of(distance),
    "ratio_hebei_beijing": _of(hebei_to_beijing),
    "growth": Computed(
        growth_per_head, before=(WEIGHTS, DENOMINATOR), after=(NUMERATOR, DENOMINATOR)
    ),
}
