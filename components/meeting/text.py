"""Texts for the stage: sentences in their clauses, and the line under a slide."""

import re
from collections.abc import Iterator, Sequence

from components.unbroken import unbroken

CLAUSE = re.compile("(?<=[，；：。])")
FOOT_ROOM = 122  # full-width characters in the two lines under a slide
ELSEWHERE = "其余说明见讲稿窗口。"


def parts(sentence: str) -> list[str]:
    """The clauses of a sentence, each with the sign at its end."""
    return list(filter(None, CLAUSE.split(sentence)))


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
    room = FOOT_ROOM - width(source)
    is_short = sum(map(width, footnotes)) <= room
    kept = [*footnotes] if is_short else [*_fitting(footnotes, room - width(ELSEWHERE)), ELSEWHERE]
    return unbroken("\u3000".join(filter(None, [source, "".join(kept)])))


def _fitting(texts: Sequence[str], room: float) -> Iterator[str]:
    """The texts that fit, each whole, in their order."""
    for text in texts:
        if width(text) <= room:
            room -= width(text)
            yield text


def width(text: str) -> float:
    """How wide a text is, in full-width characters."""
    return sum(1.0 if ord(character) > 0x2013 else 0.58 for character in text)
