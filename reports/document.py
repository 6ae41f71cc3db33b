"""JSON: the rows of a report under English names, and what must be known about them."""

from dataclasses import asdict
from typing import Any

import orjson

from reports.records import Part, Record, Report, unit


def document(report: Report) -> bytes:
    """The report as JSON, indented, UTF-8."""
    return orjson.dumps(content(report), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def content(report: Report) -> dict[str, Any]:
    """`metadata` (title, filters in words, data version, one entry a series) and
    `observations`. What is not known or does not apply is null, never "" or 0."""
    return {
        "metadata": {
            "title": report.title,
            "filters": "；".join(f"{label}：{words}" for label, words in report.filters),
            "data_version": report.data_version,
            "data_digest": report.data_digest,
            "series": [_series(part) for part in report.parts],
        },
        "observations": [_observation(record) for record in report.records],
    }


def _observation(record: Record) -> dict[str, Any]:
    return {name: None if value == "" else value for name, value in asdict(record).items()}


def _series(part: Part) -> dict[str, Any]:
    found = part.study
    row = found.indicator
    return {
        "indicator_id": row.indicator_id,
        "name_zh": row.name_zh,
        "name_en": row.name_en,
        "title": found.title,
        "subtitle": found.subtitle,
        "scale": found.desk.scale,
        "scale_name": part.scale,
        "is_computed": found.is_computed,
        "formula": found.formula or None,
        "unit": unit(found) or None,
        "notes": [*found.notes, *found.evidence.notes],
        "caveat": found.evidence.caveat or None,
        "sources": list(found.evidence.sources),
        "publishers": list(found.evidence.publishers),
        "breaks": [
            {"before": b.before, "after": b.after, "reason": b.reason_zh} for b in found.breaks
        ],
        "citation": found.citation,
        "absence": found.absence or None,
    }
