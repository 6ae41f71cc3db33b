"""Everything that is not the same in two editions, by kind."""

from dataclasses import dataclass

from analysis.changes.groups import Valued
from analysis.changes.items import Item, items
from analysis.changes.marks import Mark, marks
from analysis.changes.statements import Statement, statements
from analysis.changes.values import Entry, Restatement, Revision, values
from data.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Counts:
    """How many values there were and are, and of how many nothing is said otherwise:
    before + new - withdrawn = after; before = same + revised + restated + withdrawn."""

    before: int
    after: int
    same: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What the edition `after` says otherwise than `before`, by kind and in the order of the
    pages; versions and digests of both; `arrived` are the ids of indicators that only the later
    has."""

    versions: tuple[str, str]
    digests: tuple[str, str]
    counts: Counts
    arrived: frozenset[str]
    new: tuple[Entry, ...]
    revised: tuple[Revision, ...]
    withdrawn: tuple[Entry, ...]
    restated: tuple[Restatement, ...]
    marks: tuple[Mark, ...]
    items: tuple[Item, ...]
    statements: tuple[Statement, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said otherwise."""
        values = (self.new, self.revised, self.withdrawn, self.restated)
        return not any((*values, self.marks, self.items, self.statements))

    @property
    def indicators(self) -> int:
        """Of how many indicators values came, were revised or withdrawn."""
        every: tuple[Valued, ...] = (*self.new, *self.revised, *self.withdrawn)
        return len({one.indicator.indicator_id for one in every})

    @property
    def cards(self) -> int:
        """How many cards say something else."""
        return sum(len(one.cards) for one in self.statements)


def changes(before: Catalog, after: Catalog) -> Changes:
    """Everything that is not the same in two editions. Computed anew: it keeps neither of them."""
    found = values(before, after)
    return Changes(
        versions=(before.version, after.version),
        digests=(before.digest, after.digest),
        counts=Counts(found.before, found.after, found.same),
        arrived=frozenset(after.indicators.keys() - before.indicators.keys()),
        new=found.new,
        revised=found.revised,
        withdrawn=found.withdrawn,
        restated=found.restated,
        marks=marks(before, after),
        items=items(before, after),
        statements=statements(before, after),
    )
