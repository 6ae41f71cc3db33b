"""The Selection: one indicator as one view looks at it, and what its regions make together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from analysis.series import measures, observations
from analysis.series.absence import absence
from analysis.series.division import division
from analysis.series.observations import Values
from analysis.series.quantities import Quantity, Scale, quantity, scale
from analysis.state.scope import Scope, scope
from analysis.state.view import View
from data.model.catalog import JJJ, NATION, Break, Catalog, Indicator, Region
from data.model.periods import frequency

# Kinds of measure whose size does not grow with the region: the nation can stand beside them.
COMPARABLE = frozenset(
    {"ratio", "per_capita", "index", "growth_rate", "intensity", "price_index", "concentration"}
)


@dataclass(frozen=True, eq=False)
class Selection:
    """An indicator within the years `start` to `end`, its breaks, and the regions in scope.

    `columns` has the values by region code of each of the three regions, the three together
    (JJJ) and the nation, in the unit of the catalogue and without what was not published; `years`
    are those of `start` to `end` that lie within the indicator's own. `others` are the three
    together and the nation; `shown` is the unit to show values in. `suspects` are the values, by
    code and year, that are shown but nothing is compared with, `provisional` the first figures.
    """

    indicator: Indicator
    breaks: tuple[Break, ...]
    start: int
    end: int
    years: tuple[int, ...]
    columns: Mapping[str, Values]
    scope: Scope
    others: tuple[Region, Region]
    shown: Scale
    suspects: frozenset[tuple[str, int]] = frozenset()
    provisional: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @cached_property
    def known(self) -> frozenset[str]:
        """The codes that have any value in these years."""
        return frozenset(code for code, values in self.columns.items() if values)

    def has(self, code: str) -> bool:
        """Whether a region, the three together or the nation has any value in these years."""
        return code in self.known

    @property
    def has_regions(self) -> bool:
        """Whether any chosen region has a value in these years."""
        return not self.known.isdisjoint(self.scope.codes)

    @property
    def is_comparable(self) -> bool:
        """Whether the size does not grow with the region, so that the nation can stand beside."""
        return self.indicator.measure_type in COMPARABLE

    @property
    def has_nation_of_same_scope(self) -> bool:
        """Whether the nation's values may be set against the regions' where size does not matter:
        the catalogue divides by them, or they are of a kind that compares."""
        return self.is_comparable or self.indicator.nation_share_denominator != "none"

    def owners(self, with_whole: bool = False, with_nation: bool = False) -> tuple[Region, ...]:
        """Whose values stand side by side: the chosen regions if any of them has one, else the
        three together, else the nation; nobody where none has any. The three together stand
        beside the regions too `with_whole`, the nation beside the others `with_nation`."""
        found = list(self.scope.regions) if self.has_regions else []
        for other, is_wanted in zip(self.others, (with_whole, with_nation), strict=True):
            if self.has(other.region_code) and (is_wanted or not found):
                found.append(other)
        return tuple(found)

    @property
    def only(self) -> str:
        """That only the three together, or only the nation, have a value to show; "" where a
        chosen region has one, or nobody has."""
        words = {JJJ: f"仅有{self.others[0].name_zh}数", NATION: "仅有全国数"}
        codes = [region.region_code for region in self.owners()]
        return words.get(codes[0], "") if len(codes) == 1 else ""

    def sound(self, values: Values, codes: Iterable[str]) -> Values:
        """The values, made of those of the regions with these codes, without the years in which
        one of them is suspect."""
        wanted = set(codes)
        bad = {year for code, year in self.suspects if code in wanted}
        return {y: v for y, v in values.items() if y not in bad} if bad else values

    def is_provisional(self, codes: Iterable[str], year: int) -> bool:
        """Whether the value of a year of any of these codes is a first figure."""
        return any(year in self.provisional.get(code, ()) for code in codes)

    @cached_property
    def shares(self) -> Mapping[str, Values]:
        """Each region's part of the three in percent, chosen or not, in the years that all three
        have and none of them is suspect; no values where shares mean nothing."""
        codes = self.scope.whole.codes
        if not self.indicator.share_of_three_allowed:
            return {code: {} for code in codes}
        return measures.shares({code: self.sound(self.columns[code], [code]) for code in codes})

    def shares_in(self, year: int | None) -> dict[str, float]:
        """The shares of one year by region code; empty where shares mean nothing or one of the
        three has no value in the year."""
        found = {code: parts.get(year or 0) for code, parts in self.shares.items()}
        return {code: part for code, part in found.items() if part is not None}


@dataclass(frozen=True, eq=False)
class Aggregate:
    """One series for the chosen regions together, never empty. `code` is whose published values
    are in it, None where all are computed; `formula` is how the others were, None where all were
    published; `computed` are the years of those, `parts` the indicators a ratio was computed
    from."""

    values: Values
    label: str
    code: str | None
    formula: str | None
    parts: tuple[str, ...] = ()
    computed: frozenset[int] = frozenset()

    @property
    def last_year(self) -> int:
        """The last year with a value."""
        return max(self.values)


def selection(catalog: Catalog, view: View, indicator_id: str) -> Selection:
    """The selection of an indicator in a view; KeyError for an unknown indicator."""
    indicator = catalog.indicators[indicator_id]
    chosen = scope(catalog, view.regions)
    first, last = observations.span(catalog, indicator_id, view.frequency)
    columns = {
        code: _between(values, view.start, view.end)
        for code, values in observations.columns(catalog, indicator_id).items()
    }
    sizes = [abs(v) for code in chosen.codes for v in columns[code].values() if v]
    return Selection(
        indicator=indicator,
        breaks=catalog.breaks.get(indicator_id, ()),
        start=view.start,
        end=view.end,
        years=tuple(range(max(first, view.start), min(last, view.end) + 1)),
        columns=columns,
        scope=chosen,
        others=(catalog.region(JJJ), catalog.region(NATION)),
        shown=scale(
            max(sizes, default=0.0),
            indicator.unit_zh,
            indicator.decimals,
            catalog.units,
            min(sizes, default=None),
        ),
        suspects=observations.suspects(catalog, indicator_id),
        provisional=observations.provisional(catalog, indicator_id),
    )


def _between(values: Values, start: int, end: int) -> dict[int, float]:
    return {year: value for year, value in values.items() if start <= year <= end}


def aggregate(catalog: Catalog, topic: Selection) -> Aggregate | None:
    """What the chosen regions make together, or None where they cannot be put together.

    One region: its own series. Sum: only years in which every chosen region has a value.
    Ratio: numerator and denominator summed, then divided, within the indicator's own years. For
    all three a published value stands in its year, so that a year has one value.
    No partial sums, ever.
    """
    if len(topic.scope.regions) == 1:
        (only,) = topic.scope.regions
        own = topic.columns[only.region_code]
        return Aggregate(own, only.short_zh, only.region_code, None) if own else None
    computed = _computed(catalog, topic)
    published = topic.columns[JJJ]
    may_stand = topic.scope.is_complete and topic.indicator.aggregation != "sum" and published
    if not may_stand:
        return computed
    whole = Aggregate(published, catalog.region(JJJ).name_zh, JJJ, None)
    if computed is None or not computed.computed - published.keys():
        return whole
    values = dict(sorted({**computed.values, **published}.items()))
    own_years = computed.computed - published.keys()
    is_ours = max(values) in own_years
    return replace(
        computed,
        values=values,
        label=computed.label if is_ours else whole.label,
        code=JJJ,
        computed=own_years,
    )


def _computed(catalog: Catalog, topic: Selection) -> Aggregate | None:
    row, codes = topic.indicator, topic.scope.codes
    parts: tuple[str, ...]
    if row.aggregation == "sum":
        label, parts = topic.scope.total_name, ()
        values = measures.total(topic.columns[code] for code in codes)
        formula = f"合计 = {' + '.join(r.short_zh for r in topic.scope.regions)}"
    elif row.aggregation == "ratio" and row.numerator_id and row.denominator_id:
        label, parts = topic.scope.mean_name, (row.numerator_id, row.denominator_id)
        top, bottom = (
            measures.total(observations.columns(catalog, part)[code] for code in codes)
            for part in parts
        )
        below = measures.means(bottom) if row.mean_denominator else bottom
        first, last = observations.span(catalog, row.indicator_id, frequency(topic.end))
        span = max(first, topic.start), min(last, topic.end)
        values = _between(measures.ratio(top, below, row.scale or 1.0), *span)
        formula = f"{label} = {division(catalog, row)}"
    else:
        return None
    return Aggregate(values, label, None, formula, parts, frozenset(values)) if values else None


def observed(catalog: Catalog, topic: Selection, code: str, year: int) -> Quantity | None:
    """The published value of a region in a year, with qualifier and marks; None without one."""
    found = observations.observation(catalog, topic.indicator.indicator_id, code, year)
    return quantity(found.value, topic.shown, found.qualifier, found.mark) if found else None


def nothing(catalog: Catalog, topic: Selection) -> str:
    """That there is no value in the chosen years, and whether that is known or only not held."""
    name, years = topic.indicator.indicator_id, range(topic.start, topic.end + 1)
    return f"所选年份的数值{absence(catalog, name, topic.scope.codes, years)}"


def in_total(catalog: Catalog, topic: Selection, whole: Aggregate, year: int) -> Quantity:
    """The aggregate's value in a year: published with its qualifier, or computed."""
    if whole.code is not None and year not in whole.computed:
        published = observed(catalog, topic, whole.code, year)
        if published is not None:
            return published
    value, row = whole.values[year], topic.indicator
    ids = whole.parts or (row.indicator_id,)
    mark = observations.mark(catalog, ids, topic.scope.codes, year)
    shown = scale(value, row.unit_zh, row.decimals, catalog.units)
    return quantity(value, shown, mark=mark)
