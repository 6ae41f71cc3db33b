"""A wide table in its own scrolling place, which the keyboard reaches too."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.attributes import attributes
from components.elements import element

Head = str | list[str | Component]


def cell(label: str, children: Any, name: str = "") -> Any:
    """A cell that says its head where a phone has the rows as blocks."""
    own = children if isinstance(children, list) else [children]
    return element("td", *own, class_=name or None, data_label=label or None)


def scrolled(
    label: str, heads: Iterable[Head], rows: Iterable[Component], name: str = ""
) -> html.Div:
    """The table with its heads; `label` is its caption, hidden, and the name of its place."""
    return html.Div(
        html.Table(
            [
                html.Caption(label, className="visually-hidden"),
                html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
                html.Tbody(list(rows)),
            ],
            className=f"evaluation-table {name}".rstrip(),
        ),
        className="evaluation-scroll",
        tabIndex=0,
        role="region",
        **attributes(aria_label=label),
    )
