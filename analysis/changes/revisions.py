"""A revised value: both numbers with as many decimals as tell them apart, and how far one is from
the other."""

from dataclasses import dataclass

from analysis.series.quantities import (
    INDEX_UNITS,
    MINUS,
    PERCENT_UNITS,
    POINTS,
    THIN_SPACE,
    Scale,
    number,
    quantity,
)
from data.model.catalog import Indicator, Observation

MOST_DECIMALS = 8
LEAST_PERCENT = 0.01  # what is less than that is not shown as nothing
OF_UNIT = {  # differences that are no part of the earlier value
    **dict.fromkeys(PERCENT_UNITS, POINTS),
    **dict.fromkeys(INDEX_UNITS, "点"),
    "‰": "个千分点",
}
Rows = tuple[Indicator, Indicator]  # as the earlier edition has it, and the later


@dataclass(frozen=True, slots=True)
class Change:
    """The later value less the earlier one, in `unit` (个百分点 of percentages, 点 of indices),
    with so many decimals; and in percent of the earlier value where that means something: not of
    percentages and indices, nor where one of them is zero or they have different signs."""

    amount: float
    unit: str
    decimals: int
    percent: float | None = None

    @property
    def text(self) -> str:
        """The difference with its sign and unit: +1,017.3 亿元, -0.2 个百分点."""
        return f"{signed(self.amount, self.decimals)}{THIN_SPACE}{self.unit}"

    @property
    def percent_text(self) -> str:
        """The difference in percent: -0.08%; 不足 0.01% where that would read as nothing, ""
        where percent mean nothing."""
        if self.percent is None:
            return ""
        if abs(self.percent) < LEAST_PERCENT:
            return f"不足 {LEAST_PERCENT}%"
        return f"{signed(self.percent, 2 if abs(self.percent) < 10 else 1)}%"


def texts(rows: Rows, pair: tuple[Observation, Observation]) -> tuple[str, str]:
    """Both values with qualifier and marks; their unit follows only where the editions have two."""
    is_same = rows[0].unit_zh == rows[1].unit_zh
    decimals = telling(rows, pair[0].value, pair[1].value) if is_same else None
    old, new = (
        quantity(
            one.value,
            Scale(row.unit_zh, 1.0, row.decimals if decimals is None else decimals),
            one.qualifier,
            one.mark,
        )
        for row, one in zip(rows, pair, strict=True)
    )
    return (old.bare, new.bare) if is_same else (old.text, new.text)


def telling(rows: Rows, old: float, new: float) -> int:
    """How many decimals tell two values apart, no fewer than the indicator has."""
    least = rows[1].decimals
    return next(
        (d for d in range(least, MOST_DECIMALS) if number(old, d) != number(new, d)), MOST_DECIMALS
    )


def change(rows: Rows, pair: tuple[float, float]) -> Change | None:
    """How far the later value is from the earlier; None where they are not in one unit."""
    (old, new), unit = pair, rows[1].unit_zh
    if rows[0].unit_zh != unit or rows[0].subtract != rows[1].subtract:
        return None
    amount, decimals = new - old, telling(rows, old, new)
    if unit in OF_UNIT:
        return Change(amount, OF_UNIT[unit], decimals)
    has_percent = old * new > 0
    return Change(amount, unit, decimals, amount / abs(old) * 100 if has_percent else None)


def signed(value: float, decimals: int) -> str:
    """A difference with its sign, a plus too."""
    text = number(value, decimals)
    return text if text.startswith(MINUS) else f"+{text}"
