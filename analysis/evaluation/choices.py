"""Which of the choices behind the index moves its last year most: every choice with every other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from analysis.evaluation.bands import each_out
from analysis.evaluation.book import Sets
from analysis.evaluation.chain import Array, Rule, Setting, levels, steps
from analysis.evaluation.what_if import TRUST_NAMES

FLAGS = (False, True)
MEAN, WEIGHING, BREAKS, VALUES, OFF, DIMENSION = range(6)  # axes of the factorial


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice in words, and by how many points it moves the last year on average over all the
    other choices, against how it is made."""

    name: str
    effect: float


def choices(
    sets: Sets, own: Setting, off: Array, names: Sequence[str], off_name: str
) -> tuple[Choice, ...]:
    """The choices from the one that moves most; `off` are the parts that are not counted (0 or
    1), in words `off_name`; `names` are those of the dimensions. A full factorial: each effect is
    the mean of the difference between two levels of a choice over all combinations of the others
    in which both can be computed (a main effect; Box, Hunter and Hunter, Statistics for
    Experimenters). A choice that cannot be computed, or changes nothing, is left out."""
    trusts = [own.trust, *(name for name in TRUST_NAMES if name != own.trust)]
    found = _factorial(sets, own, off, trusts)
    dropped = [names[place] for place in np.flatnonzero(own.weights).tolist()]
    said = {
        MEAN: ["用算术平均"],
        WEIGHING: ["各项等权，不按维度"],
        BREAKS: ["口径调整处照算"],
        VALUES: [TRUST_NAMES[name] for name in trusts[1:]],
        OFF: [f"计入{off_name}"] if off.any() else [],
        DIMENSION: [f"去掉“{name}”维度" for name in dropped],
    }
    effects = (
        Choice(name, effect)
        for axis, levels_said in said.items()
        for place, name in enumerate(levels_said, start=1)
        for effect in _effect(found, axis, place)
    )
    return tuple(sorted(effects, key=lambda one: -abs(one.effect)))


def _factorial(sets: Sets, own: Setting, off: Array, trusts: Sequence[str]) -> Array:
    """The last year's level by every choice; NaN where it cannot be computed."""
    dropped = each_out(own.weights)
    use = np.repeat([own.use, np.maximum(own.use, off)], len(dropped), axis=0)
    weights = np.tile(dropped, (2, 1))
    found = np.full((2, 2, 2, len(trusts), 2, len(dropped)), np.nan)
    for mean, weighing, breaks, values in product(FLAGS, FLAGS, FLAGS, range(len(trusts))):
        moves = sets[trusts[values], breaks]
        changes = steps(moves, use, weights, Rule(mean, weighing))
        last = levels(changes, own.base)[:, -1]
        found[int(mean), int(weighing), int(breaks), values] = last.reshape(2, -1)
    return found


def _effect(found: Array, axis: int, place: int) -> Sequence[float]:
    """The mean difference of a level against the first of its choice; none where there is none."""
    moved = np.take(found, [place], axis) - np.take(found, [0], axis)
    known = moved[~np.isnan(moved)]
    return [float(known.mean())] if known.size and np.abs(known).max() > 1e-9 else []
