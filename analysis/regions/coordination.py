"""A region's part of the evaluation: how far it is from the region that is 1 then and now, where it
concentrates most, and how much worsened."""

from dataclasses import dataclass

from analysis.coordination.division import Quotient, SectorRow, division
from analysis.coordination.gaps import REFERENCE, GapRow, gap_sources, gaps
from analysis.state.view import COORDINATED_SINCE, View
from analysis.watch.watched import worsened_count
from data.model.catalog import Catalog, Region
from data.model.sources import Source


@dataclass(frozen=True, slots=True)
class Concentration:
    """The sector in which a region concentrates most: its quotient, the three together being 1, in
    a year; `leaving` says which sector is not looked at, "" where all are."""

    sector: SectorRow
    quotient: Quotient
    year: int
    leaving: str = ""


@dataclass(frozen=True, slots=True)
class Coordination:
    """`rows` are the measures, each with the gap of the region to the `reference`; where the region
    is the reference itself, with the gap of each other one to it. `most` is None without the
    sectors of all three; `worsened` the number of indicators on the watch list; `start` and `end`
    the years that are looked at; `sources` are those of the gaps. `lacking` says that the edition
    has no measures, else ""."""

    region: Region
    reference: Region
    rows: tuple[GapRow, ...]
    most: Concentration | None
    worsened: int
    start: int
    end: int
    sources: tuple[Source, ...] = ()
    lacking: str = ""


def coordination(catalog: Catalog, region: Region, start: int, end: int) -> Coordination:
    """The part of one of the three regions within a range of years, from COORDINATED_SINCE on as
    the evaluation looks at them."""
    first = max(start, min(COORDINATED_SINCE, end))
    found = gaps(catalog, REFERENCE, first, end)
    is_reference = region == found.reference
    others = found.others if is_reference else (region,)
    rows = tuple(row.of(others) for row in found.rows)
    codes = [one.region_code for one in (*others, found.reference)]
    return Coordination(
        region=region,
        reference=found.reference,
        rows=rows,
        most=_most(catalog, region, first, end),
        worsened=worsened_count(catalog, View((region.slug,), "", "", first, end)),
        start=first,
        end=end,
        sources=gap_sources(catalog, rows, codes),
        lacking=found.lacking,
    )


def _most(catalog: Catalog, region: Region, start: int, end: int) -> Concentration | None:
    found = division(catalog, start, end)
    if found.lacking:
        return None
    quotient, sector = found.most(region.region_code)
    return Concentration(sector, quotient, found.last, found.leaving)
