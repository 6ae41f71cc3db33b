"""The open book of our own index: the parts' links as arrays, and the setting that they are in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from analysis.context import remembered
from analysis.evaluation.chain import Array, Moves, Setting, levels, steps
from analysis.evaluation.parts import Link, PartSeries, part_series
from analysis.evaluation.what_if import FIRST_YEAR, TRUSTS, WhatIf
from data.model.catalog import Catalog

Sets = Mapping[tuple[str, bool], Moves]  # by which values count, and whether breaks are joined


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """The parts, their moves by which values count and whether breaks are joined, the setting, and
    the `years` in which it has a level, the first of them without a move; one year or none where
    there is no index."""

    series: tuple[PartSeries, ...]
    sets: Sets
    own: Setting
    years: tuple[int, ...]

    @property
    def moves(self) -> Moves:
        """Those that count in the setting."""
        return self.sets[self.own.trust, False]

    @property
    def values(self) -> tuple[float, ...]:
        """The level in each year."""
        return tuple(_level(self.moves, self.own).tolist())

    @property
    def off(self) -> Array:
        """The parts that the design knows and does not count, as 1."""
        return np.array([float(not one.part.is_on) for one in self.series])


def book(catalog: Catalog, chosen: WhatIf) -> Book:
    """The book as the reader changed it. What there is not is passed over."""
    series, every = part_series(catalog), _sets(catalog)
    use = [one.part.is_on and one.part.part not in chosen.without for one in series]
    weights = [one.weight * chosen.weight(one.dimension) for one in catalog.index.dimensions]
    own = Setting(np.array(use, float), np.array(weights), 0, chosen.trust)
    moves = every[own.trust, False]
    level = _level(moves, own)
    count = int(np.isnan(level).argmax()) if np.isnan(level).any() else len(level)
    years = (FIRST_YEAR, *years_of(series))[:count]
    base = years.index(chosen.base) if chosen.base in years else 0
    sets = {name: Moves(one.values[: count - 1], one.groups) for name, one in every.items()}
    return Book(series, sets, replace(own, base=base), years)


def years_of(series: tuple[PartSeries, ...]) -> tuple[int, ...]:
    """The years of the links, whether they count or not."""
    return tuple(sorted({year for one in series for year in one.links}))


@remembered(1)
def _sets(catalog: Catalog) -> Sets:
    """The moves in all years."""
    series = part_series(catalog)
    dimensions = [one.dimension for one in catalog.index.dimensions]
    groups = np.array([[float(s.part.dimension == name) for name in dimensions] for s in series])
    return {
        (trust, joins): Moves(_moves(series, trust, joins), groups)
        for trust, joins in product(TRUSTS, (False, True))
    }


def _moves(series: tuple[PartSeries, ...], trust: str, joins: bool) -> Array:
    """Years × parts; NaN where a link does not count. With `joins` those that only a break keeps
    out count too."""

    def move(link: Link) -> float:
        is_in = link.is_counted(trust) or (joins and link.is_broken and link.is_admitted(trust))
        return link.change if is_in and link.change is not None else np.nan

    rows = [[move(one.links[year]) for one in series] for year in years_of(series)]
    return np.array(rows, float).reshape(len(rows), len(series))


def _level(moves: Moves, own: Setting) -> Array:
    found: Array = levels(steps(moves, own.use[None, :], own.weights[None, :]), own.base)[0]
    return found
