"""How much room a text takes in an office file: no font is at hand, so a little too much."""

from math import ceil

WIDE = 0x2000  # from here on a character is as wide as it is high, on the safe side
NARROW = 0.6  # of a digit or Latin letter, as part of the type's size
LEADING = 1.32  # the height of a line, as part of the type's size
THIN = {" ": 0.3, "\u2009": 0.2, ",": 0.3, ".": 0.3}


def width(text: str, size: float) -> float:
    """The width of a text in one line, in the unit of `size`."""
    return size * sum(
        THIN.get(sign, 1.0 if ord(sign) >= WIDE and sign not in THIN else NARROW) for sign in text
    )


def lines(text: str, size: float, room: float) -> int:
    """How many lines a text takes in a column of this width, at least one; what stands after a
    line feed begins a new one."""
    return sum(max(1, ceil(width(part, size) * 1.03 / room)) for part in text.split("\n"))


def height(text: str, size: float, room: float) -> float:
    """The height of a text in a column of this width."""
    return lines(text, size, room) * size * LEADING
