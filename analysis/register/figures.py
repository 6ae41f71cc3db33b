"""The register of enterprises and projects in figures: a chain by regions, each region by links of
the chain, by areas and by years of founding; never a single entity.

A chain's figures form a tree, each level a partition of the one above: nothing is told across two
of these partitions. Sums of values are told by chain, region and link only. What a page has chosen
does not change them, so that no two views differ by an entity.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from analysis.context import remembered
from analysis.register.sums import EARLIER, UNTOLD, Kind, Sums, founding_years, sums
from analysis.register.suppression import LEAST, Sum, withheld, withheld_sums
from data.model.catalog import Catalog

TENTHS = 1  # decimals of a sum in 亿元
SCALE = 10_000  # 万元 in 亿元

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell: how many entities (None: withheld), the sum of their values in 亿元, and of how many
    of them it is; `value` is None where none has one, and where `is_value_withheld`."""

    entities: int | None
    value: float | None = None
    valued: int = 0
    is_value_withheld: bool = False


HIDDEN = Figure(None, is_value_withheld=True)


@dataclass(frozen=True, slots=True)
class ChainFigures:
    """A chain's entities of one kind: `regions` by code; `stages` by stage and region code; `areas`
    by the code above and their own, which is the same for those told of no area below; `years` by
    region code and year of founding (EARLIER, UNTOLD). `year` is that of the values, 0 for none."""

    whole: Figure
    regions: Mapping[str, Figure]
    stages: Mapping[tuple[str, str], Figure]
    areas: Mapping[str, Mapping[str, Figure]]
    years: Mapping[tuple[str, int], Figure]
    year: int


@remembered(1)
def register_figures(catalog: Catalog) -> Mapping[Kind, ChainFigures]:
    """The figures of each kind and chain that has any; empty without a register, and where it is
    not told."""
    if not catalog.register.is_held or catalog.register.is_closed:
        return {}
    return {kind: _figures(catalog, one) for kind, one in sorted(sums(catalog).items())}


def _figures(catalog: Catalog, found: Sums) -> ChainFigures:
    """A chain's figures from the top down: below what is withheld all is."""
    regions = [region.region_code for region in catalog.provinces]
    places = [stage.stage for stage in catalog.plan.stages]
    cells = {(code, s): found.stages.get((code, s), 0) for code in regions for s in places}
    own = {key: found.values.get(key, Sum()) for key in cells}
    numbers = {code: sum(cells[code, s] for s in places) for code in regions}
    values = {code: sum((own[code, s] for s in places), Sum()) for code in regions}
    whole = _whole(numbers, values)
    tops = _partition(whole, numbers, values)
    stages: dict[tuple[str, str], Figure] = {}
    for code in regions:
        inside = {s: cells[code, s] for s in places}
        parts = _partition(tops[code], inside, {s: own[code, s] for s in places})
        stages |= {(s, code): figure for s, figure in parts.items()}
    return ChainFigures(
        whole=whole,
        regions=tops,
        stages=stages,
        areas=_areas(catalog, tops, found.areas),
        years=_years(catalog, tops, found.years),
        year=found.year,
    )


def _whole(numbers: Mapping[str, int], values: Mapping[str, Sum]) -> Figure:
    count, total = sum(numbers.values()), sum(values.values(), Sum())
    is_withheld = total.entities > 0 and not total.is_safe
    return HIDDEN if 0 < count < LEAST else _figure(count, total, is_withheld)


def _figure(count: int, value: Sum, is_withheld: bool) -> Figure:
    if not value.entities and not is_withheld:
        return Figure(count)
    if is_withheld:
        return Figure(count, is_value_withheld=True)
    return Figure(count, round(value.total / SCALE, TENTHS), value.entities)


def _partition(whole: Figure, numbers: Mapping[K, int], values: Mapping[K, Sum]) -> dict[K, Figure]:
    """The parts of a figure, as far as they may be told."""
    if whole.entities is None:
        return dict.fromkeys(numbers, HIDDEN)
    hidden = withheld(numbers)
    unsaid = frozenset(numbers) if whole.is_value_withheld else withheld_sums(values, hidden)
    return {
        key: HIDDEN if key in hidden else _figure(count, values[key], key in unsaid)
        for key, count in numbers.items()
    }


def _counts(whole: Figure, numbers: Mapping[K, int]) -> dict[K, Figure]:
    """The same of numbers alone."""
    if whole.entities is None:
        return dict.fromkeys(numbers, HIDDEN)
    hidden = withheld(numbers)
    return {key: HIDDEN if key in hidden else Figure(n) for key, n in numbers.items()}


def _areas(
    catalog: Catalog, regions: Mapping[str, Figure], numbers: Mapping[str, int]
) -> dict[str, dict[str, Figure]]:
    """The areas below each region, and below each of its prefectures, in the order of the code
    list, the rest that no area is told of last."""
    below = _below(catalog)
    found: dict[str, dict[str, Figure]] = {}
    for code, figure in regions.items():
        found[code] = _counts(figure, {c: _inside(c, code, below, numbers) for c in below[code]})
        for inner in below[code]:
            if inner in below and inner != code:
                own = {c: numbers.get(c, 0) for c in below[inner]}
                found[inner] = _counts(found[code][inner], own)
    return found


def _inside(
    code: str, above: str, below: Mapping[str, tuple[str, ...]], numbers: Mapping[str, int]
) -> int:
    """The number in an area and all below it; of the rest only its own."""
    own = (code,) if code == above else below.get(code, (code,))
    return sum(numbers.get(one, 0) for one in own)


@remembered(1)
def _below(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """The areas right below each of the regions and prefectures, and itself last."""
    found: dict[str, list[str]] = {region.region_code: [] for region in catalog.provinces}
    for area in catalog.areas.by_code.values():
        if area.parent in found:
            found[area.parent].append(area.code)
            if area.level == "prefecture":
                found[area.code] = []
    return {code: (*codes, code) for code, codes in found.items()}


def _years(
    catalog: Catalog, regions: Mapping[str, Figure], numbers: Mapping[tuple[str, int], int]
) -> dict[tuple[str, int], Figure]:
    order: tuple[int, ...] = (EARLIER, *founding_years(catalog), UNTOLD)
    found: dict[tuple[str, int], Figure] = {}
    for code, figure in regions.items():
        parts = _counts(figure, {year: numbers.get((code, year), 0) for year in order})
        found |= {(code, year): one for year, one in parts.items()}
    return found
