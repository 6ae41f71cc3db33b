"""A draft beside the edition it is based on: what of it is new, and its values as series."""

from dataclasses import dataclass
from typing import Protocol

from analysis.changes.groups import Valued, spans_text
from analysis.changes.values import Entry, Revision, values
from analysis.series import observations
from analysis.series.observations import Key
from analysis.series.quantities import Scale, quantity
from data.model.catalog import Catalog, Indicator

SCALE, RANGE, REPEATED, PARTS, EARLY, OLD = KINDS = (
    "scale",
    "range",
    "repeated",
    "parts",
    "early",
    "old",
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why one value is asked about."""

    kind: str
    key: Key
    usual: str
    text: str


class Found(Protocol):
    """What of a draft is not as in its base."""

    @property
    def new(self) -> tuple[Entry, ...]: ...  # noqa: D102  # values that came
    @property
    def revised(self) -> tuple[Revision, ...]: ...  # noqa: D102  # values that changed


class Draft:
    """A draft: its values, also by series, and which of them are to be asked about.

    `fresh` are the keys of what is new or revised, in the order of the pages, `asked` the same as a
    set, `revised` what the base has otherwise; `on` is the day on which it is looked at."""

    def __init__(
        self, base: Catalog, draft: Catalog, found: Found | None = None, on: str = ""
    ) -> None:
        """`found` is what changed, where that is known already; `on` is ISO 8601, "" where the day
        does not matter."""
        self.on = on
        found = found or values(base, draft)
        self.catalog = draft
        self.revised = found.revised
        entries: tuple[Valued, ...] = (*found.new, *found.revised)
        self.fresh = tuple(
            (one.indicator.indicator_id, one.region.region_code, one.period) for one in entries
        )
        self.asked = frozenset(self.fresh)
        self.values = {key: one.value for key, one in observations.published(draft)}
        self.series: dict[tuple[str, str], dict[int, float]] = {}
        for (name, code, period), value in self.values.items():
            self.series.setdefault((name, code), {})[period] = value

    def row(self, key: Key) -> Indicator:
        """The indicator of a value."""
        return self.catalog.indicators[key[0]]

    def place(self, key: Key) -> str:
        """Where a value stands: 地区生产总值，北京 2025 年."""
        region = self.catalog.region(key[1]).short_zh
        return f"{self.row(key).name_zh}，{region} {spans_text([key[2]])}"

    def text(self, key: Key, value: float | None = None) -> str:
        """A value of the draft, or another one in its place, with its unit."""
        row = self.row(key)
        shown = self.values[key] if value is None else value
        return quantity(shown, Scale(row.unit_zh, 1.0, row.decimals)).text
