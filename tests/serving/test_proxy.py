"""The nginx of docs/access.md, as it stands there, before the product: names, forgeries, roles."""

import base64
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from data.editions.ledger import Ledger
from tools.nginx import nginx
from tools.ports import unused_port

pytestmark = pytest.mark.thorough
ROOT = Path(__file__).parents[2]
SCENE = {"scene_id": "one", "layout": "chart", "theme": "overall", "indicator_id": "gdp"}


def block(folder, app):
    """The block of the document, with the test's own port and file of passwords."""
    text = (ROOT / "docs" / "access.md").read_text(encoding="utf-8")
    found = re.search(r"```nginx\n(.*?)```", text, re.DOTALL)[1]
    assert "http://127.0.0.1:8050" in found and "/etc/nginx/jing-jin-ji.htpasswd" in found
    return found.replace("http://127.0.0.1:8050", app).replace(
        "/etc/nginx/jing-jin-ji.htpasswd", str(folder / "htpasswd")
    )


def wait(address, process):
    for _ in range(600):
        try:
            urllib.request.urlopen(address).close()
            return
        except urllib.error.HTTPError as refused:
            refused.close()
            return  # it answers
        except OSError:
            time.sleep(0.1)
        assert process.poll() is None
    raise AssertionError(address)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    found = tmp_path_factory.mktemp("proxy")
    (found / "htpasswd").write_text("zhang:{PLAIN}1\nli:{PLAIN}2\n")
    (found / "roles.csv").write_text("who,kind,role,regions\nli,user,admin,\n")
    return found


@pytest.fixture(scope="module")
def site(folder):
    """The addresses of nginx, and of the product behind it."""
    ports = unused_port(), unused_port()
    own = {
        "PORT": str(ports[0]), "HOST": "127.0.0.1", "WEB_CONCURRENCY": "1", "ACCESS": "",
        "TRUSTED_PROXIES": "127.0.0.1", "STORE_DIR": str(folder),
        "BRIEFINGS_DIR": str(folder / "kept"), "DATA_DIR": str(ROOT / "tests" / "edition"),
    }  # fmt: skip
    app = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "app:server", "--config", "gunicorn.conf.py"],
        cwd=ROOT, env={**os.environ, **own},
    )  # fmt: skip
    behind, before = (f"http://127.0.0.1:{port}" for port in ports)
    own = f"server {{ listen 127.0.0.1:{ports[1]}; {block(folder, behind)} }}"
    try:
        wait(f"{behind}/health", app)
        with nginx(own, ports[1], folder):
            yield before
    finally:
        app.send_signal(signal.SIGTERM)
        app.wait(timeout=20)


def ask(site, who="", method="GET", body=None, path="/api/v1/briefings/%E7%94%B2", **more):
    """The status and the JSON of an answer, as `who:password`."""
    own = {
        "Content-Type": "application/json",
        "Sec-Fetch-Site": "same-origin",
        "X-Jing-Jin-Ji": "1",
    }
    headers = {**own, **{name.replace("_", "-"): value for name, value in more.items()}}
    if who:
        headers["Authorization"] = f"Basic {base64.b64encode(who.encode()).decode()}"
    content = json.dumps(body).encode() if body is not None else None
    asked = urllib.request.Request(f"{site}{path}", content, headers, method=method)
    try:
        with urllib.request.urlopen(asked) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as error:
        text = error.read()
        return error.code, json.loads(text) if text.startswith(b"{") else None


def test_a_name_writes_its_own_and_forged_headers_change_nothing(site, folder):
    body = {"revision": "", "scenes": [SCENE]}
    assert ask(site, method="PUT", body=body)[0] == 401
    assert ask(site, "zhang:9", "PUT", body)[0] == 401
    status, first = ask(site, "zhang:1", "PUT", body, X_Remote_User="li", X_Remote_Groups="admin")
    assert (status, first["owner"]) == (201, "zhang")
    again = {"revision": first["revision"], "scenes": [SCENE]}
    assert ask(site, "li:2", "PUT", again)[0] == 200  # an admin
    rows = [
        (row.who, row.address, row.outcome) for row in Ledger(folder / "ledger.jsonl").records()
    ]
    assert rows == [("zhang", "127.0.0.1", "done"), ("li", "127.0.0.1", "done")]
