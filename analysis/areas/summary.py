"""The AreasSummary: where an industry's people live, county by county, and how that moved."""

from dataclasses import dataclass, replace

from analysis.areas.address import QUOTIENT, AreasView
from analysis.areas.area_facts import AreaFact, CountyValue, area_fact
from analysis.areas.classes import QUOTIENTS, Class, class_of, classes, decimals_of, quantile_bounds
from analysis.areas.products import ProductRow, product_rows
from analysis.areas.profile import AreaProfile, area_profile, counties
from analysis.areas.ranking import Ranked, ends, ranked
from analysis.areas.registered import NOTHING, Registered, registered
from analysis.areas.shift import Slope, region_slopes, shift_text, slopes
from analysis.areas.structure import quotient, share_of, three
from analysis.context import remembered
from analysis.series.quantities import number
from data.model.areas import FIRST_CENSUS, LAST_CENSUS, CensusIndustry
from data.model.catalog import Catalog
from data.model.sources import Source

ENDS = 10  # counties at either end of the order
DECIMALS = {QUOTIENT: 2, "share": 1}
LACKING = "本版数据没有分县的人口普查资料。"
LIMITS = (
    "就业人口来自人口普查长表，抽样 10%，只用于比重和区位商，不作从业人数；县的样本小，误差较大。",
    "按居住地统计，不是按工作地：通勤者计入居住的县。",
    "2010 年按 GB/T 4754—2002、2020 年按 GB/T 4754—2017 分行业。",
    "普查单列的开发区没有边界，地图上不显示，计入所在的设区市；雄安新区三县计入保定。",
    "区位商以三地合计为 1；全国分行业的就业构成本站未收录，不作与全国相比的区位商。",
    "不能说明企业迁移本身。",
)


@dataclass(frozen=True, slots=True)
class AreasSummary:
    """All that the page shows. `map_title` with measure and year; `base_text` what the quotient is
    taken against; `counties` of all three regions, also where fewer are chosen, so that colours
    mean the same; `slopes`, `products`, `top`, `bottom` of the chosen regions; `profile` of the
    open area, None without one; `registered` what the register has; `fact` the
    indicator that the map shows in the industry's place. `lacking` says that the
    edition has no census, else ""."""

    chosen: AreasView
    industry: CensusIndustry | None
    headline: str
    filter_text: str
    map_title: str
    base_text: str
    classes: tuple[Class, ...] = ()
    counties: tuple[CountyValue, ...] = ()
    slopes: tuple[Slope, ...] = ()
    regions: tuple[Slope, ...] = ()
    products: tuple[ProductRow, ...] = ()
    top: tuple[Ranked, ...] = ()
    bottom: tuple[Ranked, ...] = ()
    profile: AreaProfile | None = None
    limits: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    lacking: str = ""
    registered: Registered = NOTHING
    fact: AreaFact | None = None


@remembered(64)
def county_values(catalog: Catalog, industry: str, measure: str) -> dict[str, float]:
    """The counties' values by a measure, by code: a quotient, or percent of the employed."""
    found = {
        area.code: quotient(catalog, area.code, industry)
        if measure == QUOTIENT
        else share_of(catalog, area.code, industry, LAST_CENSUS)
        for area in counties(catalog)
    }
    return {code: one for code, one in found.items() if one is not None}


def areas_summary(catalog: Catalog, chosen: AreasView) -> AreasSummary:
    """What the page shows of a state."""
    if not catalog.areas.census or chosen.industry not in catalog.areas.industries:
        told = registered(catalog, _codes(catalog, chosen))
        return AreasSummary(chosen, None, LACKING, "", "", "", lacking=LACKING, registered=told)
    industry = catalog.areas.industries[chosen.industry]
    values = county_values(catalog, chosen.industry, chosen.measure)
    regions = _codes(catalog, chosen)
    order = ranked(values, DECIMALS[chosen.measure])
    own = tuple(one for one in order if catalog.areas.province_of(one.code) in regions)
    top, bottom = ends(own, ENDS)
    bands = _classes(values, chosen.measure)
    return AreasSummary(
        chosen=chosen,
        industry=industry,
        headline=shift_text(catalog, chosen.industry, regions),
        filter_text="、".join(r.short_zh for r in catalog.provinces if r.region_code in regions),
        map_title=_title(industry, chosen.measure, len(values)),
        base_text=_base(catalog, industry, chosen.measure),
        classes=bands,
        counties=_counties(catalog, values, bands, chosen.measure),
        slopes=tuple(s for s in slopes(catalog, chosen.industry) if s.region_code in regions),
        regions=tuple(
            s for s in region_slopes(catalog, chosen.industry) if s.region_code in regions
        ),
        products=tuple(
            p for p in product_rows(catalog) if catalog.areas.province_of(p.code) in regions
        ),
        top=top,
        bottom=bottom,
        profile=area_profile(catalog, chosen.area, order) if chosen.area else None,
        limits=(*LIMITS, *([industry.note_zh + "。"] if industry.note_zh else [])),
        sources=_sources(catalog),
        registered=registered(catalog, regions),
        fact=area_fact(catalog, chosen.fact, chosen.period, regions, chosen.area)
        if chosen.fact
        else None,
    )


def drawn(found: AreasSummary) -> AreasSummary:
    """With what the map and the places are of: the industry, or an indicator of a store."""
    own = found.fact
    if own is None:
        return found
    return replace(
        found,
        headline=own.headline,
        map_title=own.title,
        base_text=own.note,
        classes=own.classes,
        counties=own.counties,
        top=own.top,
        bottom=own.bottom,
    )


def value_text(value: float, measure: str) -> str:
    """A value of the map as it is read: 3.05, 51.0%."""
    text = number(value, DECIMALS[measure])
    return text if measure == QUOTIENT else f"{text}%"


def _codes(catalog: Catalog, chosen: AreasView) -> tuple[str, ...]:
    return tuple(r.region_code for r in catalog.provinces if r.slug in chosen.view.regions)


def _classes(values: dict[str, float], measure: str) -> tuple[Class, ...]:
    if measure == QUOTIENT:
        return classes(QUOTIENTS, 1)
    bounds = quantile_bounds(list(values.values()))
    found = classes(bounds, decimals_of(bounds))
    return tuple(replace(one, text=f"{one.text}%") for one in found)


def _counties(
    catalog: Catalog, values: dict[str, float], bands: tuple[Class, ...], measure: str
) -> tuple[CountyValue, ...]:
    found = []
    for area in counties(catalog):
        value = values.get(area.code)
        text = "本站未收录" if value is None else value_text(value, measure)
        place = None if value is None else class_of(value, bands)
        found.append(CountyValue(area.code, area.name_zh, value, text, place))
    return tuple(found)


def _title(industry: CensusIndustry, measure: str, count: int) -> str:
    what = "区位商" if measure == QUOTIENT else "就业比重"
    return f"{industry.short_zh}{what}，{count} 个县（市、区），{LAST_CENSUS} 年"


def _base(catalog: Catalog, industry: CensusIndustry, measure: str) -> str:
    base = three(catalog, industry.industry)
    whole = "" if base is None else f"（三地合计为 {number(base, 1)}%）"
    if measure == QUOTIENT:
        return f"本地{industry.short_zh}占就业人口比重 ÷ 三地合计的比重{whole}"
    return f"{industry.short_zh}占本地就业人口的比重{whole}"


def _sources(catalog: Catalog) -> tuple[Source, ...]:
    """The publications of both censuses and of the product, each once."""
    every = [
        *(
            row.source
            for (_, year), row in catalog.areas.census.items()
            if year in (FIRST_CENSUS, LAST_CENSUS)
        ),
        *(row.source for row in catalog.areas.products.values()),
    ]
    return tuple(dict.fromkeys(every))
