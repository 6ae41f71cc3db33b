"""Texts for the stage: a number is never parted from its unit at the end of a line."""

import re
from collections.abc import Sequence

SPACE = re.compile("(?<=[0-9%]) (?=\\S)|(?<=\\S) (?=[0-9-])|\u2009")
HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
FOOT_ROOM = 122  # full-width characters in the two lines under a slide
ELSEWHERE = "其余说明见备注。"


def unbroken(text: str) -> str:
    """The text with spaces beside digits, and hyphens of dates, that no line breaks at."""
    tied = SPACE.sub("\u00a0", text.replace("） ", "）"))
    return HYPHEN.sub("\u2060-\u2060", tied)


def fresh(sentence: str, title: str) -> str:
    """The sentence without what the title says already; "" where nothing is left."""
    _, _, found = title.partition("：")
    left = sentence.replace(f"：{found}", "") if found else sentence
    return "" if left.rstrip("。") == title.rstrip("。") else left


def clauses(sentence: str) -> str:
    """What a finding adds after its first clause: the number is already on the stage."""
    return "；".join(sentence.rstrip("。").split("；")[1:])


def foot(source: str, footnotes: Sequence[str]) -> str:
    """The source and as many whole footnotes as two lines hold; where some are left out, the
    last words say where they are."""
    kept, left = [source], FOOT_ROOM - width(source)
    for at, text in enumerate(footnotes):
        reserve = width(ELSEWHERE) if at + 1 < len(footnotes) or len(kept) <= at else 0
        if width(text) + reserve <= left:
            kept.append(text)
            left -= width(text)
    if len(kept) <= len(footnotes):
        kept.append(ELSEWHERE)
    return unbroken("\u3000".join([kept[0], "".join(kept[1:])]) if kept[1:] else source)


def width(text: str) -> float:
    """How wide a text is, in full-width characters."""
    return sum(1.0 if ord(character) > 0x2013 else 0.58 for character in text)
