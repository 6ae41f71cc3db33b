"""Quantities: numbers as people read them, inseparable from unit and qualifier."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # slides and text documents are written without the tables being read
    from data.model.catalog import Qualifier, Unit

THIN_SPACE = "\u2009"
MINUS = "\u2212"  # of numbers that are read; files and programs have theirs as numbers
UNSPACED = ("%", "‰")
POINTS = "个百分点"
PERCENT_UNITS = frozenset({"%", "百分点"})  # a change or a gap of these is in percentage points
INDEX_UNITS = ("上年=100", "2014 年=100", "2010 年=100")


@dataclass(frozen=True, slots=True)
class Scale:
    """The unit values are shown in: `value / divisor`, with so many decimals."""

    unit: str
    divisor: float
    decimals: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number ready to be read: 近 | 3,000 | 家, or | 1,100 | 多家. `mark` follows the whole:
    12.4 百万吨（估）."""

    number: str
    unit: str
    prefix: str = ""
    suffix: str = ""
    mark: str = ""

    @property
    def text(self) -> str:
        """The whole phrase; a thin space before the unit, none before %."""
        if self.unit in INDEX_UNITS:
            return f"{self.prefix}{self.number}{self.mark}"
        tail = self.suffix + self.unit
        is_tight = self.unit in UNSPACED or not self.number[-1:].isdigit()  # 9 万户
        gap = "" if is_tight or not tail else THIN_SPACE
        lead = f"{self.prefix}{THIN_SPACE}" if self.prefix else ""
        return f"{lead}{self.number}{gap}{tail}{self.mark}"

    @property
    def bare(self) -> str:
        """The phrase for where the unit stands beside it: 1,100多, 12.4（估）."""
        return f"{self.prefix}{self.number}{self.suffix}{self.mark}"


def gap_unit(unit: str) -> str:
    """The unit of the difference of two values: 个百分点 of percentages, else their own."""
    return POINTS if unit in PERCENT_UNITS else unit


def rounded(value: float, decimals: int) -> Decimal:
    """The value rounded half up, as it is shown."""
    step = Decimal(1).scaleb(-decimals)
    # + 0 turns a rounded -0 into 0
    return Decimal(repr(float(value))).quantize(step, rounding=ROUND_HALF_UP) + 0


def number(value: float, decimals: int) -> str:
    """The value with thousands separators, rounded half up as statistics are, with a minus sign
    and no hyphen."""
    return f"{rounded(value, decimals):,}".replace("-", MINUS)


def part(percent: float) -> str:
    """A part of a whole, in percent with one decimal: 41.2%; 不足 0.1% where that would read as
    nothing, 无 where it is nothing."""
    if percent == 0:
        return "无"
    text = number(percent, 1)
    return "不足 0.1%" if text == "0.0" and percent > 0 else f"{text}%"


def without_unit(text: str, unit: str, mark: str = "") -> str:
    """The phrase of a quantity without its unit, where that stands beside it; the qualifier and
    the mark stay with their number: 1,100 多, 近 3,000, 12.4（估）."""
    return text.removesuffix(mark).removesuffix(unit).rstrip(THIN_SPACE) + mark


def scale(
    largest: float,
    unit: str,
    decimals: int,
    units: Mapping[str, tuple["Unit", ...]],
    smallest: float | None = None,
) -> Scale:
    """The unit to show values in whose largest is `largest`: 万件 instead of 573,000 件. No unit
    in which the `smallest` that is not 0 would read as 0."""
    fitting = (_scaled(row, decimals) for row in units.get(unit, ()) if largest >= row.threshold)
    plain = Scale(unit, 1.0, decimals)  # also of NaN: nothing to shorten
    return next((found for found in fitting if _is_seen(smallest, found)), plain)


def _scaled(row: "Unit", decimals: int) -> Scale:
    if row.scale < 1:  # 百万吨 in 万吨: as many digits as before, none more
        return Scale(row.scaled_zh, row.scale, max(decimals + round(log10(row.scale)), 0))
    return Scale(row.scaled_zh, row.scale, max(decimals, 2))


def _is_seen(value: float | None, shown: Scale) -> bool:
    return value is None or rounded(value / shown.divisor, shown.decimals) != 0


def quantity(
    value: float, shown: Scale, qualifier: "Qualifier | None" = None, mark: str = ""
) -> Quantity:
    """The quantity of a value, in the scale's unit, with its qualifier and the mark of its status.

    A qualified whole number gets no decimals: 约 13,000, not 约 13,000.0.
    """
    is_rough = qualifier is not None and value == int(value) and shown.divisor == 1
    return Quantity(
        number=number(value / shown.divisor, 0 if is_rough else shown.decimals),
        unit=shown.unit,
        prefix=(qualifier.prefix_zh or "") if qualifier else "",
        suffix=(qualifier.suffix_zh or "") if qualifier else "",
        mark=mark,
    )
