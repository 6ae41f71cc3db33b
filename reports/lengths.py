"""How long texts are, in half characters: Chinese signs count two."""

from unicodedata import east_asian_width


def length(text: str) -> float:
    """The length of the longest line of a text."""
    return max(sum(map(_halves, line)) for line in text.split("\n"))


def _halves(sign: str) -> float:
    """How many half characters wide a sign is; capitals are wider than digits."""
    if east_asian_width(sign) in "WFA":
        return 2
    return 1.4 if sign.isupper() or sign in "%&" else 1
