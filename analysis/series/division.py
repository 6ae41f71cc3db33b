"""What a ratio of the three together is computed from, in words."""

from data.model.catalog import Catalog, Indicator


def division(catalog: Catalog, row: Indicator) -> str:
    """What a ratio's numerator is divided by what; a mean of the year is not its year's end."""
    above, below = (catalog.indicators[part or ""].short_zh for part in (row.numerator_id,
                    row.denominator_id))  # fmt: skip
    if row.mean_denominator:
        below = f"年平均{below.removeprefix('年末')}"
    return f"{above} ÷ {below}"
