"""The Lineup: whose numbers may stand side by side for one subject, as numbers by year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from analysis.context import remembered
from analysis.series.measures import Values
from analysis.series.selection import COMPARABLE, Subject, aggregate
from analysis.state.view import View
from analysis.text import sentences
from data.model.catalog import JJJ, NATION, Catalog, Indicator


@dataclass(frozen=True, slots=True, eq=False)
class Lineup:
    """The numbers of a subject by region code, each by year, without what is missing.

    `columns` has every region, the three together as they are shown, and the nation, from the
    year before the first (a change needs it) to the last; `years` are those of the subject.
    `codes` are the regions shown, without the nation. `formula` and `parts` (indicators) say
    how the three together were computed, if `is_computed`.
    """

    columns: Mapping[str, Values]
    years: tuple[int, ...]
    codes: tuple[str, ...]
    formula: str
    parts: tuple[str, ...]
    is_computed: bool

    def shown(self, with_nation: bool) -> dict[str, Values]:
        """The columns of the regions shown, with the nation's if it may stand beside them or
        nobody else has a value."""
        is_nation = bool(self.within(self.columns[NATION])) and (with_nation or not self.codes)
        codes = (*self.codes, NATION) if is_nation else self.codes
        return {code: self.columns[code] for code in codes}

    def within(self, values: Values) -> dict[int, float]:
        """The values of the subject's own years."""
        if not self.years:
            return {}
        return {y: v for y, v in values.items() if self.years[0] <= y <= self.years[-1]}

    @property
    def remark(self) -> tuple[str, ...]:
        """That the three together are computed, and how."""
        formula = self.formula if self.formula.startswith("三地") else f"三地{self.formula}"
        return (f"三地的数值为计算值：{formula}。",) if self.is_computed else ()


@dataclass(frozen=True, slots=True, eq=False)
class Derived:
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


@remembered(1024)
def columns_of(catalog: Catalog, indicator_id: str) -> Mapping[str, Values]:
    """The published values of an indicator by region code and year, without what is missing."""
    panel = catalog.panels[indicator_id]
    years = [int(year) for year in panel.index]
    return {
        str(code): {y: v for y, v in zip(years, column, strict=True) if v == v}  # NaN is unequal
        for code, column in zip(panel.columns, panel.to_numpy().T.tolist(), strict=True)
    }


@remembered(64)  # the scales of one study ask for the same one
def lineup(catalog: Catalog, topic: Subject) -> Lineup:
    """The chosen regions if any has a value; the three together if all are chosen, or where
    none of the chosen has a value of its own; the nation where it is asked for."""
    name = topic.indicator.indicator_id
    years = tuple(int(year) for year in topic.panel.index)
    codes = tuple(topic.codes) if topic.has_regions else ()
    if not years:
        return Lineup({NATION: {}}, (), (), "", (), False)
    first, last = years[0] - 1, years[-1]
    columns = {
        code: {y: v for y, v in values.items() if first <= y <= last}
        for code, values in columns_of(catalog, name).items()
    }
    formula, is_computed = "", False
    parts: tuple[str, ...] = ()
    if topic.is_complete:
        wide = replace(topic, panel=catalog.panels[name].loc[first:last])
        slugs = tuple(region.slug for region in topic.regions)
        view = View(slugs, topic.indicator.theme, name, first, last)
        whole = aggregate(catalog, view, wide)
        if whole is not None:
            columns[JJJ] = {int(str(y)): float(v) for y, v in whole.series.items()}
            formula, parts, is_computed = whole.formula or "", whole.parts, whole.code is None
    has_jjj = any(year in columns[JJJ] for year in years)
    if has_jjj and (topic.is_complete or not codes):
        codes = (*codes, JJJ)
    return Lineup(columns, years, codes, formula, parts, is_computed and has_jjj)


def has_nation_of_same_scope(row: Indicator) -> bool:
    """Whether the nation's values in this indicator may be set against the regions' where size
    does not matter: the catalogue divides by them, or they are of a kind that compares."""
    return row.measure_type in COMPARABLE or row.nation_share_denominator != "none"


def gaps(before: Iterable[Values], after: Iterable[Values]) -> list[int]:
    """The years in which there was something but nothing could be computed."""
    return sorted(set().union(*before) - set().union(*after))


def years_text(years: Iterable[int]) -> str:
    """Years in running text, runs of three and more as ranges: 2013、2016–2019 年."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    parts = [
        text
        for run in runs
        for text in ([sentences.years(run[0], run[-1])] if len(run) > 2 else map(str, run))
    ]
    return "、".join(parts) + " 年"
