"""The Canvas: the one component of our own. It knows the address and draws the answer to it.

Dash's own pair of Location and Store costs a second round of callbacks for every answer;
this component takes the answer as a property and draws it at once (assets/25-canvas.js).
"""

from typing import Any

from dash.development.base_component import Component


class Canvas(Component):
    """`address` is the page's path and query, set by the browser; `answer` what it shows."""

    _children_props: list[str] = []  # noqa: RUF012, as the base class has it
    _base_nodes: list[str] = []  # noqa: RUF012
    _namespace = "jing_jin_ji"
    _type = "Canvas"

    def __init__(self, id: str, address: str | None = None, answer: Any = None) -> None:
        self._prop_names = ["id", "address", "answer"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        given = {"id": id, "address": address, "answer": answer}
        known = {name: value for name, value in given.items() if value is not None}
        super().__init__(**known)  # type: ignore[no-untyped-call]
