"""The document that Dash starts from: it carries the page, loads less and starts sooner.

- **The page itself**, written by the server (components/first_page.py): texts and figures' places
  can be read before a script has run. Dash's own root lies over it, unseen, until React has drawn
  the same in it (assets/core/address.js).
- **The first answer**, as JSON: what callbacks/navigation.py would bring, so that no question is
  asked on the way to the first figure.
- **Early fetches**: Dash asks for layout and dependencies, plotly.js for shapes, only once their
  scripts run; the browser is told of them as it reads the head.
- **Dropped scripts**: Dash lists its polyfills, for browsers that plotly.js does not support
  (their replaced string functions slow plotly.js down), dash_table, and dcc on every page of a
  process that has imported it; dcc stays where the page holds one of its components.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any

import orjson
from dash import Dash
from dash.development.base_component import Component
from flask import Response, g, request

from analysis import links
from callbacks.answers import SHELL, Answers
from components import words
from components.content import Content, Part, value_of
from components.elements import written
from components.first_page import still
from components.ids import Id
from components.parts import NAMESPACE
from serving import asking
from serving.ready import Ready
from serving.responses import JSON

EARLY_FETCHES = ("/_dash-layout", "/_dash-dependencies")
UNUSED_SCRIPTS = re.compile(r"/polyfill@|/dash_table/")
SHAPES = b'"geojson"'  # in a figure that draws them
CORE = "dash_core_components"
CORE_SCRIPTS = "/dash/dcc/"
REFUSED = "refused"  # of what Flask keeps for a request: the status it is answered with
FOUND = "found"  # and what its address shows, with the remarks
ALWAYS = frozenset({NAMESPACE, "dash_html_components", "dash_bootstrap_components"})

INDEX = f"""<!doctype html>
<html lang="zh-CN" data-base="{{base}}">
<head>
{{%metas%}}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{%title%}}</title>
{{%favicon%}}
{{%css%}}
</head>
<body class="first" data-server-lost="{words.SERVER_LOST}">
<noscript>筛选和图表需启用浏览器的 JavaScript 功能；以下文字可正常阅读。</noscript>
{{%app_entry%}}
<footer>{{%config%}}{{%scripts%}}{{%renderer%}}</footer>
</body>
</html>"""


@dataclass(frozen=True, slots=True)
class Written:
    """What the document holds of a content, and whether a component of dcc is in it."""

    text: str
    has_core: bool


class Monitor(Dash):
    """Dash with this document; `prepare` has likely answers ready for every process."""

    answers: Answers
    prepare: Callable[[], None]

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._ready = Ready()

    def index(self, *args: Any, **settings: Any) -> Any:
        """The answer with the document of the address that is asked for; one that nothing is
        remarked on is made once, as long as its content is the same. (Dash's mark of a visit in
        it, `end_id`, is for its background callbacks, and there are none.)"""
        found, remarks = self._found(links.address(request.full_path))
        setattr(g, FOUND, (found, remarks))
        whole = partial(super().index, *args, **settings)
        if g.get(REFUSED) or value_of(remarks) not in (None, [], ""):
            return whole()
        return self._ready.answer(found, whole, "text/html")

    def serve_layout(self) -> Any:
        """The layout, which is the same for everybody."""
        whole: Callable[[], Response] = super().serve_layout
        return self._ready.answer(self.layout, lambda: _text(whole()), JSON)

    def dependencies(self) -> Any:
        """Which callbacks there are, the same for everybody."""
        whole: Callable[[], Response] = super().dependencies
        return self._ready.answer(self._callback_list, lambda: _text(whole()), JSON)

    def interpolate_index(self, **parts: Any) -> Any:  # type: ignore[override]
        """The document of the address that is asked for."""
        found, remarks = g.get(FOUND)
        page = self._written(found, remarks)
        kept = (s for s in parts["scripts"].split("\n") if not UNUSED_SCRIPTS.search(s))
        if not page.has_core:
            kept = (s for s in kept if CORE_SCRIPTS not in s)
        parts["scripts"] = "\n".join(kept)
        parts["css"] += _preloads((*map(links.address, EARLY_FETCHES), *_shapes(found)))
        parts["title"] = escape(found.title)
        parts["app_entry"] += page.text
        document: str = super().interpolate_index(**parts)  # type: ignore[no-untyped-call]
        document = document.replace("{base}", links.base(), 1)
        return document.replace("<body", f'<body data-page="{found.page}"', 1)

    def _written(self, found: Content, remarks: Part) -> Written:
        """The page and the first answer of a content."""
        frame = self.answers.frame(found)
        edition = self.answers.site.catalog.digest
        text = _page(self.layout, frame, found, remarks)
        text += _first_answer(edition, frame, found, remarks)
        return Written(text, CORE in libraries(frame))

    def _found(self, address: str) -> tuple[Content, Part]:
        """What an address shows, or under which status of HTTP it cannot be shown."""
        status: int | None = g.get(REFUSED)
        if status:
            return self.answers.refusal(status, address, asking.number())
        return self.answers.content(address)

    def refusal(self, status: int) -> str:
        """The document of a request that is answered with this status: header, pages and search
        are there, and what has happened is said in plain words."""
        setattr(g, REFUSED, status)
        document: str = self.index()
        return document


def _text(response: Response) -> str:
    return response.get_data(as_text=True)


def libraries(layout: Component) -> list[str]:
    """The libraries that a layout needs beside those of every page."""
    inside = (one for _, one in layout._traverse_with_paths())
    used = {one._namespace for one in (layout, *inside) if isinstance(one, Component)}
    return sorted(used - ALWAYS)


def _preloads(addresses: Iterable[str]) -> str:
    return "".join(
        f'<link rel="preload" href="{address}" as="fetch" crossorigin="anonymous">'
        for address in addresses
    )


def _shapes(found: Content) -> dict[str, None]:
    """The addresses of the shapes that a page's figures draw at once, each once."""
    drawing = (part for part in found.parts.values() if part and SHAPES in orjson.dumps(part))
    figures = map(value_of, drawing)
    traces = (t for f in figures if isinstance(f, dict) for t in f.get("data", ()))
    drawn = (t for t in traces if t.get("visible", True) and len(t.get("locations", ())))
    return {t["geojson"]: None for t in drawn if "geojson" in t}


def _page(layout: Component, frame: Component, found: Content, remarks: Part) -> str:
    """The whole page as HTML, in an element that goes when React has drawn the same."""
    shell = still(layout)
    _fill(shell, {**_shell_parts(found, remarks), Id.PAGE: still(frame)})
    return written({"t": "div", "p": {"id": "first-page"}, "c": shell})


def _fill(node: Any, parts: dict[str, Any]) -> None:
    """Put the parts into the elements of their ids."""
    for one in node if isinstance(node, list) else [node]:
        if not isinstance(one, dict):
            continue
        name = one.get("p", {}).get("id")
        if name in parts:
            one["c"] = parts[name]
        else:
            _fill(one.get("c"), parts)


def _shell_parts(found: Content, remarks: Part) -> dict[str, Any]:
    parts = {**{str(place): found.parts.get(place) for place in SHELL}, Id.REMARKS: remarks}
    return {name: value_of(part) for name, part in parts.items()}


def _first_answer(edition: str, frame: Component, found: Content, remarks: Part) -> str:
    """The answer as JSON inside a script element, which the browser does not run."""
    answer = {
        "edition": edition,
        "page": found.page,
        "title": found.title,
        "frame": frame,
        "values": {
            **{str(place): found.parts.get(place) for place in SHELL},
            str(Id.REMARKS): remarks,
        },
    }
    text = orjson.dumps(answer, default=lambda one: one.to_plotly_json()).decode()
    text = text.replace("<", "\\u003c")
    return f'<script type="application/json" id="first-answer">{text}</script>'
