"""A report as JSON: how it was made, so that it can be worked on again, and what it says."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from analysis.document.document import Document, Figure, Section, Sentence
from reports.json import written

FORMAT = "jing-jin-ji-report-1"  # assets/reports/own.js opens what is of it


def report_json(document: Document, query: str, own: Sequence[tuple[str, str]] = ()) -> bytes:
    """`query` opens the report again, with what was left out and added, `own` is what was added
    beside it (section and sentence); `sections` are its text,
    each sentence with the cells of its numbers. What is not there is null."""
    return written(
        {
            "format": FORMAT,
            "query": query,
            "own": [list(one) for one in own],
            "metadata": {
                "title": document.title,
                "subtitle": document.subtitle or None,
                "filters": document.filter_text,
                "mark": document.mark or None,
                "data_version": document.version,
                "data_digest": document.digest,
                "data_address": document.address,
                "sources": list(document.sources),
                "notes": list(document.remarks),
            },
            "lead": [_sentence(one) for one in document.lead],
            "sections": [_section(one) for one in document.sections],
        }
    )


def _section(one: Section) -> dict[str, Any]:
    return {
        "key": one.key,
        "level": one.level,
        "heading": one.heading,
        "sentences": [_sentence(said) for said in one.sentences],
        "figures": [_figure(shown) for shown in one.figures],
    }


def _sentence(one: Sentence) -> dict[str, Any]:
    cells = [{k: v or None for k, v in asdict(cell).items()} for cell in one.cells]
    return {"key": one.key, "text": one.text, "is_own": one.is_own, "cells": cells}


def _figure(shown: Figure) -> dict[str, Any]:
    table = shown.table
    return {
        "key": shown.key,
        "title": shown.title,
        "subtitle": shown.subtitle or None,
        "columns": list(table.columns) if table else [],
        "rows": [list(row) for row in table.rows] if table else [],
        "footnotes": list(shown.footnotes),
        "source": shown.source or None,
    }
