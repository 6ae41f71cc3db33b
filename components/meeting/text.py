"""The line under a slide of the stage."""

from collections.abc import Iterator, Sequence

from components.unbroken import unbroken

FOOT_ROOM = 122  # full-width characters in the two lines under a slide
ELSEWHERE = "其余说明见讲稿窗口。"


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
