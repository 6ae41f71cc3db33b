"""主要指标最新进度: of each indicator of a table the newest period that a region has, and the one
before it.

What is counted from January to the end of a year is the year's: the values of the indicator of
whole years (`annual_id`) stand beside those of its quarters and months, each at the month with
which its period ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.series import observations
from analysis.series.absence import NOT_HELD
from analysis.series.evidence import marks_legend
from analysis.series.quantities import UNSPACED, Quantity, Scale, quantity
from analysis.state.scope import scope
from analysis.text.periods import period_text
from data.model.catalog import JJJ, NATION, Catalog, Indicator, Region
from data.model.periods import ANNUAL, ending, frequency
from data.model.sources import Source

NO_SUM = "不可合计"
COMPUTED = "计算"
PRICES = {"constant": "不变价", "current": "现价"}
THEME = "overall"  # whose overview shows it


@dataclass(frozen=True, slots=True)
class Reading:
    """A value with its period and what it was published in; `value` as published, or the sum of
    the three (`is_computed`)."""

    indicator_id: str
    period: int
    value: float
    quantity: Quantity
    documents: tuple[Source, ...]
    is_computed: bool = False

    @property
    def text(self) -> str:
        """The value as a cell shows it, its unit only where that is a percent sign."""
        one = self.quantity
        return one.text if one.unit in UNSPACED else one.bare

    @property
    def when(self) -> str:
        """The period, and whether the value is computed: 2026 年上半年，计算."""
        return period_text(self.period) + (f"，{COMPUTED}" if self.is_computed else "")


@dataclass(frozen=True, slots=True)
class Cell:
    """A region's newest value and the one of the period before it; `absence` says why there is
    none."""

    region: Region
    newest: Reading | None
    before: Reading | None
    absence: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator with a cell for each column."""

    indicator: Indicator
    cells: tuple[Cell, ...]

    @property
    def unit(self) -> str:
        """What its values are in: %，不变价."""
        price = PRICES.get(self.indicator.price_basis)
        return "，".join(filter(None, (self.indicator.unit_zh, price)))


@dataclass(frozen=True, slots=True)
class Latest:
    """The table: its columns, its rows, what the marks mean, and the documents of its values."""

    regions: tuple[Region, ...]
    rows: tuple[Row, ...]
    legend: tuple[str, ...]
    documents: tuple[Source, ...]

    @property
    def publishers(self) -> tuple[str, ...]:
        """The bodies that published the values, each once."""
        return tuple(dict.fromkeys(b for one in self.documents for b in one.publishers_zh))


def latest(catalog: Catalog, slugs: Iterable[str]) -> Latest:
    """The newest values of the chosen regions, of the three together where all are chosen, and
    of the nation."""
    chosen = scope(catalog, tuple(slugs))
    others = (JJJ, NATION) if chosen.is_complete else (NATION,)
    regions = (*chosen.regions, *(catalog.region(code) for code in others))
    rows = tuple(
        Row(catalog.indicators[name], tuple(_cell(catalog, name, one) for one in regions))
        for name in catalog.latest
    )
    read = [r for row in rows for cell in row.cells for r in (cell.newest, cell.before) if r]
    return Latest(
        regions=regions,
        rows=rows,
        legend=marks_legend(catalog, {one.quantity.mark for one in read}),
        documents=tuple({d.citation: d for one in read for d in one.documents}.values()),
    )


def _cell(catalog: Catalog, name: str, region: Region) -> Cell:
    own = [_published(catalog, region.region_code, *one) for one in _last(catalog, name, region)]
    if region.region_code != JJJ:
        return _filled(region, own, NOT_HELD)
    summed = _sums(catalog, name)
    if not summed or (own and ending(own[-1].period) >= ending(summed[-1].period)):
        return _filled(region, own, NO_SUM)
    return _filled(region, summed, "")


def _filled(region: Region, found: list[Reading], absence: str) -> Cell:
    """The cell of the readings, the newest last."""
    if not found:
        return Cell(region, None, None, absence)
    return Cell(region, found[-1], found[-2] if len(found) > 1 else None)


def _last(catalog: Catalog, name: str, region: Region) -> list[tuple[str, int]]:
    """The newest period of a region and, before it, the one before of the same indicator: first
    releases and revised values do not stand one above the other."""
    ends = {name: _periods(catalog, name, region)}
    years = catalog.indicators[name].annual_id
    if years:
        whole = _periods(catalog, years, region).items()
        ends[years] = {month: period for month, period in whole if frequency(period) == ANNUAL}
    newest = max((max(own) for own in ends.values() if own), default=None)
    if newest is None:
        return []
    found = next(one for one, own in ends.items() if newest in own)
    return [(found, ends[found][month]) for month in sorted(ends[found])[-2:]]


def _periods(catalog: Catalog, name: str, region: Region) -> dict[int, int]:
    """The periods with a value by the month with which they end; of two the longer."""
    found: dict[int, int] = {}
    for period in observations.columns(catalog, name)[region.region_code]:
        found.setdefault(ending(period), period)
    return found


def _published(catalog: Catalog, code: str, name: str, period: int) -> Reading:
    one = observations.observation(catalog, name, code, period)
    assert one is not None  # the columns have it
    row = catalog.indicators[name]
    shown = quantity(one.value, Scale(row.unit_zh, 1.0, row.decimals), one.qualifier, one.mark)
    return Reading(name, period, one.value, shown, (one.source,))


def _sums(catalog: Catalog, name: str) -> list[Reading]:
    """The three together in the newest period of each, and before it in the one before, as far
    as these are the same of all; none of what does not add up."""
    if catalog.indicators[name].aggregation != "sum":
        return []
    each = [_last(catalog, name, region)[::-1] for region in catalog.provinces]
    found: list[Reading] = []
    for ends in zip(*each, strict=False):
        if len(set(ends)) != 1 or (total := _sum(catalog, *ends[0])) is None:
            break
        found.append(total)
    return found[::-1]


def _sum(catalog: Catalog, name: str, period: int) -> Reading | None:
    """The sum of the three's values of a period; None where one of them is round."""
    codes = [region.region_code for region in catalog.provinces]
    parts = [_published(catalog, code, name, period) for code in codes]
    if any(one.quantity.prefix or one.quantity.suffix for one in parts):
        return None
    row = catalog.indicators[name]
    total = round(sum(one.value for one in parts), 9)
    mark = observations.mark(catalog, [name], codes, period)
    shown = quantity(total, Scale(row.unit_zh, 1.0, row.decimals), mark=mark)
    documents = tuple(d for one in parts for d in one.documents)
    return Reading(name, period, total, shown, documents, is_computed=True)
