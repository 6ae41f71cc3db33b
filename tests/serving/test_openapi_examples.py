"""The examples of the description of the API: each request is answered, each answer is as the
document says, and what is stored is what the app answers."""

import os
from urllib.parse import quote

import orjson
import pytest
from dash import Dash, html
from jsonschema import Draft202012Validator, ValidationError

from analysis import links
from analysis.pages import PAGES, Page
from callbacks.site import OneEdition
from data.briefings.store import Briefings
from data.editions.ledger import Ledger
from data.editions.roles import Roles
from data.package.scene_checks import known_to
from serving import api, briefings
from serving.access import Access
from serving.openapi_examples import STORED, example_address

DESCRIPTION = "/api/v1/openapi.json"
JSON = "application/json"
UPDATE = "UPDATE_GOLDEN=1 pytest tests/serving/test_openapi_examples.py"
# Lists of which the frozen edition, without another beside it, has no row.
EMPTY = {links.NEWEST, *(one.path for one in api.LISTS if one.is_of_editions)}
DIGEST = b"99428eeb8c3095c2"  # of the edition in what is stored
BUILT = (".docx", ".pptx", "/reports.html", "/reports.xlsx")  # what takes its time


@pytest.fixture(scope="module")
def client(catalog, tmp_path_factory):
    app = Dash("examples", use_async=False)
    app.layout = html.Div()
    api.register(app, catalog, OneEdition(catalog))
    folder = tmp_path_factory.mktemp("briefings")
    access = Access((), True, Roles(folder / "none"), Ledger(folder / "ledger.jsonl"))
    store = Briefings(folder / "kept", known_to(catalog))
    briefings.register(app, catalog, store, {"localhost"}, access)
    return app.server.test_client()


@pytest.fixture(scope="module")
def described(client):
    return client.get(DESCRIPTION).json


def reading(described):
    """Every operation that reads but those of briefings: its path, itself, its address."""
    for path, operations in described["paths"].items():
        if path.startswith(briefings.PATH):
            continue
        shared = described["components"]["parameters"]
        yield path, operations["get"], example_address(path, operations["get"], shared)


def valid(described, schema, content):
    Draft202012Validator({**schema, "components": described["components"]}).validate(content)


def headed(described, operation):
    """The headers of the example of a request."""
    found = (p for p in operation["parameters"] if p.get("in") == "header")
    return {one["name"]: one["example"] for one in found}


@pytest.mark.thorough
def test_every_request_has_an_example_and_is_answered(client, described, catalog):
    bare, answers = [], {}
    for path, operation, address in reading(described):
        takes = any("$ref" in one or one.get("required") for one in operation["parameters"])
        known = {one["$ref"].rpartition("/")[2] for one in operation["parameters"] if "$ref" in one}
        if takes and "?" not in address and "{" not in path and known != {"data"}:
            bare.append(path)
        if path.endswith(BUILT):
            continue
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "{" not in address
        kinds = operation["responses"]["200"]["content"]
        assert answer.mimetype in {kind.partition(";")[0] for kind in kinds}
        if answer.mimetype == JSON and path != DESCRIPTION:
            valid(described, kinds[JSON]["schema"], answer.json)
            answers[operation["operationId"]] = answer.json
    assert bare == []
    lists = {one.operation: answers[one.operation] for one in api.LISTS}
    text = orjson.dumps(lists, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    text = text.replace(catalog.digest.encode(), DIGEST)
    if os.environ.get("UPDATE_GOLDEN"):
        STORED.write_bytes(text)
    assert text == STORED.read_bytes(), UPDATE


def contents(described):
    """What is sent and answered, of every operation and status, with where it stands."""
    shared = described["components"]["responses"]
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            sent = operation.get("requestBody", {}).get("content", {})
            yield from (((path, method, "sent", kind), one) for kind, one in sent.items())
            for status, answer in operation["responses"].items():
                found = shared[answer["$ref"].rpartition("/")[2]] if "$ref" in answer else answer
                for kind, one in found.get("content", {}).items():
                    yield (path, method, status, kind), one


def test_every_answer_has_an_example_that_holds(described):
    bare = []
    for place, content in contents(described):
        if "example" in content:
            valid(described, content["schema"], content["example"])
        elif "examples" not in content and place[2] != "422":
            bare.append(place)
    assert bare == []
    for one in api.LISTS:
        content = described["paths"][one.path]["get"]["responses"]["200"]["content"]
        assert content[JSON]["example"][one.name] or one.path in EMPTY, one.path


@pytest.mark.thorough
def test_documents_that_take_their_time_are_built_from_their_examples(client, described):
    found = [one for one in reading(described) if one[0].endswith(BUILT)]
    assert len(found) > 15
    for _, operation, address in found:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.mimetype in operation["responses"]["200"]["content"]


def test_the_example_of_a_document_is_an_address_of_its_own(described):
    for path, operation, _ in reading(described):
        for content in operation["responses"]["200"]["content"].values():
            if "examples" in content and "{" not in path:
                said = content["examples"]["file"]["summary"]
                assert said.removeprefix("GET ").partition("?")[0] == path


@pytest.mark.parametrize("kind", PAGES[Page.REPORTS].kinds)
def test_a_report_takes_the_sentences_that_are_sent(described, kind):
    operation = described["paths"][f"/reports.{kind}"]["post"]
    sent = operation["requestBody"]["content"][JSON]
    valid(described, sent["schema"], sent["example"])
    for wrong in ({}, {"own": [["problems"]]}, {"own": [["a b", "甲"]]}, {"own": [["a", " "]]}):
        with pytest.raises(ValidationError):
            valid(described, sent["schema"], wrong)
    (said,) = operation["responses"]["200"]["content"].values()
    assert said["examples"]["file"]["summary"].startswith(f"POST /reports.{kind}")


def test_the_sentences_of_the_example_stand_in_the_report(client, described):
    sent = described["paths"]["/reports.json"]["post"]["requestBody"]["content"][JSON]["example"]
    assert client.post("/reports.json", json=sent).json["own"] == sent["own"]


def test_a_briefing_is_written_and_read_as_the_examples_say(client, described):
    paths = described["paths"]
    one = paths[f"{briefings.PATH}/{{name}}"]
    shared = described["components"]["parameters"]
    address = quote(example_address(f"{briefings.PATH}/{{name}}", one["get"], shared))
    told = headed(described, one["put"])
    body = one["put"]["requestBody"]["content"][JSON]["example"]
    made = client.put(address, json=body, headers=told)
    assert made.status_code == 201
    schema = one["get"]["responses"]["200"]["content"][JSON]["schema"]
    for answer in (made, client.get(address)):
        valid(described, schema, answer.json)
    listed = client.get(briefings.PATH).json
    content = paths[briefings.PATH]["get"]["responses"]["200"]["content"][JSON]
    valid(described, content["schema"], listed)
    assert set(listed["briefings"][1]) == set(content["example"]["briefings"][0])
    scenes = paths[f"{briefings.PATH}/{{name}}/scenes"]["post"]
    sent = scenes["requestBody"]["content"][JSON]["example"]
    more = client.post(f"{address}/scenes", json=sent, headers=told)
    assert (more.status_code, len(more.json["scenes"])) == (200, 2)
    query = f"?revision={more.json['revision']}"
    assert client.delete(f"{address}{query}", headers=told).status_code == 204
