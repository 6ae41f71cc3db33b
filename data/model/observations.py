"""A published value and what is said of it: its qualifier, its source, its change, its absence."""

from dataclasses import dataclass

from data.model.sources import Source

PROVISIONAL = "P"  # of SDMX CL_OBS_STATUS: a first figure, which will be revised


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A word that belongs to a published number (近, 多, 超过, 约)."""

    qualifier: str
    prefix_zh: str | None
    suffix_zh: str | None
    bound: str
    meaning_zh: str | None
    meaning_en: str | None


@dataclass(frozen=True, slots=True)
class Observation:
    """One published value, as published, with what must be known about it; `as_of` where it is
    not of the year's end (2024 年 9 月末), `conflict` where another figure was published too;
    `mark`, of its status, its trust class and its point in time, stands at it wherever it is
    shown, "" for a normal value."""

    value: float
    qualifier: Qualifier | None
    status: str
    trust: str
    source: Source
    note: str | None
    as_of: str = ""
    conflict: str = ""
    mark: str = ""

    @property
    def is_provisional(self) -> bool:
        """Whether it is a first figure (初步核算数), which will be revised."""
        return self.status == PROVISIONAL


@dataclass(frozen=True, slots=True)
class Unpublished:
    """A span of years, open where `last` is None, in which a figure of a region is known not to
    be published. Whatever else is missing is only not held here."""

    indicator_id: str
    region_code: str
    first: int
    last: int | None
    reason_zh: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A value that was published and then taken back: what it was, on which day (ISO 8601), why."""

    value: float
    date: str
    reason_zh: str


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """How a value stands to the year before, in the indicator's unit, as its publisher said with
    it: comparable where the published values of the two years are not."""

    change: float
    source: Source
