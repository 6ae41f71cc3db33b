"""A file's entities into the register by their codes: what is new, changed or ended, and no other
row touched. Pure: the table's text in, its text out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data.imports.register_file import Entry
from data.imports.register_heads import AREA, CODE, COLUMNS, KIND, NAME, VALUE, VALUE_YEAR
from data.imports.rows import Row, TableText
from data.model.register import ENDED

HEAD = ",".join(COLUMNS) + "\n"
FACTOR = 10  # a value so many times larger or smaller may be of another unit


@dataclass(slots=True)
class RegisterMerged:
    """The table's text, the codes of what is new, changed and ended, how many rows of the file say
    nothing new, and the areas of all that is touched."""

    text: str = ""
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    unchanged: int = 0
    areas: set[str] = field(default_factory=set)

    @property
    def is_any(self) -> bool:
        """Whether anything changes."""
        return bool(self.new or self.changed or self.ended)


@dataclass(frozen=True, slots=True)
class RegisterChanges:
    """How two registers differ, in codes; of those in both which have another name, another place
    (kind, area, chain, link), and a value that is FACTOR times larger or smaller."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    jumped: tuple[str, ...] = ()

    @property
    def is_any(self) -> bool:
        """Whether they differ."""
        return bool(self.new or self.changed or self.ended or self.removed)


def merged_register(
    table: str, entries: Iterable[Entry], absent: Iterable[str] = ()
) -> RegisterMerged:
    """The register (CSV text, "" for none) with a file's entities put in, those of the codes
    `absent` ended. A column that the file lacks stays as it is."""
    work, done = TableText(table or HEAD, (CODE,)), RegisterMerged()
    for entry in entries:
        before = work.row((entry.row[CODE],))
        after = {**(before or {}), **entry.row}
        _put(work, done, before, after)
    for code in absent:
        before = work.row((code,))
        if before and before["status"] != ENDED:
            _put(work, done, before, {**before, "status": ENDED})
    done.text = work.text()
    return done


def _put(
    work: TableText, done: RegisterMerged, before: Row | None, after: Mapping[str, str]
) -> None:
    if before is not None and all(before.get(name, "") == after.get(name, "") for name in COLUMNS):
        done.unchanged += 1
        return
    work.put(after)
    done.areas |= {row[AREA] for row in (before, after) if row}
    kind = (
        done.new
        if before is None
        else done.ended
        if after["status"] == ENDED != before["status"]
        else done.changed
    )
    kind.append(after[CODE])


def rows_of(table: str) -> dict[str, Row]:
    """The rows of a register's text by their codes."""
    return {row[CODE]: row for row in TableText(table or HEAD, (CODE,)).rows()}


def register_changes(before: str, after: str) -> RegisterChanges:
    """What a draft's register says otherwise than that of its base."""
    old, new = rows_of(before), rows_of(after)
    both = {code: (old[code], row) for code, row in new.items() if code in old}
    touched = {code: pair for code, pair in both.items() if dict(pair[0]) != dict(pair[1])}
    ended = tuple(c for c, (a, b) in touched.items() if b["status"] == ENDED != a["status"])
    return RegisterChanges(
        new=tuple(code for code in new if code not in old),
        changed=tuple(code for code in touched if code not in ended),
        ended=ended,
        removed=tuple(code for code in old if code not in new),
        renamed=tuple(code for code, (a, b) in touched.items() if a[NAME] != b[NAME]),
        moved=tuple(code for code, pair in touched.items() if _place(pair[0]) != _place(pair[1])),
        jumped=tuple(code for code, pair in touched.items() if _is_jump(*pair)),
    )


def _place(row: Row) -> tuple[str, ...]:
    return row[KIND], row[AREA], row["chain_id"], row["stage"]


def _is_jump(before: Row, after: Row) -> bool:
    """Whether a value of the same year or a later one is many times larger or smaller."""
    if not (before[VALUE] and after[VALUE]) or before[VALUE_YEAR] > after[VALUE_YEAR]:
        return False
    small, large = sorted((float(before[VALUE]), float(after[VALUE])))
    return large > small * FACTOR
