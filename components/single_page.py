"""A page as it stands, to be kept as a file: what it says and shows, without what is chosen or led
to with it. Its figures are drawn by assets/core/single.js."""

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis import links
from analysis.marking import marked
from components import words
from components.content import Content, value_of
from components.elements import Tree, element, tree
from components.first_page import still
from components.ids import Id
from components.paper import PRINTED

CONTROLS = frozenset({"button", "select", "input", "form", "label", "textarea"})
CHOOSING = frozenset(
    {
        "take-away",
        "chips",
        "screen-only",
        "platform-choice",
        "ground-choice",
        "close",
        "find",
        "filter-label",
        "tabs",
        "evaluation-bar",
        "areas-bar",
        "areas-way",
        "areas-ways",
        "map-way",
        "keys",
    }
)
KEPT_DATA = frozenset({"data-page", "data-steady", "data-label", "data-column"})


def page_body(found: Content, frame: Component, said: Mapping[str, str]) -> list[Any]:
    """The body: name of the site, mark, head in words, and the page filled with its parts. `said`
    stands in the places of the day (`data-today`) and the address (`data-here`)."""
    head = html.Header(
        [
            html.Div(html.H1(words.TITLE, title=words.TITLE_EN), className="brand"),
            html.P(marked(), className="site-mark") if marked() else None,
        ],
        className="header",
    )
    head_text = _saved(value_of(found.parts.get(Id.PAPER)))
    paper = element("div", head_text, class_="paper-head")
    body = [tree(head), paper, value_of_remarks(found), still(frame)]
    return [settled(part, said) for part in body]


def _saved(node: Tree) -> Tree:
    """The head on paper as that of a file: it is of the day when it was saved."""
    if isinstance(node, str):
        return node.replace(PRINTED, "保存日期")
    if isinstance(node, list):
        return [_saved(one) for one in node]
    return {**node, "c": _saved(node.get("c"))} if isinstance(node, dict) else node


def value_of_remarks(found: Content) -> Tree:
    """What is to be said about the page."""
    return element("div", *map(html.P, found.remarks), class_="remarks") if found.remarks else None


def figures(found: Content) -> dict[str, dict[str, Any]]:
    """The figures of a page by the ids of their places."""
    values = {name: value_of(part) for name, part in found.parts.items() if part is not None}
    return {
        name: value for name, value in values.items() if isinstance(value, dict) and "data" in value
    }


def settled(node: Tree, said: Mapping[str, str]) -> Tree:
    """A tree without controls; links lead to other places of the file, to other hosts, or, where
    the host of the site is known, to the site."""
    if isinstance(node, list):
        return [part for part in (settled(one, said) for one in node) if part is not None]
    if not isinstance(node, dict):
        return node
    props = node.get("p", {})
    if node["t"] in CONTROLS or CHOOSING & set(str(props.get("className", "")).split()):
        return None
    told = next((text for key, text in said.items() if key in props), None)
    made: dict[str, Any] = {"t": node["t"], "p": _settled(props)}
    children = told if told is not None else settled(node.get("c"), said)
    if children is not None:
        made["c"] = children
    return made


def _settled(props: Mapping[str, Any]) -> dict[str, Any]:
    kept = {k: v for k, v in props.items() if not k.startswith("data-") or k in KEPT_DATA}
    if "href" in kept:
        kept["href"] = links.whole(str(kept["href"]))
        if not kept["href"]:
            del kept["href"]
    if kept.get("role") == "button" or "aria-pressed" in kept:
        kept.pop("role", None)
        kept.pop("aria-pressed", None)
    return kept
