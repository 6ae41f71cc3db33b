"""Texts of cells with one spelling for what looks the same: widths, spaces, invisible signs."""

import re
from functools import lru_cache

# Spaces of every width, and signs that nobody sees.
SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
UNSEEN = re.compile("[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]")
# Marks of a footnote that may stand at a number or a name.
MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽❶❷❸❹❺❻❼❽❾⁰¹²³⁴⁵⁶⁷⁸⁹*※†‡"
# Full-width forms only: of compatibility forms some would turn marks into digits (12.3㉑).
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("µ"): "μ"}


@lru_cache(maxsize=20_000)  # files repeat names and periods
def folded(found: str) -> str:
    """The text with full-width signs made narrow, spaces made one each, and invisible signs left
    out."""
    return SPACES.sub(" ", UNSEEN.sub("", found).translate(NARROW)).strip()


def prose(found: str) -> str:
    """A sentence or a title as it was written, which readers are shown: full-width signs stay."""
    return SPACES.sub(" ", UNSEEN.sub("", found)).strip()


def bare(found: str) -> str:
    """The folded text without any space: for names, which yearbooks stretch (北　京)."""
    return folded(found).replace(" ", "")
