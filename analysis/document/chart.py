"""The Chart: what a figure shows, in numbers, before anybody draws it. Slides, text documents and
the single file draw the same one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """How a chart is drawn."""

    LINES = "lines"  # a line a series over the categories
    BARS = "bars"  # a bar a category, one below the other; of several series in groups
    COLUMNS = "columns"  # the same upright
    STACK = "stack"  # columns, the series on top of each other
    SCATTER = "scatter"  # a path a series: values upward, `across` to the right


@dataclass(frozen=True, slots=True)
class Series:
    """One series: `slug` gives colour, mark and dash (a region, jjj, nation, frame, or "" for
    none), a value in the chart's unit for every category (None: there is none, the line has a gap),
    and the phrase a reader sees for it, with qualifier and mark ("" where there is none).
    `cuts` are the places of the categories before which a line is cut by a break; `across` are the
    values to the right of a scatter, whose `texts` then hold both; `hollow` are the places of the
    values whose mark is hollow (first figures, estimates)."""

    slug: str
    label: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    cuts: frozenset[int] = frozenset()
    across: tuple[float | None, ...] = ()
    is_reference: bool = False
    hollow: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its kind, the unit and decimals of its values, what stands at its axis, the series,
    and in words what it shows, for who hears it. `across_unit` and `across_name` belong to a
    scatter; `holds` are a least and a greatest value that the axis covers besides; `slugs` give
    each category its colour (bars of regions in one series), () where the series have theirs."""

    kind: Kind
    name: str
    unit: str
    decimals: int
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    told: str
    across_name: str = ""
    across_unit: str = ""
    across_decimals: int = 0
    holds: tuple[float, ...] = ()
    slugs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a map: its code (GB/T 2260), name, the place of its class in the legend (None: no
    value), or the slug of its region where it has the region's colour, and what is read of it."""

    code: str
    name: str
    shade: int | None
    text: str
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A place on a map: its name, the tier that gives its mark, degrees east and north (WGS-84)."""

    name: str
    tier: str
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Map:
    """A map: its areas, the classes of the legend from the least to the greatest, the places on it,
    what it shows in words, and the number under which it was passed, or that it was not; `tiers`
    are the names of the tiers of the places."""

    name: str
    areas: tuple[Area, ...]
    legend: tuple[str, ...]
    places: tuple[Marked, ...]
    told: str
    review: str
    tiers: Mapping[str, str] = field(default_factory=dict)
