"""The Columns: whose numbers may stand side by side for one selection; and the numbers that a
scale makes of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from analysis.context import remembered
from analysis.series import observations
from analysis.series.observations import Values
from analysis.series.selection import Selection, aggregate
from data.model.catalog import JJJ, Catalog


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The values of a selection by region code, with the three together as they are shown.

    `values` have every region, the three together and the nation, from the year before the
    first (a change needs it) to the last. `selection` is the same within its own years. `formula`
    and `parts` (indicators) say how the three together were computed, if `is_computed`.
    """

    selection: Selection
    values: Mapping[str, Values]
    formula: str
    parts: tuple[str, ...]
    is_computed: bool

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

    @property
    def remark(self) -> tuple[str, ...]:
        """That the three together are computed, and how."""
        name = self.selection.scope.whole.name
        formula = self.formula if self.formula.startswith(name) else f"{name}{self.formula}"
        return (f"{name}的数值为计算值：{formula}。",) if self.is_computed else ()

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
    `published` are the regions whose numbers are the published ones.
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

    @property
    def filled_years(self) -> tuple[int, ...]:
        """The years in which any region has a number, ascending."""
        return tuple(sorted(set().union(*self.columns.values())))


@remembered(64)  # the scales of one indicator ask for the same ones
def columns(catalog: Catalog, topic: Selection) -> Columns:
    """The columns of a selection; where all regions are chosen, those of the three together are
    what the regions make together."""
    if not topic.years:
        return Columns(topic, topic.columns, "", (), False)
    first, last = topic.years[0] - 1, topic.years[-1]
    every = observations.columns(catalog, topic.indicator.indicator_id)
    values: dict[str, Values] = {
        code: {y: v for y, v in own.items() if first <= y <= last} for code, own in every.items()
    }
    wide = replace(topic, start=first, end=last, columns=values)
    whole = aggregate(catalog, wide) if topic.scope.is_complete else None
    if whole is None:
        return Columns(topic, values, "", (), False)
    values = {**values, JJJ: whole.values}
    own = {y: v for y, v in whole.values.items() if y in topic.years}
    return Columns(
        selection=replace(topic, columns={**topic.columns, JJJ: own}),
        values=values,
        formula=whole.formula or "",
        parts=whole.parts,
        is_computed=whole.code is None and bool(own),
    )


def published(catalog: Catalog, topic: Selection) -> Numbers:
    """The published values in the shown unit; the three together may be computed."""
    side = columns(catalog, topic)
    own = side.shown(topic.is_comparable)
    divisor = topic.shown.divisor
    return Numbers(
        columns={c: {y: v / divisor for y, v in side.within(own[c]).items()} for c in own},
        unit=topic.shown.unit,
        decimals=topic.shown.decimals,
        notes=side.remark,
        codes=side.sources,
        parts=side.parts,
        published=frozenset(own) - ({JJJ} if side.is_computed else frozenset()),
    )


def gaps(before: Iterable[Values], after: Iterable[Values]) -> list[int]:
    """The years in which there was something but nothing could be computed."""
    return sorted(set().union(*before) - set().union(*after))
