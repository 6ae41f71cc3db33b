"""What the censuses tell of industries: the parts of the employed, of areas and of several
together. Only shares are taken of them: the long form is a sample of a tenth."""

from collections.abc import Iterable, Mapping

from analysis.context import remembered
from analysis.series.specialisation import location_quotient
from data.model.areas import LAST_CENSUS, PREFECTURE, PROVINCE
from data.model.catalog import Catalog


@remembered(1)
def units(catalog: Catalog) -> tuple[str, ...]:
    """The codes of the prefecture-level units: of the regions those that have prefectures by
    these, the others themselves."""
    found: list[str] = []
    for region in catalog.provinces:
        below = catalog.areas.of(PREFECTURE, region.region_code)
        found += [area.code for area in below] or [region.region_code]
    return tuple(found)


def parts_of(catalog: Catalog, code: str) -> tuple[str, ...]:
    """The units that a region is the sum of; any other area is itself."""
    if catalog.areas.by_code[code].level != PROVINCE:
        return (code,)
    return tuple(area.code for area in catalog.areas.of(PREFECTURE, code)) or (code,)


@remembered(64)
def employed(catalog: Catalog, codes: tuple[str, ...], year: int) -> Mapping[str, float]:
    """Of these areas together the employed by industry, in persons of the sample; empty where one
    of them was not counted in the year."""
    rows = [catalog.areas.census.get((code, year)) for code in codes]
    if not all(rows):
        return {}
    return {
        name: sum(row.employed.get(name, 0.0) for row in rows if row)
        for name in catalog.areas.industries
    }


def share(catalog: Catalog, codes: Iterable[str], industry: str, year: int) -> float | None:
    """The industry's percent of the employed of these areas together; None where one of them was
    not counted, or not by industry."""
    codes = tuple(codes)
    whole = sum(
        row.employed_total for code in codes if (row := catalog.areas.census.get((code, year)))
    )
    own = employed(catalog, codes, year).get(industry)
    return None if own is None or not whole else own / whole * 100


def share_of(catalog: Catalog, code: str, industry: str, year: int) -> float | None:
    """The industry's percent of the employed of an area; of a region that has prefectures, of
    these together."""
    return share(catalog, parts_of(catalog, code), industry, year)


@remembered(64)
def three(catalog: Catalog, industry: str, year: int = LAST_CENSUS) -> float | None:
    """The industry's percent of the employed of the three regions together."""
    return share(catalog, units(catalog), industry, year)


def quotient(catalog: Catalog, code: str, industry: str, year: int = LAST_CENSUS) -> float | None:
    """The location quotient of an industry in an area, the three regions being 1."""
    own = share_of(catalog, code, industry, year)
    return location_quotient(own, three(catalog, industry, year))
