"""The same digits in two places: what may have been copied into the wrong row."""

from collections.abc import Iterable, Mapping

from analysis.changes.draft import REPEATED, Doubt, Draft
from analysis.series.observations import Key
from data.model.periods import per_year

FEW, MANY = 4, 5  # significant digits: of the same value close by, and of the same digits anywhere
TEXT = "与{place}的{what}相同（{value}），请核对是否重复录入。"


def doubts(draft: Draft) -> Iterable[Doubt]:
    """The values that stand a second time in the same indicator: the same value of another region
    in the period or of the region a year before or after, or the same digits anywhere."""
    by_digits = _by_digits(draft)
    for key in draft.fresh:
        own = digits(draft.values[key])
        others = by_digits[key[0], own] if len(own) >= FEW else ()
        found = next(
            (other for other in others if other != key and _is_one(draft, key, other)), None
        )
        if found:
            is_equal = draft.values[found] == draft.values[key]
            what = "数值" if is_equal else "数字"
            place = draft.place(found).partition("，")[2]
            text = TEXT.format(place=place, what=what, value=draft.text(found))
            yield Doubt(REPEATED, key, "", text)


def digits(value: float) -> str:
    """The significant digits of a number: 1234 of 12.34 and of 1,234,000."""
    mantissa = f"{abs(value):.10e}".partition("e")[0]
    return mantissa.replace(".", "").strip("0")


def _by_digits(draft: Draft) -> Mapping[tuple[str, str], list[Key]]:
    found: dict[tuple[str, str], list[Key]] = {}
    for key, value in draft.values.items():
        found.setdefault((key[0], digits(value)), []).append(key)
    return found


def _is_one(draft: Draft, key: Key, other: Key) -> bool:
    """Whether two equal values are unlikely to be so by chance: many digits, or close by."""
    if len(digits(draft.values[key])) >= MANY:
        return True
    is_beside = key[2] == other[2] or (
        key[1] == other[1] and abs(key[2] - other[2]) == per_year(key[2])
    )
    return is_beside and draft.values[key] == draft.values[other]
