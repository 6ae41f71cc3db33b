"""One area at a glance: its industries beside its province and the three, its people, its place
among the counties, the platforms in it."""

from dataclasses import dataclass

from analysis.areas.ranking import Ranked
from analysis.areas.structure import quotient, share_of, three
from analysis.maps.drill import trail
from data.model.areas import COUNTY, LAST_CENSUS, PROVINCE, Area, CensusArea
from data.model.catalog import Catalog, Platform

PREFIX = {"province": 2, "prefecture": 4, "county": 6}  # digits that codes below it share


@dataclass(frozen=True, slots=True)
class IndustryBar:
    """An industry's percent of the employed in the area, in its province (None for a province
    itself) and in the three together, and its location quotient; None where not counted."""

    industry: str
    name: str
    own: float | None
    province: float | None
    three: float | None
    quotient: float | None


@dataclass(frozen=True, slots=True)
class AreaProfile:
    """An area: where it lies (its names above it, the province first), the industries, the largest
    of it first, the census itself (None of a region that is told as a sum), its place among the
    counties by the map's measure, its platforms, and the codes before and after it on its level."""

    area: Area
    above: tuple[str, ...]
    bars: tuple[IndustryBar, ...]
    census: CensusArea | None
    rank: Ranked | None
    platforms: tuple[Platform, ...]
    before: str
    after: str


def area_profile(catalog: Catalog, code: str, order: tuple[Ranked, ...]) -> AreaProfile:
    """The profile of an area; `order` are the counties by the map's measure. KeyError for a code
    that is none."""
    area = catalog.areas.by_code[code]
    level = [one.code for one in _level(catalog, area)]
    at = level.index(code)
    return AreaProfile(
        area=area,
        above=tuple(one.name_zh for one in trail(catalog, code)[:-1]),
        bars=_bars(catalog, area),
        census=catalog.areas.census.get((code, LAST_CENSUS)),
        rank=next((one for one in order if one.code == code), None),
        platforms=platforms_in(catalog, area),
        before=level[at - 1] if at else "",
        after=level[at + 1] if at + 1 < len(level) else "",
    )


def platforms_in(catalog: Catalog, area: Area) -> tuple[Platform, ...]:
    """The platforms whose place has a code of the area or of one below it."""
    stem = area.code[: PREFIX[area.level]]
    return tuple(one for one in catalog.platforms if (one.adcode or "").startswith(stem))


def _level(catalog: Catalog, area: Area) -> tuple[Area, ...]:
    """The areas that one steps through: those of its level that have a boundary."""
    return tuple(one for one in catalog.areas.of(area.level) if one.is_mapped)


def _bars(catalog: Catalog, area: Area) -> tuple[IndustryBar, ...]:
    province = "" if area.level == PROVINCE else catalog.areas.province_of(area.code)
    bars = [
        IndustryBar(
            industry=name,
            name=one.short_zh,
            own=share_of(catalog, area.code, name, LAST_CENSUS),
            province=share_of(catalog, province, name, LAST_CENSUS) if province else None,
            three=three(catalog, name),
            quotient=quotient(catalog, area.code, name),
        )
        for name, one in catalog.areas.industries.items()
    ]
    return tuple(sorted(bars, key=lambda bar: -(bar.own or 0.0)))


def counties(catalog: Catalog) -> tuple[Area, ...]:
    """The counties that have a boundary, in the order of the code list."""
    return tuple(area for area in catalog.areas.of(COUNTY) if area.is_mapped)
