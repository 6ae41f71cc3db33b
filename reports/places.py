"""The rows of the map of platforms as every file carries them: places, industries, flow."""

from dataclasses import dataclass

from analysis.maps.drill import trail
from analysis.platforms import places
from analysis.platforms.address import PlatformsView
from analysis.platforms.flows import FlowYear
from analysis.platforms.summary import PlatformsSummary
from analysis.series.observations import observation
from analysis.state.scope import scope
from analysis.text.periods import years
from analysis.text.platform_lists import evidence, list_name
from data.model.catalog import JJJ, Catalog, Platform
from data.model.needs import TECH_CONTRACT_VALUE, TECH_CONTRACTS
from reports.columns import Columns, FileColumn
from reports.place_bases import BaseRow, base_rows
from reports.place_lists import ListRow, StatementRow, list_rows, statement_rows
from reports.records import word

DEGREE_DECIMALS = 5  # of degrees: about a metre


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A platform, zone, cluster or base; `aliases` are its other names. `type_basis` says where
    the type of an N platform comes from; `regions` are all that it lies in; `industries` the words
    of its source, `industry_groups` those of the vocabulary they are sorted into; degrees of
    `longitude` and `latitude` are as exact as `precision` says; `lists` are those it stands on,
    `lists_basis` who says so. "" where nothing is published."""

    platform_id: str
    tier: str
    tier_name: str
    platform: str
    platform_en: str
    aliases: str
    type: str
    type_basis: str
    regions: str
    city: str
    district: str
    industries: str
    industry_groups: str
    longitude: float
    latitude: float
    precision: str
    evidence: str
    lists: str
    lists_basis: str
    source: str


PLACE_COLUMNS: Columns = (
    FileColumn("编号", 8, "platform_id"),
    FileColumn("层级", 18, "tier_name"),
    FileColumn("平台", 40, "platform"),
    FileColumn("英文名", 40, "platform_en"),
    FileColumn("又名", 30, "aliases"),
    FileColumn("类型", 24, "type"),
    FileColumn("类型依据", 14, "type_basis"),
    FileColumn("所在地区", 16, "regions"),
    FileColumn("市", 16, "city"),
    FileColumn("区县", 24, "district"),
    FileColumn("产业（来源用语）", 60, "industries"),
    FileColumn("产业（本站归类）", 36, "industry_groups"),
    FileColumn("经度", 12, "longitude", DEGREE_DECIMALS),
    FileColumn("纬度", 12, "latitude", DEGREE_DECIMALS),
    FileColumn("点位精度", 36, "precision"),
    FileColumn("认定依据", 40, "evidence"),
    FileColumn("名录", 24, "lists"),
    FileColumn("名录依据", 80, "lists_basis"),
    FileColumn("来源", 80, "source"),
)


@dataclass(frozen=True, slots=True)
class IndustryRow:
    """How many of the places of the chosen layers an industry has in each region; `together`
    counts a place of several regions once."""

    industry: str
    beijing: int
    tianjin: int
    hebei: int
    together: int


INDUSTRY_COLUMNS: Columns = (
    FileColumn("产业（本站归类）", 30, "industry"),
    FileColumn("北京", 10, "beijing"),
    FileColumn("天津", 10, "tianjin"),
    FileColumn("河北", 10, "hebei"),
    FileColumn("三地", 10, "together"),
)


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A year of technology contracts from Beijing to Tianjin and Hebei together: `value` in
    `unit`, None where the year was not published."""

    year: int
    value: float | None
    qualifier: str
    unit: str
    contracts: int | None
    contracts_qualifier: str
    source: str
    contracts_source: str
    note: str


FLOW_COLUMNS: Columns = (
    FileColumn("年份", 8, "year"),
    FileColumn("成交额", 12, "value"),
    FileColumn("限定词", 8, "qualifier"),
    FileColumn("单位", 8, "unit"),
    FileColumn("合同数（项）", 14, "contracts"),
    FileColumn("合同数的限定词", 14, "contracts_qualifier"),
    FileColumn("成交额的来源", 60, "source"),
    FileColumn("合同数的来源", 60, "contracts_source"),
    FileColumn("成交额的备注", 50, "note"),
)


@dataclass(frozen=True, slots=True)
class PlacesReport:
    """What the address of the map takes away: its filters in words (of the list; `years` are
    those of the flow), what must be said with the list, the data version, and the rows of the
    page."""

    title: str
    filters: tuple[tuple[str, str], ...]
    years: str
    note: str
    data_version: str
    data_digest: str
    lists: tuple[ListRow, ...]
    statements: tuple[StatementRow, ...]
    places: tuple[PlaceRow, ...]
    industries: tuple[IndustryRow, ...]
    flows: tuple[FlowRow, ...]
    bases: tuple[BaseRow, ...] = ()
    base_note: str = ""
    address: str = ""  # under which the same numbers stay


def places_report(catalog: Catalog, found: PlatformsSummary) -> PlacesReport:
    """The report of a survey; what the page of the same address lists."""
    return PlacesReport(
        title=f"产业合作平台：{len(found.platforms)} 个",
        filters=_filters(catalog, found.state),
        years=years(found.state.view.start, found.state.view.end),
        note=places.partial(catalog),
        data_version=catalog.version,
        data_digest=catalog.digest,
        lists=list_rows(catalog),
        statements=statement_rows(catalog),
        places=tuple(place_row(catalog, place) for place in found.platforms),
        industries=tuple(_industry(catalog, row) for row in found.matrix),
        flows=tuple(_flow(catalog, found.flows.unit, year) for year in found.flows.years),
        bases=base_rows(found.base),
        base_note=f"{found.base.caption}。{found.base.note}" if found.base else "",
    )


def place_row(catalog: Catalog, place: Platform) -> PlaceRow:
    """A place of the tables as a row."""
    groups = catalog.places.industries_of(place)
    return PlaceRow(
        platform_id=place.platform_id,
        tier=place.tier,
        tier_name=catalog.tiers[place.tier].name_zh,
        platform=place.name_zh,
        platform_en=place.name_en or "",
        aliases=place.alias_zh or "",
        type=place.type_zh or "",
        type_basis=catalog.names["type_basis", place.type_basis] if place.type_basis else "",
        regions="、".join(catalog.region(code).short_zh for code in place.region_codes),
        city=place.city_zh or "",
        district=place.district_zh or "",
        industries=place.industries_zh or "",
        industry_groups="；".join(places.industry_name(catalog, slug) for slug in groups),
        longitude=place.lon,
        latitude=place.lat,
        precision=catalog.names["precision", place.precision],
        evidence=catalog.names["platform_status", place.status],
        lists="、".join(list_name(catalog, name) for name in catalog.places.lists_of(place)),
        lists_basis="；".join(evidence(catalog, place)),
        source=place.source,
    )


def _industry(catalog: Catalog, row: places.MatrixRow) -> IndustryRow:
    by_slug = {r.slug: row.counts[r.region_code] for r in catalog.provinces}
    name = places.industry_name(catalog, row.industry)
    return IndustryRow(industry=name, together=row.total, **by_slug)


def _flow(catalog: Catalog, unit: str, year: FlowYear) -> FlowRow:
    value = observation(catalog, TECH_CONTRACT_VALUE, JJJ, year.year)
    contracts = observation(catalog, TECH_CONTRACTS, JJJ, year.year)
    return FlowRow(
        year=year.year,
        value=year.value,
        qualifier=word(value.qualifier) if value else "",
        unit=unit,
        contracts=round(contracts.value) if contracts else None,
        contracts_qualifier=word(contracts.qualifier) if contracts else "",
        source=year.source,
        contracts_source=year.contracts_source,
        note=year.note,
    )


def _filters(catalog: Catalog, chosen: PlatformsView) -> tuple[tuple[str, str], ...]:
    """The filters that choose the list, in words; those not set are left out."""
    regions = [r.name_zh for r in scope(catalog, chosen.view.regions).regions]
    layers = [catalog.tiers[tier].name_zh for tier in chosen.layers]
    kinds = catalog.places.types
    given = (
        ("地区", "、".join(regions)),
        ("图层", "、".join(layers) or "无"),
        ("产业", places.industry_name(catalog, chosen.industry) if chosen.industry else ""),
        ("类型", kinds[chosen.type].name_zh if chosen.type else ""),
        ("认定依据", catalog.names["platform_status", chosen.status] if chosen.status else ""),
        ("名录", list_name(catalog, chosen.list) if chosen.list else ""),
        ("搜索", chosen.search),
        ("所在地", _where(catalog, chosen.area)),
    )
    return tuple((label, said) for label, said in given if said)


def _where(catalog: Catalog, code: str | None) -> str:
    """河北省保定市雄县; "" without an area."""
    return "".join(area.name_zh for area in trail(catalog, code)) if code else ""
