"""The desk below the site: where it stands, whom it knows, and what it lets in."""

import re

import pytest
from flask import Flask
from werkzeug.test import Client

from analysis import links
from callbacks.desk.desk import Caller, Desk
from callbacks.desk.shown import HIDDEN
from data.editions.deeds import Person
from data.editions.ledger import Ledger
from data.editions.roles import FILE, Roles
from serving.access import Access, networks
from serving.desk import CLOSED, UNKNOWN, caller, create_desk, mount
from serving.headers import SECURITY_HEADERS

ROLES = "who,kind,role,regions\n李,user,editor,hebei\n处,group,approver,\n"
SITE = b"the site"


def site(_environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [SITE]


@pytest.fixture
def stand_under():
    yield links.stand_under
    links.stand_under("/")


@pytest.fixture
def served(tmp_path, edition, request):
    """The site with the desk below it, as a client; built where the site stands by then."""

    def build():
        desk = Desk(tmp_path / "store", edition, lambda: Caller(Person("", "")))
        app = create_desk(desk, request.config.rootpath / "assets", ["localhost"])
        return Client(mount(site, app))

    return build


def test_the_desk_stands_below_the_site_and_the_rest_is_the_sites(served):
    client = served()
    assert SITE not in client.get("/desk/").data
    assert "数据台" in client.get("/desk/").text
    assert client.get("/desk").headers["Location"] == "/desk/"
    for path in ("/", "/desks", "/plan", "/_dash-layout"):
        assert client.get(path).data == SITE


@pytest.mark.parametrize("taken_off", ["", "/jjj"])
def test_behind_a_prefix_the_desk_is_there_with_it_and_without(served, stand_under, taken_off):
    stand_under("/jjj/")
    page = served().get(f"{taken_off}/desk/")
    assert page.status_code == 200
    assert "/jjj/desk/_dash-component-suites/" in page.text
    assert "/jjj/desk/styles.css" in page.text


def test_every_answer_is_secured_and_all_it_loads_is_there(served):
    client = served()
    page = client.get("/desk/")
    for name, value in SECURITY_HEADERS.items():
        assert page.headers[name] == value
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "https://" not in page.text
    assert ".desk-card" in client.get("/desk/styles.css").text
    with client.get("/desk/assets/desk.js") as script:
        assert "dash_clientside.desk" in script.text


def test_all_callbacks_and_scripts_are_there_before_the_first_request(tmp_path, edition, request):
    desk = Desk(tmp_path / "store", edition, lambda: Caller(Person("", "")))
    app = create_desk(desk, request.config.rootpath / "assets", ["localhost"])
    assert {"dash", "dash_bootstrap_components"} <= set(app.registered_paths)
    assert len(app.callback_map) > 5
    page = app.server.test_client().get("/").text
    listed = re.findall(r'src="/desk/_dash-component-suites/([^/"]+)/', page)
    assert set(listed) <= set(app.registered_paths)
    assert len(app.callback_map) == len(app.server.test_client().get("/_dash-dependencies").json)


def test_without_a_store_the_desk_opens_and_says_so(served):
    client = served()
    shown = ("who", "editions", "drafts", "ledger", "begin")
    body = {
        "output": f"..{'...'.join(f'{name}.children' for name in shown)}..",
        "outputs": [{"id": name, "property": "children"} for name in shown],
        "inputs": [{"id": "turn", "property": "data", "value": None}],
        "state": [{"id": "begin", "property": "children", "value": None}],
        "changedPropIds": [],
    }
    own = {"Sec-Fetch-Site": "same-origin", "X-Jing-Jin-Ji": "1"}
    answer = client.post("/desk/_dash-update-component", json=body, headers=own)
    found = answer.get_json()["response"]
    said, begin = found["editions"]["children"]
    assert "库中尚无版本" in said["props"]["children"]
    assert begin is None  # who looks may not approve
    assert found["ledger"]["children"] == found["drafts"]["children"] == HIDDEN


@pytest.fixture
def known(tmp_path):
    """Whom the desk knows, by the headers of a request."""
    (tmp_path / FILE).write_text(ROLES, encoding="utf-8")
    ledger = Ledger(tmp_path / "ledger.jsonl")

    def of(address="10.0.0.1", proxies="10.0.0.1", **headers):
        access = Access(networks(proxies), False, Roles(tmp_path / FILE), ledger)
        named = {
            name.replace("_", "-"): text.encode().decode("latin-1")
            for name, text in headers.items()
        }
        with Flask("test").test_request_context(
            headers=named, environ_base={"REMOTE_ADDR": address}
        ):
            return caller(access)

    return of


def test_who_has_a_role_may_what_it_says(known):
    editor = known(X_Remote_User="李")
    assert (editor.person.name, editor.may_edit, editor.may_approve) == ("李", True, False)
    assert editor.regions == {"hebei"}
    approver = known(X_Remote_User="王", X_Remote_Groups="处")
    assert (approver.may_edit, approver.may_approve) == (False, True)


def test_who_has_none_is_told_why(known):
    assert known(address="10.9.9.9", X_Remote_User="李").why == UNKNOWN
    assert "没有编辑或审核权限" in known(X_Remote_User="赵").why
    assert not known(X_Remote_User="赵").may_look
    assert known(proxies="", X_Remote_User="李").why == CLOSED
