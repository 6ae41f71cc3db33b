"""What a store of facts beside the tables has of the regions: counted when it was opened, asked for
by indicator. Only observations.py reads it, and what shows areas below the regions."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from analysis.context import remembered
from data.cube.contract import Row
from data.cube.faults import WrongRows
from data.model.catalog import Catalog, Indicator, Observation

Key = tuple[str, str, int]  # indicator, region code and period
T = TypeVar("T")
KEPT = 48  # indicators, whose values take some 100 kB each
NORMAL = "A"  # of SDMX CL_OBS_STATUS, and of the classes of trust


def periods(catalog: Catalog, indicator_id: str) -> tuple[int, ...]:
    """The periods in which any region has a value, as the store numbers them; none where the
    indicator is not one of the store's."""
    return catalog.facts.periods.get(indicator_id, ()) if catalog.facts else ()


def codes(catalog: Catalog, indicator_id: str) -> frozenset[str]:
    """The codes of the regions that have any value; none where it is not the store's."""
    return catalog.facts.codes.get(indicator_id, frozenset()) if catalog.facts else frozenset()


def count(catalog: Catalog) -> int:
    """How many values the regions have in the store."""
    return sum(catalog.facts.counts.values()) if catalog.facts else 0


@remembered(KEPT)
def values(catalog: Catalog, indicator_id: str) -> Mapping[Key, Observation]:
    """The values of an indicator of the store, of the regions alone; {} where it has none. Raises
    StoreAway."""
    if catalog.facts is None:
        return {}
    rows = catalog.facts.rows(indicator_id)
    return said(catalog, catalog.indicators[indicator_id], rows)


def said(catalog: Catalog, indicator: Indicator, rows: Iterable[Row]) -> Mapping[Key, Observation]:
    """The values by indicator, code and period, less what the indicator says is subtracted; `rows`
    are as Facts.rows gives them. Raises WrongRows where a source or a qualifier is none of the
    tables'."""
    found = {}
    for code, period, value, qualifier, status, trust, source in rows:
        own_status, own_trust = str(status or NORMAL), str(trust or NORMAL)
        found[indicator.indicator_id, str(code), int(period or 0)] = Observation(
            value=round(float(value or 0) - indicator.subtract, 9)
            if indicator.subtract
            else float(value or 0),
            qualifier=_known(catalog.qualifiers, qualifier, "qualifier") if qualifier else None,
            status=own_status,
            trust=own_trust,
            source=_known(catalog.sources, source, "source_id"),
            note=None,
            mark=catalog.marks.get(("obs_status", own_status), "")
            + catalog.marks.get(("trust", own_trust), ""),
        )
    return found


def _known(held: Mapping[str, T], name: object, column: str) -> T:
    found = held.get(str(name))
    if found is None:
        raise WrongRows(f"事实库的 {column} 现为“{name}”，数据表中没有：请补上这一行，或改正事实库")
    return found
