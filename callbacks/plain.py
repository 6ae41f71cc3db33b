"""Components as plain data, so that a kept answer costs nothing to send again."""

from typing import Any

from dash.development.base_component import Component

from components.ids import Id


def plain(content: dict[Id, Any]) -> dict[str, Any]:
    """The content by the ids' names, every component turned into dicts and lists."""
    return {key.name: _plain(value) for key, value in content.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Component):
        return _plain(value.to_plotly_json())
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value
