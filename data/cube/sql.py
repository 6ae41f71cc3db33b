"""A cube whose store speaks SQL, whichever: it asks, and answers with rows."""

import time
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence

from data.cube.contract import Between, Question, Row, StoreAway, Table
from data.cube.question import Bound, Writing

PAUSE = 2.0  # seconds in which a store that did not answer is not asked again


class SqlCube(ABC):
    """A cube over a store; a subclass has the connection. Who asks a store that has just not
    answered is told so at once: a page waits for it once, and other pages have their threads."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._away: tuple[float, str] = (0.0, "")  # until when, and what was said of it

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
        return self._told(*self._writing.rows(where, columns))

    def aggregate(self, question: Question) -> list[Row]:
        """As Cube.aggregate."""
        if not question.by and not question.measures:
            return [()]
        return self._told(*self._writing.sums(question))

    def _told(self, sql: str, bound: Bound) -> list[Row]:
        until, said = self._away
        if time.monotonic() < until:
            raise StoreAway(said)
        try:
            return self._ask(sql, bound)
        except StoreAway as away:
            self._away = time.monotonic() + PAUSE, str(away)
            raise

    @abstractmethod
    def _ask(self, sql: str, bound: Bound) -> list[Row]:
        """The rows of an answer. Raises StoreAway."""
