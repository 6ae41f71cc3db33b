"""The mark that stands on everything the site shows and gives away: 内部资料, 征求意见稿 …

The start says it once, for all of a process, as the path under which the site stands; "" for none.
"""

LONGEST = 20

_mark = ""


class WrongMark(ValueError):
    """The mark cannot stand on a page."""


def mark_as(text: str) -> None:
    """From now on everything bears this mark. WrongMark for one that is too long for the head of a
    sheet, or has signs that cannot be printed."""
    global _mark  # one site a process, as analysis/links.py has it
    if len(text) > LONGEST or not text.isprintable():
        raise WrongMark(f"MARK={text[:40]}：应为不超过 {LONGEST} 字的标识，如 内部资料")
    _mark = text


def marked() -> str:
    """The mark, "" where there is none."""
    return _mark


def marked_name(name: str) -> str:
    """The name of a file with the mark before it, so that files bear it which have no place for it
    inside."""
    return f"{_mark}_{name}" if _mark else name
