"""What a store of facts beside the tables has of the regions: counted when it was opened, asked for
by indicator. Only observations.py reads it, and what shows areas below the regions."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from analysis.context import remembered
from data.cube.contract import Between, Measure, Question, Row, Statistic, Value
from data.cube.faults import WrongRows
from data.model.areas import COUNTY, PREFECTURE
from data.model.catalog import Catalog, Indicator, Observation, Source

Where = Mapping[str, Collection[str] | Collection[int] | Between]
Key = tuple[str, str, int]  # indicator, region code and period
T = TypeVar("T")
VALUES_KEPT = 256  # indicators, whose values take some 100 kB each
KEPT = 48  # maps and series of areas
TOGETHER = 20  # indicators of one question
SAID = ("value", "qualifier", "status", "trust", "source_id")
NORMAL = "A"  # of SDMX CL_OBS_STATUS, and of the classes of trust


def periods(catalog: Catalog, indicator_id: str) -> tuple[int, ...]:
    """The periods in which any region has a value, as the store numbers them; none where the
    indicator is not one of the store's."""
    return catalog.facts.periods.get(indicator_id, ()) if catalog.facts else ()


def sizes(catalog: Catalog, indicator_id: str) -> Mapping[str, int]:
    """How many values each region has that has any, by code; none where it is not the store's."""
    return catalog.facts.sizes.get(indicator_id, {}) if catalog.facts else {}


def sources(catalog: Catalog, indicator_id: str) -> tuple[Source, ...]:
    """The sources of the regions' values, those that the tables have; none where it is not the
    store's."""
    named = catalog.facts.sources.get(indicator_id, ()) if catalog.facts else ()
    return tuple(catalog.sources[name] for name in named if name in catalog.sources)


def count(catalog: Catalog) -> int:
    """How many values the regions have in the store."""
    return sum(sum(own.values()) for own in catalog.facts.sizes.values()) if catalog.facts else 0


@remembered(VALUES_KEPT)
def values(catalog: Catalog, indicator_id: str) -> Mapping[Key, Observation]:
    """The values of an indicator of the store, of the regions alone; {} where it has none. Raises
    StoreAway."""
    if catalog.facts is None:
        return {}
    rows = _together(catalog, _beside(catalog, indicator_id)).get(indicator_id, [])
    return said(catalog, catalog.indicators[indicator_id], rows) if rows else {}


def values_of(
    catalog: Catalog, indicators: Collection[str]
) -> Mapping[str, Mapping[Key, Observation]]:
    """The values of indicators of the store, of the regions alone, by indicator: one question,
    and nothing of it is kept. Raises StoreAway."""
    if catalog.facts is None or not indicators:
        return {}
    rows = catalog.facts.rows(indicators)
    return {name: said(catalog, catalog.indicators[name], rows[name]) for name in indicators}


def _beside(catalog: Catalog, indicator_id: str) -> tuple[str, ...]:
    """The indicators of the theme that are asked for together: a page that shows one counts what
    there is of all of them."""
    if not periods(catalog, indicator_id):
        return ()
    theme = catalog.indicators[indicator_id].theme
    own = [n for n, row in catalog.indicators.items() if row.theme == theme and periods(catalog, n)]
    at = own.index(indicator_id) // TOGETHER * TOGETHER
    return tuple(own[at : at + TOGETHER])


@remembered(4)
def _together(catalog: Catalog, indicators: tuple[str, ...]) -> Mapping[str, list[Row]]:
    return catalog.facts.rows(indicators) if catalog.facts and indicators else {}


@remembered(1)
def below(catalog: Catalog) -> Mapping[str, tuple[int, ...]]:
    """By indicator of the store the periods in which an area below the regions has a value; in the
    order in which they are registered. Raises StoreAway."""
    if catalog.facts is None:
        return {}
    where = {"area_code": _codes_below(catalog), "indicator_id": list(catalog.fact_indicators)}
    held = Measure(Statistic.COUNT, "value")
    rows = catalog.facts.cube.aggregate(Question((held,), ("indicator_id", "period"), where))
    found: dict[str, list[int]] = {}
    for name, period, count in rows:
        if count:
            found.setdefault(str(name), []).append(int(period or 0))
    return {name: tuple(found[name]) for name in catalog.fact_indicators if name in found}


@remembered(KEPT)
def by_area(catalog: Catalog, indicator_id: str, period: int) -> Mapping[str, Observation]:
    """The values of the areas below the regions in a period, by code. Raises StoreAway."""
    where: Where = {"area_code": _codes_below(catalog), "period": [period]}
    return {str(code): one for code, one in _found(catalog, indicator_id, where, "area_code")}


@remembered(KEPT)
def of_area(catalog: Catalog, indicator_id: str, code: str) -> Mapping[int, Observation]:
    """The values of an area by period, ascending. Raises StoreAway."""
    rows = _found(catalog, indicator_id, {"area_code": [code]}, "period")
    return {int(period or 0): one for period, one in rows}


def _found(
    catalog: Catalog, indicator_id: str, where: Where, column: str
) -> Iterable[tuple[Value, Observation]]:
    """A column, and the value with what is said of it."""
    if catalog.facts is None:
        return
    chosen: Where = {"indicator_id": [indicator_id], **where}
    row = catalog.fact_indicators[indicator_id]
    for key, *said_of in catalog.facts.cube.values(chosen, (column, *SAID)):
        value = said_of[0]
        if isinstance(value, int | float) and math.isfinite(value):
            yield key, _observation(catalog, row, said_of)


def _codes_below(catalog: Catalog) -> list[str]:
    return [area.code for level in (COUNTY, PREFECTURE) for area in catalog.areas.of(level)]


def said(catalog: Catalog, indicator: Indicator, rows: Iterable[Row]) -> Mapping[Key, Observation]:
    """The values by indicator, code and period, less what the indicator says is subtracted; `rows`
    are as Facts.rows gives them. Raises WrongRows where a source or a qualifier is none of the
    tables'."""
    return {
        (indicator.indicator_id, str(code), int(period or 0)): _observation(catalog, indicator, row)
        for code, period, *row in rows
    }


def _observation(catalog: Catalog, indicator: Indicator, row: Sequence[Value]) -> Observation:
    """A value of the store and what is SAID of it."""
    value, qualifier, status, trust, source = row
    number = float(value or 0)
    own_status, own_trust = str(status or NORMAL), str(trust or NORMAL)
    return Observation(
        value=round(number - indicator.subtract, 9) if indicator.subtract else number,
        qualifier=_known(catalog.qualifiers, qualifier, "qualifier") if qualifier else None,
        status=own_status,
        trust=own_trust,
        source=_known(catalog.sources, source, "source_id"),
        note=None,
        mark=catalog.marks.get(("obs_status", own_status), "")
        + catalog.marks.get(("trust", own_trust), ""),
    )


def _known(held: Mapping[str, T], name: object, column: str) -> T:
    found = held.get(str(name))
    if found is None:
        raise WrongRows(f"事实库的 {column} 现为“{name}”，数据表中没有：请补上这一行，或改正事实库")
    return found
