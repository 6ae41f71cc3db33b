"""Our own components: a text, a figure and the address. All else is Dash's.

Their browser side is in assets/core/: html.js, plot.js, address.js. Each is drawn by React, which
compares what is new with what is there: focus, opened details and scroll stay by its own rules.
"""

import sys
from typing import Any

from dash.development.base_component import Component

from analysis.pages import Page
from components.attributes import hyphenated
from components.content import Part
from components.elements import Tree

NAMESPACE = "jing_jin_ji"  # the name the browser finds them under
# Dash imports the module of that name for every property of every component, to say its version in
# an error. One that there is none of is searched for on the disk each time.
sys.modules.setdefault(NAMESPACE, sys.modules[__name__])


class _Part(Component):
    _children_props: list[str] = []  # noqa: RUF012, as the base class has it
    _base_nodes: list[str] = []  # noqa: RUF012
    _namespace = NAMESPACE

    def __init__(self, **props: Any) -> None:
        self._prop_names = list(props)
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        known = {name: value for name, value in props.items() if value is not None}
        super().__init__(**known)  # type: ignore[no-untyped-call]


class Html(_Part):
    """A text of the page: `tree` (components.elements) inside an element of its own.

    `tag` and `attributes` (React's names, or `aria_label`, `data_key`) are that element's and
    never change. `refuge` is the id of what gets the focus when the element that had it is gone
    and nothing of its kind has come in its place.
    """

    _type = "Html"

    def __init__(
        self,
        id: str,
        tree: Tree | Part = None,
        tag: str = "div",
        refuge: str | None = None,
        **attributes: Any,
    ) -> None:
        super().__init__(
            id=str(id), tree=tree, tag=tag, refuge=refuge, attributes=hyphenated(attributes)
        )


class Plot(_Part):
    """A figure, a plain dict of plotly.js, drawn at the size of its place and again when that
    changes; an unchanged one is not drawn again. `attributes` as Html's."""

    _type = "Plot"

    def __init__(self, id: str, figure: dict[str, Any] | Part = None, **attributes: Any) -> None:
        super().__init__(id=str(id), figure=figure, attributes=hyphenated(attributes))


class Address(_Part):
    """The page's address, and what has become of the last question about one.

    The browser sets `page` where another page is asked for, else the property named for the
    page (`overview`, `indicators`, …): {"number": …, "address": path and query}. An answer sets
    `answer` ({"number", "page", "title"}), and `frame` where it brings a page; a callback that
    fails sets `failure` ({"number", "status", "request"}: its number in the log). `opened` is the
    frame that is to be shown now. `words` says failures in the reader's language.
    """

    _type = "Address"

    def __init__(self, id: str, words: dict[str, str], libraries: dict[str, list[str]]) -> None:
        super().__init__(
            id=str(id), words=words, libraries=libraries, page=None, **dict.fromkeys(Page),
            answer=None, frame=None, failure=None, opened=None,
        )  # fmt: skip
