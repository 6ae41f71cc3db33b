"""What a map can be coloured by below the regions: the measures of the counties and of the
prefecture-level units, each with its unit, decimals, year and sources."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.areas.structure import parts_of, quotient, share_of, units
from analysis.context import remembered
from analysis.series.observations import observation
from data.model.areas import (
    COUNTY,
    LAST_CENSUS,
    PREFECTURE,
    Area,
    CensusArea,
)
from data.model.catalog import Catalog
from data.model.needs import FIRST_GROWTH, PRODUCT_V4
from data.model.periods import period

LEVELS = (COUNTY, PREFECTURE)
PERSONS = 10_000  # of the census are shown in 万人
PEOPLE, OUTPUT, SHARES, QUOTIENTS = "人口", "经济总量", "就业人口比重", "区位商"  # groups
SURFACE = "面积按边界计算。"
FIRST_NOTE = "首次公布数，未计入以后的修订。"
SAMPLE = "就业人口来自人口普查长表，抽样 10%，按居住地统计。"
BASE = f"区位商为占就业人口比重与三地合计的比重之比。{SAMPLE}"


@dataclass(frozen=True, slots=True)
class AreaMeasure:
    """A measure: its `key` in addresses and its name, its group among the choices, the unit and
    decimals it is shown in, the levels it is held on, what must be said with it, and the industry
    that it is of ("" for none)."""

    key: str
    name: str
    group: str
    unit: str
    decimals: int
    levels: tuple[str, ...] = LEVELS
    note: str = ""
    industry: str = ""


@dataclass(frozen=True, slots=True)
class AreaValue:
    """A value of an area in the measure's unit, its year, and where it was read."""

    value: float
    year: int
    sources: tuple[str, ...]


POPULATION = AreaMeasure("residents", "常住人口", PEOPLE, "万人", 1)
DENSITY = AreaMeasure("density", "人口密度", PEOPLE, "人/平方公里", 0, note=SURFACE)
URBAN = AreaMeasure("urban", "城镇化率", PEOPLE, "%", 1)
AGE = AreaMeasure("age65", "65 岁及以上人口比重", PEOPLE, "%", 1)
SCHOOLING = AreaMeasure("schooling", "平均受教育年限", PEOPLE, "年", 1)
PRODUCT = AreaMeasure("product", "地区生产总值", OUTPUT, "亿元", 0, (PREFECTURE,), FIRST_NOTE)
GROWTH = AreaMeasure(
    "growth", "地区生产总值增长（不变价）", OUTPUT, "%", 1, (PREFECTURE,), FIRST_NOTE
)
CENSUS = (POPULATION, DENSITY, URBAN, AGE, SCHOOLING)
PRODUCTS = (PRODUCT, GROWTH)


@remembered(4)
def measures(catalog: Catalog) -> Mapping[str, AreaMeasure]:
    """The measures that the tables have values for, by their keys, in the order of the choices;
    none in an edition without areas."""
    if not catalog.areas.census:
        return {}
    shares, quotients = [], []
    for slug, one in catalog.areas.industries.items():
        name = f"{one.short_zh}就业人口比重"
        shares.append(AreaMeasure(f"share-{slug}", name, SHARES, "%", 1, LEVELS, SAMPLE, slug))
        name = f"{one.short_zh}区位商"
        quotients.append(
            AreaMeasure(f"quotient-{slug}", name, QUOTIENTS, "", 2, LEVELS, BASE, slug)
        )
    products = PRODUCTS if catalog.areas.products else ()
    return {one.key: one for one in (*CENSUS, *products, *shares, *quotients)}


@remembered(4)
def areas_of(catalog: Catalog, level: str) -> tuple[Area, ...]:
    """The areas of a level that a map can colour: the counties with a boundary, or 北京, 天津 and
    the prefectures of 河北."""
    if level == COUNTY:
        return tuple(area for area in catalog.areas.of(COUNTY) if area.is_mapped)
    return tuple(catalog.areas.by_code[code] for code in units(catalog))


def value(catalog: Catalog, measure: AreaMeasure, code: str) -> AreaValue | None:
    """The value of a measure in an area, also of a region; None where it is not held."""
    if measure.group == OUTPUT:
        return _product(catalog, measure, code)
    found = _of_census(catalog, measure, code)
    if found is None:
        return None
    sources = (row.source.citation for row in _rows(catalog, code))
    return AreaValue(found, LAST_CENSUS, tuple(dict.fromkeys(sources)))


def _rows(catalog: Catalog, code: str) -> list[CensusArea]:
    """The newest census of an area, or of the parts that a region is the sum of; none where one
    of them was not counted."""
    rows = [catalog.areas.census.get((part, LAST_CENSUS)) for part in parts_of(catalog, code)]
    held = [row for row in rows if row]
    return held if len(held) == len(rows) else []


def _of_census(catalog: Catalog, measure: AreaMeasure, code: str) -> float | None:
    rows = _rows(catalog, code)
    if measure.group == SHARES:
        return share_of(catalog, code, measure.industry, LAST_CENSUS)
    if measure.group == QUOTIENTS:
        return quotient(catalog, code, measure.industry)
    if measure == DENSITY:
        return _density(catalog, rows, code)
    if measure == POPULATION:
        return sum(row.population for row in rows) / PERSONS if rows else None
    if measure == URBAN:
        people = sum(row.population for row in rows)
        return sum(row.population_urban for row in rows) / people * 100 if people else None
    if len(rows) != 1:  # neither adds up
        return None
    return rows[0].share_65_plus if measure == AGE else rows[0].mean_years_schooling


def _density(catalog: Catalog, rows: list[CensusArea], code: str) -> float | None:
    """Persons per square kilometre within the boundary."""
    surface = catalog.areas.km2.get(code)
    return sum(row.population for row in rows) / surface if rows and surface else None


def _product(catalog: Catalog, measure: AreaMeasure, code: str) -> AreaValue | None:
    """The newest product of a prefecture, or of a region in the same year, as first published."""
    year = max((year for _, year in catalog.areas.products), default=0)
    own = catalog.areas.products.get((code, year))
    if own:
        found = own.gdp if measure == PRODUCT else own.real_growth
        return None if found is None else AreaValue(found, year, (own.source.citation,))
    if not year:
        return None
    name, when = (PRODUCT_V4, year) if measure == PRODUCT else (FIRST_GROWTH, period(f"{year}-Q4"))
    one = observation(catalog, name, code, when)
    return AreaValue(one.value, year, (one.source.citation,)) if one else None
