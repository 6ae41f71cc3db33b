"""The headline measures of the three regions: values by year, of one vintage, without suspects."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.context import remembered
from analysis.series import measures, observations
from analysis.series.breaks import is_broken
from analysis.series.observations import Values
from analysis.series.quantities import number
from data.model.catalog import Break, Catalog, Source
from data.model.gaps import GapMeasure
from data.model.periods import ANNUAL, frequency


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A measure with its values by region code and year, in its unit. `above` and `below` are what
    is divided by what, of the years that have both; empty where the value itself is published.
    `breaks` are those of all that it is made of."""

    measure: GapMeasure
    values: Mapping[str, Values]
    above: Mapping[str, Values]
    below: Mapping[str, Values]
    breaks: tuple[Break, ...]

    @property
    def is_published(self) -> bool:
        """Whether the values are published as they are, and nothing is divided."""
        return self.measure.denominator is None

    def common_years(self, codes: Iterable[str]) -> list[int]:
        """The years in which each of these regions has a value above zero, ascending."""
        known = measures.common_years(self.values[code] for code in codes)
        return [y for y in known if all(self.values[code][y] > 0 for code in codes)]

    def broken(self, first: int, last: int) -> str:
        """Why two years cannot be compared, where a break lies between them; else ""."""
        found = (b.reason_zh for b in self.breaks if is_broken([b], first, last))
        return next(found, "")


@remembered(64)
def measured(catalog: Catalog, measure: GapMeasure) -> Measured:
    """The values of a measure in the three regions. A suspect value is none: nothing is compared
    with it. KeyError for an indicator that there is not."""
    every = tuple(cut for name in measure.indicators for cut in catalog.breaks.get(name, ()))
    above = _sound(catalog, measure.numerator)
    if measure.denominator is None:
        values = {c: {y: v * measure.factor for y, v in above[c].items()} for c in above}
        return Measured(measure, values, {}, {}, every)
    below = _sound(catalog, measure.denominator)
    if measure.mean_denominator:
        cuts = catalog.breaks.get(measure.denominator, ())
        means = {code: measures.means(own) for code, own in below.items()}
        below = {
            c: {y: v for y, v in own.items() if not is_broken(cuts, y - 1, y)}
            for c, own in means.items()
        }
    values = {code: measures.ratio(above[code], below[code], measure.factor) for code in above}
    return Measured(
        measure=measure,
        values=values,
        above={c: {y: above[c][y] for y in values[c]} for c in values},
        below={c: {y: below[c][y] for y in values[c]} for c in values},
        breaks=every,
    )


@remembered(1)
def panel(catalog: Catalog) -> tuple[tuple[Measured, ...], tuple[int, ...]]:
    """All headline measures, and the years in which each of them has a value of all three."""
    found = tuple(measured(catalog, measure) for measure in catalog.gap_measures)
    codes = [region.region_code for region in catalog.provinces]
    years = [set(one.common_years(codes)) for one in found]
    return found, tuple(sorted(set.intersection(*years))) if years else ()


def _sound(catalog: Catalog, indicator_id: str) -> dict[str, Values]:
    """By the codes of the three regions the yearly values that others may be compared with."""
    columns = observations.columns(catalog, indicator_id)
    doubted = observations.suspects(catalog, indicator_id)
    return {
        region.region_code: {
            y: v
            for y, v in columns[region.region_code].items()
            if frequency(y) == ANNUAL and (region.region_code, y) not in doubted
        }
        for region in catalog.provinces
    }


def formula(catalog: Catalog, measure: GapMeasure) -> str:
    """How a value is computed: R&D经费内部支出（亿元）÷ 地区生产总值（亿元）× 100; 公布值 where it
    is published."""
    if measure.denominator is None:
        return "公布值"
    above, below = (catalog.indicators[name] for name in measure.indicators)
    name = below.short_zh
    if measure.mean_denominator:
        name = f"年平均{name.removeprefix('年末')}"
    times = "" if measure.factor == 1 else f"× {number(measure.factor, 0)}"
    return f"{above.short_zh}（{above.unit_zh}）÷ {name}（{below.unit_zh}）{times}"


def mark(catalog: Catalog, measure: GapMeasure, codes: Iterable[str], year: int) -> str:
    """The marks of the values that a number of a year was computed from, each once."""
    return observations.mark(catalog, measure.indicators, tuple(codes), year)


def sources(
    catalog: Catalog, indicators: Iterable[str], codes: Iterable[str], years: Iterable[int]
) -> tuple[Source, ...]:
    """The publications of these values, each once, in the order in which they are met."""
    regions, ends = tuple(codes), tuple(years)
    found = (
        observations.observation(catalog, name, code, year)
        for name in indicators
        for year in ends
        for code in regions
    )
    return tuple(dict.fromkeys(one.source for one in found if one))
