"""Who may write: closed by default, by a trusted proxy's name and a role, and put down."""

import json
from ipaddress import ip_network

import pytest
from flask import Flask, request

from data.editions.ledger import DONE, REFUSED, Ledger
from data.editions.roles import Role, Roles
from serving.access import (
    CLOSED,
    LACKING,
    NAME,
    READING,
    UNKNOWN,
    WRITES,
    Access,
    WrongProxies,
    guard,
    networks,
)

PROXY, STRANGER = "10.0.0.7", "10.0.1.7"
TABLE = """who,kind,role,regions
zhao,user,editor,hebei;tianjin
审核组,group,approver,
li,user,admin,
"""


@pytest.fixture
def access(tmp_path):
    (tmp_path / "roles.csv").write_text(TABLE, encoding="utf-8")
    roles, ledger = Roles(tmp_path / "roles.csv"), Ledger(tmp_path / "ledger.jsonl")
    return Access(networks(f"{PROXY}, 192.168.0.0/24"), False, roles, ledger)


def visitor(access, address=PROXY, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with Flask("x").test_request_context(headers=named, environ_base={"REMOTE_ADDR": address}):
        return access.visitor(request)


def test_the_name_a_trusted_proxy_gives_is_believed(access):
    found = visitor(access, X_Remote_User="zhao")
    assert found.name == "zhao" and found.regions == ("hebei", "tianjin")
    assert found.may(Role.READER) and found.may(Role.EDITOR) and not found.may(Role.APPROVER)


def test_roles_come_from_groups_too(access):
    found = visitor(access, X_Remote_User="qian", X_Remote_Groups="x; %E5%AE%A1%E6%A0%B8%E7%BB%84")
    assert found.may(Role.APPROVER) and not found.may(Role.EDITOR) and found.regions == ()


def test_an_admin_may_all_and_a_name_alone_only_read(access):
    assert all(visitor(access, X_Remote_User="li").may(role) for role in Role)
    known = visitor(access, X_Remote_User="sun")
    assert known.roles == {Role.READER}


@pytest.mark.parametrize("number", range(30))
def test_forged_headers_from_elsewhere_stay_readers(access, number):
    group = "审核组".encode().decode("latin-1")
    forged = {
        "X_Remote_User": "li", "X_Remote_Groups": group, "X_Forwarded_For": PROXY,
        "X_Real_Ip": PROXY, "Forwarded": f"for={PROXY}",
    }  # fmt: skip
    found = visitor(access, f"{STRANGER[:-1]}{number}", **forged)
    assert (found.name, found.roles) == ("", frozenset())


@pytest.mark.parametrize("address", ["", "unix:", "10.0.0.7, 10.0.1.7", "::ffff:10.0.1.7"])
def test_an_address_that_is_none_is_not_trusted(access, address):
    assert visitor(access, address, X_Remote_User="li").name == ""


def test_an_open_site_takes_everybody(tmp_path):
    access = Access((), True, Roles(tmp_path / "none"), Ledger(tmp_path / "ledger.jsonl"))
    found = visitor(access, STRANGER, Cookie=f"{NAME}=%E7%94%B2")
    assert found.name == "甲" and all(found.may(role) for role in Role) and not access.is_closed


def test_without_a_proxy_nobody_writes(tmp_path):
    access = Access((), False, Roles(tmp_path / "none"), Ledger(tmp_path / "ledger.jsonl"))
    assert access.is_closed
    assert visitor(access, "127.0.0.1", X_Remote_User="li").roles == frozenset()


@pytest.mark.parametrize("wrong", ["x", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.1;10.0.0.2"])
def test_wrong_proxies_are_named(wrong):
    with pytest.raises(WrongProxies, match="TRUSTED_PROXIES"):
        networks(wrong)
    assert networks("") == () and networks("::1") == (ip_network("::1"),)


@pytest.mark.parametrize(
    ("row", "said"),
    [("zhao,user,king,", "第 5 行，列 role"), ("zhao,robot,editor,", "列 kind"),
     (",user,editor,", "列 who")],
)  # fmt: skip
def test_a_damaged_table_gives_nobody_a_role(access, tmp_path, caplog, row, said):
    assert visitor(access, X_Remote_User="zhao").may(Role.EDITOR)
    path = tmp_path / "roles.csv"
    path.write_text(f"{TABLE}{row}\n", encoding="utf-8")
    assert not visitor(access, X_Remote_User="zhao").may(Role.EDITOR)
    assert said in caplog.text
    path.write_text(f"{TABLE}\n", encoding="utf-8")
    assert visitor(access, X_Remote_User="zhao").may(Role.EDITOR)


@pytest.fixture
def client(access):
    return small_server(access)


def small_server(access):
    """A client of a server with one thing to write and one that WRITES does not know."""
    server = Flask("x")
    guard(server, access)

    def write(name):
        return {"revision": "2b"}, 400 if name == "bad" else 200

    server.add_url_rule("/api/v1/briefings/<name>", "w", write, methods=["PUT", "GET"])
    server.add_url_rule("/new", "n", lambda: "", methods=["POST"])
    return server.test_client()


def put(client, name="a", who="", address=PROXY):
    headers = {"X-Remote-User": who} if who else {}
    return client.put(
        f"/api/v1/briefings/{name}",
        json={"revision": "1a"},
        headers=headers,
        environ_base={"REMOTE_ADDR": address},
    )


def test_reading_needs_no_name_and_leaves_no_row(client, access):
    assert client.get("/api/v1/briefings/a").status_code == 200
    assert access.ledger.records() == ()


def test_a_write_needs_a_name_and_every_one_is_put_down(client, access):
    assert put(client).get_json() == {"error": UNKNOWN}
    assert put(client, who="sun", address=STRANGER).status_code == 403
    assert put(client, who="sun").status_code == 200
    assert put(client, "bad", who="sun").status_code == 400
    rows = [(r.who, r.subject, r.before, r.after, r.outcome) for r in access.ledger.records()]
    assert rows == [
        ("", "a", "1a", "", REFUSED), ("", "a", "1a", "", REFUSED),
        ("sun", "a", "1a", "2b", DONE), ("sun", "bad", "1a", "2b", REFUSED),
    ]  # fmt: skip
    assert access.ledger.check() == ()


def test_where_nobody_can_write_it_is_said_how_to_try_it(tmp_path):
    closed = Access((), False, Roles(tmp_path / "none"), Ledger(tmp_path / "ledger.jsonl"))
    answer = put(small_server(closed), who="li")
    assert (answer.status_code, answer.get_json()) == (403, {"error": CLOSED})
    assert "ACCESS=open" in CLOSED and "ACCESS" not in UNKNOWN


def test_what_no_rule_speaks_of_only_an_admin_may(client):
    def ask(who):
        headers, base = {"X-Remote-User": who}, {"REMOTE_ADDR": PROXY}
        return client.post("/new", headers=headers, environ_base=base)

    assert ask("zhao").get_json() == {"error": LACKING}
    assert ask("li").status_code == 200


def test_every_writing_route_of_the_product_has_a_role(app):
    written = {
        (rule.rule, method)
        for rule in app.server.url_map.iter_rules()
        for method in rule.methods - set(READING)
        if app.server.view_functions[rule.endpoint]
    }
    refused = {("/api/v1/briefings", "PUT")}  # answered with 405
    own = {(rule, method) for rule, method in written if (rule, method) in WRITES}
    assert set(WRITES) <= written
    for rule, method in written - own - refused:
        path = rule.replace("<name>", "a")
        found = app.server.test_client().open(path, method=method, json={})
        assert found.status_code in (403, 404, 405), (rule, method)


@pytest.fixture
def app_of_proxy(new_app, access, tmp_path):
    more = {"proxies": access.proxies, "is_open": False, "store_folder": tmp_path}
    return new_app(briefings_folder=tmp_path / "kept", **more).server.test_client()


@pytest.mark.thorough
def test_an_owner_s_briefing_is_theirs(app_of_proxy):
    put_own = {"Sec-Fetch-Site": "same-origin", "X-Jing-Jin-Ji": "1"}
    scene = {"scene_id": "one", "layout": "chart", "theme": "overall", "indicator_id": "gdp"}

    def write(who, revision=""):
        return app_of_proxy.put(
            "/api/v1/briefings/戊",
            data=json.dumps({"revision": revision, "scenes": [scene]}),
            content_type="application/json",
            headers={**put_own, "X-Remote-User": who},
            environ_base={"REMOTE_ADDR": PROXY},
        )

    first = write("sun")
    assert first.status_code == 201 and first.json["owner"] == "sun"
    refused = write("zhao", first.json["revision"])
    assert refused.status_code == 403 and "sun" in refused.json["error"]
    again = write("li", first.json["revision"])  # an admin
    assert again.status_code == 200 and again.json["owner"] == "sun"


def test_a_ledger_without_room_turns_no_refusal_into_a_failure_and_no_write_into_a_success(
    client, monkeypatch, caplog
):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Ledger, "append", full)
    assert put(client).status_code == 403
    assert "没有记入台账" in caplog.text
    client.application.testing = False
    assert put(client, who="zhao").status_code == 500
