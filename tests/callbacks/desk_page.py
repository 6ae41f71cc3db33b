"""The desk as a browser without a screen has it: what is shown, by id; buttons; what follows."""

import base64
import json
from typing import Any

from serving.own_page import HEADER

UPDATE = "/_dash-update-component"
OWN = {"Sec-Fetch-Site": "same-origin", HEADER: "1"}
PIECE = 600_000


class DeskPage:
    """One open page. `fill` and `press` send what the renderer would, and take in the answers."""

    def __init__(self, client: Any, query: str = "") -> None:
        self.client = client
        self.parts: dict[str, dict[str, Any]] = {}
        self.callbacks = [
            one
            for one in client.get("/_dash-dependencies").get_json()
            if not one["clientside_function"]
        ]
        self._take(client.get("/_dash-layout").get_json())
        self.parts["place"].update(search=query, pathname="/desk/")
        self._follow(dict.fromkeys(self.parts, "new"))

    def fill(self, name: Any, value: Any, prop: str = "value") -> None:
        """Fill in a field."""
        key = _key(name)
        self.parts[key][prop] = value
        self._follow({key: prop})

    def press(self, name: Any) -> str:
        """Press a button; what is said then."""
        self.fill(name, 1, "n_clicks")
        return self.text("said")

    def upload(self, content: bytes, name: str) -> None:
        """Choose a file, as desk.js sends it."""
        text, known, place = base64.b64encode(content).decode(), "", 0
        for at in range(0, len(text), PIECE):
            body = {"id": known, "place": place, "content": text[at : at + PIECE]}
            answer = self.client.post("/upload", json=body, headers=OWN)
            assert answer.status_code == 200, answer.text
            known, place = answer.get_json()["id"], answer.get_json()["place"]
        assert place == len(content)
        self.fill("received", {"id": known, "name": name}, "data")

    def know(self, name: Any) -> None:
        """Have a button that the page does not show, as somebody may who sends what they like."""
        self.parts[_key(name)] = {}

    def has(self, name: Any) -> bool:
        """Whether a part is there."""
        return _key(name) in self.parts

    def names(self, kind: str) -> list[dict[str, Any]]:
        """The ids of several parts that have this in them, in their order."""
        found = [_name(key) for key in self.parts if key.startswith("{")]
        return [name for name in found if kind in name]

    def text(self, name: Any) -> str:
        """All that can be read in a part."""
        return _text(self.parts[_key(name)].get("children"))

    def _take(self, node: Any) -> dict[str, str]:
        """Know every part with an id in a tree; which are new."""
        fresh: dict[str, str] = {}
        for one in node if isinstance(node, list) else [node]:
            if isinstance(one, dict) and "props" in one:
                props = one["props"]
                if "id" in props:
                    key = _key(props["id"])
                    self.parts[key] = dict(props)
                    fresh[key] = "new"
                for inside in (props.get("children"),):
                    fresh |= self._take(inside)
        return fresh

    def _drop(self, node: Any) -> None:
        for one in node if isinstance(node, list) else [node]:
            if isinstance(one, dict) and "props" in one:
                if "id" in one["props"]:
                    self.parts.pop(_key(one["props"]["id"]), None)
                self._drop(one["props"].get("children"))

    def _follow(self, changed: dict[str, str]) -> None:
        """Ask what depends on what has changed, until nothing does."""
        while changed:
            later: dict[str, str] = {}
            for one in self.callbacks:
                for key, prop in self._triggers(one, changed):
                    later |= self._ask(one, key, prop)
            changed = later

    def _triggers(self, one: dict[str, Any], changed: dict[str, str]) -> list[tuple[str, str]]:
        every = [(key, i["property"]) for i in one["inputs"] for key in self._matching(i["id"])]
        found = [(k, p) for k, p in every if changed.get(k) in (p, "new")]
        if one["prevent_initial_call"]:
            found = [(k, p) for k, p in found if changed[k] == p]
        if '"MATCH"' in one["inputs"][0]["id"]:
            return found
        return found[:1]

    def _matching(self, wanted: str) -> list[str]:
        if not wanted.startswith("{"):
            return [wanted] if wanted in self.parts else []
        keys = set(json.loads(wanted))
        return [key for key in self.parts if key.startswith("{") and set(_name(key)) == keys]

    def _given(self, one: dict[str, str], key: str) -> Any:
        prop = one["property"]
        if '"MATCH"' in one["id"]:
            return {"id": _name(key), "property": prop, "value": self.parts[key].get(prop)}
        listed = [
            {"id": _name(k), "property": prop, "value": self._value(k, prop)}
            for k in self._matching(one["id"])
        ]
        if '"ALL"' in one["id"]:
            return listed
        return listed[0] if listed else {"id": one["id"], "property": prop}

    def _value(self, key: str, prop: str) -> Any:
        return _name(key) if prop == "id" else self.parts[key].get(prop)

    def _ask(self, one: dict[str, Any], key: str, prop: str) -> dict[str, str]:
        outputs = [_output(text, key) for text in one["output"].strip(".").split("...")]
        if not all(_key(found["id"]) in self.parts for found in outputs):
            return {}
        body = {
            "output": one["output"],
            "outputs": outputs if one["output"].startswith("..") else outputs[0],
            "inputs": [self._given(i, key) for i in one["inputs"]],
            "state": [self._given(s, key) for s in one["state"]],
            "changedPropIds": [f"{key}.{prop}"],
        }
        answer = self.client.post(UPDATE, json=body, headers=OWN)
        assert answer.status_code in (200, 204), answer.text
        return self._put(answer.get_json()["response"]) if answer.status_code == 200 else {}

    def _put(self, found: dict[str, dict[str, Any]]) -> dict[str, str]:
        changed: dict[str, str] = {}
        for key, props in found.items():
            key = _key(_name(key))
            for prop, value in props.items():
                if prop == "children":
                    self._drop(self.parts[key].get("children"))
                    changed |= self._take(value)
                self.parts[key][prop] = value
                changed[key] = prop
        return changed


def _name(key: str) -> Any:
    return json.loads(key) if key.startswith("{") else key


def _key(name: Any) -> str:
    if isinstance(name, str):
        return name
    return json.dumps(name, sort_keys=True, separators=(",", ":"))


def _output(text: str, key: str) -> dict[str, Any]:
    name, _, prop = text.rpartition(".")
    if '"MATCH"' in name:
        (kind,) = json.loads(name)
        (number,) = _name(key).values()
        return {"id": {kind: number}, "property": prop}
    return {"id": _name(name), "property": prop}


def _text(node: Any) -> str:
    if isinstance(node, list):
        return "".join(map(_text, node))
    if isinstance(node, dict):
        props = node.get("props", {})
        return _text(props.get("children")) + str(props.get("label") or "")
    return "" if node is None else str(node)
