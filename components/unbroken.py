"""Texts in which a number is never parted from its unit at the end of a line, nor a date in two."""

import re
from typing import Any

from dash import html

UNIT = re.compile("(?<=[0-9])[ \u2009](?=\\S)")
SPACE = re.compile("(?<=[0-9%]) (?=\\S)|(?<=\\S) (?=[0-9-])|\u2009")
DATE = re.compile(r"(?<!\d)(\d{4}-\d{2}(?:-\d{2})?(?:\.\d+)?(?: \d{2}:\d{2})?)(?!\d)")
HYPHEN = re.compile(r"(?<=\d)-(?=\d)")


def with_units(text: str) -> str:
    """The text of a page: no line breaks between a number and what follows it."""
    return UNIT.sub("\u00a0", text)


def dated(text: str) -> list[Any]:
    """The text of a page, each date in it (2026-11-28, with a time, or as a version) an element
    that stays on one line. What is copied from the page is the text."""
    parts = DATE.split(text)
    return [
        html.Span(part, className="whole-date") if at % 2 else part
        for at, part in enumerate(parts)
        if part
    ]


def unbroken(text: str) -> str:
    """The text of the stage: no line breaks at spaces beside digits, nor at hyphens of dates."""
    tied = SPACE.sub("\u00a0", text.replace("） ", "）"))
    return HYPHEN.sub("\u2060-\u2060", tied)
