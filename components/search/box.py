"""A search box: a combobox with a list, which scripts open and fill (assets/core/combobox.js)."""

from dataclasses import dataclass
from typing import Any

from dash import html

from components.attributes import attributes
from components.elements import element


@dataclass(frozen=True, slots=True)
class Words:
    """What a box says: its name, what it asks for, and the name of its list."""

    name: str
    hint: str
    listed: str


def box(place: str, words: Words, index_url: str, key: str | None = None) -> html.Div:
    """The box, which no answer changes. Its parts are named for its `place`; `index_url` is where
    the index was published, fetched when the box first gets the focus; `key` leads to it."""
    return html.Div(
        [
            _input(place, words, key),
            html.Div(
                html.Div(id=f"{place}-list", role="listbox", **attributes(aria_label=words.listed)),
                id=f"{place}-panel",
                className="find-panel",
                hidden=True,
                tabIndex=-1,  # it scrolls, but the tab key has nothing to do in it
            ),
            html.Div(
                id=f"{place}-status",
                className="visually-hidden",
                role="status",
                **attributes(aria_live="polite"),
            ),
        ],
        id=place,
        className="find",
        role="search",
        **attributes(data_index=index_url, aria_label=words.name),
    )


def _input(place: str, words: Words, key: str | None) -> Any:
    """Dash has no plain input element, and its own takes neither a role nor ARIA attributes."""
    return element(
        "input",
        type="text",
        id=f"{place}-input",
        role="combobox",
        autoComplete="off",
        spellCheck="false",
        placeholder=words.hint,
        aria_label=words.name,
        aria_autocomplete="list",
        aria_haspopup="listbox",
        aria_controls=f"{place}-list",
        aria_expanded="false",
        aria_keyshortcuts=key,
    )
