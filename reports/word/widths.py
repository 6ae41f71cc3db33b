"""How the columns of a table share the width of a line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

MOST_NUMBERS = 0.8  # of a line, for columns of numbers
NAMES = 1.4  # more for the names of rows


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a column needs: for its longest text in one line (`whole`), for the longest parts of one
    that should not be broken, what asks for most first, in the same unit; whether it is of
    numbers."""

    whole: float
    parts: tuple[float, ...]
    is_number: bool


def shared(wanted: Sequence[Wanted], width: float) -> list[float]:
    """The columns' widths, together `width`. Numbers get what they need; texts that need less than
    their portion of what is left get that, the others share the rest: the longer a text, the more
    lines it has. No column is narrower than the first of its parts for which there is room in
    all."""
    needed = sum(each.whole for each in wanted)
    if needed <= width:
        return [each.whole * width / needed for each in wanted]
    found = {n: each.whole for n, each in enumerate(wanted) if each.is_number}
    if sum(found.values()) > width * MOST_NUMBERS:
        found = {}
    left = {n: each for n, each in enumerate(wanted) if n not in found}
    room = width - sum(found.values())
    found |= _texts({n: each.whole for n, each in left.items()}, _least(left, room), room)
    return [found[n] for n in range(len(wanted))]


def _least(left: Mapping[int, Wanted], room: float) -> dict[int, float]:
    """How narrow the columns may be."""
    for every in zip(*(each.parts for each in left.values()), strict=True):
        if sum(every) <= room:
            return dict(zip(left, every, strict=True))
    return dict.fromkeys(left, 0.0)


def _texts(
    wanted: Mapping[int, float], least: Mapping[int, float], room: float
) -> dict[int, float]:
    """The widths of columns that cannot all have what they need."""
    found: dict[int, float] = {}
    left = dict(wanted)
    for n, each in sorted(wanted.items(), key=lambda pair: pair[1]):
        others = sum(least[other] for other in left if other != n)
        if each <= min(room / len(left), room - others):
            found[n] = left.pop(n)
            room -= each
    while left:
        weights = {n: sqrt(each) * (1 if n else NAMES) for n, each in left.items()}
        widths = {n: room * each / sum(weights.values()) for n, each in weights.items()}
        tight = {n: least[n] for n in left if least[n] > widths[n]}
        found |= tight or widths
        room -= sum(tight.values())
        left = {n: each for n, each in left.items() if tight and n not in tight}
    return found
