"""The lists of what changed between two editions."""

from collections.abc import Callable, Sequence
from typing import Any

from analysis import links
from analysis.changes.address import ENDS
from analysis.marking import marked
from analysis.query import Query, written
from reports.changes import ChangesReport
from reports.json import in_words
from serving.lists.listed import Asked, Found

NOTE = "空值为该版本没有这一数值，或变动幅度没有意义（比率、指数用差表示）。"


def values(asked: Asked) -> Found:
    """The values that changed."""
    return _found(asked, links.CHANGES, lambda found: found.values)


def marks(asked: Asked) -> Found:
    """The marks that came, went or changed."""
    return _found(asked, links.CHANGED_MARKS, lambda found: found.marks)


def sentences(asked: Asked) -> Found:
    """What the overview says otherwise."""
    return _found(asked, links.CHANGED_SENTENCES, lambda found: found.sentences)


def items(asked: Asked) -> Found:
    """What is listed otherwise."""
    return _found(asked, links.CHANGED_ITEMS, lambda found: found.items)


def _found(asked: Asked, path: str, rows_of: Callable[[ChangesReport], Sequence[Any]]) -> Found:
    """The rows between two editions, with both named: they stay what they are when others come."""
    found, (old, new) = asked.changes.report(asked.query)
    rows = rows_of(found)
    settled = dict(zip(ENDS, (old.digest, new.digest), strict=True))
    kept = written({**Query.of(asked.query).given, **settled})
    about = {
        "title": found.title,
        "filters": in_words(found.filters),
        "notes": [NOTE],
        "headline": found.headline,
        "from_version": found.from_version,
        "from_digest": found.from_digest,
        "count": len(rows),
        "data_version": found.data_version,
        "data_digest": found.data_digest,
        "data_address": links.permanent(path, kept, found.data_digest),
        "mark": marked() or None,
    }
    return Found(about, rows, settled)
