"""Cards: the latest value of an indicator, ready to be shown."""

from dataclasses import dataclass, replace

from analysis.context import remembered
from analysis.series import measures
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
from data.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Reading:
    """One number on a card: whose it is, and the quantity; where that is None, `absence` is what
    is said in its place."""

    slug: str
    label: str
    quantity: Quantity | None
    absence: str = NOT_HELD

    @property
    def text(self) -> str:
        """The quantity in words, or that there is none."""
        return self.quantity.text if self.quantity else self.absence


@dataclass(frozen=True, slots=True)
class Trail:
    """The small line on a card: whose it is, in pieces that may be drawn, and the years whose
    values are first figures."""

    slug: str
    pieces: tuple[Segment, ...]
    provisional: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator's card; one reading, or one per region where they cannot be put together;
    without any, `scope` says why. `change` leads: at constant prices where that is published; then
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
    """What a card says of its selection; `codes` are the regions whose sources it rests on."""

    readings: tuple[Reading, ...]
    trails: tuple[Trail, ...]
    scope: str
    year: int | None
    codes: tuple[str, ...]
    change: Change | None = None
    nominal: Change | None = None
    formula: str | None = None
    parts: tuple[str, ...] = ()


@remembered(4096)  # most cards of a view were already on the one before it
def _card(catalog: Catalog, view: View, indicator_id: str) -> Card:
    topic = selection(catalog, view, indicator_id)
    whole = aggregate(catalog, topic)
    face = _together(catalog, topic, whole) if whole else _apart(catalog, topic)
    proof = evidence(catalog, topic, face.codes, [face.year] if face.year else [], face.parts)
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
        publisher="、".join(proof.publishers[:1]) + ("等" if len(proof.publishers) > 1 else ""),
        conflict="；".join(proof.conflicts),
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
        codes=topic.scope.codes if is_ours else (whole.code or "",),
        change=real or nominal,
        nominal=nominal if real else None,
        formula=whole.formula if is_ours else None,
        parts=whole.parts if is_ours else (),
    )


def _apart(catalog: Catalog, topic: Selection) -> _Face:
    """The regions side by side in one year; without any, the three's or the nation's value."""
    regions = topic.owners()
    codes = tuple(r.region_code for r in regions)
    year = measures.latest_year(topic.columns[code] for code in codes)
    if year is None:
        years = range(topic.start, topic.end + 1)
        name = topic.indicator.indicator_id
        return _Face((), (), absence(catalog, name, topic.scope.codes, years), None, ())
    return _Face(
        readings=tuple(
            Reading(
                r.slug,
                r.short_zh,
                observed(catalog, topic, r.region_code, year),
                absence(catalog, topic.indicator.indicator_id, [r.region_code], [year]),
            )
            for r in regions
        ),
        trails=tuple(
            Trail(
                r.slug,
                segments(topic.columns[r.region_code], topic.breaks),
                topic.provisional[r.region_code],
            )
            for r in regions
            if topic.has(r.region_code)
        ),
        scope=topic.only or "不可合计",
        year=year,
        codes=codes,
    )
