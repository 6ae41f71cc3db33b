"""Periods: a year, a quarter or a month as one number, the next period being one more.

A year is itself. A quarter is 4 × year + its number less one, a month 12 × year + its number less
one, so that numbers of different frequencies never meet: years are below 3,000, quarters between
7,000 and 9,000, months above 20,000. Frequencies are SDMX's (CL_FREQ), texts ISO 8601.
"""

import re
from collections.abc import Iterable

ANNUAL, QUARTERLY, MONTHLY = FREQUENCIES = ("A", "Q", "M")
PER_YEAR = {ANNUAL: 1, QUARTERLY: 4, MONTHLY: 12}
FIRST_YEAR, LAST_YEAR = 1900, 2199  # years that a period may lie in
BELOW = {name: (LAST_YEAR + 1) * times for name, times in PER_YEAR.items()}
PATTERN = re.compile(r"((?:19|20|21)\d{2})(?:-(Q[1-4]|0[1-9]|1[0-2]))?")


def period(text: str) -> int:
    """The number of 2024, 2024-Q3 or 2024-09; ValueError for any other text."""
    found = PATTERN.fullmatch(text)
    if found is None:
        raise ValueError(f"“{text}”不是期间：应为 2024、2024-Q3 或 2024-09")
    year, part = int(found[1]), found[2]
    if part is None:
        return year
    if part.startswith("Q"):
        return of_year(year, QUARTERLY, int(part[1]))
    return of_year(year, MONTHLY, int(part))


def of_year(year: int, frequency: str, part: int = 1) -> int:
    """The period that is the `part`-th of a year, counted from 1."""
    return year * PER_YEAR[frequency] + part - 1


def frequency(number: int) -> str:
    """Of which frequency a period is."""
    if number < BELOW[ANNUAL]:
        return ANNUAL
    return QUARTERLY if number < BELOW[QUARTERLY] else MONTHLY


def per_year(number: int) -> int:
    """How many periods of its frequency a year has: so far back is the same one a year before."""
    return PER_YEAR[frequency(number)]


def year_of(number: int) -> int:
    """The year in which a period lies."""
    return number // per_year(number)


def part_of_year(number: int) -> int:
    """The place of a period within its year, from 1."""
    return number % per_year(number) + 1


def written(number: int) -> str:
    """A period as ISO 8601 and the tables write it: 2024, 2024-Q3, 2024-09."""
    kind, part = frequency(number), part_of_year(number)
    if kind == ANNUAL:
        return f"{number}"
    return f"{year_of(number)}-Q{part}" if kind == QUARTERLY else f"{year_of(number)}-{part:02}"


def quarter_ending(month: int) -> int | None:
    """The quarter that ends with a month: what is counted from January to the one is counted to
    the other; None for a month in which no quarter ends."""
    part = part_of_year(month)
    return None if part % 3 else of_year(year_of(month), QUARTERLY, part // 3)


def last_month(quarter: int) -> int:
    """The month with which a quarter ends."""
    return of_year(year_of(quarter), MONTHLY, part_of_year(quarter) * 3)


def ending(number: int) -> int:
    """The month with which a period ends: of a year its twelfth."""
    share = PER_YEAR[MONTHLY] // per_year(number)
    return of_year(year_of(number), MONTHLY, part_of_year(number) * share)


def of_frequency(numbers: Iterable[int], wanted: str) -> list[int]:
    """The periods of one frequency, ascending."""
    return sorted(number for number in numbers if frequency(number) == wanted)
