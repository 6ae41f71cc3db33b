"""Texts in which a number is never parted from its unit at the end of a line."""

import re

SPACE = re.compile("(?<=[0-9%]) (?=\\S)|(?<=\\S) (?=[0-9-])|\u2009")
HYPHEN = re.compile(r"(?<=\d)-(?=\d)")


def unbroken(text: str) -> str:
    """The text with spaces beside digits, and hyphens of dates, that no line breaks at."""
    tied = SPACE.sub("\u00a0", text.replace("） ", "）"))
    return HYPHEN.sub("\u2060-\u2060", tied)
