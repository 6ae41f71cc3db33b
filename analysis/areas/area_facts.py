"""An indicator of a store on the map of areas: the counties in a period, their order, and the
periods of the area that is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.areas.classes import Class, class_of, classes, decimals_of, quantile_bounds
from analysis.areas.profile import counties
from analysis.areas.ranking import Ranked, ends, ranked
from analysis.series import facts
from analysis.series.absence import NOT_HELD
from analysis.series.quantities import Scale, quantity
from analysis.text.periods import period_text
from data.model.areas import Area
from data.model.catalog import Catalog, Indicator, Observation
from data.model.sources import Source

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
    """What is shown of an indicator in a `period`, one of `periods`: which of the chosen regions'
    counties have most and least (`headline`), title, classes and counties of the map, the first and
    last counties of the chosen regions, and of the open area its value and `place`, and the periods
    with their values, the newest first; `held` are the counties' values by code, `sources` those of
    all that is shown, each once."""

    indicator: Indicator
    period: int
    periods: tuple[int, ...]
    headline: str
    title: str
    note: str
    classes: tuple[Class, ...]
    counties: tuple[CountyValue, ...]
    top: tuple[Ranked, ...]
    bottom: tuple[Ranked, ...]
    opened: str
    place: str
    series: tuple[tuple[str, str], ...]
    held: Mapping[str, Observation]
    sources: tuple[Source, ...]

    def said(self, code: str) -> str:
        """The value of a county as it is read."""
        return said(self.indicator, self.held[code])


def said(indicator: Indicator, one: Observation) -> str:
    """A value of an indicator as it is read, with unit, qualifier and marks."""
    shown = Scale(indicator.unit_zh, 1.0, indicator.decimals)
    return quantity(one.value, shown, one.qualifier, one.mark).text


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
    held = {area.code: values[area.code] for area in counties(catalog) if area.code in values}
    numbers = {code: one.value for code, one in held.items()}
    order = ranked(numbers, row.decimals)
    own = tuple(one for one in order if catalog.areas.province_of(one.code) in regions)
    top, bottom = ends(own, ENDS)
    mapped, bounds = counties(catalog), quantile_bounds(list(numbers.values()))
    bands = classes(bounds, decimals_of(bounds))
    periods_held = facts.of_area(catalog, name, opened) if opened else {}
    return AreaFact(
        indicator=row,
        period=when,
        periods=periods,
        headline=_headline(catalog, row, when, [(one, held[one.code]) for one in own]),
        title=f"{row.name_zh}，{len(held)} 个县（市、区），{period_text(when)}",
        note=f"单位：{row.unit_zh}；各档所含县（市、区）的个数大致相等",
        classes=bands,
        counties=tuple(_county(one, row, held.get(one.code), bands) for one in mapped),
        top=top,
        bottom=bottom,
        opened=catalog.areas.by_code[opened].name_zh if opened else "",
        place=_place(row, when, periods_held.get(when), [o for o in order if o.code == opened])
        if opened
        else "",
        series=_series(row, periods_held),
        held=held,
        sources=tuple(
            dict.fromkeys(one.source for one in (*held.values(), *periods_held.values()))
        ),
    )


def _headline(
    catalog: Catalog, row: Indicator, when: int, own: Sequence[tuple[Ranked, Observation]]
) -> str:
    """合成指标，2024 年：16 个县（市、区）中，昌平区最高，为 537.0 件；延庆区最低，为 54.5 件。"""
    about = f"{row.short_zh}，{period_text(when)}"
    if not own:
        return f"{about}：所选地区各县（市、区）的数值{NOT_HELD}。"
    (first, most), (last, least) = own[0], own[-1]
    ends = [f"{_alike(catalog, first, own)}最高，为 {said(row, most)}"]
    if first.place != last.place:
        ends.append(f"{_alike(catalog, last, own)}最低，为 {said(row, least)}")
    return f"{about}：{len(own)} 个县（市、区）中，{'；'.join(ends)}。"


def _alike(catalog: Catalog, one: Ranked, own: Sequence[tuple[Ranked, Observation]]) -> str:
    """A county's name; with how many have the same value: 昌平区等 3 个."""
    name, count = catalog.areas.by_code[one.code].name_zh, sum(o.place == one.place for o, _ in own)
    return name if count == 1 else f"{name}等 {count} 个"


def _place(row: Indicator, when: int, one: Observation | None, own: Sequence[Ranked]) -> str:
    """The value of an area, and its place where it is a county."""
    if one is None:
        return f"{row.short_zh}：{NOT_HELD}（{period_text(when)}）"
    place = f"，在 {own[0].count} 个县（市、区）中居{own[0].text}" if own else ""
    return f"{row.short_zh}：{said(row, one)}{place}（{period_text(when)}）"


def _county(
    area: Area, row: Indicator, one: Observation | None, bands: tuple[Class, ...]
) -> CountyValue:
    if one is None:
        return CountyValue(area.code, area.name_zh, None, NOT_HELD, None)
    text, place = said(row, one), class_of(one.value, bands)
    return CountyValue(area.code, area.name_zh, one.value, text, place)


def _series(row: Indicator, held: Mapping[int, Observation]) -> tuple[tuple[str, str], ...]:
    return tuple((period_text(at), said(row, held[at])) for at in sorted(held, reverse=True))
