"""How far two regions are apart by the headline measures, then and now.

A gap is a ratio x_r / x_reference of one year; it widens where the ratio moves away from 1 and
narrows where it comes nearer, on a logarithmic scale: 2 and 0.5 are as far apart. What is compared
is what is printed, so that a reader comes to the same verdict (EVALUATION, sections 1 and 4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from analysis.context import remembered
from analysis.coordination.measured import Measured, formula, mark, measured, sources
from analysis.series.absence import NOT_HELD
from analysis.series.quantities import number, rounded
from data.model.catalog import Catalog, Region, Source
from data.model.gaps import GapMeasure

WIDER, NARROWER, LEVEL = "扩大", "缩小", "持平"
DECIMALS = 2  # of a ratio
REFERENCE = "hebei"  # the one that is 1, unless another is asked for
LACKING = "本版数据没有两地之比所看的指标。"
ABBREVIATIONS = {"beijing": "京", "tianjin": "津", "hebei": "冀"}


@dataclass(frozen=True, slots=True)
class End:
    """The ratio in a year, and as it is read, with the marks of the values: 3.13, 2.46（初）."""

    year: int
    ratio: float
    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """One region against the reference by one measure: the first and the last year of the range in
    which both have a value (None without any), the verdict ("" where the two are not compared, then
    `reason` says why, `detail` what the tables say of it), and whether one overtook the other in
    between ("" if not)."""

    measure: GapMeasure
    region: Region
    reference: Region
    first: End | None
    last: End | None
    verdict: str = ""
    crossing: str = ""
    reason: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class GapRow:
    """A measure, how its values are computed, and the gap of each pair."""

    measure: GapMeasure
    formula: str
    gaps: tuple[Gap, ...]

    def of(self, regions: Sequence[Region]) -> "GapRow":
        """The row with the gaps of these regions alone."""
        kept = tuple(gap for gap in self.gaps if gap.region in regions)
        return GapRow(self.measure, self.formula, kept)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The picture: a row a measure, pairs in the order of `others`. `is_newest` where nothing after
    the range is held; `lacking` says that the edition has no such measures, else ""."""

    reference: Region
    others: tuple[Region, ...]
    start: int
    end: int
    rows: tuple[GapRow, ...]
    is_newest: bool = True
    sources: tuple[Source, ...] = ()
    lacking: str = ""

    def of(self, region: Region) -> tuple[Gap, ...]:
        """The gaps of one pair, in the order of the measures."""
        return tuple(gap for row in self.rows for gap in row.gaps if gap.region == region)


@remembered(32)
def gaps(catalog: Catalog, reference: str, start: int, end: int) -> Gaps:
    """The gaps to the region with this slug within a range of years. KeyError for another slug."""
    base = {region.slug: region for region in catalog.provinces}[reference]
    others = _others(catalog, base)
    if not catalog.gap_measures:
        return Gaps(base, others, start, end, (), lacking=LACKING)
    found = [measured(catalog, measure) for measure in catalog.gap_measures]
    rows = tuple(
        GapRow(
            measure=one.measure,
            formula=formula(catalog, one.measure),
            gaps=tuple(_gap(catalog, one, (region, base), (start, end)) for region in others),
        )
        for one in found
    )
    codes = [region.region_code for region in catalog.provinces]
    newest = max((y for one in found for y in _shared(one, others, base)), default=end)
    return Gaps(
        reference=base,
        others=others,
        start=start,
        end=end,
        rows=rows,
        is_newest=newest <= end,
        sources=gap_sources(catalog, rows, codes),
    )


def pair_name(region: Region, other: Region) -> str:
    """Two regions as one says them, in their fixed order: 京冀."""
    first, second = sorted((region, other), key=lambda one: one.order)
    return "".join(ABBREVIATIONS.get(one.slug, one.short_zh) for one in (first, second))


def distance(ratio: float) -> Fraction:
    """How far a ratio is from 1 as it is printed, whichever side it is on: 2 for 2.00 and 0.50."""
    printed = Fraction(rounded(ratio, DECIMALS)) or Fraction(ratio)
    return max(printed, 1 / printed)


def verdict(first: float, last: float) -> str:
    """Whether a gap widened, narrowed, or stayed: by the distances of the two printed ratios."""
    before, after = distance(first), distance(last)
    if before == after:
        return LEVEL
    return WIDER if after > before else NARROWER


def crossing(first: float, last: float, region: str, reference: str) -> str:
    """That one overtook the other: 天津由低于河北转为高于河北; "" if the printed ratios do not lie
    on both sides of 1."""
    sides = [(one > 1) - (one < 1) for one in (rounded(r, DECIMALS) for r in (first, last))]
    if sides[0] * sides[1] >= 0:
        return ""
    words = ("低于", "高于") if sides[0] < 0 else ("高于", "低于")
    return f"{region}由{words[0]}{reference}转为{words[1]}{reference}"


def _others(catalog: Catalog, base: Region) -> tuple[Region, ...]:
    """The other two; the one that is usually the reference comes first: 京冀 leads 京津."""
    own = [region for region in catalog.provinces if region.slug != base.slug]
    return tuple(sorted(own, key=lambda region: region.slug != REFERENCE))


def _shared(found: Measured, others: Sequence[Region], base: Region) -> list[int]:
    return [y for r in others for y in found.common_years((r.region_code, base.region_code))]


def _gap(
    catalog: Catalog,
    found: Measured,
    pair: tuple[Region, Region],
    span: tuple[int, int],
) -> Gap:
    region, base = pair
    codes = (region.region_code, base.region_code)
    years = [y for y in found.common_years(codes) if span[0] <= y <= span[1]]
    if not years:
        return Gap(found.measure, region, base, None, None, reason=f"{NOT_HELD}两地同年的数值")
    first, last = (_end(catalog, found, codes, year) for year in (years[0], years[-1]))
    if first.year == last.year:
        said = f"两地只有 {last.year} 年同年的数值，不比较"
        return Gap(found.measure, region, base, None, last, reason=said)
    cut = found.broken(first.year, last.year)
    if cut:
        said = f"{first.year}—{last.year} 年间口径调整，不比较"
        return Gap(found.measure, region, base, None, last, reason=said, detail=cut)
    moved = (first.ratio, last.ratio)
    return Gap(
        measure=found.measure,
        region=region,
        reference=base,
        first=first,
        last=last,
        verdict=verdict(*moved),
        crossing=crossing(*moved, region.short_zh, base.short_zh),
    )


def _end(catalog: Catalog, found: Measured, codes: tuple[str, str], year: int) -> End:
    own, base = (found.values[code][year] for code in codes)
    text = number(own / base, DECIMALS) + mark(catalog, found.measure, codes, year)
    return End(year, own / base, text)


def gap_sources(
    catalog: Catalog, rows: Sequence[GapRow], codes: Sequence[str]
) -> tuple[Source, ...]:
    """The publications of the values at both ends of every gap."""
    found: dict[Source, None] = {}
    for row in rows:
        ends = [end for gap in row.gaps for end in (gap.first, gap.last) if end]
        years = sorted({end.year for end in ends})
        found |= dict.fromkeys(sources(catalog, row.measure.indicators, codes, years))
    return tuple(found)
