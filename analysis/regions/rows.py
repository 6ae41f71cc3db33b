"""The rows of a Profile: one headline indicator of a region beside the other two."""

from dataclasses import dataclass

from analysis.series import observations
from analysis.series.absence import absence
from analysis.series.breaks import is_broken
from analysis.series.cards import Card, Trail
from analysis.series.changes import Change
from analysis.series.distribution import position
from analysis.series.evidence import Evidence, evidence
from analysis.series.quantities import PERCENT_UNITS, POINTS, Quantity
from analysis.series.selection import Selection, observed, selection
from analysis.state.scope import whole_scope
from analysis.state.view import View, choices
from analysis.text.periods import period_text, span_text
from analysis.text.provisional import in_words, word
from data.model.catalog import NATION, Catalog, Region

SHARE_FORMULA = "占三地 = 本地区 ÷ 三地合计 × 100%"
CHANGE_FORMULAS = {"%": "（本年 ÷ 上年 − 1）× 100%", POINTS: "本年 − 上年"}


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark of a row's dot plot: whose it is, the value in the row's unit (None: none is held
    for the row's year) and the phrase a reader sees."""

    slug: str
    label: str
    value: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One headline indicator of a region.

    `quantity`, `year` and `change` are the region's latest within the range; `dots` are all
    three regions (and the nation where its size can stand beside them) in that same year;
    `share` is in percent of the three, computed, None where it means nothing or one of the
    three is missing. Without a value of its own these are empty, `absence` says so and
    `stand_in` is the only published value in words ("" if there is none).
    """

    indicator: str
    name: str
    name_en: str
    quantity: Quantity | None
    year: int | None
    change: Change | None
    dots: tuple[Dot, ...]
    share: float | None
    trails: tuple[Trail, ...]
    publisher: str
    notes: tuple[str, ...]
    absence: str
    stand_in: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Face:
    """An indicator's card for the region alone, and its selection with all three regions, so
    that a row has one unit; `year` is None where the region has no value of its own."""

    card: Card
    topic: Selection
    year: int | None


def face(catalog: Catalog, region: Region, card: Card, span: tuple[int, int]) -> Face:
    """What a row is made of: the region's card, and the same indicator of all three."""
    everyone = whole_scope(catalog).slugs
    topic = selection(catalog, View(everyone, "", card.indicator, *span), card.indicator)
    return Face(card, topic, card.year if topic.has(region.region_code) else None)


def row(catalog: Catalog, region: Region, shown: Face, end: int) -> Row:
    """The row of one indicator; `end` is the last chosen year, to say what is not there yet."""
    if shown.year is None:
        return _row_without_value(catalog, region, shown, end)
    card, topic, year = shown.card, shown.topic, shown.year
    dots = _dots(catalog, topic, year)
    beside = [*_gaps(catalog, topic, dots, year), *_break_note(topic, year)]
    return Row(
        indicator=card.indicator,
        name=card.title,
        name_en=card.title_en,
        quantity=observed(catalog, topic, region.region_code, year),
        year=year,
        change=card.change,
        dots=dots,
        share=topic.shares[region.region_code].get(year),
        trails=card.trails,
        publisher=card.publisher,
        notes=(
            *filter(None, [position(catalog, topic, region.region_code, year)]),
            *_lateness(catalog, topic, [region.region_code], (year, end)),
            *beside,
            *_status(catalog, card, region),
            *([card.conflict] if card.conflict else []),
        ),
        absence="",
        stand_in="",
        evidence=evidence(catalog, topic, [region.region_code], [year]),
    )


def _row_without_value(catalog: Catalog, region: Region, shown: Face, end: int) -> Row:
    """That the region has no value, and the three's or the nation's where only they have one."""
    card, topic = shown.card, shown.topic
    reading = card.readings[0] if card.readings else None
    notes: tuple[str, ...] = ()
    proof = evidence(catalog, topic, [], [])
    stand_in = ""
    if reading is not None and reading.quantity is not None and card.year is not None:
        owner = catalog.regions[reading.slug]
        value = in_words(catalog, topic.indicator, reading.quantity.text)
        stand_in = f"{period_text(card.year)}{owner.name_zh} {value}"
        span = (card.year, end)
        late = _lateness(catalog, topic, [owner.region_code], span)
        notes = (*late, *_status(catalog, card, owner))
        proof = evidence(catalog, topic, [owner.region_code], [card.year])
    # "only the three's" would be untrue where one of the other two has a value
    is_plain = topic.has_regions or not stand_in
    years = range(topic.start, topic.end + 1)
    why = absence(catalog, card.indicator, [region.region_code], years)
    return Row(
        indicator=card.indicator,
        name=card.title,
        name_en=card.title_en,
        quantity=None,
        year=None,
        change=None,
        dots=(),
        share=None,
        trails=(),
        publisher=card.publisher,
        notes=notes,
        absence=f"所选年份{why}" if is_plain else card.scope,
        stand_in=stand_in,
        evidence=proof,
    )


def _dots(catalog: Catalog, topic: Selection, year: int) -> tuple[Dot, ...]:
    """The three regions, and the nation where it can stand beside them, in one year."""
    dots = []
    for region in topic.owners(with_nation=topic.is_comparable):
        value = topic.columns[region.region_code].get(year)
        phrase = observed(catalog, topic, region.region_code, year)
        if phrase is None and region.region_code == NATION:
            continue
        dots.append(
            Dot(
                slug=region.slug,
                label=region.short_zh,
                value=value / topic.shown.divisor if value is not None else None,
                text=phrase.text
                if phrase
                else absence(catalog, topic.indicator.indicator_id, [region.region_code], [year]),
            )
        )
    return tuple(dots)


def _lateness(
    catalog: Catalog, topic: Selection, codes: list[str], span: tuple[int, int]
) -> list[str]:
    """That there is nothing after the row's year, up to the last chosen one; said only of rows
    older than the year that most headlines reach, as each row has its year beside its value."""
    year, end = span
    if year >= min(end, choices(catalog).usual_year):
        return []
    why = absence(catalog, topic.indicator.indicator_id, codes, range(year + 1, end + 1))
    return [f"{span_text(year + 1, end)}{why}"]


def _gaps(catalog: Catalog, topic: Selection, dots: tuple[Dot, ...], year: int) -> list[str]:
    """Which of the others has no value in the year of the row."""
    missing = [dot for dot in dots if dot.value is None]
    if not missing:
        return []
    codes = [catalog.regions[dot.slug].region_code for dot in missing]
    why = absence(catalog, topic.indicator.indicator_id, codes, [year])
    return [f"{'、'.join(dot.label for dot in missing)} {period_text(year)}{why}"]


def _break_note(topic: Selection, year: int) -> list[str]:
    """Why there is no change on the year before although there may be a value."""
    row, is_cut = topic.indicator, is_broken(topic.breaks, year - 1, year)
    may_change = row.growth_allowed or row.unit_zh in PERCENT_UNITS
    return ["与上年口径不同，不计算增减"] if is_cut and may_change else []


def _status(catalog: Catalog, card: Card, owner: Region) -> list[str]:
    """What the value is if not a normal one: provisional, an estimate. How far it is trusted
    stands in the row's evidence."""
    found = observations.observation(catalog, card.indicator, owner.region_code, card.year or 0)
    if found is None or found.status == "A":
        return []
    if found.is_provisional:
        return [f"{word(catalog.indicators[card.indicator])}数"]
    return [catalog.names["obs_status", found.status]]
