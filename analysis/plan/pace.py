"""The pace of an indicator without a target, by the no-target rule of the Open SDG platform.

The compound annual growth between the first and the last value is turned to the wanted
direction and held against fixed thresholds (rows of pace_thresholds.csv). Stricter than the
rule where official statistics ask for it: at least five values, all above zero, all exact and
in one unbroken stretch. The rule's scaling near a natural limit is not applied: no indicator
with such a limit has five values for the regions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.series import measures
from analysis.series.observations import Values
from analysis.series.quantities import rounded
from data.model.catalog import Indicator
from data.model.plan import Pace

FEWEST_YEARS = 5
SHOWN_DECIMALS = 2  # of a rate: just under a threshold it must not read as if on it
# Growth of a share or an index with a fixed base is meaningful though the catalogue, which
# thinks of amounts, does not allow it; that of anything else it refuses is not.
RELATIVE = frozenset({"ratio", "intensity", "per_capita", "index", "concentration"})


@dataclass(frozen=True, slots=True)
class Speed:
    """The average annual growth in percent over `years`, as it is and not yet judged."""

    rate: float
    years: tuple[int, int]


def is_rate(row: Indicator) -> bool:
    """Whether the values are changes themselves (growth rates, price indices, 上年=100): their
    rise is not a rise of the level."""
    return row.measure_type in {"growth_rate", "price_index"} or row.unit_zh == "上年=100"


def refusal(row: Indicator, years: Sequence[int], values: Values) -> str:
    """Why no pace is computed over these years of one stretch, in one sentence; "" if it is."""
    if not years:
        return "所选年份的数值本站未收录。"
    if reason := _unpaced(row):
        return reason
    if len(years) < FEWEST_YEARS:
        whole = len(years) == len(values)
        where = "所选年份" if whole else f"{years[0]} 年口径调整，此后"
        return f"{where}只有 {len(years)} 年数值，不足 {FEWEST_YEARS} 年。"
    if min(values[year] for year in years) <= 0:
        return "数值有零或负值，不能计算年均增速。"
    return ""


def _unpaced(row: Indicator) -> str:
    """Why an indicator of this kind has no pace, whatever its values."""
    if row.direction == "neutral":
        return "中性指标，不作评价。"
    if is_rate(row):
        return "数值本身是变化率，不再计算年均增速。"
    if row.price_basis == "current":
        return "按现价计算，不作评价。"
    if row.measure_type == "cumulative":
        return "累计数的来源和时点不一，不计算年均增速。"
    if not row.growth_allowed and row.measure_type not in RELATIVE:
        return "各年口径不一或年份零散，不计算年均增速。"
    return ""


def speed(row: Indicator, years: Sequence[int], values: Values) -> Speed | None:
    """The average annual growth between the first and last of the years; None if refused."""
    if refusal(row, years, values):
        return None
    rate = measures.average_growth(values, years[0], years[-1])
    return None if rate is None else Speed(rate, (years[0], years[-1]))


def pace(rate: float, direction: str, paces: Iterable[Pace]) -> Pace | None:
    """The pace of a rate in percent a year: the one with the highest minimum that the rate, in
    the wanted direction, reaches; below all, the one without a minimum. None if `direction`
    wants nothing. Rounded to nine decimals, so that 1.5 % a year reaches 1.5; what reads as 0.00
    is no fall."""
    sign = {"higher_better": 1, "lower_better": -1}.get(direction)
    if sign is None:
        return None
    wanted = round(sign * rate, 9) if rounded(rate, SHOWN_DECIMALS) else 0.0
    rows = tuple(paces)
    reached = [p for p in rows if p.minimum is not None and wanted >= p.minimum]
    if reached:
        return max(reached, key=lambda p: p.minimum or 0.0)
    return next((p for p in rows if p.minimum is None), None)
