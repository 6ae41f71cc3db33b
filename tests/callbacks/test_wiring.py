"""What a browser would find out late: ids that do not exist, outputs written twice."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from dash import ALL, Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from flask.testing import FlaskClient

from analysis.pages import Page
from callbacks.answers import SHELL
from components.ids import Id
from serving.ready import Ready


@pytest.fixture(scope="module")
def other(new_app: Callable[[], Dash]) -> Dash:
    return new_app()


def parts(output: str) -> list[str]:
    """The properties a callback writes; none where it only acts in the browser."""
    named = output.strip(".")
    return [part for part in named.split("...") if "." in part]


def ids_of(*layouts: Component) -> Iterator[str]:
    for _, component in html.Div(list(layouts))._traverse_with_paths():
        if isinstance(getattr(component, "id", None), str):
            yield str(component.id)


def ids(app: Dash) -> Iterator[str]:
    return ids_of(app.layout, *app.answers.frames().values())


def drivers(client: FlaskClient) -> dict[str, set[str]]:
    """What each property of the address drives: the ids of the outputs."""
    return {
        entry["inputs"][0]["property"]: {part.rpartition(".")[0] for part in parts(entry["output"])}
        for entry in client.get("/_dash-dependencies").get_json()
        if entry["inputs"][0]["id"] == "address"
    }


def test_every_id_of_every_callback_is_in_a_layout(app: Dash, client: FlaskClient) -> None:
    known = set(ids(app))
    for entry in client.get("/_dash-dependencies").get_json():
        used = {part.rpartition(".")[0] for part in parts(entry["output"])}
        used |= {dep["id"] for dep in entry["inputs"] + entry["state"]}
        assert used <= known, used - known


def test_every_id_is_declared_and_on_a_page_once(app: Dash) -> None:
    assert {str(one) for one in Id} <= set(ids(app))
    for page, frame in app.answers.frames().items():
        counted = Counter(ids_of(app.layout, frame))
        assert [name for name, count in counted.items() if count > 1] == [], page


def test_every_property_has_one_writer_but_for_the_shells(client: FlaskClient) -> None:
    entries = client.get("/_dash-dependencies").get_json()
    written = Counter(part.partition("@")[0] for d in entries for part in parts(d["output"]))
    shared = {f"{place}.tree" for place in SHELL} | {"address.answer"}
    assert {prop for prop, count in written.items() if count > 1} == shared


def test_the_dependencies_say_what_drives_each_place_of_a_page(
    app: Dash, client: FlaskClient
) -> None:
    driven = drivers(client)
    assert set(driven) == {*Page, "page", "opened"}
    for page, frame in app.answers.frames().items():
        inside = {c.id for _, c in frame._traverse_with_paths() if c._type in ("Html", "Plot")}
        written_once = {"desk-search", "atlas-bar", "ground-choice"}  # the same on every view
        assert inside - written_once <= driven[page], page
        assert {str(place) for place in SHELL} <= driven[page]
    assert {"cards", "trend", "bars", "map", "lead"} <= driven[Page.OVERVIEW]


def test_a_second_app_in_the_process_has_its_own_callbacks(app: Dash, other: Dash) -> None:
    assert set(app.callback_map) <= set(other.callback_map)
    assert not any(app.callback_map[key] is other.callback_map[key] for key in app.callback_map)
    assert other.server is not app.server


def test_dcc_is_listed_only_by_a_document_whose_page_holds_it(app: Dash, monkeypatch) -> None:
    client = app.server.test_client()
    assert "/dash/dcc/" not in client.get("/").get_data(as_text=True)
    binding = app.answers._bindings[Page.PLAN]
    frame = html.Main([binding.frame(app.answers.site, {}), dcc.Dropdown(id="choice")])
    monkeypatch.setattr(app.answers, "frame", lambda found: frame)
    monkeypatch.setattr(app, "_ready", Ready())  # without documents that were written before
    document = client.get("/plan").get_data(as_text=True)
    assert re.search(r'<script src="[^"]*/dash/dcc/', document)


@pytest.mark.thorough
def test_a_pattern_matching_callback_is_no_malformed_request(app: Dash, other: Dash) -> None:
    @other.callback(Output("toast", "header"), Input({"kind": "any", "index": ALL}, "value"))
    def count(values: list[str]) -> str:
        return f"{len(values)} 个"

    request = {
        "output": "toast.header",
        "outputs": {"id": "toast", "property": "header"},
        "inputs": [[{"id": {"kind": "any", "index": i}, "property": "value", "value": "x"}
                    for i in range(2)]],
        "changedPropIds": ['{"index":0,"kind":"any"}.value'],
    }  # fmt: skip
    answer = other.server.test_client().post("/_dash-update-component", json=request)
    assert answer.get_json()["response"]["toast"]["header"] == "2 个"
    assert "toast.header" not in app.callback_map
