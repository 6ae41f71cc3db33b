"""Areas: one code list from the nation down to the counties, and what is held of those below and
beside the three regions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.model.sources import Source

PROVINCE, PREFECTURE, COUNTY, ZONE = "province", "prefecture", "county", "zone"
FIRST_CENSUS, LAST_CENSUS = 2010, 2020


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the code list (GB/T 2260; JJJ: the three together, 000000: the nation). The
    `parent` of a district of 北京 or 天津 is the province. A zone is what the census counts apart;
    it belongs to its parent and has no boundary of its own."""

    code: str
    name_zh: str
    short_zh: str
    level: str
    parent: str
    is_mapped: bool


@dataclass(frozen=True, slots=True)
class CensusIndustry:
    """A section of GB/T 4754—2017; `note_zh` says where the census before drew it otherwise."""

    industry: str
    code: str
    order: int
    name_zh: str
    short_zh: str
    note_zh: str | None


@dataclass(frozen=True, slots=True)
class CensusArea:
    """What a census counted in an area: persons; persons registered in another township of the
    county, elsewhere in the province, in another province (None where it is not told); percent of
    65 and older; mean years of schooling; `employed` by industry, a sample of a tenth that only
    shares may be taken of, and their sum with what no industry is told of."""

    population: float
    population_urban: float
    elsewhere: tuple[float | None, float | None, float | None]
    share_65_plus: float
    mean_years_schooling: float
    employed: Mapping[str, float]
    employed_total: float
    source: Source

    def share(self, industry: str) -> float | None:
        """The industry's percent of the employed; None where nobody is counted or told of."""
        own = self.employed.get(industry)
        return None if own is None or not self.employed_total else own / self.employed_total * 100


@dataclass(frozen=True, slots=True)
class PrefectureProduct:
    """The product of a prefecture in a year as first published, in 亿元, and its real growth in
    percent, None where it is not told."""

    gdp: float
    real_growth: float | None
    source: Source


@dataclass(frozen=True, slots=True)
class ProvinceValues:
    """An indicator in one period in the other provinces, by their codes, in the indicator's unit
    less what it says is subtracted, and the status of the values."""

    values: Mapping[str, float]
    status: str


@dataclass(frozen=True, slots=True)
class IndexEdition:
    """A value of the official index as one edition has it (None: only the change was printed),
    the base year being 100; `change` against the year before, in points, as printed with it."""

    edition: int
    published: str
    base: int
    year: int
    dimension: str
    value: float | None
    change: float | None
    trust: str
    source: Source


@dataclass(frozen=True, slots=True)
class Areas:
    """The code list by codes, in its own order, and what is held by area: censuses by code and
    year, products of prefectures by code and year, values of other provinces by indicator and
    period. All these are empty in editions from before there were any. `km2` is the
    surface within the boundaries, of provinces, prefectures and counties by code, in square
    kilometres."""

    by_code: Mapping[str, Area]
    industries: Mapping[str, CensusIndustry]
    census: Mapping[tuple[str, int], CensusArea]
    products: Mapping[tuple[str, int], PrefectureProduct]
    provinces: Mapping[tuple[str, int], ProvinceValues]
    index_editions: tuple[IndexEdition, ...]
    km2: Mapping[str, float]

    def of(self, level: str, parent: str = "") -> tuple[Area, ...]:
        """The areas of a level, below `parent` where one is given, in the order of the list."""
        found = (area for area in self.by_code.values() if area.level == level)
        return tuple(area for area in found if not parent or parent in self.above(area.code))

    def above(self, code: str) -> Iterator[str]:
        """The codes above an area, the nearest first. Raises KeyError for an unknown one."""
        parent = self.by_code[code].parent
        while parent:
            yield parent
            parent = self.by_code[parent].parent

    def province_of(self, code: str) -> str:
        """The code of the province an area belongs to, of a province its own; "" above them."""
        if self.by_code[code].level == PROVINCE:
            return code
        return next((c for c in self.above(code) if self.by_code[c].level == PROVINCE), "")
