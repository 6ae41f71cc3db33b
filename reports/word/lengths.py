"""What of a text stays whole in a narrow column."""

import re
from collections.abc import Sequence

from reports.lengths import length

# A text may be broken after marks, before a bracket that follows Chinese, between Chinese and Latin
# words, after a year; elsewhere it would part a number from its unit, or a short word.
BREAKS = re.compile(
    r"(?<=[，；、：）。])|(?<![!-~])(?=（)|(?<=[\u4e00-\u9fff]) (?=[A-Za-z])|(?<=\d 年) |\n"
)
LETTERS = "[!-~−–]+"  # Latin letters and digits
# What LibreOffice does not break, or breaks where it should not.
WORD = re.compile(f"{LETTERS}(?:[、—]{LETTERS})*(?:（{LETTERS}）)?")
UNIT = re.compile("(?<=[0-9])[ \u2009](?=[^\\s0-9])")
SHORT = 16.0  # what is not longer is a clause that stays whole
PROSE = 40.0  # texts that are longer: clauses may be broken, words not
LINE = 14.0  # of prose: shorter lines are not read
ENDLESS = 24.0  # a word, such as an address, that has to be broken


def longest_parts(texts: Sequence[str]) -> tuple[float, float]:
    """The length of the longest part of texts that should not be broken, and of that of those
    with digits or Latin letters; of prose a short line."""
    words = [size for text in texts for size in map(length, WORD.findall(text)) if size <= ENDLESS]
    is_prose = any(length(text) > PROSE for text in texts)
    every = [] if is_prose else [part.strip() for text in texts for part in BREAKS.split(text)]
    clauses = [part for part in every if length(part) <= SHORT]
    lettered = [*words, *(length(part) for part in clauses if WORD.search(part))]
    lettered += [LINE] if is_prose else []
    return max((*lettered, *map(length, clauses)), default=0.0), max(lettered, default=0.0)


def with_units(text: str) -> str:
    """A text in which a number and its unit stay on one line."""
    return UNIT.sub("\u00a0", text)
