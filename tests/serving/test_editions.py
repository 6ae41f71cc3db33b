"""Each request goes to the app of the edition that it asks for."""

import json
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask

from analysis import links
from serving.editions import NO_EDITION, EditionApps, asked

OLD, NEW, BROKEN, DRAFT = ("0" * 15 + end for end in "1234")


class Shelf:
    """Editions that are only names; what is live can be changed."""

    def __init__(self):
        self.now = OLD

    def live(self):
        return self.now

    def path(self, digest):
        return Path(digest) if digest in (OLD, NEW, BROKEN) else None

    def draft(self, digest):
        return Path(digest) if digest == DRAFT else None


def small_app(folder):
    """An app that says which edition it is, and what it was asked."""
    if str(folder) == BROKEN:
        raise ValueError("broken")

    def answer(environ, start_response):
        said = {
            "edition": str(folder),
            "built_at": base,
            "base": links.base(),
            "path": environ["PATH_INFO"],
            "query": environ["QUERY_STRING"],
            "none": environ.get(NO_EDITION, ""),
        }
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(said).encode()]

    base = links.base()
    return SimpleNamespace(server=SimpleNamespace(wsgi_app=answer), prepare=lambda: None)


def may_preview(environ):
    return environ.get("HTTP_X_EDITOR") == "1"


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def apps(shelf):
    return EditionApps(shelf, small_app, may_preview)


@pytest.fixture
def get(apps):
    door = Flask("door")
    door.wsgi_app = apps
    return lambda address: door.test_client().get(address).get_json()


@pytest.fixture
def below():
    links.stand_under("/jjj/")
    yield
    links.stand_under("/")


def test_without_a_digest_the_live_edition_answers(get):
    assert get("/plan?theme=green") == {
        "edition": OLD, "built_at": "/", "base": "/", "path": "/plan", "query": "theme=green",
        "none": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("address", "path", "query"),
    [
        (f"/?data={NEW}", "/", ""),
        (f"/plan?theme=green&data={NEW}&to=2020", "/plan", "theme=green&to=2020"),
        (f"/api/v1/observations?region=beijing,hebei&data={NEW}", "/api/v1/observations",
         "region=beijing,hebei"),
        (f"/editions/{NEW}/regions/hebei?from=2015", "/regions/hebei", "from=2015"),
        (f"/editions/{NEW}", "/", ""),
        (f"/editions/{NEW}/?data={OLD}", "/", f"data={OLD}"),
    ],
)  # fmt: skip
def test_a_digest_leads_to_its_edition_under_its_own_path(get, address, path, query):
    found = get(address)
    assert (found["edition"], found["path"], found["query"]) == (NEW, path, query)
    assert found["base"] == found["built_at"] == f"/editions/{NEW}/"
    assert links.base() == "/"  # for who comes next


@pytest.mark.parametrize("wrong", ["f" * 16, "x", "", "../../etc", BROKEN])
def test_an_edition_that_there_is_none_of_is_said_so(get, wrong):
    found = get(f"/?data={wrong}")
    assert found["edition"] == OLD and found["none"]


def test_under_a_prefix_both_ways(below, shelf):
    apps = EditionApps(shelf, small_app, may_preview)
    door = Flask("door")
    door.wsgi_app = apps
    for path in (f"/jjj/editions/{NEW}/plan", f"/editions/{NEW}/plan", f"/jjj/plan?data={NEW}"):
        found = door.test_client().get(path).get_json()
        assert (found["base"], found["path"]) == (f"/jjj/editions/{NEW}/", "/plan"), path


def test_another_edition_becomes_live_and_the_one_before_can_still_be_asked_for(apps, get, shelf):
    assert not apps.turn()
    shelf.now = NEW
    assert apps.turn() and not apps.turn()
    assert get("/")["edition"] == NEW
    assert get(f"/?data={OLD}")["edition"] == OLD


def test_the_way_back_builds_nothing(shelf):
    built = []

    def build(folder):
        built.append(str(folder))
        return small_app(folder)

    apps = EditionApps(shelf, build, may_preview)
    for shelf.now in (NEW, OLD, NEW):
        assert apps.turn() and apps.digest == shelf.now
    assert built == [OLD, NEW]


def test_an_edition_that_cannot_be_built_leaves_the_one_before(apps, get, shelf):
    shelf.now = BROKEN
    assert not apps.turn()
    assert get("/")["edition"] == OLD
    shelf.now = NEW
    assert apps.turn() and get("/")["edition"] == NEW


def test_a_pinned_app_is_built_once_for_all_who_ask_at_once(shelf):
    built, start = [], threading.Barrier(8)

    def build(folder):
        built.append(str(folder))
        return small_app(folder)

    door = Flask("door")
    door.wsgi_app = EditionApps(shelf, build, may_preview)

    def ask():
        start.wait()
        door.test_client().get(f"/?data={NEW}")

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert built == [OLD, NEW]


def test_what_is_asked_is_read_from_path_or_query():
    assert asked({"PATH_INFO": "/", "QUERY_STRING": "mydata=1"}) == (None, "/", "mydata=1")
    assert asked({}) == (None, "", "")


def test_a_draft_is_seen_by_who_may_and_by_nobody_else(shelf):
    door = Flask("door")
    door.wsgi_app = EditionApps(shelf, small_app, may_preview)
    address = f"/drafts/{DRAFT}/plan"
    for _ in range(2):  # also once it is built
        seen = door.test_client().get(address, headers={"X-Editor": "1"}).get_json()
        assert (seen["edition"], seen["base"]) == (DRAFT, f"/drafts/{DRAFT}/")
        assert door.test_client().get(address).get_json()["none"] == DRAFT
    assert door.test_client().get(f"/?data={DRAFT}").get_json()["none"] == DRAFT


def test_what_is_taken_back_at_once_does_not_wait_for_prepared_answers(shelf, monkeypatch):
    """While the answers of one edition are made ready another one becomes live."""
    prepared, go_on = [], threading.Event()

    def app(folder):
        def prepare():
            prepared.append(str(folder))
            assert go_on.wait(20)

        return SimpleNamespace(prepare=prepare)

    monkeypatch.setattr("serving.editions.LOOK", 0.01)
    monkeypatch.setattr("serving.editions.APART", 0.0)
    apps = EditionApps(shelf, app, may_preview)
    threading.Thread(target=apps.watch, daemon=True).start()
    for live in (NEW, OLD, NEW):
        shelf.now = live
        assert until(lambda live=live: apps.digest == live)
    assert prepared == [OLD]  # what was live at the start, and is not ready yet
    go_on.set()
    assert until(lambda: prepared[-1] == NEW)


def until(is_so, seconds=10):
    """Whether something comes about in time."""
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        time.sleep(0.01)
    return is_so()
