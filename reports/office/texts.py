"""How much room a text takes in an office file: no font is at hand, so a little too much."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from math import ceil

WIDE = 0x2000  # from here on a character is as wide as it is high, on the safe side
NARROW = 0.64  # of a digit or Latin letter, as part of the type's size
LEADING = 1.45  # the height of a line, as part of the type's size
JOINT = 0.18  # ems that some programs put between Chinese and other letters
FULL = 0.97  # of a line, that a text surely keeps to
RAGGED = 1.08  # lines end before their room does, where a number is not parted
DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
THIN = {" ": 0.3, "\u2009": 0.2, "\u2060": 0.0, ",": 0.3, ".": 0.3}


def width(text: str, size: float) -> float:
    """The width of a text in one line, in the unit of `size`."""
    return size * _width(text)


@lru_cache(4096)  # a table is measured in several sizes
def _width(text: str) -> float:
    parted = sum(_is_wide(a) != _is_wide(b) for a, b in pairwise(text))
    return sum(map(_ems, text)) + JOINT * parted


def _ems(sign: str) -> float:
    return THIN.get(sign, 1.0 if _is_wide(sign) else NARROW)


def _is_wide(sign: str) -> bool:
    return ord(sign) >= WIDE and sign not in THIN


def lines(text: str, size: float, room: float) -> int:
    """How many lines a text takes in a column of this width, at least one; what stands after a
    line feed begins a new one."""
    parts = (width(part, size) / room for part in text.split("\n"))
    return sum(1 if part <= FULL else ceil(part * RAGGED) for part in parts)


def height(text: str, size: float, room: float) -> float:
    """The height of a text in a column of this width."""
    return lines(text, size, room) * size * LEADING


def has_dates(texts: Iterable[str]) -> bool:
    """Whether months or days are among the texts: years beside them are dates then, no numbers."""
    return any(map(DATE.fullmatch, texts))
