"""First figures in words: 初步核算 in the national accounts, 初步统计 elsewhere. Beside numbers
stands the mark of the table, which a legend explains; sentences have the word."""

from collections.abc import Iterable

from analysis.series import observations
from analysis.series.selection import Selection
from analysis.text.periods import period_text
from data.model.catalog import Catalog, Indicator

ACCOUNTS = "gdp-"  # of the national accounts: how their vintages begin


def word(row: Indicator) -> str:
    """What a first figure of an indicator is called."""
    return "初步核算" if (row.vintage_family or "").startswith(ACCOUNTS) else "初步统计"


def in_words(catalog: Catalog, row: Indicator, text: str) -> str:
    """A phrase with the word in place of the mark: 119,918.4 亿元（初步核算）."""
    mark = observations.provisional_mark(catalog)
    return text.replace(mark, f"（{word(row)}）") if mark else text


def dated(topic: Selection, codes: Iterable[str], year: int) -> str:
    """A year in running text, with the word where a value of it is a first figure."""
    said = f"（{word(topic.indicator)}）" if topic.is_provisional(codes, year) else ""
    return f"{period_text(year)}{said}"


def all_first(topic: Selection, codes: Iterable[str], year: int) -> bool:
    """Whether there are values of a year and each of them is a first figure, so that a row's name
    can say it once for all of its cells."""
    own = [code for code in codes if year in topic.columns[code]]
    return bool(own) and all(topic.is_provisional([code], year) for code in own)


def row_year(topic: Selection, codes: Iterable[str], year: int) -> str:
    """The year in the name of a row: 2025 年初步核算 where all of its cells are first figures."""
    is_all = all_first(topic, codes, year)
    return f"{period_text(year)}{word(topic.indicator) if is_all else ''}"


def remark(topic: Selection, codes: Iterable[str], year: int) -> str:
    """（2025 年为初步核算数）; "" where the values of the year are others."""
    is_first = topic.is_provisional(codes, year)
    return f"（{period_text(year)}为{word(topic.indicator)}数）" if is_first else ""


def hollow_note(row: Indicator) -> str:
    """What hollow marks and dashes of lines are."""
    return f"空心为{word(row)}数"
