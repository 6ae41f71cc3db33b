"""Texts in which a number is never parted from its unit at the end of a line."""

import re

UNIT = re.compile("(?<=[0-9])[ \u2009](?=\\S)")
SPACE = re.compile("(?<=[0-9%]) (?=\\S)|(?<=\\S) (?=[0-9-])|\u2009")
HYPHEN = re.compile(r"(?<=\d)-(?=\d)")


def with_units(text: str) -> str:
    """The text of a page: no line breaks between a number and what follows it."""
    return UNIT.sub("\u00a0", text)


def unbroken(text: str) -> str:
    """The text of the stage: no line breaks at spaces beside digits, nor at hyphens of dates."""
    tied = SPACE.sub("\u00a0", text.replace("） ", "）"))
    return HYPHEN.sub("\u2060-\u2060", tied)
