"""The questions a browser asks when the address changes."""

from functools import cache
from typing import Any

from flask.testing import FlaskClient

from analysis.pages import Page
from components.elements import written

UPDATE = "/_dash-update-component"


def callback_of(client: FlaskClient, prop: str) -> str:
    """The output of the callback that a property of the address component drives."""
    return _callbacks(client.application)[prop]


@cache
def _callbacks(server: Any) -> dict[str, str]:
    listed = server.test_client().get("/_dash-dependencies").get_json()
    return {
        one["property"]: entry["output"]
        for entry in listed
        for one in entry["inputs"]
        if one["id"] == "address"
    }


def body_of(client: FlaskClient, prop: str, value: object) -> dict[str, Any]:
    """What the renderer sends when that property changes."""
    output = callback_of(client, prop)
    parts = [part.rpartition(".") for part in output.strip(".").split("...")]
    return {
        "output": output,
        "outputs": [{"id": name, "property": key} for name, _, key in parts],
        "inputs": [{"id": "address", "property": prop, "value": value}],
        "changedPropIds": [f"address.{prop}"],
    }


def ask(client: FlaskClient, prop: str, value: object) -> dict[str, Any]:
    """The answer to a question put to a property: by id and property of the outputs."""
    response = client.post(UPDATE, json=body_of(client, prop, value))
    assert response.status_code == 200, response.text
    return response.get_json()["response"]


def show(client: FlaskClient, address: str, page: str | None = None) -> dict[str, Any]:
    """What a page shows of an address: `html` and `figures` by their places, `page`, `title`."""
    name = page or address.split("?")[0].split("/")[1] or Page.OVERVIEW
    found = ask(client, name, {"number": 1, "address": address})
    return {
        **found["address"]["answer"],
        "html": {k: written(v["tree"]) for k, v in found.items() if "tree" in v},
        "figures": {k: v["figure"] for k, v in found.items() if v.get("figure")},
        "remarks": written(found["remarks"]["tree"]),
    }
