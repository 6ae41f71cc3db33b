"""Cards: the latest value of an indicator, or a claim of the text, ready to be shown."""

from dataclasses import dataclass

from analysis import measures
from analysis.evidence import evidence
from analysis.quantities import Quantity, Scale, number, quantity
from analysis.subject import Aggregate, Subject, aggregate, in_total, observed, subject
from analysis.view import View
from data.catalog import JJJ, NATION, Catalog, Claim

NO_VALUE = "未公布"


@dataclass(frozen=True, slots=True)
class Reading:
    """One number on a card: whose it is, and the quantity (None: not published)."""

    slug: str
    label: str
    quantity: Quantity | None


@dataclass(frozen=True, slots=True)
class Change:
    """The change on the year before: arrow (up, down, flat) and tone (good, bad, neutral)."""

    arrow: str
    tone: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Trail:
    """The small line on a card: whose it is, in pieces that may be drawn."""

    slug: str
    pieces: tuple[tuple[tuple[int, float], ...], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator's card; one reading, or one per region where they cannot be put together."""

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
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A figure of the published text with its companions and its scope in words."""

    claim_id: str
    title: str
    quantity: Quantity
    companions: tuple[str, ...]
    as_of: str
    scope: str
    note: str


def cards(catalog: Catalog, view: View) -> tuple[Card, ...]:
    """The cards of the view's theme, and of the chosen indicator if it is not among them."""
    ids = [row.indicator_id for row in catalog.headlines(view.theme)]
    if view.indicator not in ids:
        ids = [view.indicator, *ids[: 6 - 1]]
    return tuple(_card(catalog, view, indicator_id) for indicator_id in ids)


def _card(catalog: Catalog, view: View, indicator_id: str) -> Card:
    topic = subject(catalog, view, indicator_id)
    whole = aggregate(catalog, view, topic)
    change: Change | None = None
    formula = whole.formula if whole else None
    if whole is not None:
        year: int | None = int(whole.series.index.max())
        slug = topic.regions[0].slug if len(topic.regions) == 1 else "jjj"
        readings: tuple[Reading, ...] = (
            Reading(slug, whole.label, in_total(catalog, topic, whole, int(whole.series.index.max()))),
        )
        trails: tuple[Trail, ...] = (_trail(topic, slug, whole),)
        change = _change(topic, whole)
        scope = whole.label
        codes = [whole.code] if whole.code else topic.codes
    else:
        readings, trails, scope, year, codes = _apart(catalog, topic)
    proof = evidence(catalog, topic, codes, [year] if year else [])
    return Card(
        indicator=indicator_id,
        title=topic.indicator.short_zh,
        title_en=topic.indicator.short_en,
        readings=readings,
        change=change,
        trails=trails,
        scope=scope,
        formula=formula,
        year=year,
        publisher=proof.publishers[0] if proof.publishers else "",
        is_chosen=indicator_id == view.indicator,
    )


def _apart(
    catalog: Catalog, topic: Subject
) -> tuple[tuple[Reading, ...], tuple[Trail, ...], str, int | None, list[str]]:
    """Readings, trails, scope, year and codes where the regions have no common number."""
    if topic.has_regions:
        year = measures.latest_year(topic.panel[topic.codes])
        regions = topic.regions
        scope = "不可合计" if len(regions) > 1 else regions[0].short_zh
        if topic.panel.loc[year, topic.codes].isna().all():
            year = None
    else:
        code = JJJ if topic.has(JJJ) else NATION
        if not topic.has(code):
            return (), (), NO_VALUE, None, []
        regions = (catalog.region(code),)
        year = measures.latest_year(topic.panel[[code]])
        scope = "仅有三地合计数" if code == JJJ else "仅有全国数"
    readings = tuple(
        Reading(r.slug, r.short_zh, observed(catalog, topic, r.region_code, year) if year else None)
        for r in regions
    )
    trails = tuple(
        Trail(r.slug, _pieces(topic, r.region_code)) for r in regions if topic.has(r.region_code)
    )
    return readings, trails, scope, year, [r.region_code for r in regions]


def _pieces(topic: Subject, code: str) -> tuple[tuple[tuple[int, float], ...], ...]:
    pieces = measures.segments(topic.panel[code], topic.breaks)
    return tuple(tuple(piece) for piece in pieces)


def _trail(topic: Subject, slug: str, whole: Aggregate) -> Trail:
    return Trail(slug, tuple(tuple(p) for p in measures.segments(whole.series, topic.breaks)))


def _change(topic: Subject, whole: Aggregate) -> Change | None:
    row = topic.indicator
    if not row.growth_allowed:
        return None
    percent = measures.change(whole.series, topic.breaks, int(whole.series.index.max()))
    if percent is None:
        return None
    text = number(abs(percent), 1)
    arrow = "flat" if text == "0.0" else "up" if percent > 0 else "down"
    improving = {"higher_better": "up", "lower_better": "down"}.get(row.direction)
    tone = "neutral" if improving is None or arrow == "flat" else _tone(arrow, improving)
    label = "比上年（名义）" if row.growth_kind == "nominal" else "比上年"
    return Change(arrow, tone, f"{text}%", label)


def _tone(arrow: str, improving: str) -> str:
    return "good" if arrow == improving else "bad"


def claim_cards(catalog: Catalog, view: View) -> tuple[ClaimCard, ...]:
    """The claims of the theme that concern the chosen regions or the three together."""
    chosen = {r.region_code for r in catalog.provinces if r.slug in view.regions} | {JJJ}
    rows = [
        c for c in catalog.claims
        if c.theme == view.theme and c.card is not None and c.region_code in chosen
    ]
    is_part = len(view.regions) < len(catalog.provinces)
    return tuple(
        _claim_card(catalog, row, is_part) for row in sorted(rows, key=lambda c: c.card or 0)
    )


def _claim_card(catalog: Catalog, row: Claim, is_part: bool) -> ClaimCard:
    region = catalog.region(row.region_code)
    only_together = row.region_code == JJJ and is_part
    return ClaimCard(
        claim_id=row.claim_id,
        title=row.name_zh,
        quantity=claim_quantity(catalog, row),
        companions=tuple(
            (c.phrase_zh or "").format(quantity=claim_quantity(catalog, c).text)
            for c in catalog.claims if c.companion_of == row.claim_id
        ),
        as_of=row.as_of_zh or "",
        scope="仅公布三地合计" if only_together else region.short_zh,
        note=row.note_zh or "",
    )


def claim_quantity(catalog: Catalog, row: Claim) -> Quantity:
    """The claim's number as the text writes it, with its qualifier and unit."""
    qualifier = catalog.qualifiers[row.qualifier] if row.qualifier else None
    unit = row.unit_zh or ""
    decimals = 0 if row.value is None or row.value == int(row.value) else 1
    shown = Scale(unit, 1.0, decimals)
    plain = quantity(row.value or 0.0, shown, qualifier)
    if row.number_zh is None:
        return plain
    return Quantity(row.number_zh, unit, plain.prefix, plain.suffix)


