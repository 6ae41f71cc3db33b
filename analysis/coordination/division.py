"""Division of labour: in which sectors each region concentrates, and how much two regions differ.

Shares are of the sum of the sectors of the table, all of one vintage; the base is the three regions
together. How large Krugman's index is depends on how finely sectors are told apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis.context import remembered
from analysis.coordination.gaps import LEVEL, pair_name
from analysis.coordination.measured import sources
from analysis.series import observations
from analysis.series.breaks import is_broken
from analysis.series.measures import common_years
from analysis.series.quantities import number, rounded
from analysis.series.specialisation import krugman, location_quotient, shares, similarity
from data.model.catalog import Catalog, Region, Source
from data.model.gaps import Sector

QUOTIENT_DECIMALS, INDEX_DECIMALS, SHARE_DECIMALS = 2, 3, 1
MANY = 9  # sectors from which the cosine of two structures says anything
UNLIKE, ALIKE = "分工加深", "结构趋近"
LACKING = "本版数据没有三地各行业的增加值。"
BOUNDS = (0.5, 0.8, 1.25, 1.5)  # of the shades: the middle is about as much as the three
SCOPE = "农林牧渔业不含专业及辅助性活动，各行业之和略小于地区生产总值"
Structure = Mapping[str, Mapping[str, float]]  # shares by region code and sector


@dataclass(frozen=True, slots=True)
class Quotient:
    """A region's quotient in a sector and its percent there; `shade` is the number of its class,
    the middle one being about as much as the three together."""

    code: str
    value: float | None
    text: str
    share: float
    shade: int


@dataclass(frozen=True, slots=True)
class SectorRow:
    """A sector: its percent in the three together, and each region's quotient."""

    sector: Sector
    share: float
    quotients: tuple[Quotient, ...]


@dataclass(frozen=True, slots=True)
class PairPath:
    """Two regions: Krugman's index by year, and the similarity of structures (empty where there are
    too few sectors); the verdict by the first and the last, "" where they are not compared."""

    name: str
    krugman: Mapping[int, float]
    similarity: Mapping[int, float]
    verdict: str

    def text(self, values: Mapping[int, float]) -> str:
        """0.848 → 0.802 of its index or its similarity; "" where there is none."""
        ends = dict.fromkeys((min(values), max(values))) if values else {}
        return " → ".join(number(values[year], INDEX_DECIMALS) for year in ends)


@dataclass(frozen=True, slots=True)
class Division:
    """The quotients of the last year and the pairs from the first to the last; `broken` is why
    these are not compared, else "". `lacking` says that there is none, else ""."""

    regions: tuple[Region, ...]
    first: int = 0
    last: int = 0
    rows: tuple[SectorRow, ...] = ()
    pairs: tuple[PairPath, ...] = ()
    broken: str = ""
    sources: tuple[Source, ...] = ()
    lacking: str = ""

    @property
    def headline(self) -> str:
        """Where each region concentrates most: 北京 金融业 1.40、天津 工业 1.38…"""
        return "、".join(
            f"{region.short_zh} {row.sector.name_zh} {own.text}"
            for region in self.regions
            for own, row in [self.most(region.region_code)]
        )

    @property
    def leaving(self) -> str:
        """What `most` leaves out: （不含其他行业）; "" where it leaves out nothing."""
        rest = [row.sector.name_zh for row in self.rows if row.sector.is_rest]
        return f"（不含{'、'.join(rest)}）" if 0 < len(rest) < len(self.rows) else ""

    def most(self, code: str) -> tuple[Quotient, SectorRow]:
        """The sector in which a region concentrates most, the first of several; the rest, which
        is many sectors, only where there is no other. ValueError without any."""
        named = [row for row in self.rows if not row.sector.is_rest] or self.rows
        every = [(own, row) for row in named for own in row.quotients if own.code == code]
        return max(every, key=lambda one: one[0].value or 0.0)


@remembered(32)
def division(catalog: Catalog, start: int, end: int) -> Division:
    """The division of labour within a range of years: of those in which every sector of all three
    regions has a value."""
    regions = catalog.provinces
    columns = _columns(catalog)
    years = [y for y in _years(columns) if start <= y <= end]
    if not years:
        said = LACKING if not columns else f"{start}—{end} 年三地各行业的增加值本站未收录。"
        return Division(regions, lacking=said)
    found = {year: _structure(columns, year) for year in years}
    first, last = years[0], years[-1]
    cuts = [cut for name in columns for cut in catalog.breaks.get(name, ())]
    broken = next((cut.reason_zh for cut in cuts if is_broken([cut], first, last)), "")
    return Division(
        regions=regions,
        first=first,
        last=last,
        rows=_rows(catalog, columns, last),
        pairs=_pairs(regions, found, broken),
        broken=broken,
        sources=sources(catalog, columns, (r.region_code for r in regions), (first, last)),
    )


def _columns(catalog: Catalog) -> dict[str, dict[str, observations.Values]]:
    """By sector and region code the values added, without suspects."""
    found: dict[str, dict[str, observations.Values]] = {}
    for sector in catalog.sectors:
        name = sector.indicator_id
        own, doubted = observations.columns(catalog, name), observations.suspects(catalog, name)
        found[name] = {
            code: {y: v for y, v in own[code].items() if (code, y) not in doubted and v >= 0}
            for code in (region.region_code for region in catalog.provinces)
        }
    return found


def _years(columns: Mapping[str, Mapping[str, observations.Values]]) -> list[int]:
    return common_years(values for own in columns.values() for values in own.values())


def _structure(
    columns: Mapping[str, Mapping[str, observations.Values]], year: int
) -> dict[str, dict[str, float]]:
    """By region code the shares of the sectors in their sum, in a year."""
    codes = next(iter(columns.values()))
    return {code: shares({name: columns[name][code][year] for name in columns}) for code in codes}


def _rows(
    catalog: Catalog, columns: Mapping[str, Mapping[str, observations.Values]], year: int
) -> tuple[SectorRow, ...]:
    own = _structure(columns, year)
    base = shares({name: sum(v[year] for v in columns[name].values()) for name in columns})
    return tuple(
        SectorRow(
            sector,
            base[sector.indicator_id] * 100,
            tuple(
                _quotient(code, own[code][sector.indicator_id], base[sector.indicator_id])
                for code in own
            ),
        )
        for sector in catalog.sectors
    )


def _quotient(code: str, own: float, base: float) -> Quotient:
    value = location_quotient(own, base)
    if value is None:
        return Quotient(code, None, "—", own * 100, len(BOUNDS) // 2)
    shade = sum(rounded(value, QUOTIENT_DECIMALS) >= rounded(bound, 2) for bound in BOUNDS)
    return Quotient(code, value, number(value, QUOTIENT_DECIMALS), own * 100, shade)


def _pairs(
    regions: Sequence[Region], found: Mapping[int, Structure], broken: str
) -> tuple[PairPath, ...]:
    """Each two regions; the cosine only where sectors are many enough."""
    paths = []
    for one, other in combinations(regions, 2):
        both = {y: (s[one.region_code], s[other.region_code]) for y, s in found.items()}
        unlike = {y: k for y, ends in both.items() if (k := krugman(*ends)) is not None}
        is_fine = all(len(ends[0]) >= MANY for ends in both.values())
        alike = {y: s for y, ends in both.items() if is_fine and (s := similarity(*ends))}
        verdict = "" if broken or len(unlike) < 2 else _verdict(unlike)
        paths.append(PairPath(pair_name(one, other), unlike, alike, verdict))
    return tuple(paths)


def _verdict(unlike: Mapping[int, float]) -> str:
    before, after = (rounded(unlike[end(unlike)], INDEX_DECIMALS) for end in (min, max))
    if before == after:
        return LEVEL
    return UNLIKE if after > before else ALIKE
