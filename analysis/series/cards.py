"""Cards: the latest value of an indicator, ready to be shown."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from analysis.context import remembered
from analysis.series.absence import NOT_HELD, absence
from analysis.series.breaks import Segment, segments
from analysis.series.changes import Change, nominal_change, published_change, real_change
from analysis.series.evidence import evidence
from analysis.series.provisional import provisional_years
from analysis.series.quantities import Quantity
from analysis.series.selection import (
    Aggregate,
    Selection,
    aggregate,
    in_total,
    observed,
    selection,
)
from analysis.state.view import View
from analysis.text.periods import period_text
from data.model.catalog import Catalog, Region

APART = "不可合计"  # said on a card of several numbers, where one alone is its region's


@dataclass(frozen=True, slots=True)
class Reading:
    """One number on a card: whose it is, and the quantity; where that is None, `absence` is what
    is said in its place. `year` is its own where that is not the card's, else None."""

    slug: str
    label: str
    quantity: Quantity | None
    absence: str = NOT_HELD
    year: int | None = None

    @property
    def text(self) -> str:
        """The quantity in words, with its year where that is its own; or that there is none."""
        if self.quantity is None:
            return self.absence
        year = f"（{period_text(self.year)}）" if self.year else ""
        return f"{self.quantity.text}{year}"


@dataclass(frozen=True, slots=True)
class Trail:
    """The small line on a card: whose it is, in pieces that may be drawn, and the years whose
    values are first figures."""

    slug: str
    pieces: tuple[Segment, ...]
    provisional: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator's card; one reading, or one per region where they cannot be put together, each
    the newest of its region; without any, `scope` says why. `year` is that of most of them,
    the newest of these. `change` leads: at constant prices where that is published; then
    `nominal` stands beside it. `conflict` is another figure published for the value shown."""

    indicator: str
    title: str
    title_en: str
    readings: tuple[Reading, ...]
    change: Change | None
    nominal: Change | None
    trails: tuple[Trail, ...]
    scope: str
    formula: str | None
    year: int | None
    publisher: str
    conflict: str = ""
    is_chosen: bool = False


def cards(catalog: Catalog, view: View) -> tuple[Card, ...]:
    """The cards of the view's theme, and of the chosen indicator if it is not among them."""
    ids = [row.indicator_id for row in catalog.headlines(view.theme)]
    if view.indicator not in ids:
        ids = [view.indicator, *ids[: 6 - 1]]
    basis = replace(view, theme="", indicator="")  # all that a card depends on, besides its own
    return tuple(
        replace(_card(catalog, basis, i), is_chosen=True)
        if i == view.indicator
        else _card(catalog, basis, i)
        for i in ids
    )


@dataclass(frozen=True, slots=True)
class _Face:
    """What a card says of its selection; `cited` are the regions whose sources it rests on, by
    the year of their values, the card's own first."""

    readings: tuple[Reading, ...]
    trails: tuple[Trail, ...]
    scope: str
    year: int | None
    cited: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    change: Change | None = None
    nominal: Change | None = None
    formula: str | None = None
    parts: tuple[str, ...] = ()


@remembered(4096)  # most cards of a view were already on the one before it
def _card(catalog: Catalog, view: View, indicator_id: str) -> Card:
    topic = selection(catalog, view, indicator_id)
    whole = aggregate(catalog, topic)
    face = _together(catalog, topic, whole) if whole else _apart(catalog, topic)
    proofs = [
        evidence(catalog, topic, codes, [year], face.parts) for year, codes in face.cited.items()
    ]
    publishers = tuple(dict.fromkeys(body for proof in proofs for body in proof.publishers))
    return Card(
        indicator=indicator_id,
        title=topic.indicator.short_zh,
        title_en=topic.indicator.short_en,
        readings=face.readings,
        change=face.change,
        nominal=face.nominal,
        trails=face.trails,
        scope=face.scope,
        formula=face.formula,
        year=face.year,
        publisher="、".join(publishers[:1]) + ("等" if len(publishers) > 1 else ""),
        conflict="；".join(other for proof in proofs for other in proof.conflicts),
    )


def _together(catalog: Catalog, topic: Selection, whole: Aggregate) -> _Face:
    """One number for the chosen regions: theirs, their sum or ratio, or the published one."""
    year, chosen = whole.last_year, topic.scope.regions
    slug = chosen[0].slug if len(chosen) == 1 else "jjj"
    is_ours = year in whole.computed
    nominal = nominal_change(catalog, topic, whole)
    real = real_change(catalog, topic, year) or (
        published_change(catalog, topic, whole.code, year) if whole.code else None
    )
    return _Face(
        readings=(Reading(slug, whole.label, in_total(catalog, topic, whole, year)),),
        trails=(
            Trail(
                slug,
                segments(whole.values, topic.breaks),
                provisional_years(catalog, topic, whole),
            ),
        ),
        scope=whole.label,
        year=year,
        cited={year: topic.scope.codes if is_ours else (whole.code or "",)},
        change=real or nominal,
        nominal=nominal if real else None,
        formula=whole.formula if is_ours else None,
        parts=whole.parts if is_ours else (),
    )


def _apart(catalog: Catalog, topic: Selection) -> _Face:
    """The regions side by side, each with its newest value; without any, the three's or the
    nation's value."""
    regions = topic.owners()
    ends = {r.region_code: max(topic.columns[r.region_code], default=None) for r in regions}
    found = [year for year in ends.values() if year is not None]
    if not found:
        years = range(topic.start, topic.end + 1)
        name = topic.indicator.indicator_id
        return _Face((), (), absence(catalog, name, topic.scope.codes, years), None)
    counts = Counter(found)
    year = max(counts, key=lambda one: (counts[one], one))
    return _Face(
        readings=tuple(_reading(catalog, topic, r, ends[r.region_code], year) for r in regions),
        trails=tuple(
            Trail(
                r.slug,
                segments(topic.columns[r.region_code], topic.breaks),
                topic.provisional[r.region_code],
            )
            for r in regions
            if topic.has(r.region_code)
        ),
        scope=topic.only or APART,
        year=year,
        cited={y: tuple(code for code in ends if ends[code] == y) for y in (year, *found)},
    )


def _reading(
    catalog: Catalog, topic: Selection, region: Region, end: int | None, year: int
) -> Reading:
    """A region's newest value, that of `end`, with its year where it is not the card's."""
    own = year if end is None else end
    return Reading(
        region.slug,
        region.short_zh,
        observed(catalog, topic, region.region_code, own),
        absence(catalog, topic.indicator.indicator_id, [region.region_code], [own]),
        own if own != year else None,
    )
