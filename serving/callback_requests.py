"""What a callback request must look like, checked before Dash reads it.

Dash takes what the browser's renderer sends for granted: whatever else is sent raises somewhere
inside it, and could not be told from a fault of our own in the answer.
"""

from collections.abc import Mapping
from typing import Any


def fault_of(body: object, callbacks: Mapping[str, Any]) -> str | None:
    """Why a request's body is not one of these callbacks' (Dash's `callback_map`), in words;
    None where it is."""
    if not isinstance(body, dict):
        return "不是 JSON 对象"
    output = body.get("output")
    if not isinstance(output, str) or output not in callbacks:
        return "没有该回调"
    if not _are_outputs(body.get("outputs"), callbacks[output]["output"]):
        return "outputs 与该回调不符"
    for part in ("inputs", "state"):
        if not _are_dependencies(body.get(part, []), callbacks[output][part]):
            return f"{part} 与该回调不符"
    changed = body.get("changedPropIds", [])
    if not (isinstance(changed, list) and all(isinstance(one, str) for one in changed)):
        return "changedPropIds 应是文字的列表"
    return None


def _are_outputs(given: object, expected: Any) -> bool:
    if not isinstance(expected, list | tuple):
        return _is_output(given, expected)
    if not isinstance(given, list) or len(given) != len(expected):
        return False
    return all(_is_output(one, known) for one, known in zip(given, expected, strict=True))


def _is_output(given: object, expected: Any) -> bool:
    """The place that the callback has; one whose id is a pattern has a list of those that match,
    or one of them."""
    if not isinstance(expected.component_id, str):
        return _is_matched(given, expected.component_property)
    is_there = isinstance(given, dict) and given.get("id") == expected.component_id
    return is_there and _is_of(given, expected.component_property)


def _is_matched(given: object, name: str) -> bool:
    if isinstance(given, list):
        return all(_is_matched(one, name) for one in given)
    return isinstance(given, dict) and _is_id(given.get("id")) and _is_of(given, name)


def _is_of(given: Any, name: str) -> bool:
    """Whether it is this property; one that several callbacks set has a mark after its name."""
    found = given.get("property")
    return isinstance(found, str) and found.partition("@")[0] == name


def _are_dependencies(given: object, expected: list[dict[str, Any]]) -> bool:
    """One for each that the callback has, of the same property; one whose id is a pattern has a
    list of those that match."""
    if not isinstance(given, list) or len(given) != len(expected):
        return False
    return all(
        _is_dependency(one, known["property"]) for one, known in zip(given, expected, strict=True)
    )


def _is_dependency(given: object, name: str) -> bool:
    if isinstance(given, list):
        return all(isinstance(one, dict) and _is_dependency(one, name) for one in given)
    return isinstance(given, dict) and _is_id(given.get("id")) and given.get("property") == name


def _is_id(given: object) -> bool:
    return _is_text(given) or (isinstance(given, dict) and bool(given))


def _is_text(given: object) -> bool:
    return isinstance(given, str) and bool(given)
