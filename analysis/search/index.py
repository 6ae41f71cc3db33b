"""The index that a search looks through: a row a thing, with every name it is asked for by."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from analysis.search.entries import KINDS
from analysis.search.entry import Entry
from data.model.catalog import Catalog, Synonym

BY_REGION = ("indicator", "theme")  # kinds of which one region may be looked at
# Characters of a text as syllables, one each, "" for what is not pronounced.
Spelling = Callable[[str], Sequence[str]]


def index(catalog: Catalog, spelling: Spelling) -> list[dict[str, Any]]:
    """A group a kind: `kind`, `name`, its `rows`, and where they may be looked at in one region
    `regions`, the slug of each by its names. Keys of a row are short, as a browser fetches them
    all, and left out where there is nothing: h address; s, n short and full name; e, f the same
    in English; t where it stands; o its other names and what belongs to it; c, d, q the
    syllables of s, n and o, one a character, parted by spaces; r words that mean something near.
    Of an indicator also: i id; u, v unit in Chinese and English; y last year with a value;
    p publishers and titles of its sources; a 1 where the series is archived."""
    return [
        {
            "kind": kind,
            "name": name,
            "rows": [_row(entry, catalog.synonyms, spelling) for entry in made(catalog)],
            "regions": _regions(catalog) if kind in BY_REGION else {},
        }
        for kind, (name, made) in KINDS.items()
    ]


def _regions(catalog: Catalog) -> dict[str, str]:
    names = {one.name_zh: one.slug for one in catalog.provinces}
    return names | {one.short_zh: one.slug for one in catalog.provinces}


def _row(entry: Entry, synonyms: Iterable[Synonym], spelling: Spelling) -> dict[str, Any]:
    others = "；".join((*other_names(entry.names, synonyms), *entry.others))
    short, full = entry.names[0], entry.names[-1] if len(entry.names) > 1 else ""
    english = (*entry.english, "", "")
    row = {
        "h": entry.address,
        "s": short,
        "n": full,
        "e": english[0],
        "f": english[1],
        "t": entry.context,
        "o": others,
        "c": _spelled(short, spelling),
        "d": _spelled(full, spelling),
        "q": _spelled(others, spelling),
        "r": near_words(entry.names, synonyms),
        **_of_indicator(entry),
    }
    return {key: value for key, value in row.items() if value}


def _spelled(text: str, spelling: Spelling) -> str:
    return " ".join(spelling(text)) if text else ""


def _of_indicator(entry: Entry) -> dict[str, Any]:
    if entry.study is None:
        return {}
    study = entry.study
    (unit, english) = study.units
    return {
        "i": study.indicator_id,
        "u": unit,
        "v": english,
        "y": study.year,
        "p": list(study.sources),
        "a": int(study.is_archived),
    }


def other_names(names: Sequence[str], synonyms: Iterable[Synonym]) -> tuple[str, ...]:
    """The names with a word replaced by another that means the same, each other name once."""
    found = {
        name.replace(one.means_zh, one.term_zh): None
        for one in synonyms
        for name in names
        if one.relation == "same" and one.means_zh in name and one.term_zh not in name
    }
    return tuple(other for other in found if other not in names)


def near_words(names: Sequence[str], synonyms: Iterable[Synonym]) -> list[str]:
    """Words that mean something near a word of the names, without being another name for it."""
    return [
        one.term_zh
        for one in synonyms
        if one.relation == "near" and any(one.means_zh in name for name in names)
    ]
