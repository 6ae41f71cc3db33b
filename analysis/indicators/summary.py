"""The IndicatorSummary: everything one desk shows, computed once from Catalog and IndicatorsView.

Charts, table, files and API draw from the same IndicatorSummary, so that they cannot differ.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from analysis.indicators import captions
from analysis.indicators.address import IndicatorsView
from analysis.indicators.framing import distribution_of, refusals
from analysis.indicators.values import Datum, data, others
from analysis.series import observations
from analysis.series.breaks import between
from analysis.series.columns import Numbers
from analysis.series.distribution import Distribution
from analysis.series.evidence import Evidence, evidence
from analysis.series.framed import beside
from analysis.series.frames import NAMES as FRAMES
from analysis.series.frames import owner
from analysis.series.growth import base_years
from analysis.series.reasons import clash
from analysis.series.scales import SCALES, numbers_of, refusal, scale_name
from analysis.series.selection import Selection, selection
from analysis.text.periods import NAMES, period_text
from analysis.text.provisional import hollow_note, word
from data.model.catalog import Break, Catalog, Indicator, Region
from data.model.periods import written

QUOTIENTS = {"ratio", "intensity"}  # their vintage is that of the quotient, published as one


@dataclass(frozen=True, slots=True)
class Offer:
    """A scale, or a frame, as its control shows it: key, name, whether it is the chosen one, why
    not offered."""

    key: str
    name: str
    is_chosen: bool
    refusal: str


@dataclass(frozen=True, slots=True)
class IndicatorSummary:
    """What a desk shows. `desk` is what is really shown: a refused scale falls back to published,
    a base year without values to the automatic one, a second indicator of another vintage to
    none. `data` is every region x year, region-major, years ascending. `bases` are the years
    that can be the index's base, `basis` says what the numbers are (unit, price basis, scale),
    `span` their years; `frames` are what the regions may be seen against, `distribution` the
    provinces of the nation where these are chosen, `others` the data of those beside them."""

    state: IndicatorsView
    indicator: Indicator
    offers: tuple[Offer, ...]
    regions: tuple[Region, ...]
    years: tuple[int, ...]
    data: tuple[Datum, ...]
    unit: str
    decimals: int
    formula: str
    is_computed: bool
    title: str
    basis: str
    span: str
    breaks: tuple[Break, ...]
    notes: tuple[str, ...]
    evidence: Evidence
    citation: str
    absence: str
    bases: tuple[int, ...]
    remarks: tuple[str, ...]
    frames: tuple[Offer, ...] = ()
    distribution: Distribution | None = None
    others: tuple[Datum, ...] = ()
    _places: dict[tuple[str, int], Datum] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the data by region and year."""
        places = {(d.region.region_code, d.year): d for d in self.data}
        object.__setattr__(self, "_places", places)

    @property
    def subtitle(self) -> str:
        """Unit, price basis, scale, years: 2013 年=100，现价，指数（名义，计算），2013—2024 年."""
        return "，".join(part for part in (self.basis, self.span) if part)

    @property
    def hollow(self) -> str:
        """What ends the subtitle of lines: ；空心为初步核算数; "" where nothing is."""
        is_first = any(d.is_provisional for d in self.data)
        return f"；{hollow_note(self.indicator)}" if is_first else ""

    def dated(self, year: int) -> str:
        """A year in running text, with the word where a number of it is a first figure."""
        is_first = any(d.is_provisional for d in self.data if d.year == year)
        return f"{period_text(year)}{f'（{word(self.indicator)}）' if is_first else ''}"

    @property
    def common_year(self) -> int | None:
        """The last year in which every region has a value, else the last with any."""
        by_year = Counter(datum.year for datum in self.data if datum.value is not None)
        full = [year for year, count in by_year.items() if count == len(self.regions)]
        return max(full or by_year, default=None)

    @property
    def file_name(self) -> str:
        """Under what name its numbers and pictures are kept, without an ending."""
        scale = next(offer.name for offer in self.offers if offer.is_chosen)
        span = "-".join(map(written, (self.state.view.start, self.state.view.end)))
        name = f"京津冀监测_{self.indicator.short_zh}_{scale}_{span}"
        return name.replace("/", "每")  # 元/人

    @property
    def standing(self) -> str:
        """Where the regions stand among the provinces of the nation, and when; "" unless these are
        what they are seen against."""
        found = self.distribution
        return "" if found is None else f"{self.standing_period}，{found.told}"

    @property
    def standing_period(self) -> str:
        """When the provinces stand as they do; an average growth is of its years. "" without."""
        found = self.distribution
        if found is None:
            return ""
        return self.span if self.state.scale == "growth" else period_text(found.period)

    def datum(self, region_code: str, year: int) -> Datum | None:
        """The number of a region in a year; None where the study has no such place."""
        return self._places.get((region_code, year))


def indicator_summary(catalog: Catalog, chosen: IndicatorsView) -> IndicatorSummary:
    """The study of a desk; every number on a page of this desk comes from here."""
    topic = selection(catalog, chosen.view, chosen.view.indicator)
    reasons = {key: refusal(catalog, topic, key) for key in SCALES}
    used = replace(chosen, scale="published") if reasons[chosen.scale] else chosen
    plain = numbers_of(catalog, topic, used.scale, used.base)
    frames = refusals(catalog, topic, used.scale, plain)
    used = _held(catalog, used, plain, frames)
    numbers = beside(catalog, topic, used.scale, plain, used.frame)
    years = numbers.filled_years
    proof = _evidence(catalog, topic, numbers, years)
    every = distribution_of(catalog, topic, used.scale, plain, used.frame)
    return IndicatorSummary(
        state=used,
        indicator=topic.indicator,
        offers=tuple(
            Offer(key, scale_name(topic.indicator, key), key == used.scale, why)
            for key, why in reasons.items()
        ),
        regions=tuple(owner(catalog, code) for code in numbers.columns) if years else (),
        years=years,
        data=data(catalog, topic, numbers),
        unit=numbers.unit,
        decimals=numbers.decimals,
        formula=numbers.formula,
        is_computed=used.scale != "published",
        title=captions.title(topic, numbers, used),
        basis=captions.basis(topic, numbers, used),
        span=captions.span(numbers, used),
        breaks=between(topic.breaks, chosen.view.start, chosen.view.end),
        notes=numbers.notes,
        evidence=proof,
        citation=captions.citation(catalog, topic, numbers, used, proof),
        absence="" if years else captions.absence(catalog, topic, chosen),
        bases=base_years(topic) if used.scale == "index" else (),
        remarks=_remarks(catalog, chosen, reasons[chosen.scale], frames.get(chosen.frame, "")),
        frames=tuple(Offer(k, FRAMES[k], k == used.frame, why) for k, why in frames.items()),
        distribution=every,
        others=others(catalog, topic, plain, every),
    )


def _held(
    catalog: Catalog, used: IndicatorsView, numbers: Numbers, frames: Mapping[str, str]
) -> IndicatorsView:
    """The desk without what does not hold: a base year without values (the numbers' own notes say
    which stands in), a second indicator of another vintage, a frame."""
    is_based = used.scale != "index" or used.base in (None, *numbers.years)
    return replace(
        used,
        base=used.base if is_based else None,
        against=None if parting(catalog, used) else used.against,
        frame="" if frames.get(used.frame) else used.frame,
    )


def _remarks(
    catalog: Catalog, chosen: IndicatorsView, reason: str, frame_reason: str
) -> tuple[str, ...]:
    """What of the desk was not followed, and why."""
    name = scale_name(catalog.indicators[chosen.view.indicator], chosen.scale)
    refused = f"“{name}”不适用：{reason}已改用公布值。" if reason else ""
    unframed = f"“{FRAMES[chosen.frame]}”不适用：{frame_reason}" if frame_reason else ""
    return tuple(filter(None, (refused, parting(catalog, chosen), unframed)))


def parting(catalog: Catalog, chosen: IndicatorsView) -> str:
    """Why the second indicator must not stand beside the first, in one sentence; "" if it may."""
    if chosen.against is None:
        return ""
    one, other = catalog.indicators[chosen.view.indicator], catalog.indicators[chosen.against]
    kind = chosen.view.frequency
    if kind not in observations.spans(catalog, chosen.against):
        return f"“{other.short_zh}”没有按{NAMES[kind]}的数值；只有同一频率的指标可以对照。"
    is_quotient = {one.measure_type, other.measure_type} & QUOTIENTS
    if is_quotient or not clash(one, other):
        return ""
    return f"“{one.short_zh}”和“{other.short_zh}”是同一核算的不同版本，口径不一，不作对照。"


def against(catalog: Catalog, chosen: IndicatorsView) -> IndicatorSummary | None:
    """The study of the second indicator, at its published values; None where there is none."""
    if chosen.against is None or parting(catalog, chosen):
        return None
    theme = catalog.indicators[chosen.against].theme
    return indicator_summary(
        catalog, IndicatorsView(replace(chosen.view, theme=theme, indicator=chosen.against))
    )


def _evidence(
    catalog: Catalog, topic: Selection, numbers: Numbers, years: tuple[int, ...]
) -> Evidence:
    """The sources of what is shown and of all it was computed from."""
    codes = dict.fromkeys([*numbers.columns, *numbers.codes])
    ids = dict.fromkeys([topic.indicator.indicator_id, *numbers.parts])
    return evidence(catalog, topic, codes, dict.fromkeys([*years, *numbers.years]), ids)
