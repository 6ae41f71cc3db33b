"""A cube whose store speaks SQL, whichever: it asks, and answers with rows."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence

from data.cube.contract import Between, Question, Row, Table
from data.cube.question import Bound, Writing


class SqlCube(ABC):
    """A cube over a store; a subclass has the connection."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    @property
    def table(self) -> Table:
        """As Cube.table."""
        return self._writing.table

    def values(
        self,
        where: Mapping[str, Collection[str] | Collection[int] | Between],
        columns: Sequence[str] = (),
    ) -> list[Row]:
        """As Cube.values."""
        return self._ask(*self._writing.rows(where, columns))

    def aggregate(self, question: Question) -> list[Row]:
        """As Cube.aggregate."""
        if not question.by and not question.measures:
            return [()]
        return self._ask(*self._writing.sums(question))

    @abstractmethod
    def _ask(self, sql: str, bound: Bound) -> list[Row]:
        """The rows of an answer. Raises StoreAway."""


class WrongFacts(ValueError):
    """FACTS names no store that the monitor can read; says what is expected there."""


def check_types(table: Table, found: Mapping[str, bool], place: str) -> frozenset[str]:
    """The dimensions that are texts, of a table whose columns are `found` with whether each is
    text. Raises WrongFacts where it lacks a column, or has one of another kind."""
    lacking = [name for name in table.columns if name not in found]
    if lacking:
        needed = "、".join(table.columns)
        raise WrongFacts(f"{place}缺少列 {'、'.join(lacking)}；应有 {needed}")
    for name in (*table.measures, *(n for n in table.dimensions if n in NUMBERS)):
        if found[name]:
            raise WrongFacts(f"{place}的列 {name} 是文本，应为数值")
    for name in table.dimensions:
        if name not in NUMBERS and not found[name]:
            raise WrongFacts(f"{place}的列 {name} 是数值，应为文本（如 110000 前后不得有空格）")
    return frozenset(name for name in table.dimensions if found[name])


NUMBERS = frozenset({"period", "year"})  # dimensions that are numbers, in every table
