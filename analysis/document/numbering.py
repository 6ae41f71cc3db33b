"""The numbers of headings as official documents have them: 一、 （一） 1. （1）"""

from collections.abc import Iterable

DIGITS = "零一二三四五六七八九"
FORMS = ("{zh}、", "（{zh}）", "{n}.", "（{n}）")


def numbers(levels: Iterable[int]) -> tuple[str, ...]:
    """The number before each heading of these levels (from 1), in their order: each level counts
    anew below the next higher one. Deeper levels than the four have the last one's form."""
    counts: list[int] = []
    found = []
    for level in levels:
        depth = max(1, level)
        counts = [*counts[:depth], *[0] * (depth - len(counts))]
        counts[depth - 1] += 1
        form = FORMS[min(depth, len(FORMS)) - 1]
        found.append(form.format(zh=chinese(counts[depth - 1]), n=counts[depth - 1]))
    return tuple(found)


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese: 一, 十, 二十三."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones or not head else "")
