"""The Columns: whose numbers may stand side by side for one selection; and the numbers that a
scale makes of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from analysis.context import remembered
from analysis.series import observations, rounding
from analysis.series.observations import Values
from analysis.series.quantities import Quantity, number, part
from analysis.series.selection import Selection, aggregate
from analysis.text.periods import periods_text
from data.model.catalog import JJJ, NATION, Catalog
from data.model.periods import per_year

LOCAL_NOTE = "全国为地方合计，不含中央本级。"


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The values of a selection by region code, with the three together as they are shown.

    `values` have every region, the three together and the nation, from the same period of the
    year before the first (a change needs it) to the last. `selection` is the same within its own
    years. `formula` and `parts` (indicators) say how the three together were computed in the years
    `computed`.
    """

    selection: Selection
    values: Mapping[str, Values]
    formula: str = ""
    parts: tuple[str, ...] = ()
    computed: frozenset[int] = frozenset()

    def shown(self, with_nation: bool) -> dict[str, Values]:
        """The columns that stand side by side, with the nation's if it may stand beside them or
        nobody else has a value; also the three together where all are chosen."""
        topic = self.selection
        owners = topic.owners(topic.scope.is_complete, with_nation)
        return {region.region_code: self.values[region.region_code] for region in owners}

    def within(self, values: Values) -> dict[int, float]:
        """The values of the selection's own years."""
        years = self.selection.years
        return {y: v for y, v in values.items() if y in years}

    def compared(self, with_nation: bool) -> dict[str, Values]:
        """The columns as `shown`, without the values that nothing is compared with: suspect ones,
        and single published ones among those of the three together that are computed."""
        topic = self.selection
        found = {c: topic.sound(v, [c]) for c, v in self.shown(with_nation).items()}
        if self.computed and JJJ in found:
            single = topic.columns[JJJ].keys() - self.computed
            found[JJJ] = {y: v for y, v in found[JJJ].items() if y not in single}
        return found

    @property
    def is_computed(self) -> bool:
        """Whether any value of the three together in the selection's years is computed."""
        return bool(self.computed)

    @property
    def remark(self) -> tuple[str, ...]:
        """That values of the three together are computed, and how: beside the values themselves."""
        if not self.computed:
            return ()
        whole = self.selection.scope.whole
        formula = self.formula if self.formula.startswith(whole.name) else whole.name + self.formula
        published = sorted(self.selection.columns[JJJ].keys() - self.computed)
        years = f" {periods_text(sorted(self.computed))}" if published else ""
        return (f"{whole.name}{years}的数值为本站计算：{formula}。",)

    def derived(self, scale: str) -> tuple[str, ...]:
        """What a scale of the three together is made from, where that is computed."""
        whole = self.selection.scope.whole
        is_sum = self.selection.indicator.aggregation == "sum"
        name = whole.total_name if is_sum else whole.mean_name
        return (f"{whole.name}的{scale}由{name}（本站计算）得出。",) if self.computed else ()

    @property
    def cautions(self) -> tuple[str, ...]:
        """Which values are suspect, so that nothing is compared with them; and what is called the
        nation where that is less than the nation."""
        topic = self.selection
        years = {
            region.short_zh: sorted(y for c, y in topic.suspects if c == region.region_code)
            for region in topic.scope.regions
        }
        said = "、".join(f"{who} {periods_text(own)}" for who, own in years.items() if own)
        doubts = [f"{said}公布值存疑，不作增长、占比和比较的依据。"] if said else []
        is_local = topic.indicator.nation_share_denominator == "local" and topic.has(NATION)
        return (*doubts, *([LOCAL_NOTE] if is_local else []))

    @property
    def sources(self) -> tuple[str, ...]:
        """The regions that the three together were computed from, if they were."""
        return self.selection.scope.whole.codes if self.is_computed else ()


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """The numbers of a scale, and what they rest on.

    `columns` are the regions that stand side by side, each with its numbers by year in the shown
    unit, without those that are missing or cannot be computed. `codes`, `years` and `parts` are
    the regions, years and indicators, beyond those shown, whose sources the numbers rest on;
    `published` are the regions whose numbers are the published ones; `is_share` where they are
    parts of a whole, in percent.
    """

    columns: Mapping[str, Values]
    unit: str
    decimals: int
    formula: str = ""
    notes: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    parts: tuple[str, ...] = ()
    published: frozenset[str] = frozenset()
    is_share: bool = False

    @property
    def filled_years(self) -> tuple[int, ...]:
        """The years in which any region has a number, ascending."""
        return tuple(sorted(set().union(*self.columns.values())))

    def phrase(self, value: float, mark: str = "") -> str:
        """A computed number as it is read: rounded, with its unit (of an index none), a part of a
        whole in percent, and its mark."""
        if self.is_share:
            return part(value) + mark
        unit = "" if "=100" in self.unit else self.unit
        return Quantity(number(value, self.decimals), unit, mark=mark).text


@remembered(64)  # the scales of one indicator ask for the same ones
def columns(catalog: Catalog, topic: Selection) -> Columns:
    """The columns of a selection; where all regions are chosen, those of the three together are
    what the regions make together."""
    if not topic.years:
        return Columns(topic, topic.columns)
    first, last = topic.years[0] - per_year(topic.years[0]), topic.years[-1]
    every = observations.columns(catalog, topic.indicator.indicator_id)
    values: dict[str, Values] = {
        code: {y: v for y, v in own.items() if first <= y <= last} for code, own in every.items()
    }
    wide = replace(topic, start=first, end=last, columns=values)
    whole = aggregate(catalog, wide) if topic.scope.is_complete else None
    if whole is None:
        return Columns(topic, values)
    values = {**values, JJJ: whole.values}
    own = {y: v for y, v in whole.values.items() if y in topic.years}
    return Columns(
        selection=replace(topic, columns={**topic.columns, JJJ: own}),
        values=values,
        formula=whole.formula or "",
        parts=whole.parts,
        computed=whole.computed & own.keys(),
    )


def published(catalog: Catalog, topic: Selection) -> Numbers:
    """The published values in the shown unit; the three together may be computed."""
    side = columns(catalog, topic)
    own = side.shown(topic.is_comparable)
    divisor = topic.shown.divisor
    shown = {c: {y: v / divisor for y, v in side.within(own[c]).items()} for c in own}
    parts = {code: shown.get(code, {}) for code in topic.scope.codes}
    adds_up = topic.indicator.aggregation == "sum" and side.is_computed
    return Numbers(
        columns=shown,
        unit=topic.shown.unit,
        decimals=topic.shown.decimals,
        notes=(
            *side.remark,
            *(rounding.note(parts, shown[JJJ], topic.shown.decimals) if adds_up else ()),
        ),
        codes=side.sources,
        parts=side.parts,
        published=frozenset(own) - ({JJJ} if own.get(JJJ, {}).keys() == side.computed else set()),
    )


def gaps(before: Iterable[Values], after: Iterable[Values]) -> list[int]:
    """The years in which there was something but nothing could be computed."""
    return sorted(set().union(*before) - set().union(*after))


def doubted(topic: Selection) -> Values:
    """The years in which the value of any region is suspect, of which that is said."""
    return {year: 0.0 for _, year in topic.suspects}
