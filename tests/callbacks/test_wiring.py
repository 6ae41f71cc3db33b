"""What a browser would find out late: ids that do not exist, outputs written twice."""

from collections import Counter

from dash import Dash
from flask.testing import FlaskClient

from app import Settings, create_app
from components.ids import Id


def parts(output: str) -> list[str]:
    """The properties a callback writes; none where it only acts in the browser."""
    named = output.split("@")[0].strip(".")
    return [part for part in named.split("...") if "." in part]


def test_every_id_of_every_callback_is_in_the_first_layout(app: Dash, client: FlaskClient) -> None:
    known = {c.id for _, c in app.layout._traverse_with_paths() if getattr(c, "id", None)}
    for entry in client.get("/_dash-dependencies").get_json():
        used = {part.rpartition(".")[0] for part in parts(entry["output"])}
        used |= {dep["id"] for dep in entry["inputs"] + entry["state"]}
        assert used <= known, used - known


def test_every_property_has_one_writer(client: FlaskClient) -> None:
    written = [p for d in client.get("/_dash-dependencies").get_json() for p in parts(d["output"])]
    twice = [prop for prop, count in Counter(written).items() if count > 1]
    assert twice == []


def test_every_id_is_used_in_the_layout(app: Dash) -> None:
    known = {str(c.id) for _, c in app.layout._traverse_with_paths() if getattr(c, "id", None)}
    assert known == {str(i) for i in Id}


def test_a_second_app_in_the_process_has_its_own_callbacks(app: Dash) -> None:
    other = create_app(Settings())
    assert set(other.callback_map) == set(app.callback_map)
    assert other.server is not app.server
