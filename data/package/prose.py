"""Prose of the tables as it is shown: a space between numbers and Chinese characters, however it
was typed. Names and titles of publications stay as they were published."""

import re
from collections.abc import Mapping
from typing import Any

Row = dict[str, Any]

PROSE: Mapping[str, tuple[str, ...]] = {
    "breaks": ("reason_zh",),
    "survey_breaks": ("reason_zh",),
    "indicators": ("caveat", "definition_zh", "method_note"),
    "national_sums": ("note",),
    "observations": ("note",),
    "sources": ("checked_zh", "part_zh"),
    "unpublished": ("reason_zh",),
}
TITLE = re.compile("(《[^》]*》)")
SIDE = re.compile("(?<=[㐀-鿿])(?=[0-9])|(?<=[0-9%])(?=[㐀-鿿])")


def spaced(text: str) -> str:
    """The text with a space between numbers and Chinese characters, outside of titles."""
    parts = TITLE.split(text)  # every second one is a title
    return "".join(SIDE.sub(" ", part) if i % 2 == 0 else part for i, part in enumerate(parts))


def spaced_tables(tables: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """The tables with their prose spaced; a cell without a value stays as it is."""
    return {name: _spaced(rows, PROSE.get(name, ())) for name, rows in tables.items()}


def _spaced(rows: list[Row], columns: tuple[str, ...]) -> list[Row]:
    if not columns:
        return rows
    return [{**row, **{c: spaced(row[c]) for c in columns if row.get(c)}} for row in rows]
