"""The index of the search as the browser fetches it, with the pinyin of every name."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from analysis.search.index import index
from data.model.catalog import Catalog


def index_json(catalog: Catalog) -> str:
    """Everything that can be found, with its pinyin."""
    return json.dumps(index(catalog, syllables), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=8192)  # names that the next edition has too
def syllables(text: str) -> Sequence[str]:
    """The syllables of a text without tones, one a character: a character of several readings
    as its word has it (行业 hang, 增长 zhang), ü as v, letters and digits as they are, signs
    as ""."""
    from pypinyin import Style, lazy_pinyin  # slow to load, and the index is kept between starts

    spelled: list[str] = lazy_pinyin(text, style=Style.NORMAL, errors=_characters)
    return tuple(part.lower() if part.isascii() and part.isalnum() else "" for part in spelled)


def _characters(unread: str) -> Any:
    """What pypinyin cannot read, character by character; it types this as text only."""
    return list(unread)
