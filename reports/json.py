"""JSON: the rows of a report under English names, and what must be known about them."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import orjson

from analysis.indicators.summary import IndicatorSummary
from analysis.marking import marked
from reports.areas import AreasReport
from reports.changes import ChangesReport
from reports.evaluation import EvaluationReport
from reports.places import PlacesReport
from reports.profiles import ProfileReport
from reports.progress import ProgressReport
from reports.records import Part, Report, unit

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


AnyReport = (
    Report
    | ProfileReport
    | PlacesReport
    | ProgressReport
    | ChangesReport
    | AreasReport
    | EvaluationReport
)


def document(report: Report) -> bytes:
    """The report as JSON, indented, UTF-8."""
    return written(content(report))


def written(found: dict[str, Any]) -> bytes:
    """JSON to be read by people too: indented, UTF-8."""
    return orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def content(report: Report) -> dict[str, Any]:
    """`metadata` (title, filters in words, data version, one entry a series) and
    `observations`. What is not known or does not apply is null, never "" or 0."""
    return {
        "metadata": described(report),
        "observations": [entry(record) for record in report.records],
    }


def described(report: Report) -> dict[str, Any]:
    """What must be known of the values of a view, one entry a series."""
    return metadata(report, series=[_series(part) for part in report.parts])


def metadata(report: AnyReport, **more: Any) -> dict[str, Any]:
    """What must be known of a report: title, filters in words, data version with the address of
    this page in it, the mark of the site, and `more`."""
    return {
        "title": report.title,
        "filters": in_words(report.filters),
        "data_version": report.data_version,
        "data_digest": report.data_digest,
        "data_address": report.address,
        "mark": marked() or None,
        **more,
    }


def edition(report: AnyReport) -> str:
    """The data version with its digest, as workbooks show it."""
    return f"{report.data_version}（{report.data_digest}）"


def in_words(filters: tuple[tuple[str, str], ...]) -> str:
    """Filters in one line: 地区：北京市；年份：2010—2024."""
    return "；".join(f"{label}：{words}" for label, words in filters)


def entry(row: "DataclassInstance") -> dict[str, Any]:
    """A row of a report (a frozen dataclass) under its names; "" becomes null."""
    return {name: None if value == "" else value for name, value in asdict(row).items()}


def _subtitle(found: IndicatorSummary) -> str:
    """As on the page, but with the unit of the values here, which is never shortened."""
    return unit(found) + found.subtitle.removeprefix(found.unit)


def _series(part: Part) -> dict[str, Any]:
    found = part.study
    row = found.indicator
    return {
        "indicator_id": row.indicator_id,
        "name_zh": row.name_zh,
        "name_en": row.name_en,
        "title": found.title,
        "subtitle": _subtitle(found),
        "scale": found.state.scale,
        "scale_name": part.scale,
        "is_computed": found.is_computed,
        "formula": found.formula or None,
        "unit": unit(found) or None,
        "notes": [*found.notes, *filter(None, [found.standing]), *found.evidence.notes],
        "caveat": found.evidence.caveat or None,
        "sources": list(found.evidence.sources),
        "publishers": list(found.evidence.publishers),
        "breaks": [
            {"before": b.before, "after": b.after, "reason": b.reason_zh} for b in found.breaks
        ],
        "citation": found.citation,
        "absence": found.absence or None,
    }
