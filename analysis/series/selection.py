"""The Subject: one indicator as one view looks at it, and what its regions make together."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.series import measures
from analysis.series.quantities import Quantity, Scale, quantity, scale
from analysis.state.view import View
from data.model.catalog import JJJ, Break, Catalog, Indicator, Region

# Kinds of measure whose size does not grow with the region: the nation can stand beside them.
COMPARABLE = frozenset(
    {"ratio", "per_capita", "index", "growth_rate", "intensity", "price_index", "concentration"}
)


@dataclass(frozen=True, eq=False)
class Subject:
    """An indicator within the view's years, its breaks, and the chosen regions.

    `panel` is years by region codes, NaN where nothing was published; it always has a
    column for each of the three regions, the three together (JJJ) and the nation;
    `known` are the codes that have any value.
    """

    indicator: Indicator
    breaks: tuple[Break, ...]
    panel: pd.DataFrame
    known: frozenset[str]
    regions: tuple[Region, ...]
    provinces: tuple[Region, ...]
    shown: Scale

    @property
    def codes(self) -> list[str]:
        """The codes of the chosen regions."""
        return [region.region_code for region in self.regions]

    @property
    def is_complete(self) -> bool:
        """Whether all three regions are chosen."""
        return len(self.regions) == len(self.provinces)

    @property
    def scope(self) -> str:
        """The chosen regions in words: 三地, 北京、天津, 河北."""
        return "三地" if self.is_complete else "、".join(r.short_zh for r in self.regions)

    def has(self, code: str) -> bool:
        """Whether a region, the three together or the nation has any value in these years."""
        return code in self.known

    @cached_property
    def shares(self) -> pd.DataFrame:
        """Each region's part of the three in percent, by year; NaN in a year with a gap, and
        everywhere where shares mean nothing."""
        part = measures.share(self.panel[[r.region_code for r in self.provinces]])
        return part if self.indicator.share_of_three_allowed else part * float("nan")

    @property
    def has_regions(self) -> bool:
        """Whether any chosen region has a value in these years."""
        return not self.known.isdisjoint(self.codes)


@dataclass(frozen=True, eq=False)
class Aggregate:
    """One series for the chosen regions together; `formula` is None where it was published,
    `parts` are the indicators a ratio was computed from."""

    series: pd.Series
    label: str
    code: str | None
    formula: str | None
    parts: tuple[str, ...] = ()


def subject(catalog: Catalog, view: View, indicator_id: str) -> Subject:
    """The subject of an indicator in a view; KeyError for an unknown indicator."""
    indicator = catalog.indicators[indicator_id]
    provinces = catalog.provinces
    panel = catalog.panels[indicator_id].loc[view.start : view.end]
    regions = tuple(r for r in provinces if r.slug in view.regions)
    largest = 0.0
    if indicator.unit_zh in catalog.units:
        largest = float(panel[[r.region_code for r in regions]].abs().max().max())
    shown = scale(largest, indicator.unit_zh, indicator.decimals, catalog.units)
    known = frozenset(panel.columns[panel.notna().to_numpy().any(axis=0)])
    breaks = catalog.breaks.get(indicator_id, ())
    return Subject(indicator, breaks, panel, known, regions, provinces, shown)


def aggregate(catalog: Catalog, view: View, topic: Subject) -> Aggregate | None:
    """What the chosen regions make together, or None where they cannot be put together.

    One region: its own series. Sum: only years in which every chosen region has a value.
    Ratio: numerator and denominator summed, then divided. For all three a published value
    wins unless a later one can be computed. No partial sums, ever.
    """
    if len(topic.regions) == 1:
        only = topic.regions[0]
        series = topic.panel[only.region_code].dropna()
        return Aggregate(series, only.short_zh, only.region_code, None) if len(series) else None
    computed = _computed(catalog, view, topic)
    published = topic.panel[JJJ].dropna()
    may_win = topic.is_complete and topic.indicator.aggregation != "sum" and len(published) > 0
    if may_win and (computed is None or computed.series.index.max() <= published.index.max()):
        return Aggregate(published, "京津冀", JJJ, None)
    return computed


def _computed(catalog: Catalog, view: View, topic: Subject) -> Aggregate | None:
    together = "三地合计" if topic.is_complete else "两地合计"
    row = topic.indicator
    if row.aggregation == "sum":
        series = measures.total(topic.panel[topic.codes]).dropna()
        formula = f"合计 = {' + '.join(r.short_zh for r in topic.regions)}"
        parts: tuple[str, ...] = ()
    elif row.aggregation == "ratio" and row.numerator_id and row.denominator_id:
        parts = (row.numerator_id, row.denominator_id)
        top, bottom = (
            catalog.panels[part].reindex(columns=topic.codes).loc[view.start : view.end]
            for part in parts
        )
        series = measures.ratio(top, bottom, row.scale or 1.0).dropna()
        formula = f"{together} = {' ÷ '.join(catalog.indicators[p].short_zh for p in parts)}"
    else:
        return None
    return Aggregate(series, together, None, formula, parts) if len(series) else None


def observed(catalog: Catalog, topic: Subject, code: str, year: int) -> Quantity | None:
    """The published value of a region in a year, with its qualifier; None if not published."""
    found = catalog.observations.get((topic.indicator.indicator_id, code, year))
    return quantity(found.value, topic.shown, found.qualifier) if found else None


def in_total(catalog: Catalog, topic: Subject, whole: Aggregate, year: int) -> Quantity:
    """The aggregate's value in a year: published with its qualifier, or computed."""
    if whole.code is not None:
        published = observed(catalog, topic, whole.code, year)
        if published is not None:
            return published
    value = float(whole.series.loc[year])
    row = topic.indicator
    return quantity(value, scale(value, row.unit_zh, row.decimals, catalog.units))
