"""The query of an address: what each key may hold, how it is read, written and found wrong.

A page reads it kindly: what cannot be read falls back to a default and is remarked on (`Query`).
A program that asks wrongly is told every fault, and nothing is guessed (`faults`). Which keys a
page has is said in its room (`address.py`) and in `analysis/pages.py`.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

from data.model.periods import ANNUAL, MONTHLY, QUARTERLY, frequency, period
from data.model.periods import written as written_period

KINDS = {ANNUAL: "年份", QUARTERLY: "季度", MONTHLY: "月份"}
SHOWN = 40  # characters of a value that are repeated in a remark
LONGEST_NUMBER = 12  # digits
NAMED = 8  # values that are named where there are more


@dataclass(frozen=True, slots=True)
class Key:
    """A query key: its meaning in words and the values it may hold; `is_list`: several of
    them with commas between; `is_year`: a range of whole numbers; `longest`: instead of certain
    values any text up to so many characters; `whole`: any whole number between these two.
    `said`: how a remark names the values, where that is not simply the first of them."""

    name: str
    meaning: str
    allowed: tuple[str, ...]
    is_list: bool = False
    is_year: bool = False
    longest: int = 0
    said: str = ""
    whole: tuple[int, int] | None = None

    @property
    def choices(self) -> str:
        """What may stand there, in words."""
        more = " 等" if len(self.allowed) > NAMED else ""
        return self.said or "、".join(self.allowed[:NAMED]) + more


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one key of a query, and what may stand there."""

    error: str
    key: str
    value: str
    allowed: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The fault as the API sends it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was given, of a key that stands twice the last; `remarks` grow with
    everything that could not be read."""

    given: Mapping[str, str]
    remarks: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> "Query":
        """The query of a text, with or without its question mark. Never raises."""
        return cls(dict(parse_qsl(text.removeprefix("?"), keep_blank_values=True)))

    def one(self, key: Key) -> str | None:
        """The value of a key; None where it is not given or not allowed."""
        value = self.given.get(key.name)
        if value is None or value in key.allowed:
            return value
        self.remark(key.name, value, key.choices)
        return None

    def filled(self, key: Key) -> str | None:
        """As `one`; an empty value, as a form sends it, is none given."""
        return self.one(key) if self.given.get(key.name) else None

    def some(self, key: Key) -> tuple[str, ...]:
        """The values of a list that are allowed, in their fixed order; none where none is."""
        text = self.given.get(key.name)
        if text is None:
            return ()
        asked = {part.strip() for part in text.split(",")} - {""}
        known = tuple(value for value in key.allowed if value in asked)
        if not known or asked - set(known):
            self.remark(key.name, text, key.choices, is_partly_read=bool(known))
        return known

    def period(self, key: Key) -> int | None:
        """A year, quarter or month; None where it is not given or not allowed."""
        found = self.one(key)
        return period(found) if found else None

    def remark(self, key: str, value: str, allowed: str, is_partly_read: bool = False) -> None:
        """Say what could not be read, and what may stand there."""
        what = "有一部分无法识别，已略去" if is_partly_read else "无法识别，已改用默认值"
        self.remarks.append(f"链接中的 {key}={value[:SHOWN]} {what}。可用：{allowed}。")


def period_key(name: str, meaning: str, first: int, last: int) -> Key:
    """The key of a year, or of another period, from the first to the last."""
    every = tuple(map(written_period, range(first, last + 1)))
    kind = KINDS[frequency(first)]
    said = f"{every[0]} 到 {every[-1]} 的{kind}"
    return Key(name, meaning, every, is_year=kind == KINDS[ANNUAL], said=said)


def whole_key(name: str, meaning: str, first: int, last: int) -> Key:
    """The key of a whole number from the first to the last."""
    return Key(name, meaning, (f"{first}—{last}",), whole=(first, last))


def written(values: Mapping[str, str | None]) -> str:
    """The query of these values, "?…"; those that are empty are left out, "" without any.
    Commas and colons stay what they are: an address is also read by people."""
    kept = {key: value for key, value in values.items() if value}
    return "?" + urlencode(kept, safe=",:") if kept else ""


def faults(text: str, known: Sequence[Key]) -> tuple[Fault, ...]:
    """Everything that is wrong with a query for which only the `known` keys may stand: unknown
    or repeated keys, and values that are not allowed."""
    pairs = parse_qsl(text, keep_blank_values=True)
    by_name = {key.name: key for key in known}
    counts = Counter(name for name, _ in pairs)
    found = (_fault(by_name, counts, name, value) for name, value in pairs)
    return tuple(fault for fault in found if fault)


def _fault(
    known: Mapping[str, Key], counts: Mapping[str, int], name: str, value: str
) -> Fault | None:
    key = known.get(name)
    if key is None:
        return Fault("没有该查询参数", name, value, tuple(known))
    if counts[name] > 1:
        return Fault("该查询参数只能出现一次", name, value, key.allowed)
    return None if _holds(key, value) else Fault("没有该取值", name, value, key.allowed)


def _holds(key: Key, value: str) -> bool:
    if key.longest:
        return len(value) <= key.longest
    if key.whole:
        is_number = value.isascii() and value.isdigit() and len(value) <= LONGEST_NUMBER
        return is_number and key.whole[0] <= int(value) <= key.whole[1]
    parts: Collection[str] = [part.strip() for part in value.split(",")] if key.is_list else [value]
    return all(part in key.allowed for part in parts)
