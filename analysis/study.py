"""The Study: everything one desk shows, computed once from Catalog and Desk.

Charts, table, files and API draw from the same Study, so that they cannot differ.
"""

from dataclasses import dataclass, field, replace

from analysis import sentences
from analysis.derived import derived
from analysis.desk import Desk
from analysis.evidence import Evidence, evidence
from analysis.lineup import Derived
from analysis.quantities import Quantity, number, quantity
from analysis.scales import SCALES, refusal, scale_name
from analysis.subject import Subject, subject
from data.catalog import JJJ, Break, Catalog, Indicator, Observation, Region

NO_VALUE = "未公布"
NOT_COMPUTABLE = "无法计算"


@dataclass(frozen=True, slots=True)
class Datum:
    """One number of a study: region, year, value in the shown unit (None: not published or not
    computable), the phrase a reader sees, and the observation it is (None where computed)."""

    region: Region
    year: int
    value: float | None
    text: str
    observation: Observation | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A scale as the control shows it: key, name, whether it is the chosen one, why not offered."""

    key: str
    name: str
    is_chosen: bool
    refusal: str


@dataclass(frozen=True, slots=True)
class Study:
    """What a desk shows. `desk` has the scale really used: a refused one falls back to published
    and is remarked on. `data` is every region x year, region-major, years ascending."""

    desk: Desk
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
    subtitle: str
    breaks: tuple[Break, ...]
    notes: tuple[str, ...]
    evidence: Evidence
    citation: str
    absence: str
    remarks: tuple[str, ...]
    _places: dict[tuple[str, int], Datum] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the data by region and year."""
        places = {(d.region.region_code, d.year): d for d in self.data}
        object.__setattr__(self, "_places", places)

    def datum(self, region_code: str, year: int) -> Datum | None:
        """The number of a region in a year; None where the study has no such place."""
        return self._places.get((region_code, year))


def study(catalog: Catalog, chosen: Desk) -> Study:
    """The study of a desk; every number on a page of this desk comes from here."""
    topic = subject(catalog, chosen.view, chosen.view.indicator)
    row = topic.indicator
    reasons = {key: refusal(catalog, topic, key) for key in SCALES}
    reason = reasons[chosen.scale]
    used = replace(chosen, scale="published") if reason else chosen
    numbers = derived(catalog, topic, used.scale, used.base)
    years = numbers.filled_years
    regions = tuple(catalog.region(code) for code in numbers.columns)
    proof = _evidence(catalog, topic, numbers, years)
    return Study(
        desk=used,
        indicator=row,
        offers=tuple(
            Offer(key, scale_name(row, key), key == used.scale, reasons[key]) for key in SCALES
        ),
        regions=regions if years else (),
        years=years,
        data=_data(catalog, topic, numbers) if years else (),
        unit=numbers.unit,
        decimals=numbers.decimals,
        formula=numbers.formula,
        is_computed=used.scale != "published",
        title=_title(topic, numbers, used),
        subtitle=_subtitle(topic, numbers, used),
        breaks=tuple(
            b for b in topic.breaks if b.before >= chosen.view.start and b.after <= chosen.view.end
        ),
        notes=numbers.notes,
        evidence=proof,
        citation=_citation(catalog, topic, numbers, used, proof),
        absence="" if years else _absence(catalog, topic, chosen),
        remarks=(f"“{scale_name(row, chosen.scale)}”不适用：{reason}已改用公布值。",)
        if reason
        else (),
    )


def against(catalog: Catalog, chosen: Desk) -> Study | None:
    """The study of the second indicator, at its published values; None where there is none."""
    if chosen.against is None:
        return None
    theme = catalog.indicators[chosen.against].theme
    return study(catalog, Desk(replace(chosen.view, theme=theme, indicator=chosen.against)))


def _evidence(
    catalog: Catalog, topic: Subject, numbers: Derived, years: tuple[int, ...]
) -> Evidence:
    """The sources of what is shown and of all it was computed from."""
    codes = dict.fromkeys([*numbers.columns, *numbers.codes])
    ids = dict.fromkeys([topic.indicator.indicator_id, *numbers.parts])
    return evidence(catalog, topic, codes, dict.fromkeys([*years, *numbers.years]), ids)


def _data(catalog: Catalog, topic: Subject, numbers: Derived) -> tuple[Datum, ...]:
    name = topic.indicator.indicator_id
    data = []
    for code, values in numbers.columns.items():
        region = catalog.region(code)
        is_published = code in numbers.published
        for year in numbers.filled_years:
            own = catalog.observations.get((name, code, year))
            shown = own if is_published else None
            value = values.get(year)
            text = _phrase(topic, numbers, value, shown)
            if value is None and own is None and (is_published or code != JJJ):
                text = NO_VALUE
            data.append(Datum(region, year, value, text, shown))
    return tuple(data)


def _phrase(topic: Subject, numbers: Derived, value: float | None, own: Observation | None) -> str:
    """The number as it is read: a published one with its qualifier, a computed one rounded."""
    if own is not None:
        return quantity(own.value, topic.shown, own.qualifier).text
    if value is None:
        return NOT_COMPUTABLE
    text = number(value, numbers.decimals)
    return text if "=100" in numbers.unit else Quantity(text, numbers.unit).text


def _title(topic: Subject, numbers: Derived, used: Desk) -> str:
    """A sentence where one can be made, else the indicator's name with the scale."""
    name, row = topic.indicator.short_zh, topic.indicator
    if used.scale == "published":
        return sentences.trend_title(topic) if topic.has_regions else name
    if used.scale == "share3":
        return _share_title(topic, numbers)
    if used.scale == "growth":
        return f"{name}：{_span(numbers, used)} 年{scale_name(row, used.scale)}"
    return f"{name}：{scale_name(row, used.scale)}"


def _share_title(topic: Subject, numbers: Derived) -> str:
    """Who has the largest share of the chosen regions in the last year that has shares."""
    year = numbers.filled_years[-1]
    shares = {r.short_zh: numbers.columns[r.region_code].get(year, 0.0) for r in topic.regions}
    who = max(shares, key=lambda name: shares[name])
    part = number(shares[who], 1)
    return f"{sentences.year_text(year)}{who}占三地{topic.indicator.short_zh}的 {part}%"


def _span(numbers: Derived, used: Desk) -> str:
    """The years shown: those of the view, or the two that an average growth is taken between."""
    if used.scale == "growth":
        return sentences.years(numbers.years[0], numbers.years[-1])
    return sentences.years(used.view.start, used.view.end)


def _subtitle(topic: Subject, numbers: Derived, used: Desk) -> str:
    """Unit, price basis, scale, years: 2013=100，现价，指数（名义，计算），2013–2024."""
    row = topic.indicator
    price = {"current": "现价", "constant": "不变价"}.get(row.price_basis)
    name = scale_name(row, used.scale)
    if used.scale != "published":
        name = name.replace("）", "，计算）") if "（" in name else f"{name}（计算）"
    return "，".join(part for part in (numbers.unit, price, name, _span(numbers, used)) if part)


def _citation(
    catalog: Catalog, topic: Subject, numbers: Derived, used: Desk, proof: Evidence
) -> str:
    """After GB/T 7714 for data sets: publisher. title[DS]. indicator, years. version."""
    years = numbers.filled_years
    if not years:
        return ""
    publishers = "，".join(proof.publishers[:3]) + ("，等" if len(proof.publishers) > 3 else "")
    titles = "；".join(proof.sources[:2])
    titles += f"等 {len(proof.sources)} 处" if len(proof.sources) > 2 else ""
    name, span = topic.indicator.short_zh, sentences.years(years[0], years[-1])
    if used.scale != "published":
        name += f"：{scale_name(topic.indicator, used.scale)}（据公布值计算）"
    if used.scale == "growth":
        span = _span(numbers, used)
    version = f"数据版本 {catalog.version}（{catalog.digest}）"
    return f"{publishers}. {titles}[DS]. {name}, {span}. 京津冀产业协同发展监测, {version}."


def _absence(catalog: Catalog, topic: Subject, used: Desk) -> str:
    """Why there is nothing: the years asked for against the years that exist."""
    known = catalog.panels[topic.indicator.indicator_id].dropna(how="all").index
    span = sentences.years(int(known.min()), int(known.max()))
    asked = sentences.years(used.view.start, used.view.end)
    return f"{asked} 年没有已公布的数值；这项指标的数据在 {span} 年。"
