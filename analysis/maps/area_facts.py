"""What is told of an area that is open on a map: its figures, its largest industries, the way down
to it and what lies below it."""

from dataclasses import dataclass

from analysis.context import remembered
from analysis.maps.area_measures import (
    CENSUS,
    PRODUCTS,
    QUOTIENTS,
    SAMPLE,
    SHARES,
    SURFACE,
    AreaMeasure,
    AreaValue,
    measures,
    value,
)
from analysis.maps.area_shading import said
from analysis.maps.drill import below, trail
from analysis.series.absence import NOT_HELD
from analysis.series.quantities import Scale, quantity
from data.model.areas import COUNTY, PROVINCE, Area
from data.model.catalog import Catalog

LARGEST = 3  # industries


@dataclass(frozen=True, slots=True)
class AreaFigure:
    """A figure of an area as it is read, with its year (None of what has none)."""

    name: str
    text: str
    year: int | None


@dataclass(frozen=True, slots=True)
class AreaIndustry:
    """An industry's part of the employed in an area, and its location quotient, as they are
    read; "" where there is no quotient."""

    name: str
    share: str
    quotient: str


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """An area: the way down to it, itself last; its figures, its largest industries, the areas
    right below it; what must be said with them, and where they were read."""

    area: Area
    trail: tuple[Area, ...]
    figures: tuple[AreaFigure, ...]
    industries: tuple[AreaIndustry, ...]
    below: tuple[Area, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]


@remembered(256)
def area_facts(catalog: Catalog, code: str) -> AreaFacts:
    """The facts of an area that can be opened (`drill.openable`)."""
    area = catalog.areas.by_code[code]
    known = measures(catalog)
    asked = [one for one in (*CENSUS, *PRODUCTS) if one.key in known and _is_of(one, area)]
    found = {one: value(catalog, one, code) for one in asked}
    if area.level == PROVINCE:  # told as the sum of its prefectures: not all adds up
        found = {one: held for one, held in found.items() if held}
    industries = _industries(catalog, code)
    sources = [text for one in found.values() if one for text in one.sources]
    notes = [SURFACE, *(one.note for one, held in found.items() if held and one.note)]
    return AreaFacts(
        area=area,
        trail=trail(catalog, code),
        figures=(*_surface(catalog, code), *map(_figure, found, found.values())),
        industries=industries,
        below=below(catalog, code),
        notes=tuple(dict.fromkeys([*notes, *([SAMPLE] if industries else [])])),
        sources=tuple(dict.fromkeys(sources)),
    )


def _is_of(measure: AreaMeasure, area: Area) -> bool:
    """Whether a figure is to be had of an area at all: of a county no product."""
    return area.level != COUNTY or COUNTY in measure.levels


def _figure(measure: AreaMeasure, held: AreaValue | None) -> AreaFigure:
    if held is None:
        return AreaFigure(measure.name, NOT_HELD, None)
    return AreaFigure(measure.name, said(measure, held.value), held.year)


def _surface(catalog: Catalog, code: str) -> tuple[AreaFigure, ...]:
    km2 = catalog.areas.km2.get(code)
    shown = Scale("平方公里", 1.0, 0)
    return (AreaFigure("面积", quantity(km2, shown).text, None),) if km2 else ()


def _industries(catalog: Catalog, code: str) -> tuple[AreaIndustry, ...]:
    """The largest of them first."""
    known = measures(catalog)
    shares = {
        one.industry: held
        for one in known.values()
        if one.group == SHARES and (held := value(catalog, one, code))
    }
    order = sorted(shares, key=lambda industry: -shares[industry].value)[:LARGEST]
    quotients = {one.industry: one for one in known.values() if one.group == QUOTIENTS}
    return tuple(
        AreaIndustry(
            catalog.areas.industries[name].name_zh,
            said(known[f"share-{name}"], shares[name].value),
            said(quotients[name], held.value)
            if (held := value(catalog, quotients[name], code))
            else "",
        )
        for name in order
    )
