"""Marks: what can be said of an indicator without a target: direction, pace, evidence."""

from dataclasses import dataclass, replace

from analysis.context import remembered
from analysis.plan.direction import PLAN_START, Mark, since_2022, since_base
from analysis.plan.pace import SHOWN_DECIMALS, pace, refusal, speed
from analysis.series import observations
from analysis.series.breaks import segments, since_break
from analysis.series.cards import Trail
from analysis.series.observations import Values
from analysis.series.quantities import Quantity, number, rounded
from analysis.series.selection import Selection, observed, selection
from analysis.state.view import View
from data.model.catalog import Catalog, Indicator, Observation, Region
from data.model.plan import Pace
from data.model.sources import Source


@dataclass(frozen=True, slots=True)
class RegionMarks:
    """One region's last value in the view's years, and its marks; `rate` is the average annual
    growth in percent as it is (not turned to the wanted direction) over `pace_years`."""

    code: str
    slug: str
    label: str
    value: Quantity | None
    year: int | None
    since_base: Mark
    since_2022: Mark
    pace: Pace | None
    rate: float | None
    pace_reason: str | None
    pace_text: str
    pace_years: tuple[int, int] | None

    @property
    def spans_note(self) -> str:
        """Why direction and pace go opposite ways where they do: they are of other years."""
        mark = self.since_base
        way = {"up": 1, "down": -1}.get(mark.arrow or "", 0)
        if self.rate is None or self.pace_years is None or way * round(self.rate, 2) >= 0:
            return ""
        first, last = self.pace_years
        return f"起止年份不同：方向 {mark.since}—{mark.until} 年，速度 {first}—{last} 年"


@dataclass(frozen=True, slots=True)
class EvidenceMark:
    """Who published the last values, how old they are, their trust class (B if any is B), in how
    many of the view's years anyone shown has a value, and the documents of the last values."""

    publisher: str
    last_year: int | None
    age: int | None
    trust: str
    trust_zh: str
    years: int
    text: str
    documents: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorMarks:
    """An indicator's marks for the view's regions; `scope` says whose values they are where no
    region has its own (仅有京津冀数, 仅有全国数), "" otherwise; `wholes` are the ids of the
    indicators it is a part of."""

    indicator: Indicator
    regions: tuple[RegionMarks, ...]
    evidence: EvidenceMark
    trails: tuple[Trail, ...]
    scope: str
    wholes: tuple[str, ...]


def marks(catalog: Catalog, view: View, indicator_id: str) -> IndicatorMarks:
    """The marks of an indicator in a view; KeyError for an unknown indicator."""
    return _marks(catalog, replace(view, theme="", indicator=""), indicator_id)


@remembered(4096)  # the tasks share indicators, and most views of the page all of them
def _marks(catalog: Catalog, view: View, indicator_id: str) -> IndicatorMarks:
    topic = selection(catalog, view, indicator_id)
    owners = topic.owners() or topic.scope.regions
    own = [topic.columns[r.region_code] for r in owners]
    regions = tuple(_region(catalog, topic, *pair) for pair in zip(owners, own, strict=True))
    return IndicatorMarks(
        indicator=topic.indicator,
        regions=regions,
        evidence=_evidence(catalog, topic, regions, len(set().union(*own))),
        trails=tuple(
            Trail(
                region.slug,
                segments(values, topic.breaks),
                topic.provisional[region.region_code],
            )
            for region, values in zip(owners, own, strict=True)
            if values
        ),
        scope=topic.only,
        wholes=_wholes(catalog, topic.indicator),
    )


def _wholes(catalog: Catalog, row: Indicator) -> tuple[str, ...]:
    """The indicator that this one is a part of, and what that is a part of, upwards."""
    found: list[str] = []
    while row.part_of:
        found.append(row.part_of)
        row = catalog.indicators[row.part_of]
    return tuple(found)


def _region(catalog: Catalog, topic: Selection, region: Region, values: Values) -> RegionMarks:
    code, row = region.region_code, topic.indicator
    rough = _rough_years(catalog, row, code, values)
    span = (topic.start, topic.end)
    years = since_break(values, topic.breaks)
    year = years[-1] if years else None
    first = topic.provisional[code]
    mark = observations.provisional_mark(catalog) if year in first else ""
    later = _marked(since_2022(row, topic.breaks, values, span, rough), mark)
    found = speed(row, years, values) if not rough else None
    reason = refusal(row, years, values) or (
        "数值中有约数或上下限，不计算年均增速。" if rough else ""
    )
    reached = pace(found.rate, row.direction, catalog.plan.paces) if found else None
    if reached and reached.minimum is not None and later.tone == "bad":
        found, reached, reason = None, None, f"{PLAN_START} 年以来未朝期望方向变动，不评速度。"
    return RegionMarks(
        code=code,
        slug=region.slug,
        label=region.short_zh,
        value=observed(catalog, topic, code, year) if year else None,
        year=year,
        since_base=_marked(since_base(row, topic.breaks, values, span, rough), mark),
        since_2022=later,
        pace=reached,
        rate=found.rate if found else None,
        pace_reason=reason or None,
        pace_text=f"{_pace_text(found.rate, found.years)}{mark}" if found else "",
        pace_years=found.years if found else None,
    )


def _marked(found: Mark, mark: str) -> Mark:
    """What is said of a movement, with the mark of the first figure that it ends with."""
    return replace(found, text=f"{found.text}{mark}") if found.arrow and mark else found


def _rough_years(catalog: Catalog, row: Indicator, code: str, values: Values) -> frozenset[int]:
    """The years whose value stands with a qualifier: a bound or a round number."""
    found = {y: observations.observation(catalog, row.indicator_id, code, y) for y in values}
    return frozenset(year for year, one in found.items() if one and one.qualifier)


def _pace_text(rate: float, years: tuple[int, int]) -> str:
    """2014—2024 年年均下降 9.32%（以 2013 年为基期）."""
    first, last = years
    text = number(abs(rate), SHOWN_DECIMALS)
    word = (
        "持平" if not rounded(rate, SHOWN_DECIMALS) else f"{'增长' if rate > 0 else '下降'} {text}%"
    )
    return f"{first + 1}—{last} 年年均{word}（以 {first} 年为基期）"


def _evidence(
    catalog: Catalog, topic: Selection, regions: tuple[RegionMarks, ...], years: int
) -> EvidenceMark:
    name = topic.indicator.indicator_id
    ends = [(r.code, r.year) for r in regions if r.year is not None]
    found = [o for end in ends if (o := observations.observation(catalog, name, *end))]
    last = max((year for _, year in ends), default=None)
    if last is None:
        return EvidenceMark("", None, None, "", "", 0, "所选年份的数值本站未收录")
    trust = max(o.trust for o in found)
    now = catalog.version[: len("2024")]
    age = int(now) - last if now.isdecimal() and len(now) == len("2024") else None
    publisher = _publisher(found)
    old = f"，数据滞后 {age} 年" if age else ""
    return EvidenceMark(
        publisher=publisher,
        last_year=last,
        age=age,
        trust=trust,
        trust_zh=catalog.names["trust", trust],
        years=years,
        text=f"{publisher}，最新 {last} 年{old}，{trust} 级，{years} 年有数值",
        documents=tuple({o.source.citation: o.source for o in found}.values()),
    )


def _publisher(found: list[Observation]) -> str:
    names = list(dict.fromkeys(o.source.publisher_zh for o in found))
    return names[0] + ("等" if len(names) > 1 else "")
