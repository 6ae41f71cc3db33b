"""Elements as data: what React draws in the browser and the server writes as HTML.

Dash keeps a record of every component it has rendered and walks all of them on each change.
What no callback reads is therefore one property of one component (`components.parts.Html`): a
tree of plain data. A text in it is a text wherever it is shown: React and `written` escape it.
"""

import re
from functools import cache
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

# None (nothing), a text, a list of trees, or {"t": tag, "p": properties, "c": children}.
Tree = None | str | list["Tree"] | dict[str, Any]

HTML_NAMESPACE = "dash_html_components"
# What every component holds besides its properties: to_plotly_json() looks for each of thirty
# possible ones, which takes ten times as long on a page of a thousand elements.
OF_EVERY = frozenset(vars(html.Div()))
VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta"})
# Properties as React spells them, where HTML's or SVG's attribute is not the same in lower case.
ATTRIBUTES = {"className": "class", "htmlFor": "for", "defaultValue": "value"}
CASED = frozenset({"viewBox", "preserveAspectRatio"})
PRESENTATION = re.compile(r"^(?:stroke|fill|font|text|dominant|stop|clip|letter)(?=[A-Z])")
CAPITAL = re.compile(r"(?=[A-Z])")


def element(tag: str, *children: Any, **attributes: Any) -> dict[str, Any]:
    """An element that `dash.html` does not have: of SVG, or a control of a form.

    Attributes are written with underscores (`stroke_width`, `aria_label`, `data_key`) or as
    React spells them (`viewBox`); a last underscore keeps clear of Python's words (`class_`,
    `for_`). One that is None or False is left out.
    """
    given = {
        _property(name): value
        for name, value in attributes.items()
        if value is not None and value is not False
    }
    return _node(tag, given, tree(list(children)) if children else None)


@cache
def _property(name: str) -> str:
    """The name React has for an attribute: `class_` className, `aria_label` aria-label."""
    name = {"class_": "className", "for_": "htmlFor"}.get(name, name)
    first, *others = name.strip("_").split("_")
    if first in ("aria", "data"):
        return "-".join([first, *others])
    return first + "".join(part.capitalize() for part in others)


def tree(node: Any) -> Tree:
    """The data of `dash.html` components, elements, texts and lists of them. None, False and
    what is empty in a list are nothing. Raises TypeError for a component of another library,
    which is no text of ours: it stands in a layout, not in a tree."""
    if node is None or node is False:
        return None
    if isinstance(node, dict):
        return node
    if isinstance(node, list | tuple):
        return [part for part in map(tree, node) if part is not None]
    if not isinstance(node, Component):
        return str(node)
    if node._namespace != HTML_NAMESPACE:
        raise TypeError(f"{node._type} 不是 dash.html 的元素，不能放进 Html 的 tree")
    given = {
        name: value
        for name, value in vars(node).items()
        if name not in OF_EVERY and value is not None and value is not False
    }
    return _node(node._type.lower(), given, tree(getattr(node, "children", None)))


def _node(tag: str, props: dict[str, Any], children: Tree) -> dict[str, Any]:
    made: dict[str, Any] = {"t": tag}
    if props:
        made["p"] = props
    if children is not None:
        made["c"] = children
    return made


def written(node: Any) -> str:
    """A node as HTML; every text and attribute is escaped."""
    pieces: list[str] = []
    _add(pieces, tree(node))
    return "".join(pieces)


def _add(pieces: list[str], found: Tree) -> None:
    if found is None:
        return
    if isinstance(found, str):
        pieces.append(escape(found))
    elif isinstance(found, list):
        for part in found:
            _add(pieces, part)
    else:
        tag, props = found["t"], found.get("p", {})
        pieces.append(f"<{tag}{''.join(_attribute(name, props[name]) for name in sorted(props))}>")
        if tag not in VOID:
            _add(pieces, found.get("c"))
            pieces.append(f"</{tag}>")


def _attribute(name: str, value: Any) -> str:
    if name == "key" or value is None or value is False:
        return ""
    name = _attribute_name(name)
    if value is True:
        return f" {name}"
    if name == "style":
        value = ";".join(f"{_style_name(key)}:{text}" for key, text in value.items())
    return f' {name}="{escape(str(value))}"'


def _style_name(name: str) -> str:
    return name if name.startswith("--") else CAPITAL.sub("-", name).lower()


@cache
def _attribute_name(name: str) -> str:
    if name in CASED or "-" in name:
        return name
    if PRESENTATION.match(name):
        return CAPITAL.sub("-", name).lower()
    return ATTRIBUTES.get(name, name.lower())
