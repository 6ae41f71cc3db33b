"""Components as HTML text.

Dash keeps a record of every component it has rendered and walks all of them on each change;
text that no callback ever reads is therefore sent as HTML and written into its place.
"""

from html import escape
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup

VOID = frozenset({"br", "hr", "img"})
NAMES = {"className": "class", "htmlFor": "for", "colSpan": "colspan", "tabIndex": "tabindex"}


def markup(node: Any) -> str:
    """The HTML of `dash.html` components, text, or lists of them; every text is escaped,
    only `Markup` stands as it is."""
    if node is None or node is False:
        return ""
    if isinstance(node, list | tuple):
        return "".join(markup(part) for part in node)
    if isinstance(node, Markup):
        return str(node)
    if not isinstance(node, Component):
        return escape(str(node))
    described = node.to_plotly_json()
    props = dict(described["props"])
    children = props.pop("children", None)
    tag = described["type"].lower()
    head = tag + "".join(_attribute(name, props[name]) for name in sorted(props))
    return f"<{head}>" if tag in VOID else f"<{head}>{markup(children)}</{tag}>"


def _attribute(name: str, value: Any) -> str:
    if value is None or value is False:
        return ""
    name = NAMES.get(name, name)
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
