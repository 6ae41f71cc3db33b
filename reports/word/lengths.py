"""How long texts are, in half characters: Chinese signs count two."""

import re
from unicodedata import east_asian_width

# A text may be broken after marks, before a bracket that follows Chinese, between Chinese and Latin
# words, after a year; elsewhere it would part a number from its unit, or a short word.
BREAKS = re.compile(
    r"(?<=[，；、：）。])|(?<![!-~])(?=（)|(?<=[\u4e00-\u9fff]) (?=[A-Za-z])|(?<=\d 年) |\n"
)
WORD = re.compile("[!-~−–]+")  # Latin letters and digits
SHORT = 16.0  # what is not longer is a clause that stays whole
PROSE = 40.0  # in longer texts clauses may be broken, words not
ENDLESS = 24.0  # a word, such as an address, that has to be broken


def length(text: str) -> float:
    """The length of the longest line of a text."""
    return max(sum(map(_halves, line)) for line in text.split("\n"))


def longest_part(text: str, has_letters: bool = False) -> float:
    """The length of the longest part of a text that should not be broken; only of those with digits
    or Latin letters, if that is asked for."""
    clauses = [] if length(text) > PROSE else [part.strip() for part in BREAKS.split(text)]
    found = [part for part in clauses if WORD.search(part) or not has_letters]
    whole = (size for size in map(length, found) if size <= SHORT)
    words = (size for size in map(length, WORD.findall(text)) if size <= ENDLESS)
    return max((*whole, *words), default=0.0)


def _halves(sign: str) -> float:
    """How many half characters wide a sign is; capitals are wider than digits."""
    if east_asian_width(sign) in "WFA":
        return 2
    return 1.4 if sign.isupper() or sign in "%&" else 1
