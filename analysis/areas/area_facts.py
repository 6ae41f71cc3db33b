"""An indicator of a store on the map of areas: the counties in a period, their order, and the
periods of the area that is open."""

from dataclasses import dataclass

from analysis.areas.classes import Class, class_of, classes, decimals_of, quantile_bounds
from analysis.areas.profile import counties
from analysis.areas.ranking import Ranked, ends, ranked
from analysis.series import facts
from analysis.series.absence import NOT_HELD
from analysis.series.quantities import Scale, quantity
from analysis.text.periods import period_text
from data.model.catalog import Catalog, Indicator

ENDS = 10  # counties at either end of the order


@dataclass(frozen=True, slots=True)
class CountyValue:
    """A county: its value (None: not held), as it is read, and the number of its class."""

    code: str
    name: str
    value: float | None
    text: str
    class_number: int | None


@dataclass(frozen=True, slots=True)
class AreaFact:
    """What is shown of an indicator in a `period`, one of `periods`: title, classes and counties of
    the map, the first and last counties of the chosen regions, and of the open area the periods
    with their values, the newest first."""

    indicator: Indicator
    period: int
    periods: tuple[int, ...]
    title: str
    note: str
    classes: tuple[Class, ...]
    counties: tuple[CountyValue, ...]
    top: tuple[Ranked, ...]
    bottom: tuple[Ranked, ...]
    opened: str
    series: tuple[tuple[str, str], ...]

    def said(self, value: float) -> str:
        """A value as it is read, with its unit."""
        return said(self.indicator, value)


def said(indicator: Indicator, value: float) -> str:
    """A value of an indicator as it is read, with its unit."""
    return quantity(value, Scale(indicator.unit_zh, 1.0, indicator.decimals)).text


def area_fact(
    catalog: Catalog, name: str, period: int, regions: tuple[str, ...], opened: str
) -> AreaFact | None:
    """What is shown of an indicator in a period (0: the newest); None where the store has none of
    it below the regions. Raises StoreAway."""
    periods = facts.below(catalog).get(name)
    if not periods:
        return None
    row, when = catalog.fact_indicators[name], period or periods[-1]
    values = facts.by_area(catalog, name, when)
    mapped = [area for area in counties(catalog)]
    held = {area.code: values[area.code] for area in mapped if area.code in values}
    order = ranked(held, row.decimals)
    own = tuple(one for one in order if catalog.areas.province_of(one.code) in regions)
    top, bottom = ends(own, ENDS)
    bounds = quantile_bounds(list(held.values()))
    bands = classes(bounds, decimals_of(bounds))
    found = []
    for area in mapped:
        value = held.get(area.code)
        text = NOT_HELD if value is None else said(row, value)
        place = None if value is None else class_of(value, bands)
        found.append(CountyValue(area.code, area.name_zh, value, text, place))
    return AreaFact(
        indicator=row,
        period=when,
        periods=periods,
        title=f"{row.name_zh}，{len(held)} 个县（市、区），{period_text(when)}",
        note=f"单位：{row.unit_zh}；各档所含县（市、区）的个数大致相等",
        classes=bands,
        counties=tuple(found),
        top=top,
        bottom=bottom,
        opened=catalog.areas.by_code[opened].name_zh if opened else "",
        series=_series(catalog, row, opened) if opened else (),
    )


def _series(catalog: Catalog, row: Indicator, code: str) -> tuple[tuple[str, str], ...]:
    found = facts.of_area(catalog, row.indicator_id, code)
    return tuple((period_text(at), said(row, found[at])) for at in sorted(found, reverse=True))
