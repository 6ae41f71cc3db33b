"""Periods as files write them: 2024年, 2024年第一季度, 2024年2月, 2024Q1, 2024年1-6月, dates.

A quarter or a month is counted from January to its end (`data/model/periods.py`): so is 1-6月.
"""

import re
from collections.abc import Iterable
from datetime import date

from data.imports.cells import Value
from data.imports.characters import bare

YEAR = r"(?P<year>(?:19|20|21)\d{2})"
NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4}
SPANS = {"上半年": "Q2", "前三季度": "Q3", "全年": ""}
FORMS = tuple(
    re.compile(f"{YEAR}{rest}", re.IGNORECASE | re.ASCII)
    for rest in (
        r"(?:\.0)?(?:年度?|年末|年底)?",
        r"(?:年|-|/)?第?(?P<quarter>[一二三四1-4])季度?",
        r"(?:年|-|/)?第?Q(?P<quarter>[1-4])",
        r"年?(?P<span>上半年|前三季度|全年)",
        r"年(?P<month>\d{1,2})月(?:份|末|底)?",
        r"年0?1月?[-—–~至](?P<month>\d{1,2})月份?",
        r"[-/](?P<month>\d{1,2})",
        r"(?P<month>0[1-9]|1[0-2])",
    )
)
DAY = re.compile(r"((?:19|20|21)[0-9]{2})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
YEARLY = re.compile(r"(?:19|20|21)[0-9]{2} ?年")
LEADING = re.compile(f"{YEAR} ?年度?(?P<rest>[^0-9末底初-].+)", re.ASCII)
CLOSING = re.compile(f"(?P<rest>.+?[^0-9])[_ ]?{YEAR} ?年?", re.ASCII)
ENGLISH = re.compile(r"(?P<name>[A-Z][a-z]{2})-(?P<year>[0-9]{2})")  # how Excel writes 2024-02 anew
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def period(found: Value) -> str | None:
    """The period in the form of the tables (2024, 2024-Q3, 2024-09); None for what is none, and
    for dates, of which `dated` decides by all of them together."""
    if isinstance(found, bool | date) or found is None:
        return None
    if isinstance(found, float):
        return period(str(int(found))) if found.is_integer() and 0 < found < 1e6 else None
    name = bare(found)
    for form in FORMS:
        matched = form.fullmatch(name)
        if matched:
            return _written(matched.groupdict())
    return _shown(name)


def _written(parts: dict[str, str | None]) -> str | None:
    year = parts["year"] or ""
    if quarter := parts.get("quarter"):
        return f"{year}-Q{NUMERALS.get(quarter, quarter)}"
    if span := parts.get("span"):
        return f"{year}-{SPANS[span]}".rstrip("-")
    if month := parts.get("month"):
        return f"{year}-{int(month):02}" if 1 <= int(month) <= 12 else None
    return year


def _shown(name: str) -> str | None:
    """Feb-24, into which a spreadsheet turns 2024-02."""
    found = ENGLISH.fullmatch(name)
    if found is None or found["name"] not in MONTHS:
        return None
    return f"20{found['year']}-{MONTHS.index(found['name']) + 1:02}"


def split(name: str) -> tuple[str | None, str]:
    """The year at the beginning or the end of a name, and the name without it: of 2024年工业增加值
    2024 and 工业增加值; None where there is none."""
    for form in (LEADING, CLOSING):
        found = form.fullmatch(name)
        if found and not YEARLY.search(found["rest"]):
            return found["year"], found["rest"].strip(" _-:,")
    return None, name


def as_date(found: Value) -> date | None:
    """A date, also one that is written: 2024-12-31, 2024/1/1."""
    if isinstance(found, date) or not isinstance(found, str):
        return found if isinstance(found, date) else None
    parts = DAY.fullmatch(bare(found))
    try:
        return date(*map(int, parts.groups())) if parts else None
    except ValueError:
        return None


def dated(found: Iterable[date]) -> dict[date, str]:
    """What dates stand for as heads of one axis: years where each is the first or the last day of
    another year, months where each is of another month; nothing where neither holds."""
    dates = set(found)
    years = {one.year for one in dates}
    is_year = all((one.month, one.day) in ((1, 1), (12, 31)) for one in dates)
    if is_year and len(years) == len(dates) and len(dates) > 1:
        return {one: str(one.year) for one in dates}
    months = {(one.year, one.month) for one in dates}
    if len(months) == len(dates) and len(dates) > 1:
        return {one: f"{one.year}-{one.month:02}" for one in dates}
    return {}
