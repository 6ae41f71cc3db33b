"""What a search looks through: one row an indicator, with every name it may be asked for by."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from analysis.series import observations
from data.model.catalog import Catalog, Indicator

# Characters of a text as syllables, one each, "" for what is not pronounced.
Spelling = Callable[[str], Sequence[str]]


def listed(catalog: Catalog, theme: str) -> tuple[Indicator, ...]:
    """The indicators of a theme as lists show them: headlines in the order of their cards,
    then the others in the catalogue's order, archived series last."""
    rows = [i for i in catalog.indicators.values() if i.theme == theme]
    return tuple(sorted(rows, key=lambda i: (is_archived(i), i.headline or len(rows), i.order)))


def is_archived(indicator: Indicator) -> bool:
    """Whether a series is kept for reference only."""
    return indicator.visible == "archive"


def last_year(catalog: Catalog, indicator_id: str) -> int:
    """The last year in which any region, the three together or the nation has a value."""
    return observations.span(catalog, indicator_id)[1]


def index(catalog: Catalog, spelling: Spelling) -> list[dict[str, Any]]:
    """One row an indicator, by theme, as `listed` orders them. Keys are short, as a browser
    fetches them all: i id; s, n short and full name; e, f the same in English; u, v unit in
    Chinese and English; t theme; y last year with a value; p publishers and titles of its
    sources; o its names in other words (the table of synonyms); c, d, q the syllables of s, n
    and o, one a character, parted by spaces; a 1 where the series is archived, else left out."""
    sources = _sources(catalog)
    return [
        _row(catalog, indicator, sources[indicator.indicator_id], spelling)
        for theme in catalog.themes
        for indicator in listed(catalog, theme)
    ]


def _row(
    catalog: Catalog, indicator: Indicator, sources: Iterable[str], spelling: Spelling
) -> dict[str, Any]:
    others = "；".join(other_names(indicator, catalog.synonyms))
    row: dict[str, Any] = {
        "i": indicator.indicator_id,
        "s": indicator.short_zh,
        "n": indicator.name_zh,
        "e": indicator.short_en,
        "f": indicator.name_en,
        "u": indicator.unit_zh,
        "v": indicator.unit_en,
        "t": catalog.themes[indicator.theme].name_zh,
        "y": last_year(catalog, indicator.indicator_id),
        "p": list(sources),
        "o": others,
        "c": " ".join(spelling(indicator.short_zh)),
        "d": " ".join(spelling(indicator.name_zh)),
        "q": " ".join(spelling(others)),
    }
    return {**row, "a": 1} if is_archived(indicator) else row


def other_names(indicator: Indicator, synonyms: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Short and full name with a word replaced by another for it, each other name once."""
    names = (indicator.short_zh, indicator.name_zh)
    found = {
        name.replace(means, term): None
        for term, means in synonyms
        for name in names
        if means in name and term not in name
    }
    return tuple(other for other in found if other not in names)


def _sources(catalog: Catalog) -> dict[str, dict[str, None]]:
    """Publishers and titles behind each indicator, each once, in the order of its values."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for (indicator_id, _, _), observation in observations.published(catalog):
        source = observation.source
        found[indicator_id] |= {source.publisher_zh: None, source.document: None}
    return found
