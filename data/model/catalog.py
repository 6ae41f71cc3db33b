"""The Catalog: every table, read and checked once, never changed afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from data.cube.facts import Facts
from data.model.areas import Areas
from data.model.codes import JJJ as JJJ
from data.model.codes import NATION as NATION
from data.model.evaluation import NO_DESIGN, IndexDesign
from data.model.gaps import GapMeasure, Sector
from data.model.observations import Observation as Observation
from data.model.observations import PublishedChange as PublishedChange
from data.model.observations import Qualifier as Qualifier
from data.model.observations import Unpublished as Unpublished
from data.model.observations import Withdrawn as Withdrawn
from data.model.places import Places
from data.model.places import Platform as Platform
from data.model.places import Tier as Tier
from data.model.plan import Plan
from data.model.register import NO_REGISTER, Register
from data.model.scenes import Scene
from data.model.sources import Source as Source
from data.model.watch import Sign


@dataclass(frozen=True, slots=True)
class Region:
    """A region, the three together, or the nation; the code follows GB/T 2260."""

    region_code: str
    slug: str
    name_zh: str
    short_zh: str
    name_en: str
    kind: str
    order: int


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme of the plan; `thin_zh` tells readers where its data are few."""

    theme: str
    order: int
    name_zh: str
    name_en: str
    thin_zh: str | None


@dataclass(frozen=True, slots=True)
class Unit:
    """How a unit is shortened for display, from `threshold` upwards."""

    unit_zh: str
    scaled_zh: str
    scale: float
    threshold: float


@dataclass(frozen=True, slots=True)
class Break:
    """Two adjacent published years between which no line and no growth is drawn."""

    indicator_id: str
    before: int
    after: int
    reason_zh: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the indicator catalogue; the columns decide how the page uses it. `annual_id` is
    the indicator of whole years that a quarterly or monthly one counts up to."""

    indicator_id: str
    theme: str
    order: int
    headline: int | None
    name_zh: str
    name_en: str
    short_zh: str
    short_en: str
    unit_zh: str
    unit_en: str
    decimals: int
    subtract: float | None
    measure_type: str
    price_basis: str
    direction: str
    aggregation: str
    numerator_id: str | None
    denominator_id: str | None
    scale: float | None
    mean_denominator: bool
    per_capita_allowed: bool
    share_of_three_allowed: bool
    nation_share_denominator: str
    growth_allowed: bool
    growth_kind: str
    real_growth_id: str | None
    vintage_family: str | None
    superseded_by: str | None
    annual_id: str | None
    part_of: str | None
    visible: str
    definition_zh: str | None
    definition_en: str | None
    method_note: str | None
    caveat: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure of the published text, with its qualifier and its place in the text."""

    claim_id: str
    name_zh: str
    name_en: str | None
    value: float | None
    unit_zh: str | None
    number_zh: str | None
    qualifier: str | None
    region_code: str
    period: str | None
    as_of_zh: str | None
    base_period: str | None
    measure: str
    theme: str
    card: int | None
    companion_of: str | None
    phrase_zh: str | None
    section_zh: str
    note_zh: str | None


@dataclass(frozen=True, slots=True)
class Synonym:
    """A word people search for, and the word that stands for it in names; `relation` near: the
    two are not the same thing, the second may only be asked about."""

    term_zh: str
    means_zh: str
    relation: str


@dataclass(frozen=True, slots=True)
class Event:
    """A policy event: a mark in time, never a cause."""

    event: str
    year: int
    short_zh: str
    name_zh: str
    document_zh: str | None


@dataclass(frozen=True, slots=True)
class Polygon:
    """A prefecture-level polygon of the overview map and the province it belongs to."""

    code: str
    name_zh: str
    region_code: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)  # its identity is enough
class Catalog:
    """All tables of one data version.

    `observations` are keyed by indicator, region code and period (`data/model/periods.py`: a year
    is itself), less what the indicator says is subtracted (100 from an index of the year before);
    `withdrawn` are those that were taken back and not published again, with the same keys;
    `suspects` say why some of them are shown but nothing is compared with;
    `published_changes` have the same keys;
    `panels` gives each indicator as periods by region codes, NaN where there is no value;
    `national_sums` is years by indicator ids, `national_sum_sizes` over how many provinces;
    `marks` are what stands at values of a status (E, P) or a trust class (C) wherever they are
    shown, by codelist and code; `latest` are the indicators whose newest values the overview
    shows, `watch_signs` what the watch list looks for; `index` is what our own index is made of,
    `gap_measures` and `sectors` are what the evaluation compares regions by; `facts` are published
    values that lie in a store beside the tables, of `fact_indicators`: of these only those are
    among the `indicators` of which a region has a value.
    """

    version: str
    digest: str
    regions: Mapping[str, Region]
    themes: Mapping[str, Theme]
    units: Mapping[str, tuple[Unit, ...]]
    qualifiers: Mapping[str, Qualifier]
    names: Mapping[tuple[str, str], str]
    marks: Mapping[tuple[str, str], str]
    indicators: Mapping[str, Indicator]
    synonyms: tuple[Synonym, ...]
    breaks: Mapping[str, tuple[Break, ...]]
    sources: Mapping[str, Source]
    observations: Mapping[tuple[str, str, int], Observation]
    unpublished: Mapping[tuple[str, str], tuple[Unpublished, ...]]
    withdrawn: Mapping[tuple[str, str, int], Withdrawn]
    suspects: Mapping[tuple[str, str, int], str]
    published_changes: Mapping[tuple[str, str, int], PublishedChange]
    panels: Mapping[str, pd.DataFrame]
    national_sums: pd.DataFrame
    national_sum_sizes: pd.DataFrame
    claims: tuple[Claim, ...]
    tiers: Mapping[str, Tier]
    platforms: tuple[Platform, ...]
    places: Places
    polygons: tuple[Polygon, ...]
    areas: Areas
    events: tuple[Event, ...]
    plan: Plan
    scenes: tuple[Scene, ...]
    latest: tuple[str, ...] = ()
    watch_signs: tuple[Sign, ...] = ()
    index: IndexDesign = NO_DESIGN
    gap_measures: tuple[GapMeasure, ...] = ()
    sectors: tuple[Sector, ...] = ()
    register: Register = NO_REGISTER
    facts: Facts | None = None
    fact_indicators: Mapping[str, Indicator] = field(default_factory=dict)
    shapes: Path = Path()  # the folder of its boundaries
    map_review: str = ""  # the number under which the maps were passed for publication
    # What is remembered of it (analysis/context.py)
    memory: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def provinces(self) -> tuple[Region, ...]:
        """The three regions, in their fixed order."""
        return tuple(region for region in self.regions.values() if region.kind == "province")

    def with_closed_register(self) -> "Catalog":
        """The same that tells nothing of its register: side by side editions would tell entities
        apart."""
        return replace(self, register=replace(self.register, is_closed=True))

    def region(self, region_code: str) -> Region:
        """The region with this code; KeyError if there is none."""
        return {r.region_code: r for r in self.regions.values()}[region_code]

    def headlines(self, theme: str) -> tuple[Indicator, ...]:
        """The indicators of a theme that have a card, in the order of their cards."""
        chosen = [i for i in self.indicators.values() if i.theme == theme and i.headline]
        return tuple(sorted(chosen, key=lambda indicator: indicator.headline or 0))
