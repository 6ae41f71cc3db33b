"""Marks: what can be said of an indicator without a target: direction, pace, evidence."""

from dataclasses import dataclass

from analysis.cards import Trail
from analysis.quantities import Quantity
from analysis.view import View
from data.catalog import Catalog, Indicator
from data.plan import Pace


@dataclass(frozen=True, slots=True)
class Mark:
    """How a value moved between two years: arrow (up, down, flat) and tone (good, bad, neutral);
    `arrow` is None where it cannot be said, and `reason` says why. `note` says why the first
    year is not the plan's base, "" where it is."""

    arrow: str | None
    tone: str
    text: str
    since: int | None
    until: int | None
    reason: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegionMarks:
    """One region's last value in the view's years, and its marks; `rate` is the average annual
    growth in percent as it is (not turned to the wanted direction) over `pace_years`."""

    code: str
    slug: str
    label: str
    value: Quantity | None
    year: int | None
    since_base: Mark
    since_2022: Mark
    pace: Pace | None
    rate: float | None
    pace_reason: str | None
    pace_text: str
    pace_years: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class EvidenceMark:
    """Who published the last values, how old they are, their trust class (B if any is B), and
    in how many of the view's years anyone shown has a value."""

    publisher: str
    last_year: int | None
    age: int | None
    trust: str
    trust_zh: str
    years: int
    text: str


@dataclass(frozen=True, slots=True)
class IndicatorMarks:
    """An indicator's marks for the view's regions; `scope` says whose values they are where no
    region has its own (仅有三地合计数, 仅有全国数), "" otherwise."""

    indicator: Indicator
    regions: tuple[RegionMarks, ...]
    evidence: EvidenceMark
    trails: tuple[Trail, ...]
    scope: str


def marks(catalog: Catalog, view: View, indicator_id: str) -> IndicatorMarks:
    """The marks of an indicator in a view; KeyError for an unknown indicator."""
    raise NotImplementedError
