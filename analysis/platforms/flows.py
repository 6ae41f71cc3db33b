"""Flows: technology contracts from Beijing to Tianjin and Hebei, year by year as published."""

from dataclasses import dataclass

from analysis.series import observations
from analysis.series.absence import NOT_HELD, absence
from analysis.series.quantities import Quantity, Scale, quantity
from data.model.catalog import JJJ, Catalog, Observation
from data.model.needs import TECH_CONTRACT_VALUE, TECH_CONTRACTS


@dataclass(frozen=True, slots=True)
class FlowYear:
    """A year of the flow: value and number of contracts as published, None where there is none
    (`absence` and `contracts_absence` say why); where each was read, and what must be said with
    the value."""

    year: int
    value: float | None
    quantity: Quantity | None
    contracts: Quantity | None
    source: str
    contracts_source: str
    note: str
    absence: str = NOT_HELD
    contracts_absence: str = NOT_HELD


@dataclass(frozen=True, slots=True)
class Flows:
    """The flow over a range of years; `chosen` is the year shown on the map, None where no
    year of the range has a value, or where the year asked for has none: that one is `missing`,
    and `absence` says why. `outside` is a year asked for that the range leaves out."""

    name: str
    unit: str
    years: tuple[FlowYear, ...]
    chosen: FlowYear | None
    missing: int | None = None
    outside: int | None = None
    absence: str = NOT_HELD

    @property
    def published(self) -> tuple[FlowYear, ...]:
        """The years with a published value."""
        return tuple(year for year in self.years if year.value is not None)


def flows(catalog: Catalog, span: tuple[int, int], wanted: int | None) -> Flows:
    """The flow from the first to the last published year within `span`, the years between
    without a figure as such. The year `wanted` is chosen, the last published one where none is
    asked for or it lies outside of `span`; never another year in place of one without a figure."""
    row = catalog.indicators[TECH_CONTRACT_VALUE]
    known = observations.columns(catalog, TECH_CONTRACT_VALUE)[JJJ]
    inside = [year for year in known if span[0] <= year <= span[1]]
    every = range(max(span[0], min(known)), min(span[1], max(known)) + 1) if inside else ()
    found = tuple(_year(catalog, year) for year in every)
    published = {one.year: one for one in found if one.value is not None}
    if wanted is not None and wanted not in known:
        why = absence(catalog, TECH_CONTRACT_VALUE, [JJJ], [wanted])
        return Flows(row.short_zh, row.unit_zh, found, None, missing=wanted, absence=why)
    chosen = published.get(wanted or 0) or published.get(max(published, default=0))
    outside = wanted if wanted is not None and wanted not in published else None
    return Flows(row.short_zh, row.unit_zh, found, chosen, outside=outside)


def _year(catalog: Catalog, year: int) -> FlowYear:
    value = observations.observation(catalog, TECH_CONTRACT_VALUE, JJJ, year)
    contracts = observations.observation(catalog, TECH_CONTRACTS, JJJ, year)
    return FlowYear(
        year=year,
        value=value.value if value else None,
        quantity=_quantity(catalog, TECH_CONTRACT_VALUE, value),
        contracts=_quantity(catalog, TECH_CONTRACTS, contracts),
        source=value.source.citation if value else "",
        contracts_source=contracts.source.citation if contracts else "",
        note="；".join(filter(None, [value.note, value.conflict])) if value else "",
        absence=absence(catalog, TECH_CONTRACT_VALUE, [JJJ], [year]),
        contracts_absence=absence(catalog, TECH_CONTRACTS, [JJJ], [year]),
    )


def _quantity(catalog: Catalog, indicator: str, found: Observation | None) -> Quantity | None:
    if found is None:
        return None
    row = catalog.indicators[indicator]
    shown = Scale(row.unit_zh, 1.0, row.decimals)
    return quantity(found.value, shown, found.qualifier, found.mark)
