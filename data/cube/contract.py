"""What a store of many rows answers: rows of values and sums over them, never a table of the whole.

Every store (memory, Parquet, a database) answers alike; one suite of tests runs on all of them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

Value = str | int | float | None
Row = tuple[Value, ...]


class Statistic(StrEnum):
    """How the values of a measure become one; those that are missing do not count."""

    SUM = "sum"
    COUNT = "count"
    MIN = "min"
    MAX = "max"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of facts: the columns that rows are told apart and chosen by, those that are
    computed with (numbers), and those that are only said of a row."""

    name: str
    dimensions: tuple[str, ...]
    measures: tuple[str, ...]
    attributes: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns, in the order of a row."""
        return (*self.dimensions, *self.measures, *self.attributes)


# Published values by area. `period` is the number of a year, a quarter or a month
# (data/model/periods.py), `value` in the indicator's unit as published.
FACTS = Table(
    "facts",
    dimensions=("indicator_id", "area_code", "period"),
    measures=("value",),
    attributes=("qualifier", "status", "trust", "source_id"),
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A statistic of a measure's values; the number of rows where the column is ""."""

    statistic: Statistic
    column: str = ""


@dataclass(frozen=True, slots=True)
class Between:
    """From the first to the last, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: measures, for every combination of the dimensions or attributes `by` that
    has a row, among the rows whose dimensions are as `where` says."""

    measures: tuple[Measure, ...]
    by: tuple[str, ...] = ()
    where: Mapping[str, Collection[str] | Collection[int] | Between] = field(default_factory=dict)


class NotInTable(ValueError):
    """A question names a column that the table lacks, or one of another kind."""


class Cube(Protocol):
    """A table of facts, wherever it lies. Both answers are in ascending order of the dimensions
    that they have; numbers are doubles. Raise NotInTable before anything is asked of the store,
    and StoreAway where the store does not answer."""

    @property
    def table(self) -> Table:
        """Which columns there are."""
        ...

    def values(
        self,
        where: Mapping[str, Collection[str] | Collection[int] | Between],
        columns: Sequence[str] = (),
    ) -> list[Row]:
        """The rows whose dimensions are as `where` says, with these columns (none: all)."""
        ...

    def aggregate(self, question: Question) -> list[Row]:
        """A row for every combination of what is asked `by`: those, then the measures. A
        sum, least or largest of no value is None. Without `by` one row, also of no rows."""
        ...


class StoreAway(Exception):
    """The store cannot be reached, or does not answer in time; says which and what to do."""


def check(table: Table, question: Question) -> None:
    """Raise NotInTable unless the table has what is asked for."""
    for name in question.by:
        _known(table, name, (*table.dimensions, *table.attributes))
    for name in question.where:
        _known(table, name, table.dimensions)
    for measure in question.measures:
        if measure.column or measure.statistic != Statistic.COUNT:
            _known(table, measure.column, table.measures)


def check_columns(table: Table, columns: Collection[str]) -> None:
    """Raise NotInTable unless the table has all of these columns."""
    for name in columns:
        _known(table, name, table.columns)


def _known(table: Table, name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        raise NotInTable(f"表 {table.name} 没有“{name}”；可用 {'、'.join(known)}")
