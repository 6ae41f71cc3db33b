"""What the cube of the register says: numbers and sums by kind, chain and one more dimension,
before anything is withheld. Nothing but figures.py asks for them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from analysis.context import remembered
from analysis.register.suppression import Sum
from data.cube.contract import Between, Measure, Question, Statistic
from data.model.catalog import Catalog
from data.model.register import ENDED, STATUSES

COUNT = Measure(Statistic.COUNT)
SUMS = (
    Measure(Statistic.COUNT, "value"),
    Measure(Statistic.SUM, "value"),
    Measure(Statistic.MAX, "value"),
)
Where = Mapping[str, Collection[str] | Collection[int] | Between]
COUNTED: Where = {"status": [one for one in STATUSES if one != ENDED]}
YEARS = 8  # the last ones, told one by one
EARLIER, UNTOLD = -1, 0  # in place of a year
Kind = tuple[str, str]  # enterprise or project, and the chain


@dataclass(frozen=True, slots=True)
class Sums:
    """What the cube says: numbers by region and stage, by area, by region and year of founding
    (EARLIER, UNTOLD); values of the `year` (0 for none) by region and stage."""

    stages: Mapping[tuple[str, str], int]
    areas: Mapping[str, int]
    years: Mapping[tuple[str, int], int]
    values: Mapping[tuple[str, str], Sum]
    year: int


def sums(catalog: Catalog) -> dict[Kind, Sums]:
    """What the cube holds of each kind and chain."""
    years = _value_years(catalog)
    stages: dict[Kind, dict[tuple[str, str], int]] = {}
    for kind, chain, region, stage, count in _asked(catalog, "province", "stage"):
        stages.setdefault((kind, chain), {})[region, stage] = count
    areas: dict[Kind, dict[str, int]] = {}
    for kind, chain, area, count in _asked(catalog, "area_code"):
        areas.setdefault((kind, chain), {})[area] = count
    founded: dict[Kind, dict[tuple[str, int], int]] = {}
    for kind, chain, region, year, count in _asked(catalog, "province", "started"):
        own = founded.setdefault((kind, chain), {})
        bucket = _bucket(year, founding_years(catalog))
        own[region, bucket] = own.get((region, bucket), 0) + count
    values = _values(catalog, years)
    return {
        key: Sums(found, areas[key], founded[key], values.get(key, {}), years.get(key[0], 0))
        for key, found in stages.items()
    }


def _asked(catalog: Catalog, *by: str) -> Iterable[tuple]:  # type: ignore[type-arg]
    """Numbers of entities that have not ended, by kind, chain and these dimensions."""
    return catalog.register.cube.aggregate(Question((COUNT,), ("kind", "chain", *by), COUNTED))


def _bucket(year: int, told: tuple[int, ...]) -> int:
    return year if not year or year in told else EARLIER


def _value_years(catalog: Catalog) -> dict[str, int]:
    """The year whose values are summed, for each kind: that of most of them, the later of two."""
    question = Question((COUNT,), ("kind", "year"), COUNTED)
    found: dict[str, tuple[int, int]] = {}
    for kind, year, count in catalog.register.cube.aggregate(question):
        if year:
            best = (int(count or 0), int(year))
            found[str(kind)] = max(found.get(str(kind), (0, 0)), best)
    return {kind: year for kind, (_, year) in found.items()}


def _values(catalog: Catalog, years: Mapping[str, int]) -> dict[Kind, dict[tuple[str, str], Sum]]:
    """The values of that year, by (region, stage)."""
    found: dict[Kind, dict[tuple[str, str], Sum]] = {}
    for kind, year in years.items():
        where: Where = {**COUNTED, "kind": [kind], "year": [year]}
        by = ("chain", "province", "stage")
        for row in catalog.register.cube.aggregate(Question(SUMS, by, where)):
            chain, region, stage = map(str, row[:3])
            one = Sum(int(row[3] or 0), float(row[4] or 0), float(row[5] or 0))
            found.setdefault((kind, chain), {})[region, stage] = one
    return found


@remembered(1)
def founding_years(catalog: Catalog) -> tuple[int, ...]:
    """The years that are told one by one, the last of them that of the newest entity; the same for
    every chain."""
    if not catalog.register.is_held:
        return ()
    rows = catalog.register.cube.aggregate(Question((COUNT,), ("started",), COUNTED))
    newest = max((int(row[0] or 0) for row in rows), default=0)
    return tuple(range(newest - YEARS + 1, newest + 1)) if newest else ()
