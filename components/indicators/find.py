"""The search box over all indicators, and the index it looks through (indicators/find.js)."""

import json
from collections.abc import Sequence
from typing import Any

from dash import html

from analysis.indicators import search as finder
from components.attributes import attributes
from components.elements import element
from data.model.catalog import Catalog

LABEL = "查找指标"
HINT = "查找指标：名称、拼音首字母、英文、单位或来源"


# Dash has no plain input element, and its own takes neither a role nor ARIA attributes.
INPUT: Any = element(
    "input",
    type="text",
    id="find-input",
    role="combobox",
    autoComplete="off",
    spellCheck="false",
    placeholder=HINT,
    aria_label=LABEL,
    aria_autocomplete="list",
    aria_haspopup="listbox",
    aria_controls="find-list",
    aria_expanded="false",
)


def find_box(index_url: str) -> html.Div:
    """The box, which no answer changes: scripts open and fill it; `index_url` is where
    `index_json` was published, fetched when the box first gets the focus."""
    return html.Div(
        [
            INPUT,
            html.Div(
                html.Div(id="find-list", role="listbox", **attributes(aria_label="指标")),
                id="find-panel",
                className="find-panel",
                hidden=True,
                tabIndex=-1,  # it scrolls, but the tab key has nothing to do in it
            ),
            html.Div(
                id="find-status",
                className="visually-hidden",
                role="status",
                **attributes(aria_live="polite"),
            ),
        ],
        id="find",
        className="find",
        role="search",
        **attributes(data_index=index_url),
    )


def index_json(catalog: Catalog) -> str:
    """The index of all indicators with their pinyin, as the browser fetches it."""
    rows = finder.index(catalog, syllables)
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def syllables(text: str) -> Sequence[str]:
    """The syllables of a text without tones, one a character: a character of several readings
    as its word has it (行业 hang, 增长 zhang), ü as v, letters and digits as they are, signs
    as ""."""
    from pypinyin import Style, lazy_pinyin  # slow to load, and the index is kept between starts

    spelled: list[str] = lazy_pinyin(text, style=Style.NORMAL, errors=_characters)
    return [part.lower() if part.isascii() and part.isalnum() else "" for part in spelled]


def _characters(unread: str) -> Any:
    """What pypinyin cannot read, character by character; it types this as text only."""
    return list(unread)
