"""Whether parts that were rounded for display still add up to their total."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from analysis.series.observations import Values
from analysis.series.quantities import rounded

NOTE = "因四舍五入，分项与合计可能略有出入。"


def is_apart(parts: Iterable[float], whole: float, decimals: int) -> bool:
    """Whether the shown parts do not add up to the shown whole."""
    total = sum((rounded(part, decimals) for part in parts), Decimal(0))
    return total != rounded(whole, decimals)


def note(parts: Mapping[str, Values], whole: Values, decimals: int) -> tuple[str, ...]:
    """What is said, once, where in any year all parts are there and do not add up as shown."""
    years = set(whole).intersection(*parts.values()) if parts else set()
    off = any(
        is_apart((values[year] for values in parts.values()), whole[year], decimals)
        for year in years
    )
    return (NOTE,) if off else ()
