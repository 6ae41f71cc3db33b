"""What can be found, as one thing: its names, where it stands, and its address."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Study:
    """What only an indicator has: its id, units, the last year with a value, publishers and
    titles of its sources, and whether it is kept for reference only."""

    indicator_id: str
    units: tuple[str, str]
    year: int
    sources: tuple[str, ...]
    is_archived: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: `names` are what it is called (the first one is shown),
    `english` the same in English, `others` further words that belong to it, `context` says
    where it stands, `address` leads there."""

    address: str
    names: tuple[str, ...]
    context: str
    english: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    study: Study | None = field(default=None)


def each(*names: str | None) -> tuple[str, ...]:
    """The names that are there, each once."""
    return tuple(dict.fromkeys(name for name in names if name))
