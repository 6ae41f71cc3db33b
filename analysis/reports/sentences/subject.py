"""The Subject: an indicator as a report speaks of it: the year it is about, the year that is
compared with, and the numbers that may be compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from analysis.document.document import Cited
from analysis.series import measures, observations
from analysis.series.breaks import base_year, is_broken
from analysis.series.observations import Values
from analysis.series.quantities import PERCENT_UNITS, Quantity, rounded
from analysis.series.selection import Aggregate, Selection, aggregate, in_total, observed
from analysis.text.provisional import in_words
from data.model.catalog import JJJ, Catalog, Indicator, Region
from data.model.periods import written

RATE = "growth_rate"  # a rise of it is no rise


@dataclass(frozen=True)
class Subject:
    """A selection of years with its catalog, what its regions make together (None where they cannot
    be put together), and the year that is spoken of. `frame` is what it is seen against."""

    catalog: Catalog
    topic: Selection
    whole: Aggregate | None
    year: int
    frame: str = ""

    @property
    def row(self) -> Indicator:
        """The indicator."""
        return self.topic.indicator

    @property
    def is_percent(self) -> bool:
        """Whether values are percentages, whose difference is in percentage points."""
        return self.row.unit_zh in PERCENT_UNITS

    @property
    def is_level(self) -> bool:
        """Whether values of two years can be compared: amounts that may grow, and percentages that
        are no rates of growth themselves."""
        if self.row.measure_type == RATE:
            return False
        return self.row.growth_allowed or self.is_percent

    @property
    def owners(self) -> tuple[Region, ...]:
        """Whose values stand side by side."""
        return self.topic.owners()

    @cached_property
    def together(self) -> Values:
        """What the regions make together, in the years that may be compared: exact, without doubt,
        and as the spoken year published or computed."""
        if self.whole is None:
            return {}
        is_ours = self.year in self.whole.computed
        codes = self.topic.scope.codes if is_ours else (self.whole.code or "",)
        own = {y: v for y, v in self.whole.values.items() if (y in self.whole.computed) == is_ours}
        ids = self.whole.parts if is_ours and self.whole.parts else (self.row.indicator_id,)
        return self._exact(self.topic.sound(own, codes), ids, codes)

    @cached_property
    def apart(self) -> Mapping[str, Values]:
        """The values of each owner, in the years that may be compared."""
        return {one.region_code: self.exact(one.region_code) for one in self.owners}

    def exact(self, code: str) -> Values:
        """The published values of a region, the three or the nation that may be compared."""
        sound = self.topic.sound(self.topic.columns[code], [code])
        return self._exact(sound, (self.row.indicator_id,), (code,))

    @cached_property
    def base(self) -> int | None:
        """The year that is compared with, of the regions as of what they make together: the first
        of the choice, else the first that no break parts from the spoken one; None where nothing
        can be compared."""
        if not self.is_level:
            return None
        own, shared = self.together, self._shared()
        both = [y for y in own if y in shared]
        years = both if self.year in both and len(both) > 1 else list(own or shared)
        known = [y for y in years if y <= self.year]
        return base_year(known, self.topic.breaks, self.topic.start) if self.year in known else None

    @property
    def of_owners(self) -> "Subject":
        """The same about the regions alone, where all that have values have a later one than what
        they make together."""
        columns = [self.topic.columns[one.region_code] for one in self.owners]
        years = measures.common_years(values for values in columns if values)
        is_later = bool(years) and years[-1] > self.year
        return replace(self, whole=None, year=years[-1]) if is_later else self

    def comparable(self, values: Values, before: int | None) -> bool:
        """Whether the value of the spoken year may be set against that of another."""
        if before is None or not {before, self.year} <= values.keys():
            return False
        return values[before] > 0 and not is_broken(self.topic.breaks, before, self.year)

    def value(self, code: str, year: int) -> Cited | None:
        """The published value of a region in a year, as it is read; None without one."""
        found = observed(self.catalog, self.topic, code, year)
        return None if found is None else self.cell(self._words(found), code, year)

    def total(self, year: int) -> Cited:
        """What the regions make together in a year, as it is read. ValueError where that is
        nothing."""
        if self.whole is None:
            raise ValueError(f"{self.row.indicator_id}：各地不可合并")
        text = self._words(in_total(self.catalog, self.topic, self.whole, year))
        is_ours = year in self.whole.computed
        code = self.whole_code if is_ours else self.whole.code or JJJ
        return self.cell(text, code, year, (self.whole.formula or "") if is_ours else "")

    @property
    def whole_code(self) -> str:
        """The code that what the regions make together is cited under: the three's, a region's
        own; "" of two, which is none's."""
        scope = self.topic.scope
        if scope.is_complete:
            return JJJ
        return scope.codes[0] if len(scope.codes) == 1 else ""

    def cell(self, text: str, code: str, year: int, formula: str = "") -> Cited:
        """A number of a region and year, and how it was computed."""
        return Cited(text, self.row.indicator_id, code, written(year), formula)

    def first_figure(self, text: str) -> str:
        """A phrase with the word for first figures in place of their mark."""
        return in_words(self.catalog, self.row, text)

    def reads(self, value: float) -> float:
        """A value as it is printed: what reads the same has not moved."""
        return float(rounded(value, self.row.decimals))

    def _shared(self) -> Values:
        """The years that all owners with values have, with one value of them each: for their years
        alone."""
        held = [values for values in self.apart.values() if values]
        return {year: min(one[year] for one in held) for year in measures.common_years(held)}

    def _words(self, found: Quantity) -> str:
        return self.first_figure(found.text)

    def _exact(self, values: Values, ids: Iterable[str], codes: Iterable[str]) -> dict[int, float]:
        """The values without those made of round numbers, bounds, or another point in time."""
        names, owners = tuple(ids), tuple(codes)
        return {year: v for year, v in values.items() if not self._is_rough(names, owners, year)}

    def _is_rough(self, ids: tuple[str, ...], codes: tuple[str, ...], year: int) -> bool:
        found = (
            observations.observation(self.catalog, name, code, year)
            for name in ids
            for code in codes
        )
        return any(one is not None and (one.qualifier or one.as_of) for one in found)


def subject(catalog: Catalog, topic: Selection, frame: str = "") -> Subject | None:
    """The subject of a selection: about the last year of what its regions make together, else the
    last that all of those with values have; None where nobody has any."""
    whole = aggregate(catalog, topic)
    if whole is not None:
        return Subject(catalog, topic, whole, whole.last_year, frame)
    columns = [topic.columns[one.region_code] for one in topic.owners()]
    year = measures.latest_year([values for values in columns if values])
    return None if year is None else Subject(catalog, topic, None, year, frame)
