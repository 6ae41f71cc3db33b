"""The rows of the page of areas as every file carries them: counties, both censuses, products."""

from dataclasses import dataclass

from analysis.areas.address import QUOTIENT
from analysis.areas.products import part_of_three
from analysis.areas.ranking import Ranked, ranked
from analysis.areas.shift import Slope
from analysis.areas.structure import quotient, share_of
from analysis.areas.summary import DECIMALS, AreasSummary, county_values
from data.model.areas import FIRST_CENSUS, LAST_CENSUS, PREFECTURE
from data.model.catalog import Catalog
from reports.area_facts import AreaFactRow, fact_rows
from reports.columns import Columns, FileColumn

NOT_HELD = "本站未收录"


@dataclass(frozen=True, slots=True)
class CountyRow:
    """A county: the industry's percent of its employed (None: not counted), the location quotient
    with the three regions as the base, and its place by that among all counties, `tied` with how
    many others."""

    area_code: str
    county: str
    prefecture: str
    region: str
    industry: str
    year: int
    share: float | None
    quotient: float | None
    place: int | None
    tied: int | None
    note: str


COUNTY_COLUMNS: Columns = (
    FileColumn("地区代码", 12, "area_code"),
    FileColumn("县（市、区）", 20, "county"),
    FileColumn("设区市", 12, "prefecture"),
    FileColumn("地区", 10, "region"),
    FileColumn("行业", 30, "industry"),
    FileColumn("年份", 8, "year"),
    FileColumn("占就业人口比重（%）", 20, "share", 2),
    FileColumn("区位商", 10, "quotient", 3),
    FileColumn("区位商位次", 12, "place"),
    FileColumn("并列数", 8, "tied"),
    FileColumn("备注", 20, "note"),
)


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A prefecture-level unit: the industry's percent of the employed in both censuses, and the
    change in percentage points of the shares with one decimal."""

    area_code: str
    area: str
    industry: str
    first: float | None
    last: float | None
    change: float | None


SHIFT_COLUMNS: Columns = (
    FileColumn("地区代码", 12, "area_code"),
    FileColumn("地区", 12, "area"),
    FileColumn("行业", 30, "industry"),
    FileColumn(f"{FIRST_CENSUS} 年比重（%）", 18, "first", 2),
    FileColumn(f"{LAST_CENSUS} 年比重（%）", 18, "last", 2),
    FileColumn("变动（百分点）", 16, "change", 1),
)


@dataclass(frozen=True, slots=True)
class ProductYear:
    """The product of a prefecture in a year as first published: `product` in 亿元, and in percent
    `real_growth` and the `part` of the three regions together."""

    area_code: str
    prefecture: str
    year: int
    product: float
    real_growth: float | None
    part: float | None
    source: str


PRODUCT_COLUMNS: Columns = (
    FileColumn("地区代码", 12, "area_code"),
    FileColumn("设区市", 12, "prefecture"),
    FileColumn("年份", 8, "year"),
    FileColumn("地区生产总值（亿元）", 22, "product", 1),
    FileColumn("不变价增长（%）", 16, "real_growth", 1),
    FileColumn("占三地比重（%）", 16, "part", 2),
    FileColumn("来源", 60, "source"),
)


@dataclass(frozen=True, slots=True)
class AreasReport:
    """What the address of the page takes away."""

    title: str
    filters: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    data_version: str
    data_digest: str
    counties: tuple[CountyRow, ...]
    shift: tuple[ShiftRow, ...]
    products: tuple[ProductYear, ...]
    facts: tuple[AreaFactRow, ...] = ()  # an indicator of a store, where one is chosen
    address: str = ""  # under which the same numbers stay


def areas_report(catalog: Catalog, found: AreasSummary) -> AreasReport:
    """The report of a summary; what the page of the same address shows, of the regions chosen."""
    industry = found.industry.name_zh if found.industry else ""
    filters = (("地区", found.filter_text), ("行业", industry)) if industry else ()
    fact, chosen = found.fact, frozenset(region.region_code for region in found.regions)
    return AreasReport(
        title=found.headline if found.lacking else f"产业布局：{industry}",
        filters=(*filters, ("分县指标", fact.title)) if fact else filters,
        notes=found.limits,
        sources=tuple(
            source.dated
            for source in dict.fromkeys((*(fact.sources if fact else ()), *found.sources))
        ),
        data_version=catalog.version,
        data_digest=catalog.digest,
        counties=tuple(_counties(catalog, found)) if industry else (),
        shift=tuple(_shift(one, industry) for one in found.slopes),
        products=tuple(row for one in found.products for row in _products(catalog, one.code)),
        facts=fact_rows(catalog, fact, chosen),
    )


def _counties(catalog: Catalog, found: AreasSummary) -> list[CountyRow]:
    """The counties of the chosen regions in the order of the code list, placed among all."""
    industry = found.chosen.industry
    values = county_values(catalog, industry, QUOTIENT)
    places = {one.code: one for one in ranked(values, DECIMALS[QUOTIENT])}
    chosen = {region.region_code for region in found.regions}
    return [
        _county(catalog, one.code, industry, places.get(one.code))
        for one in found.counties
        if catalog.areas.province_of(one.code) in chosen
    ]


def _county(catalog: Catalog, code: str, industry: str, place: Ranked | None) -> CountyRow:
    area = catalog.areas.by_code[code]
    parent = catalog.areas.by_code[area.parent]
    share = share_of(catalog, code, industry, LAST_CENSUS)
    return CountyRow(
        area_code=code,
        county=area.name_zh,
        prefecture=parent.name_zh if parent.level == PREFECTURE else "",
        region=catalog.areas.by_code[catalog.areas.province_of(code)].short_zh,
        industry=catalog.areas.industries[industry].name_zh,
        year=LAST_CENSUS,
        share=_rounded(share, 2),
        quotient=_rounded(quotient(catalog, code, industry), 3),
        place=place.place if place else None,
        tied=place.tied if place else None,
        note=NOT_HELD if share is None else "",
    )


def _shift(one: Slope, industry: str) -> ShiftRow:
    ends = (_rounded(one.first, 2), _rounded(one.last, 2))
    return ShiftRow(one.code, one.name, industry, *ends, one.change)


def _products(catalog: Catalog, code: str) -> list[ProductYear]:
    name = catalog.areas.by_code[code].name_zh
    return [
        ProductYear(
            area_code=code,
            prefecture=name,
            year=year,
            product=row.gdp,
            real_growth=row.real_growth,
            part=_rounded(part_of_three(catalog, row.gdp, year), 2),
            source=row.source.dated,
        )
        for (other, year), row in sorted(catalog.areas.products.items())
        if other == code
    ]


def _rounded(value: float | None, decimals: int) -> float | None:
    return None if value is None else round(value, decimals)
