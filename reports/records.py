"""Records: the rows of an indicator's summary as every file carries them, and the Report."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from analysis.indicators.address import IndicatorsView
from analysis.indicators.metadata import break_text
from analysis.indicators.summary import IndicatorSummary, against, indicator_summary
from analysis.indicators.values import Datum
from analysis.series.frames import FULL_NAMES
from analysis.state.scope import scope
from analysis.text.periods import years
from data.model.catalog import Catalog, Observation, Qualifier
from data.model.observations import PROVISIONAL
from data.model.periods import written, year_of
from reports.columns import Columns, FileColumn

TOGETHER = "的数值为本站计算："  # how analysis.series.columns begins the note on a sum or ratio
GUARD_DIGITS = 2  # a computed number keeps so many decimals more than the screen shows


@dataclass(frozen=True, slots=True)
class Record:
    """One row: an indicator in a region and period (ISO 8601; 2026-Q2 and 2026-06 are counted from
    January), with all that must be known about it.

    `value` is None where there is none or nothing can be computed (`note` says which); a published
    value stands in the unit it was published in, never shortened. `text` is the phrase the page
    shows, `as_of` a point in time that is not the year's end. `status` (SDMX CL_OBS_STATUS; of
    what is made of first figures theirs) and `trust` are codes, else empty for computed values;
    their `_name` is the word for it. Texts are "" where there is nothing to say.
    """

    indicator_id: str
    indicator: str
    region_code: str
    region: str
    year: int
    period: str
    value: float | None
    text: str
    qualifier: str
    as_of: str
    unit: str
    scale: str
    is_computed: bool
    formula: str
    status: str
    status_name: str
    trust: str
    trust_name: str
    source: str
    publisher: str
    note: str


COLUMNS: Columns = (
    FileColumn("指标编号", 24, "indicator_id"),
    FileColumn("指标", 24, "indicator"),
    FileColumn("地区代码", 10, "region_code"),
    FileColumn("地区", 10, "region"),
    FileColumn("年份", 8, "year"),
    FileColumn("期间", 10, "period"),
    FileColumn("数值", 14, "value"),
    FileColumn("限定词", 8, "qualifier"),
    FileColumn("时点（非年末）", 16, "as_of"),
    FileColumn("单位", 12, "unit"),
    FileColumn("数值形式", 14, "scale"),
    FileColumn("是否计算", 10, "is_computed"),
    FileColumn("计算公式", 30, "formula"),
    FileColumn("数据状态", 14, ("status", "status_name")),
    FileColumn("可信度", 28, ("trust", "trust_name")),
    FileColumn("来源", 40, "source"),
    FileColumn("发布单位", 24, "publisher"),
    FileColumn("备注", 50, "note"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One study of a report and its rows, in the order of the study's data."""

    study: IndicatorSummary
    scale: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What one address takes away: filters in words, data version, a part for each indicator."""

    title: str
    filters: tuple[tuple[str, str], ...]
    data_version: str
    data_digest: str
    parts: tuple[Part, ...]
    address: str = ""  # under which the same numbers stay

    @property
    def records(self) -> tuple[Record, ...]:
        """The rows of all parts."""
        return tuple(record for part in self.parts for record in part.records)


def report(catalog: Catalog, chosen: IndicatorsView) -> Report:
    """The report of a desk; what the page of the same address shows."""
    studies = (indicator_summary(catalog, chosen), against(catalog, chosen))
    parts = tuple(_part(catalog, found) for found in studies if found is not None)
    first = parts[0]
    return Report(
        title=first.study.title,
        filters=_filters(catalog, chosen, parts),
        data_version=catalog.version,
        data_digest=catalog.digest,
        parts=parts,
    )


def plain_number(value: float) -> str:
    """The number with a full stop, without separators or exponent: 3000, 3278.4."""
    return f"{Decimal(repr(value)).normalize() + 0:f}"


def _part(catalog: Catalog, found: IndicatorSummary) -> Part:
    scale = next(offer.name for offer in found.offers if offer.is_chosen)
    records = tuple(_record(catalog, found, scale, datum) for datum in (*found.data, *found.others))
    return Part(found, scale, records)


def _record(catalog: Catalog, found: IndicatorSummary, scale: str, datum: Datum) -> Record:
    seen = datum.observation
    is_computed = found.is_computed or (datum.value is not None and seen is None)
    is_made = seen is None and datum.is_provisional and datum.value is not None
    basis = found.evidence if is_computed and datum.value is not None else None
    documents, bodies = (basis.documents, basis.publishers) if basis else ((), ())
    return Record(
        indicator_id=found.indicator.indicator_id,
        indicator=found.indicator.name_zh,
        region_code=datum.region.region_code,
        region=datum.region.name_zh,
        year=year_of(datum.year),
        period=written(datum.year),
        value=_value(catalog, found, datum),
        text=datum.text,
        unit=unit(found),
        scale=scale,
        is_computed=is_computed,
        formula=_formula(found, datum) if is_computed else "",
        source=seen.source.document if seen else "；".join(d.document for d in documents),
        publisher=seen.source.publisher_zh if seen else "；".join(bodies),
        note="；".join(_notes(found, datum)),
        **standing(catalog, seen, PROVISIONAL if is_made else ""),
    )


def standing(catalog: Catalog, seen: Observation | None, made_of: str = "") -> dict[str, str]:
    """The qualifier of a published value, its point in time, its status and how far it is trusted,
    each with its name, as fields of a row; of a computed value the status it is `made_of`."""
    if seen is None:
        names = ("qualifier", "as_of", "status", "status_name", "trust", "trust_name")
        status = {"status": made_of, "status_name": catalog.names.get(("obs_status", made_of), "")}
        return dict.fromkeys(names, "") | status
    return {
        "qualifier": word(seen.qualifier),
        "as_of": seen.as_of,
        "status": seen.status,
        "status_name": catalog.names["obs_status", seen.status],
        "trust": seen.trust,
        "trust_name": catalog.names["trust", seen.trust],
    }


def _formula(found: IndicatorSummary, datum: Datum) -> str:
    """How a computed value came about: what was put together, and the scale's formula. Beside
    published values only those of the three together are computed besides, and it is the notes
    that say how."""
    if found.formula or datum.formula:
        return "；".join(filter(None, [datum.formula, found.formula]))
    said = (note.partition(TOGETHER)[2].removesuffix("。") for note in found.notes)
    return "；".join(formula for formula in said if formula)


def unit(found: IndicatorSummary) -> str:
    """The unit of a study's numbers in a file: the published one, never shortened."""
    return found.unit if found.is_computed else found.indicator.unit_zh


def decimals(found: IndicatorSummary) -> int:
    """The decimals of a study's numbers in a file, in that unit."""
    return found.decimals if found.is_computed else found.indicator.decimals


def _value(catalog: Catalog, found: IndicatorSummary, datum: Datum) -> float | None:
    """As published; a computed value rounded half up, so that no digits are pretended."""
    if datum.observation is not None:
        return datum.observation.value
    if datum.value is None:
        return None
    rows = catalog.units.get(unit(found), ())  # 万件 on the page, 件 in the file
    factor = next((row.scale for row in rows if row.scaled_zh == found.unit), 1.0)
    return rounded(datum.value * factor, decimals(found))


def rounded(value: float, decimals: int) -> float:
    """A computed value with a few decimals more than the screen shows, rounded half up."""
    step = Decimal(1).scaleb(-decimals - GUARD_DIGITS)
    return float(Decimal(repr(value)).quantize(step, rounding=ROUND_HALF_UP))


def word(qualifier: Qualifier | None) -> str:
    """The word that belongs to a number (近, 多, 超过, 约); "" where there is none."""
    if qualifier is None:
        return ""
    return f"{qualifier.prefix_zh or ''}{qualifier.suffix_zh or ''}"


def _notes(found: IndicatorSummary, datum: Datum) -> list[str]:
    """Why there is no value, the remark on the value, and the break before its year."""
    notes = []
    if datum.value is None:
        notes.append(datum.text)
    elif datum.observation is not None:
        own = datum.observation
        date = f"截至 {own.as_of}" if own.as_of else ""
        notes += [text for text in (date, own.note, own.conflict) if text]
    notes += [break_text(row) for row in found.breaks if row.after == datum.year]
    return notes


def _filters(
    catalog: Catalog, chosen: IndicatorsView, parts: tuple[Part, ...]
) -> tuple[tuple[str, str], ...]:
    """What is filtered, as pairs of a label and its words."""
    first = parts[0]
    own = scope(catalog, chosen.view.regions)
    beside = [region for region in first.study.regions if region not in own.everyone]
    pairs = [
        ("主题", catalog.themes[first.study.indicator.theme].name_zh),
        ("指标", first.study.indicator.name_zh),
        ("地区", "、".join(region.name_zh for region in own.regions)),
        ("并列", "、".join(region.name_zh for region in beside)),
        ("年份", years(chosen.view.start, chosen.view.end)),
        ("口径", first.scale),
        ("对照指标", parts[1].study.indicator.name_zh if len(parts) > 1 else ""),
        ("对照范围", FULL_NAMES.get(first.study.state.frame, "")),
    ]
    return tuple((label, words) for label, words in pairs if words)
