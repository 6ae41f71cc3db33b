"""The IndicatorSummary: everything one desk shows, computed once from Catalog and IndicatorsView.

Charts, table, files and API draw from the same IndicatorSummary, so that they cannot differ.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

from analysis.indicators import captions
from analysis.indicators.address import IndicatorsView
from analysis.series import observations
from analysis.series.absence import absence
from analysis.series.breaks import between
from analysis.series.columns import Numbers
from analysis.series.evidence import Evidence, evidence
from analysis.series.growth import base_years
from analysis.series.quantities import Quantity, number, part, quantity
from analysis.series.reasons import clash
from analysis.series.scales import SCALES, numbers_of, refusal, scale_name
from analysis.series.selection import Selection, selection
from analysis.text.periods import NAMES, period_text
from analysis.text.provisional import hollow_note, word
from data.model.catalog import JJJ, Break, Catalog, Indicator, Observation, Region
from data.model.periods import written

NOT_COMPUTABLE = "无法计算"
QUOTIENTS = {"ratio", "intensity"}  # their vintage is that of the quotient, published as one


@dataclass(frozen=True, slots=True)
class Datum:
    """One number of a study: region, year, value in the shown unit (None: none is held, or not
    computable), the phrase a reader sees, the observation it is (None where computed), and the
    mark at the end of the phrase: of a computed number that of the values of its own year; whether
    it is a first figure or made of one."""

    region: Region
    year: int
    value: float | None
    text: str
    observation: Observation | None
    mark: str = ""
    is_provisional: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A scale as the control shows it: key, name, whether it is the chosen one, why not offered."""

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
    `span` their years."""

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

    def datum(self, region_code: str, year: int) -> Datum | None:
        """The number of a region in a year; None where the study has no such place."""
        return self._places.get((region_code, year))


def indicator_summary(catalog: Catalog, chosen: IndicatorsView) -> IndicatorSummary:
    """The study of a desk; every number on a page of this desk comes from here."""
    topic = selection(catalog, chosen.view, chosen.view.indicator)
    row = topic.indicator
    reasons = {key: refusal(catalog, topic, key) for key in SCALES}
    reason = reasons[chosen.scale]
    used = replace(chosen, scale="published") if reason else chosen
    numbers = numbers_of(catalog, topic, used.scale, used.base)
    if used.scale == "index" and used.base not in (None, *numbers.years):
        used = replace(used, base=None)  # the numbers' own notes say which year stands in
    if parting(catalog, chosen):
        used = replace(used, against=None)
    years = numbers.filled_years
    regions = tuple(catalog.region(code) for code in numbers.columns)
    proof = _evidence(catalog, topic, numbers, years)
    return IndicatorSummary(
        state=used,
        indicator=row,
        offers=tuple(
            Offer(key, scale_name(row, key), key == used.scale, why) for key, why in reasons.items()
        ),
        regions=regions if years else (),
        years=years,
        data=_data(catalog, topic, numbers) if years else (),
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
        remarks=_remarks(catalog, chosen, reason),
    )


def _remarks(catalog: Catalog, chosen: IndicatorsView, reason: str) -> tuple[str, ...]:
    """What of the desk was not followed, and why."""
    name = scale_name(catalog.indicators[chosen.view.indicator], chosen.scale)
    refused = f"“{name}”不适用：{reason}已改用公布值。" if reason else ""
    return tuple(filter(None, (refused, parting(catalog, chosen))))


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


def _data(catalog: Catalog, topic: Selection, numbers: Numbers) -> tuple[Datum, ...]:
    name, first = topic.indicator.indicator_id, observations.provisional_mark(catalog)
    data = []
    for code, values in numbers.columns.items():
        region = catalog.region(code)
        is_published = code in numbers.published
        for year in numbers.filled_years:
            own = observations.observation(catalog, name, code, year)
            shown = own if is_published else None
            value = values.get(year)
            mark = own.mark if shown and own else _mark(catalog, topic, numbers, (code, year))
            mark = mark if value is not None else ""
            text = _phrase(topic, numbers, value, shown, mark)
            if value is None and own is None and (is_published or code != JJJ):
                text = absence(catalog, name, [code], [year])
            is_first = bool(first) and first in mark
            data.append(Datum(region, year, value, text, shown, mark, is_first))
    return tuple(data)


def _mark(catalog: Catalog, topic: Selection, numbers: Numbers, at: tuple[str, int]) -> str:
    """The mark of a computed number: that of the values of its year it was computed from."""
    code, year = at
    ids = (topic.indicator.indicator_id, *numbers.parts)
    codes = topic.scope.whole.codes if code == JJJ else (code,)
    return observations.mark(catalog, ids, codes, year)


def _phrase(
    topic: Selection, numbers: Numbers, value: float | None, own: Observation | None, mark: str
) -> str:
    """The number as it is read: a published one with its qualifier, a computed one rounded, each
    with its mark."""
    if own is not None:
        return quantity(own.value, topic.shown, own.qualifier, mark).text
    if value is None:
        return NOT_COMPUTABLE
    if numbers.is_share:
        return part(value) + mark
    text = number(value, numbers.decimals)
    unit = "" if "=100" in numbers.unit else numbers.unit
    return Quantity(text, unit, mark=mark).text
