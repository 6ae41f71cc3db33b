"""Many values as few lines: of each indicator the regions and the periods, as spans."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeVar

from analysis.text.periods import periods_text, span_text
from data.model.catalog import Indicator, Region
from data.model.periods import FREQUENCIES, of_frequency


class Valued(Protocol):
    """Whatever is of an indicator, a region and a period."""

    @property
    def indicator(self) -> Indicator:
        """Of which indicator it is."""

    @property
    def region(self) -> Region:
        """Of which region."""

    @property
    def period(self) -> int:
        """Of which period."""


MOST_ROWS = 12  # values of an indicator that are listed one by one; of more a line a region
MOST_RUNS = 3  # of periods without a gap, that are named one by one


@dataclass(frozen=True, slots=True)
class Span:
    """Regions that have the same periods."""

    regions: tuple[Region, ...]
    periods: tuple[int, ...]

    @property
    def text(self) -> str:
        """北京、天津、河北 2025 年."""
        names = "、".join(region.short_zh for region in self.regions)
        return f"{names} {spans_text(self.periods)}"


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one indicator: how many, and of whom and when."""

    indicator: Indicator
    count: int
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """北京、天津、河北 2025 年；全国 2024—2025 年."""
        return "；".join(span.text for span in self.spans)


V = TypeVar("V", bound=Valued)


def by_theme(found: Iterable[V]) -> dict[str, tuple[V, ...]]:
    """The values by the theme of their indicators, in the order in which these come."""
    own: dict[str, list[V]] = {}
    for one in found:
        own.setdefault(one.indicator.theme, []).append(one)
    return {theme: tuple(every) for theme, every in own.items()}


def by_indicator(found: Iterable[V]) -> tuple[tuple[V, ...], ...]:
    """The values of each indicator, in the order in which these come."""
    own: dict[str, list[V]] = {}
    for one in found:
        own.setdefault(one.indicator.indicator_id, []).append(one)
    return tuple(map(tuple, own.values()))


def by_region(found: Iterable[V]) -> tuple[tuple[V, ...], ...]:
    """The values of each region, in the order in which these come."""
    own: dict[str, list[V]] = {}
    for one in found:
        own.setdefault(one.region.region_code, []).append(one)
    return tuple(map(tuple, own.values()))


def groups(found: Iterable[Valued]) -> tuple[Group, ...]:
    """The values of each indicator as one line, in the order in which these come."""
    return tuple(
        Group(every[0].indicator, len(every), spans(every)) for every in by_indicator(found)
    )


def spans(found: Sequence[Valued]) -> tuple[Span, ...]:
    """The regions of values and their periods; regions that have the same are one line."""
    periods: dict[Region, list[int]] = {}
    for one in found:
        periods.setdefault(one.region, []).append(one.period)
    regions: dict[tuple[int, ...], list[Region]] = {}
    for region, own in periods.items():
        regions.setdefault(tuple(sorted(own)), []).append(region)
    return tuple(Span(tuple(those), own) for own, those in regions.items())


def spans_text(found: Iterable[int]) -> str:
    """Periods in running text, frequency by frequency: 2024 年、2025 年一季度—2026 年上半年; with
    more gaps than can be read only how many lie between the first and the last."""
    numbers = tuple(found)
    every = (of_frequency(numbers, kind) for kind in FREQUENCIES)
    return "、".join(_span_text(own) for own in every if own)


def _span_text(own: list[int]) -> str:
    runs = 1 + sum(after - before > 1 for before, after in pairwise(own))
    if runs <= MOST_RUNS:
        return periods_text(own)
    return f"{span_text(own[0], own[-1])}间 {len(own)} 期"
