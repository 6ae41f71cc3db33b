"""What the evaluation compares regions by: headline measures, and the sectors of the division of
labour. A row is one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GapMeasure:
    """A headline measure: numerator / denominator x factor, in `unit_zh`; the published numerator
    itself x factor where there is no denominator. `mean_denominator`: divided by the mean of this
    year's and last year's value, as GDP per head is; `opens` is the indicator that stands behind
    it, `note_zh` its scope in words, without a full stop."""

    measure: str
    order: int
    numerator: str
    denominator: str | None
    factor: float
    mean_denominator: bool
    name_zh: str
    topic_zh: str
    unit_zh: str
    decimals: int
    opens: str
    note_zh: str | None

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators that it is made of."""
        return (self.numerator, self.denominator) if self.denominator else (self.numerator,)


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of the division of labour: the indicator that has its value added. One that
    `is_rest` is what the others leave, in which nobody is said to concentrate."""

    indicator_id: str
    order: int
    name_zh: str
    is_rest: bool = False


def gap_measures(rows: Iterable[Row]) -> tuple[GapMeasure, ...]:
    """The measures of the table's rows, in their order."""
    return tuple(sorted((GapMeasure(**row) for row in rows), key=lambda one: one.order))


def sectors(rows: Iterable[Row]) -> tuple[Sector, ...]:
    """The sectors of the table's rows, in their order."""
    return tuple(sorted((Sector(**row) for row in rows), key=lambda one: one.order))
