"""The search over all pages, in the header of each (assets/core/search.js)."""

from typing import Any

from dash import html

from components.attributes import attributes
from components.elements import tree
from components.parts import Html
from components.search.box import Words, box

PLACE = "search"
KEY = "/"
WORDS = Words("全站查找", "查找指标、任务、平台（按 /）", "查找结果")


def site_search(index_url: str) -> Html:
    """The box, and the button that opens it where the header has no room for it. No answer
    changes either; without scripts neither is seen."""
    parts: list[Any] = [
        html.Button(
            className="search-open button",
            title=f"{WORDS.name}（{KEY}）",
            **attributes(
                aria_label=WORDS.name, aria_expanded="false", aria_controls=f"{PLACE}-input"
            ),
        ),
        box(PLACE, WORDS, index_url, KEY),
    ]
    return Html("site-search", tree(parts), className="site-search")
