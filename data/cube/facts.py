"""Published values that lie in a store beside the tables: what there is of the regions, counted
once by the store itself; the values are asked for where a page shows them."""

import hashlib
import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from data.cube.contract import Cube, Measure, Question, Row, Statistic
from data.model.codes import JJJ, NATION

REGIONS = ("110000", "120000", "130000", JJJ, NATION)
HELD, TOTAL = Measure(Statistic.COUNT, "value"), Measure(Statistic.SUM, "value")
SAID = ("area_code", "period", "value", "qualifier", "status", "trust", "source_id")


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """A store of facts, and what it has of the regions: the `periods` in which any of them has a
    value, how many values each code has, and the ids of their `sources`, all by indicator. `mark`
    tells one state of that from another."""

    cube: Cube = field(repr=False)
    periods: Mapping[str, tuple[int, ...]]
    sizes: Mapping[str, Mapping[str, int]]
    sources: Mapping[str, tuple[str, ...]]
    mark: str

    @classmethod
    def of(cls, cube: Cube) -> "Facts":
        """The facts of a cube. Raises StoreAway."""
        where = {"area_code": REGIONS}
        dated = cube.aggregate(Question((HELD, TOTAL), ("indicator_id", "period"), where))
        by = ("indicator_id", "area_code", "source_id")
        placed = cube.aggregate(Question((HELD,), by, where))
        content = hashlib.sha256(repr((dated, placed)).encode()).hexdigest()[:16]
        return cls(
            cube,
            {name: tuple(int(row[1] or 0) for row in rows) for name, rows in _held(dated, 2)},
            {name: _sizes(rows) for name, rows in _held(placed, 3)},
            {name: tuple(sorted({str(row[2]) for row in rows})) for name, rows in _held(placed, 3)},
            content,
        )

    def only(self, indicators: Collection[str]) -> "Facts":
        """What there is of these indicators."""
        return replace(
            self,
            periods={n: found for n, found in self.periods.items() if n in indicators},
            sizes={n: found for n, found in self.sizes.items() if n in indicators},
            sources={n: found for n, found in self.sources.items() if n in indicators},
        )

    def rows(self, indicators: Collection[str]) -> Mapping[str, list[Row]]:
        """The values of the regions by indicator: code, period, value and what is SAID of it; each
        is a number. Raises StoreAway."""
        where = {"indicator_id": list(indicators), "area_code": REGIONS}
        found: dict[str, list[Row]] = {name: [] for name in indicators}
        for name, *row in self.cube.values(where, ("indicator_id", *SAID)):
            if _is_number(row[2]):
                found[str(name)].append(tuple(row))
        return found


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)


def _held(rows: Iterable[Row], at: int) -> Iterable[tuple[str, list[Row]]]:
    """By indicator its rows in which a value is held: how many stands at this place."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row[at]:
            found.setdefault(str(row[0]), []).append(row)
    return found.items()


def _sizes(rows: Iterable[Row]) -> dict[str, int]:
    """By code of a region how many values are held, whatever their sources."""
    found: dict[str, int] = {}
    for _, code, _, count in rows:
        found[str(code)] = found.get(str(code), 0) + int(count or 0)
    return found
