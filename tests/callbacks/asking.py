"""The question a browser asks when the address changes."""

from typing import Any

from flask.testing import FlaskClient


def show(client: FlaskClient, address: object) -> dict[str, Any]:
    """What the browser is answered when the address changes."""
    request = {
        "output": "canvas.answer",
        "outputs": {"id": "canvas", "property": "answer"},
        "inputs": [{"id": "canvas", "property": "address", "value": address}],
        "changedPropIds": ["canvas.address"],
    }
    response = client.post("/_dash-update-component", json=request)
    assert response.status_code == 200
    return response.get_json()["response"]["canvas"]["answer"]
