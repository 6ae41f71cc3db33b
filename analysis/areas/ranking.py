"""Places in an order by size, ties sharing theirs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranked:
    """A value with its place from the largest, `tied` with how many others, of `count`."""

    code: str
    value: float
    place: int
    tied: int
    count: int

    @property
    def text(self) -> str:
        """第 1 位, 并列第 3 位."""
        return f"{'并列' if self.tied else ''}第 {self.place} 位"


def ranked(values: Mapping[str, float], decimals: int = 9) -> tuple[Ranked, ...]:
    """The values from the largest; those equal to `decimals` share a place, as what is read as
    the same number has the same place, and stay in the order in which they were given."""
    rounded = {code: round(value, decimals) for code, value in values.items()}
    order = sorted(values, key=lambda code: -rounded[code])
    alike, places = Counter(rounded.values()), dict[float, int]()
    for place, code in enumerate(order, 1):
        places.setdefault(rounded[code], place)
    return tuple(
        Ranked(code, values[code], places[rounded[code]], alike[rounded[code]] - 1, len(order))
        for code in order
    )


def ends(order: Sequence[Ranked], many: int) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """The first and the last of an order, `many` each, none of them in both."""
    most = min(many, len(order) // 2)
    return tuple(order[:most]), tuple(order[len(order) - most :])
