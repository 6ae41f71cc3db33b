"""Cards: the latest value of an indicator, ready to be shown."""

from dataclasses import dataclass, replace

from analysis.context import remembered
from analysis.series import measures
from analysis.series.absence import NOT_HELD, absence
from analysis.series.breaks import Segment, segments
from analysis.series.evidence import evidence
from analysis.series.quantities import (
    PERCENT_UNITS,
    POINTS,
    Quantity,
    number,
)
from analysis.series.selection import (
    Aggregate,
    Selection,
    aggregate,
    in_total,
    observed,
    selection,
)
from analysis.state.view import View
from data.model.catalog import Catalog, Indicator


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
class Change:
    """The change on the year before: arrow (up, down, flat) and tone (good, bad, neutral), the
    phrase without its sign, and `amount`, the number itself, signed and not rounded, in `unit`
    (%, of percentages 个百分点)."""

    arrow: str
    tone: str
    text: str
    label: str
    amount: float
    unit: str = "%"


@dataclass(frozen=True, slots=True)
class Trail:
    """The small line on a card: whose it is, in pieces that may be drawn."""

    slug: str
    pieces: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator's card; one reading, or one per region where they cannot be put together;
    without any, `scope` says why. `conflict` is another figure published for the value shown."""

    indicator: str
    title: str
    title_en: str
    readings: tuple[Reading, ...]
    change: Change | None
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
    return _Face(
        readings=(Reading(slug, whole.label, in_total(catalog, topic, whole, year)),),
        trails=(Trail(slug, segments(whole.values, topic.breaks)),),
        scope=whole.label,
        year=year,
        codes=(whole.code,) if whole.code else topic.scope.codes,
        change=_change(topic, whole),
        formula=whole.formula,
        parts=whole.parts,
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
            Trail(r.slug, segments(topic.columns[r.region_code], topic.breaks))
            for r in regions
            if topic.has(r.region_code)
        ),
        scope=topic.only or "不可合计",
        year=year,
        codes=codes,
    )


def _change(topic: Selection, whole: Aggregate) -> Change | None:
    """In percent, of percentages in percentage points."""
    row, year = topic.indicator, whole.last_year
    if row.unit_zh in PERCENT_UNITS:
        step = measures.differences(whole.values, topic.breaks).get(year)
        return None if step is None else _moved(row, step, max(row.decimals, 1), POINTS)
    percent = measures.changes(whole.values, topic.breaks).get(year)
    if percent is None or not row.growth_allowed:
        return None
    return _moved(row, percent, 1, "%")


def _moved(row: Indicator, amount: float, decimals: int, unit: str) -> Change:
    text = number(abs(amount), decimals)
    arrow = "flat" if float(text.replace(",", "")) == 0 else "up" if amount > 0 else "down"
    improving = {"higher_better": "up", "lower_better": "down"}.get(row.direction)
    tone = "neutral" if improving is None or arrow == "flat" else _tone(arrow, improving)
    label = "比上年（名义）" if unit == "%" and row.growth_kind == "nominal" else "比上年"
    return Change(arrow, tone, Quantity(text, unit).text, label, amount, unit)


def _tone(arrow: str, improving: str) -> str:
    return "good" if arrow == improving else "bad"
