"""The AreaShading: the values that colour the counties or the prefecture-level units of a map, in
classes that the key names."""

from dataclasses import dataclass

from analysis.areas.classes import (
    COUNT,
    QUOTIENTS,
    Class,
    class_of,
    classes,
    decimals_of,
    quantile_bounds,
)
from analysis.context import remembered
from analysis.maps import area_measures
from analysis.maps.area_measures import LEVELS, AreaMeasure, areas_of, measures
from analysis.series.absence import NOT_HELD
from analysis.series.quantities import Scale, quantity
from data.model.areas import COUNTY, PREFECTURE
from data.model.catalog import Catalog

FEW = 4  # classes of the thirteen prefecture-level units
LEVEL_NAMES = {COUNTY: "县（市、区）", PREFECTURE: "设区市（含北京、天津）"}


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area that is coloured: its names, its value in the measure's unit and as it is read, and
    the number of its class; None and 本站未收录 where the value is not held."""

    code: str
    name: str
    value: float | None
    text: str
    place: int | None


@dataclass(frozen=True, slots=True)
class AreaShading:
    """The areas of a level by a measure of a year; `absent` are the names of those without a
    value; `caption` says what the colours are, `note` what must be said with them."""

    base: str
    level: str
    measure: AreaMeasure
    year: int
    caption: str
    note: str
    rows: tuple[AreaRow, ...]
    classes: tuple[Class, ...]
    absent: tuple[str, ...]
    sources: tuple[str, ...]

    def strength(self, place: int) -> float:
        """Where a class stands between the light end of the colours (0) and the strong one."""
        return place / (len(self.classes) - 1) if len(self.classes) > 1 else 1.0

    def span(self, place: int) -> str:
        """What is in a class, with the unit where that is short: 20.0–30.0%."""
        unit = self.measure.unit
        return f"{self.classes[place].text}{unit if unit == '%' else ''}"


def bases(catalog: Catalog) -> tuple[str, ...]:
    """What a map can be coloured by, as addresses have it: county.density, prefecture.product."""
    return tuple(
        f"{level}.{key}"
        for level in LEVELS
        for key, measure in measures(catalog).items()
        if level in measure.levels
    )


def parsed(catalog: Catalog, base: str) -> tuple[str, AreaMeasure]:
    """The level and the measure of a base. KeyError for one that is none."""
    level, _, key = base.partition(".")
    return level, measures(catalog)[key]


def said(measure: AreaMeasure, value: float) -> str:
    """A value as it is read, with its unit."""
    return quantity(value, Scale(measure.unit, 1.0, measure.decimals)).text


@remembered(128)
def area_shading(catalog: Catalog, base: str) -> AreaShading:
    """The shading of a base, one of `bases`. Always of all three regions, so that colours mean
    the same whatever is filtered."""
    level, measure = parsed(catalog, base)
    areas = areas_of(catalog, level)
    found = {area.code: area_measures.value(catalog, measure, area.code) for area in areas}
    held = {code: one for code, one in found.items() if one}
    values = {code: one.value for code, one in held.items()}
    bands = _classes(measure, level, list(values.values()))
    year = max((one.year for one in held.values()), default=0)
    rows = []
    for area in areas:
        own = values.get(area.code)
        text = NOT_HELD if own is None else said(measure, own)
        place = None if own is None else class_of(own, bands)
        rows.append(AreaRow(area.code, area.name_zh, own, text, place))
    unit = f"（{measure.unit}）" if measure.unit else ""
    return AreaShading(
        base=base,
        level=level,
        measure=measure,
        year=year,
        caption=f"底色：{year} 年{LEVEL_NAMES[level]}{measure.name}{unit}",
        note=measure.note,
        rows=tuple(rows),
        classes=bands,
        absent=tuple(row.name for row in rows if row.value is None),
        sources=tuple(dict.fromkeys(text for one in held.values() for text in one.sources)),
    )


def _classes(measure: AreaMeasure, level: str, values: list[float]) -> tuple[Class, ...]:
    """Of a quotient the same everywhere, of anything else about as many areas in each."""
    if measure.group == area_measures.QUOTIENTS:
        return classes(QUOTIENTS, 1)
    bounds = quantile_bounds(values, COUNT if level == COUNTY else FEW)
    return classes(bounds, decimals_of(bounds))
