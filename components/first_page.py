"""The page as the server writes it: readable before a script runs, and without any.

It is the same layout with the same trees that React draws a moment later, so that nothing moves
when it takes over (assets/core/address.js). Controls that need a script stand still until then.
"""

from typing import Any

import dash_bootstrap_components as dbc
from dash.development.base_component import Component

from components.content import value_of
from components.elements import Tree, element, tree
from components.parts import Html, Plot


def still(node: Any) -> Tree:
    """A layout as a tree: our parts with what they hold, figures as empty places; components of
    other libraries are left out, but for selects, which keep their place."""
    if isinstance(node, list | tuple):
        return [part for part in map(still, node) if part is not None]
    if isinstance(node, Html):
        props = _props(node)
        return element(props["tag"], value_of(props.get("tree")), id=props["id"], **_said(props))
    if isinstance(node, Plot):
        props = _props(node)
        return element("div", id=props["id"], **{"className": "graph", **_said(props)})
    if isinstance(node, dbc.Select):
        return element("select", element("option", node.placeholder), class_="form-select")
    if not isinstance(node, Component):
        return tree(node)
    described = node.to_plotly_json()
    if described["namespace"] != "dash_html_components":
        return None
    props = dict(described["props"])
    children = still(props.pop("children", None))
    return {"t": described["type"].lower(), "p": props, "c": children}


def _props(node: Component) -> dict[str, Any]:
    props: dict[str, Any] = node.to_plotly_json()["props"]
    return props


def _said(props: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = props.get("attributes", {})
    return said
