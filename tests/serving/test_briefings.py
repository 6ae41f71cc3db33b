"""The API of briefings: written only by the product's own pages, refused in plain words."""

import errno
import json
import shutil
import socket

import pytest
from dash import Dash, html

from analysis.meeting import scene_of_address
from callbacks.site import OneEdition
from data.briefings.file import PREPARED, PREPARED_TITLE
from data.briefings.store import Briefings
from data.editions.ledger import Ledger
from data.editions.roles import Roles
from data.package.scene_checks import known_to
from serving import api, briefings, own_page
from serving.access import Access

OWN = {"Sec-Fetch-Site": "same-origin"}
SCENE = {"scene_id": "one", "layout": "chart", "theme": "overall", "indicator_id": "gdp"}


@pytest.fixture(scope="module")
def server(catalog, tmp_path_factory):
    """An app with nothing but the two APIs, and where it keeps briefings."""
    app = Dash("briefings", use_async=False)
    app.layout = html.Div()
    api.register(app, catalog, OneEdition(catalog))
    folder = tmp_path_factory.mktemp("kept") / "briefings"
    store = Briefings(folder, known_to(catalog))
    hosts = own_page.names("monitor.example .gov.example", "")
    access = Access((), True, Roles(folder / "none"), Ledger(folder / "ledger.jsonl"))
    briefings.register(app, catalog, store, hosts, access)
    return app.server, folder


@pytest.fixture
def folder(server):
    """The folder of briefings, empty."""
    shutil.rmtree(server[1], ignore_errors=True)
    return server[1]


@pytest.fixture
def client(server, folder):
    found = server[0].test_client()
    found.environ_base["HTTP_X_JING_JIN_JI"] = "1"  # as our scripts send it
    return found


def put(client, name="甲", revision="", scenes=(SCENE,), **headers):
    body = {"revision": revision, "scenes": list(scenes)}
    return client.put(f"{briefings.PATH}/{name}", json=body, headers={**OWN, **headers})


def add(client, address, name="甲"):
    return client.post(f"{briefings.PATH}/{name}/scenes", json={"address": address}, headers=OWN)


def names(client):
    return [entry["name"] for entry in client.get(briefings.PATH).json["briefings"]]


@pytest.mark.parametrize("said", ["", "2", "true"])
def test_our_header_says_what_our_pages_say(client, said):
    client.environ_base["HTTP_X_JING_JIN_JI"] = said
    assert put(client).status_code == 403


def test_a_write_without_our_header_is_refused(client):
    del client.environ_base["HTTP_X_JING_JIN_JI"]
    assert put(client).status_code == 403
    assert names(client) == [PREPARED]


def test_at_first_there_is_the_prepared_one(client, catalog):
    (entry,) = client.get(briefings.PATH).json["briefings"]
    assert (entry["name"], entry["title"], entry["editable"]) == (PREPARED, PREPARED_TITLE, False)
    found = client.get(f"{briefings.PATH}/default").json
    assert [scene["scene_id"] for scene in found["scenes"]] == [s.scene_id for s in catalog.scenes]
    assert len(found["titles"]) == len(found["scenes"]) == entry["scenes"]


def test_a_briefing_is_written_read_and_deleted(client):
    answer = put(client)
    assert answer.status_code == 201
    assert answer.json["titles"] == ["地区生产总值：2010—2024 年三地均逐年增长"]
    written = put(client, revision=answer.json["revision"], scenes=[{**SCENE, "title": "自己的"}])
    assert written.status_code == 200
    found = client.get(f"{briefings.PATH}/甲").json
    assert (found["revision"], found["titles"]) == (written.json["revision"], ["自己的"])
    assert names(client) == [PREPARED, "甲"]
    assert (
        client.delete(f"{briefings.PATH}/甲?revision={found['revision']}", headers=OWN).status_code
        == 204
    )
    assert client.get(f"{briefings.PATH}/甲").status_code == 404


def test_what_one_reads_can_be_written_back(client):
    scenes = client.get(f"{briefings.PATH}/default").json["scenes"]
    assert put(client, scenes=scenes).json["scenes"] == scenes


def test_an_old_revision_is_refused_and_the_new_one_named(client):
    old = put(client).json["revision"]
    new = put(client, revision=old).json["revision"]
    answer = put(client, revision=old, scenes=[{**SCENE, "title": "晚了"}])
    assert (answer.status_code, answer.json["revision"]) == (409, new)
    assert "已被修改" in answer.json["error"]
    assert client.delete(f"{briefings.PATH}/甲?revision={old}", headers=OWN).status_code == 409
    assert put(client).status_code == 409


def test_who_opened_what_was_deleted_and_made_anew_does_not_overwrite_it(client):
    seen = put(client).json["revision"]
    client.delete(f"{briefings.PATH}/甲?revision={seen}", headers=OWN)
    put(client, scenes=[{**SCENE, "title": "另一人的"}])
    assert put(client, revision=seen, scenes=[{**SCENE, "title": "晚了"}]).status_code == 409
    assert client.get(f"{briefings.PATH}/甲").json["titles"] == ["另一人的"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)
def test_other_sites_write_nothing(client, headers):
    path = f"{briefings.PATH}/甲"
    answers = [
        client.put(path, json={"revision": "", "scenes": [SCENE]}, headers=headers),
        client.post(f"{path}/scenes", json={"address": "/"}, headers=headers),
        client.delete(f"{path}?revision=1", headers=headers),
    ]
    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert names(client) == [PREPARED]


def test_where_browsers_do_not_say_so_the_origin_counts(client):
    body = {"revision": "", "scenes": [SCENE]}
    headers = {"Origin": "http://localhost"}
    assert client.put(f"{briefings.PATH}/甲", json=body, headers=headers).status_code == 201


@pytest.mark.parametrize("also", [{}, {"Sec-Fetch-Site": "same-origin"}])
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8050",
        "localhost.evil.example",
        "notgov.example",
        "127.0.0.1.evil.example",
        "[::1",
    ],
)
def test_a_name_of_another_s_that_points_here_writes_nothing(client, host, also):
    headers = {"Host": host, "Origin": f"http://{host}", **also}
    path = f"{briefings.PATH}/甲"
    for answer in (
        client.put(path, json={"revision": "", "scenes": [SCENE]}, headers=headers),
        client.post(f"{path}/scenes", json={"address": "/"}, headers=headers),
        client.delete(f"{path}?revision=1", headers=headers),
    ):
        assert answer.status_code == 403
        assert "ALLOWED_HOSTS" in answer.json["error"]
    assert names(client) == [PREPARED]


@pytest.mark.parametrize(
    "host",
    [
        "localhost:8050",
        "127.0.0.1:8050",
        "10.20.30.40",
        "[::1]:8050",
        "Monitor.Example",
        "a.gov.example",
        f"{socket.gethostname()}:8050",
    ],
)
def test_under_its_own_names_it_is_written_to(client, host):
    headers = {"Host": host, "Origin": f"http://{host}"}
    body = {"revision": "", "scenes": [SCENE]}
    assert client.put(f"{briefings.PATH}/甲", json=body, headers=headers).status_code == 201


def test_a_form_of_another_kind_writes_nothing(client):
    body = json.dumps({"revision": "", "scenes": [SCENE]})
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = client.put(f"{briefings.PATH}/甲", data=body, content_type=kind, headers=OWN)
        assert answer.status_code == 403
    assert names(client) == [PREPARED]


@pytest.mark.parametrize(
    ("body", "key", "said"),
    [
        (b"{", "", "JSON"),
        (b"[]", "", "对象"),
        (b'{"scenes": []}', "revision", "缺这一项"),
        (b'{"revision": 1, "scenes": []}', "revision", "种类"),
        (b'{"revision": true, "scenes": []}', "revision", "种类"),
        (b'{"revision": "", "scenes": [], "x": 1}', "x", "没有这一项"),
        (b'{"revision": "", "scenes": []}', "scenes", "至少要有 1 个"),
    ],
)
def test_a_wrong_body_is_explained(client, body, key, said):
    answer = client.put(
        f"{briefings.PATH}/甲", data=body, content_type="application/json", headers=OWN
    )
    assert answer.status_code == 400
    fault = answer.json["errors"][0]
    assert fault["key"] == key and said in fault["error"]


def test_a_wrong_scene_is_explained_with_what_is_allowed(client):
    answer = put(client, scenes=[SCENE, {**SCENE, "scene_id": "b", "layout": "pie"}])
    (fault,) = answer.json["errors"]
    assert (answer.status_code, fault["key"], fault["value"]) == (400, "layout", "pie")
    assert "numbers-chart" in fault["allowed"] and "第 2 页" in fault["error"]


@pytest.mark.parametrize("name", ["default", "scenes", "预置汇报", "a.b", "中" * 41, "con"])
def test_a_name_that_cannot_be_is_refused(client, name):
    answer = put(client, name=name)
    assert answer.status_code == 400
    assert answer.json["errors"][0]["value"] == name


def test_a_damaged_file_is_refused_and_kept(client, folder):
    put(client)
    path = folder / "甲.json"
    path.write_text(path.read_text(encoding="utf-8")[:100], encoding="utf-8")
    damaged = path.read_bytes()
    for answer in (
        client.get(f"{briefings.PATH}/甲"),
        put(client, revision="1"),
        put(client),
        add(client, "/"),
        client.delete(f"{briefings.PATH}/甲?revision=1", headers=OWN),
    ):
        assert answer.status_code == 422
        assert "不是完整的 JSON" in answer.json["errors"][0]["error"]
    entry = client.get(briefings.PATH).json["briefings"][1]
    assert entry["editable"] is False and "甲.json" in entry["fault"]
    assert path.read_bytes() == damaged


@pytest.mark.parametrize(
    ("address", "layout", "title"),
    [
        ("/indicators?indicator=gdp&scale=share3&region=hebei", "chart", "河北"),
        ("http://localhost/?theme=green", "numbers-chart", "二氧化硫"),
        ("/regions/hebei?theme=green", "list", "河北"),
        ("/plan?theme=digital&task=x", "task", "协同打造数字经济新优势"),
        ("/plan", "marks", "8 项"),
        ("/plan#chain-robotics", "chain", "机器人产业链"),
        ("/platforms?place=W2", "place", "雄安新区"),
        ("/platforms?tier=zone", "map", "2+4+N"),
    ],
)
def test_any_view_becomes_a_scene(client, address, layout, title):
    answer = add(client, address)
    assert answer.status_code == 201
    assert answer.json["scenes"][0]["layout"] == layout
    assert title in answer.json["titles"][0]
    assert add(client, address).status_code == 200


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/health", "address"),
        ("http://elsewhere.example/", "address"),
        ("http://[", "address"),
        ("", "address"),
        ("/indicators?indicator=nothing", "indicator"),
        ("/?from=2020&to=2015", "from"),
    ],
)
def test_an_address_that_is_no_view_is_refused_with_what_is(client, address, key):
    answer = add(client, address)
    (fault,) = answer.json["errors"]
    assert (answer.status_code, fault["key"]) == (400, key)
    assert fault["allowed"] or address == "http://["
    assert names(client) == [PREPARED]


def test_only_what_is_documented_can_be_done(client):
    for path, allowed in (
        ("", "GET, HEAD"),
        ("/甲", "GET, HEAD, PUT, DELETE"),
        ("/甲/scenes", "POST"),
    ):
        answer = client.patch(f"{briefings.PATH}{path}", headers=OWN)
        assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)


def test_an_unchanged_briefing_is_not_sent_again(client):
    assert put(client).status_code == 201
    for path in (briefings.PATH, f"{briefings.PATH}/甲"):
        seen = client.get(path)
        marked = {"If-None-Match": seen.headers["ETag"]}
        again = client.get(path, headers=marked)
        assert (again.status_code, again.data) == (304, b"")
    assert (
        put(
            client, revision=seen.json["revision"], scenes=(SCENE, SCENE | {"scene_id": "b"})
        ).status_code
        == 200
    )
    assert client.get(path, headers=marked).status_code == 200


def test_a_full_disk_is_said_in_words_and_nothing_is_lost(client, server, monkeypatch):
    """The ledger has no room either; the answer stays what it was."""
    first = put(client).get_json()["revision"]

    def full(*_args, **_named):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("data.briefings.store.write_whole", full)
    answer = put(client, revision=first)
    assert answer.status_code == 507
    assert "磁盘已满" in answer.get_json()["error"]
    assert client.get(f"{briefings.PATH}/甲").get_json()["revision"] == first
    monkeypatch.undo()
    assert put(client, revision=first).status_code == 200


def test_what_no_scene_shows_is_refused_in_words(client, monkeypatch):
    def none(*_):
        raise scene_of_address.NoScene

    monkeypatch.setattr(scene_of_address, "scene_of", none)
    answer = add(client, "/areas")
    assert answer.status_code == 400
    assert "不能放入汇报" in answer.get_data(as_text=True)
