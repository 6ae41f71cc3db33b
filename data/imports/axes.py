"""The axes of a cross table: which columns hold labels, and what the labels of each row and of
each column say."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from data.imports.cells import Value, text
from data.imports.labels import Role, bracketed, head, label, unmarked
from data.imports.numbers import status_of
from data.imports.periods import as_date, dated, period, split
from data.imports.regions import region
from data.imports.tables import Table, filled
from data.imports.units import parted, unit

ROW_ROLES = frozenset({Role.INDICATOR, Role.REGION, Role.REGION_CODE, Role.PERIOD, Role.UNIT,
                       Role.INDICATOR_ID, Role.NOTE, Role.SOURCE, Role.OTHER})  # fmt: skip
BELOW = "："  # between names of which one stands below the other; folded texts have none
SAYING = (Role.INDICATOR, Role.REGION, Role.PERIOD)


@dataclass(slots=True)
class Labels:
    """What is known of a value from labels: texts by role."""

    found: dict[Role, str] = field(default_factory=dict)

    def add(self, role: Role, name: str) -> None:
        """One more label; names of indicators one below the other are one name."""
        if role == Role.INDICATOR and self.found.get(role):
            self.found[role] = f"{self.found[role]}{BELOW}{name}"
        else:
            self.found[role] = name

    def with_(self, other: "Labels") -> "Labels":
        """These and the other's, of which the own go first."""
        both = Labels(dict(self.found))
        for role, name in other.found.items():
            both.add(role, name)
        return both


class Axes:
    """The labels of a cross table."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._dates = dated(_dates(table))
        self.columns = self._label_columns()
        others = [at for at in range(table.width) if at not in self.columns]
        self.heads = {at: self._head(at) for at in others}

    def rows(self) -> Iterator[tuple[int, Labels]]:
        """The rows that are not empty, with their labels. A label alone in its row is said of the
        rows below it that have labels of another kind; where several columns hold labels, an empty
        one repeats the one above."""
        context = Labels()
        above: dict[int, Value] = {}
        for n in self._table.body:
            row = self._table.sheet.rows[n]
            if not filled(row):
                continue
            own = Labels()
            for at, role in self.columns.items():
                cell = self._table.sheet.value(n, at)
                if cell is None and len(self.columns) > 1 and role not in (Role.UNIT, Role.NOTE):
                    cell = above.get(at)
                above[at] = cell
                self._say(own, role, cell)
            if not any(c is not None for at, c in enumerate(row) if at not in self.columns):
                context = own
            yield n, _in_context(own, context)

    def _label_columns(self) -> dict[int, Role | None]:
        """The columns that hold labels, and what their heads call them: those whose head says so,
        and those left of all others that hold nothing but names. The corner may name what stands
        across and not what stands below it."""
        named: dict[int, Role | None] = {}
        for at in range(self._table.width):
            roles = [head(self._table.sheet.value(n, at)) for n in self._table.heads]
            role = next((one for one in roles if one in ROW_ROLES), None)
            if role is not None:
                named[at] = role
        across = self._across(named)
        named = {at: None if role in across else role for at, role in named.items()}
        at = 0
        while at < self._table.width and (at in named or self._is_labels(at)):
            named.setdefault(at, None)
            at += 1
        return named

    def _across(self, named: dict[int, Role | None]) -> set[Role | None]:
        """What the heads of the columns of values are: periods, regions."""
        cells = [
            self._table.sheet.value(n, at)
            for n in self._table.heads
            for at in range(self._table.width)
            if at not in named
        ]
        return {label(cell) for cell in cells} & {Role.PERIOD, Role.REGION}

    def _is_labels(self, at: int) -> bool:
        """Whether a column holds labels: the first does; others where nothing but names stands
        below a head that is no period and no region. A column of values with faults holds none."""
        if at == 0:
            return True
        heads = {label(self._table.sheet.value(n, at)) for n in self._table.heads}
        found = [cell for cell in self._table.column(at) if cell is not None]
        are_names = all(label(cell) is not None and not text(cell).isdigit() for cell in found)
        return bool(found) and are_names and not heads & {Role.PERIOD, Role.REGION}

    def _head(self, at: int) -> Labels:
        """The labels above a column; a head that spans columns stands in the first of them."""
        found = Labels()
        for n in self._table.heads:
            cell = self._table.sheet.value(n, at)
            if cell is None and n < self._table.heads[-1]:
                cell = self._spanning(n, at)
            self._say(found, None, cell)
        return found

    def _spanning(self, n: int, at: int) -> Value:
        """The nearest head to the left in a row of heads that has more below it."""
        for left in range(at - 1, 0, -1):
            cell = self._table.sheet.value(n, left)
            if cell is not None:
                return cell if head(cell) is None else None
        return None

    def _say(self, labels: Labels, role: Role | None, cell: Value) -> None:
        """Add what a label says; `role` is what the head of its column calls it."""
        when = as_date(cell)
        if when is not None:
            if when in self._dates:
                labels.add(Role.PERIOD, self._dates[when])
            return
        kind = label(cell)
        if kind is None or cell is None:
            return
        name = unmarked(text(cell))
        if role in (Role.REGION, Role.REGION_CODE):
            labels.add(Role.REGION, name)
        elif role == Role.INDICATOR and kind != Role.REGION:
            _say_name(labels, name)
        elif role == Role.INDICATOR:
            labels.add(Role.REGION, name)
        elif role is None or role == kind or (role, kind) == (Role.PERIOD, Role.PART):
            _say_plain(labels, kind, cell, name)


def _say_plain(labels: Labels, kind: Role, cell: Value, name: str) -> None:
    """A label of the kind that it is."""
    if kind == Role.INDICATOR:
        _say_name(labels, name)
    elif kind == Role.UNIT:
        labels.add(kind, unit(name.strip("()")) or "")
    elif kind == Role.PERIOD:
        first, rest = bracketed(name)
        labels.add(kind, period(cell) or period(name) or period(first) or "")
        if unit(rest):
            labels.add(Role.UNIT, unit(rest) or "")
        if status_of(rest):
            labels.add(Role.STATUS, status_of(rest))
    else:
        labels.add(kind, name)


def _say_name(labels: Labels, name: str) -> None:
    """The name of an indicator, with a region (北京:GDP) or a year (2024年工业增加值) before it."""
    place, mark, rest = name.partition(":")
    if mark and rest and region(place):
        labels.add(Role.REGION, place)
        name = rest
    plain, own = parted(name)
    year, rest = split(plain)
    if year is None or Role.PERIOD in labels.found:
        labels.add(Role.INDICATOR, name)
        return
    labels.add(Role.PERIOD, year)
    labels.add(Role.INDICATOR, rest)
    if own:
        labels.add(Role.UNIT, own)


def _in_context(own: Labels, context: Labels) -> Labels:
    known = {
        role: name
        for role, name in context.found.items()
        if own.found and role in SAYING and role not in own.found
    }
    return Labels(known | own.found)


def _dates(table: Table) -> list[date]:
    """The dates among the heads and in the first column."""
    cells = [cell for n in table.heads for cell in table.sheet.rows[n]]
    cells += [table.sheet.value(n, 0) for n in table.body]
    return [when for when in map(as_date, cells) if when is not None]
