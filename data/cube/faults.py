"""What is wrong with a store of facts that is named, said so that a person can mend it."""

from collections.abc import Mapping

from data.cube.contract import StoreAway, Table

NUMBERS = frozenset({"period", "year"})  # dimensions that are numbers, in every table


class WrongFacts(ValueError):
    """FACTS names no store that can be read; says what is expected there."""


class WrongRows(StoreAway):
    """Rows say what the tables do not know; says which. They are not shown until that is mended."""


def check_types(table: Table, found: Mapping[str, bool], place: str) -> frozenset[str]:
    """The dimensions that are texts, of a table whose columns are `found` with whether each is
    text. Raises WrongFacts where it lacks a column, or has one of another kind."""
    lacking = [name for name in table.columns if name not in found]
    if lacking:
        needed = "、".join(table.columns)
        raise WrongFacts(f"{place}缺少列 {'、'.join(lacking)}；应有 {needed}")
    for name in (*table.measures, *table.dimensions):
        is_number = name in NUMBERS or name in table.measures
        if is_number and found[name]:
            raise WrongFacts(f"{place}的列 {name} 是文本，应为数值")
        if not is_number and not found[name]:
            raise WrongFacts(f"{place}的列 {name} 是数值，应为文本")
    return frozenset(name for name in table.dimensions if found[name])
