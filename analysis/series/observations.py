"""The one access to the published values: whatever stands above `data` asks for them here.

Those of an indicator lie in the tables, or in a store of facts beside them, which is asked for the
regions' values of a few indicators at a time and for nothing else; what it does not have is as
absent as what the tables do not have. Raises StoreAway where that store does not answer.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import product
from operator import itemgetter

from analysis.context import remembered
from analysis.series import facts
from data.model.catalog import JJJ, Catalog, Observation, PublishedChange, Source
from data.model.observations import PROVISIONAL
from data.model.periods import ANNUAL, MONTHLY, QUARTERLY, frequency, last_month, quarter_ending

# Indicator, region code and period. A year is a period, and most are years: where the frequency
# does not matter a period is called a year in all that stands above.
Key = tuple[str, str, int]
# Numbers by period, ascending, without those in which nothing was published.
Values = Mapping[int, float]
MARK = re.compile(r"（[^）]*）")  # one of the marks of a value


def observation(catalog: Catalog, indicator_id: str, code: str, year: int) -> Observation | None:
    """The published value of an indicator in a region and period; None where there is none. What
    is counted from January to a quarter's end is the value of its last month too."""
    held = _held(catalog, indicator_id)
    found = held.get((indicator_id, code, year))
    if found is not None or frequency(year) != MONTHLY:
        return found
    quarter = quarter_ending(year)
    return held.get((indicator_id, code, quarter)) if quarter else None


def _held(catalog: Catalog, indicator_id: str) -> Mapping[Key, Observation]:
    """Where the values of an indicator are."""
    held = facts.periods(catalog, indicator_id)
    return facts.values(catalog, indicator_id) if held else catalog.observations


def mark(catalog: Catalog, ids: Iterable[str], codes: Iterable[str], year: int) -> str:
    """The marks of the values that a number of a year was computed from, each once: a sum of
    estimates is an estimate; "" where all are normal."""
    found = (observation(catalog, *key, year) for key in product(ids, tuple(codes)))
    return "".join(dict.fromkeys(part for one in found if one for part in MARK.findall(one.mark)))


@remembered(1024)
def provisional(catalog: Catalog, indicator_id: str) -> Mapping[str, frozenset[int]]:
    """By region code, the periods whose published value is a first figure (初步核算数)."""
    found: dict[str, set[int]] = {code: set() for code in columns(catalog, indicator_id)}
    for code, values in columns(catalog, indicator_id).items():
        for period in values:
            one = observation(catalog, indicator_id, code, period)
            if one is not None and one.is_provisional:
                found[code].add(period)
    return {code: frozenset(periods) for code, periods in found.items()}


def provisional_mark(catalog: Catalog) -> str:
    """What stands at first figures: （初）."""
    return catalog.marks.get(("obs_status", PROVISIONAL), "")


def published(catalog: Catalog) -> Iterable[tuple[Key, Observation]]:
    """Every published value of the tables with its key, in their order; never those of facts,
    which are asked for by indicator."""
    return catalog.observations.items()


def published_of(
    catalog: Catalog, indicators: Collection[str], codes: Collection[str] = ()
) -> Mapping[str, list[tuple[Key, Observation]]]:
    """The published values of indicators of facts in the regions with these codes (of all where
    none is given), by region and period; all are asked for at once."""
    return {
        name: sorted(
            (pair for pair in held.items() if not codes or pair[0][1] in codes), key=itemgetter(0)
        )
        for name, held in facts.values_of(catalog, indicators).items()
    }


def counts_of_facts(catalog: Catalog, codes: Collection[str] = ()) -> Mapping[str, int]:
    """How many values the indicators of facts have in these regions (in all where none is given),
    known without asking for them."""
    held = {name: facts.sizes(catalog, name) for name in catalog.indicators}
    return {
        name: count
        for name, own in held.items()
        if (count := sum(n for code, n in own.items() if not codes or code in codes))
    }


def sources_of_facts(catalog: Catalog) -> Iterable[tuple[str, Source]]:
    """The indicators of facts, each with its sources; known without asking for values."""
    for indicator_id in catalog.indicators:
        for source in facts.sources(catalog, indicator_id):
            yield indicator_id, source


def count(catalog: Catalog) -> int:
    """How many values of the regions are published."""
    return len(catalog.observations) + facts.count(catalog)


@remembered(1024)
def columns(catalog: Catalog, indicator_id: str) -> Mapping[str, Values]:
    """The published values of an indicator by region code, in the unit of the catalogue: a
    column for every region, the three together and the nation, also where it is empty; the
    periods of all frequencies, years first. KeyError for an unknown indicator."""
    found = (
        _by_code(catalog, facts.values(catalog, indicator_id))
        if facts.periods(catalog, indicator_id)
        else _of_panel(catalog, indicator_id)
    )
    if not any(frequency(year) == MONTHLY for values in found.values() for year in values):
        return found
    return {code: _with_months(values) for code, values in found.items()}


def _of_panel(catalog: Catalog, indicator_id: str) -> Mapping[str, Values]:
    panel = catalog.panels[indicator_id]
    years = [int(year) for year in panel.index]
    return {
        str(code): {y: v for y, v in zip(years, column, strict=True) if v == v}  # NaN is unequal
        for code, column in zip(panel.columns, panel.to_numpy().T.tolist(), strict=True)
    }


def _by_code(catalog: Catalog, held: Mapping[Key, Observation]) -> Mapping[str, Values]:
    found: dict[str, dict[int, float]] = {r.region_code: {} for r in catalog.regions.values()}
    for (_, code, period), one in sorted(held.items()):
        found[code][period] = one.value
    return found


def _with_months(values: Values) -> Values:
    """The values with those of the quarters at their last months too."""
    ending = {last_month(p): v for p, v in values.items() if frequency(p) == QUARTERLY}
    return dict(sorted({**ending, **values}.items()))


@remembered(1024)
def suspects(catalog: Catalog, indicator_id: str) -> frozenset[tuple[str, int]]:
    """The values of an indicator, by region code and year, that are shown but nothing is
    compared with; the three together are suspect in a year in which one of them is."""
    own = {(code, year) for name, code, year in catalog.suspects if name == indicator_id}
    provinces = {region.region_code for region in catalog.provinces}
    return frozenset(own | {(JJJ, year) for code, year in own if code in provinces})


def doubt(catalog: Catalog, indicator_id: str, code: str, year: int) -> str:
    """Why a value is not compared with; "" where it may be."""
    return catalog.suspects.get((indicator_id, code, year), "")


def published_change(
    catalog: Catalog, indicator_id: str, code: str, year: int
) -> PublishedChange | None:
    """How a value stands to the year before, as its publisher said; None where it is not said."""
    return catalog.published_changes.get((indicator_id, code, year))


def span(catalog: Catalog, indicator_id: str, kind: str = ANNUAL) -> tuple[int, int]:
    """The first and last period of a frequency in which anyone has a value; KeyError for an
    unknown indicator, or one without such a period."""
    return spans(catalog, indicator_id)[kind]


@remembered(1024)
def spans(catalog: Catalog, indicator_id: str) -> Mapping[str, tuple[int, int]]:
    """The first and last period in which anyone has a value, by frequency. KeyError for an unknown
    indicator."""
    found: dict[str, tuple[int, int]] = {}
    for period in _periods(catalog, indicator_id):
        kind = frequency(period)
        found[kind] = found.get(kind, (period, period))[0], period
    return found


def _periods(catalog: Catalog, indicator_id: str) -> list[int]:
    """The periods in which anyone has a value, ascending; of facts without asking for these."""
    held = facts.periods(catalog, indicator_id)
    if not held:
        return sorted(set().union(*columns(catalog, indicator_id).values()))
    if not any(frequency(period) == MONTHLY for period in held):
        return sorted(held)
    quarters = (period for period in held if frequency(period) == QUARTERLY)
    return sorted({*held, *map(last_month, quarters)})


def has_values(catalog: Catalog, indicator_id: str, codes: Iterable[str]) -> bool:
    """Whether any of the regions has a value in any year."""
    if held := facts.sizes(catalog, indicator_id):
        return not held.keys().isdisjoint(codes)
    found = columns(catalog, indicator_id)
    return any(found[code] for code in codes)


@remembered(256)
def province_sums(catalog: Catalog, indicator_id: str) -> Mapping[int, tuple[float, int]]:
    """By year the sum over the provinces of the nation, and how many provinces are in it; empty
    where the indicator is not summed."""
    if indicator_id not in catalog.national_sums:
        return {}
    sums = catalog.national_sums[indicator_id].dropna()
    sizes = catalog.national_sum_sizes[indicator_id]
    return {int(year): (float(value), int(sizes[year])) for year, value in sums.items()}
