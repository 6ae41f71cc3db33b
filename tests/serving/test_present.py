"""The deck as one answer, briefings as files to keep, the page of the editor."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from dash import Dash, html

from analysis import links
from analysis.meeting.scenes import choices_of
from callbacks.site import OneEdition, Site
from components.charts.atlas import Boundaries
from components.elements import element
from components.skip import MAIN
from data.briefings.file import read
from data.briefings.store import Briefings
from data.cache import Cache
from data.model.scenes import FRAMES, LAYOUTS, SCALES, Scene
from data.package.scene_checks import known_to
from serving import present
from serving.statics import Statics

SHAPES = {"regions": element("svg"), "counties": element("svg")}
SCENE = Scene("one", 1, "chart", "overall", indicator_id="gdp")


@pytest.fixture
def store(catalog, tmp_path):
    return Briefings(tmp_path / "briefings", known_to(catalog))


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "0a-1b")


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Where the prepared deck is kept once it was made."""
    return Cache(tmp_path_factory.mktemp("kept") / "0a-1b")


@pytest.fixture
def client(catalog, store, kept):
    app = Dash("present", compress=True, use_async=False)
    app.layout = html.Div()
    present.register(app, catalog, store, SHAPES, kept)
    return app.server.test_client()


@pytest.mark.thorough
def test_the_deck_has_every_scene_for_every_choice(client, catalog):
    found = client.get(present.SCENES).json
    assert (found["version"], found["digest"]) == (catalog.version, catalog.digest)
    assert [scene["id"] for scene in found["scenes"]] == [s.scene_id for s in catalog.scenes]
    for scene, row in zip(found["scenes"], catalog.scenes, strict=True):
        assert tuple(scene["slides"]) == choices_of(catalog, row)


@pytest.mark.thorough
def test_a_phone_gets_drawings_of_its_own_and_the_same_words(client):
    wide, tall = (client.get(f"{present.SCENES}{query}").json for query in ("", "?form=tall"))
    assert client.get(f"{present.SCENES}?form=x").json == wide
    for one, other in zip(wide["scenes"], tall["scenes"], strict=True):
        for choice, shown in one["slides"].items():
            same = [name for name in shown if name != "body"]
            assert {n: shown[n] for n in same} == {n: other["slides"][choice][n] for n in same}
    drawn = set(re.findall(r'"viewBox": "0 0 ([0-9]+) [0-9]+"', json.dumps(tall)))
    assert "716" in drawn
    assert "1776" not in drawn


@pytest.mark.thorough
def test_the_prepared_deck_is_made_once_for_every_process(catalog, store, cache, monkeypatch):
    def client_and_making():
        app = Dash("present", use_async=False)
        app.layout = html.Div()
        make = present.register(app, catalog, store, SHAPES, cache)
        return app.server.test_client(), make

    first, make = client_and_making()
    size = make()
    monkeypatch.setattr(present, "deck", None)
    second, _ = client_and_making()
    assert first.get(present.SCENES).data == second.get(present.SCENES).data
    assert size == len(second.get(present.SCENES).data)


@pytest.mark.thorough
def test_an_unchanged_deck_is_not_sent_again_and_a_changed_one_is(client, store):
    store.write("甲", (SCENE,), "")
    address = f"{present.SCENES}?briefing={quote('甲')}"
    first = client.get(address)
    marked = {"If-None-Match": first.headers["ETag"]}
    again = client.get(address, headers=marked)
    assert (again.status_code, again.data) == (304, b"")
    store.add("甲", SCENE)
    changed = client.get(address, headers=marked)
    assert changed.status_code == 200
    assert [scene["id"] for scene in changed.json["scenes"]] == ["one", "one-2"]


@pytest.mark.thorough
def test_the_deck_is_compressed(client):
    answer = client.get(present.SCENES, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"


def test_a_briefing_that_is_not_there_or_damaged_is_said(client, store, tmp_path):
    store.write("甲", (SCENE,), "")
    missing = client.get(f"{present.SCENES}?briefing=x")
    assert missing.status_code == 404
    assert missing.json["allowed"] == ["default", "甲"]
    (tmp_path / "briefings" / "甲.json").write_text("{", encoding="utf-8")
    damaged = client.get(f"{present.SCENES}?briefing=甲")
    assert damaged.status_code == 422
    assert "甲.json" in damaged.json["error"]


def test_a_briefing_can_be_taken_as_a_file_and_read_back(client, store, catalog, tmp_path):
    kept = store.write("甲", (SCENE,), "")
    answer = client.get("/present/甲.json")
    assert read(answer.data, "甲.json", known_to(catalog)) == kept
    assert "attachment" in answer.headers["Content-Disposition"]
    prepared = client.get("/present/default.json")
    assert "汇报_预置汇报.json" in unquote(prepared.headers["Content-Disposition"])
    assert read(prepared.data, "x", known_to(catalog)).scenes == catalog.scenes
    assert client.get("/present/x.json").status_code == 404
    (tmp_path / "briefings" / "甲.json").write_text("{", encoding="utf-8")
    assert client.get("/present/甲.json").data == b"{"


class Attributes(HTMLParser):
    """The attributes of every element of a page, by tag."""

    def __init__(self):
        super().__init__()
        self.found = {}

    def handle_starttag(self, tag, attrs):
        self.found.setdefault(tag, []).append(dict(attrs))


@pytest.fixture
def editor(catalog, options, tmp_path):
    """The text of the editor's page."""
    app = Dash("editor", use_async=False)
    app.layout = html.Div()
    (tmp_path / "editor.js").write_text("")
    index = "/static/search.json"
    shapes = Boundaries("", "", "", "")
    site = Site(catalog, options, ("", ""), shapes, index, OneEdition(catalog))
    root = Path(present.__file__).parents[1]
    present.register_editor(app, site, root, tmp_path, Statics(tmp_path / "static"))
    return app.server.test_client().get(present.EDITOR).get_data(as_text=True)


def test_the_editor_has_the_header_of_every_page(editor):
    page = Attributes()
    page.feed(editor)
    assert editor.count("<h1") == 1
    assert editor.count('<header class="header"') == 1
    assert page.found["a"][0]["href"] == f"#{MAIN}"
    named = [link["href"] for link in page.found["a"][1:] if "aria-current" not in link]
    pages = ["/", "/indicators", "/areas", "/evaluation", "/plan", "/platforms"]
    assert named[:7] == ["/changes", *pages]
    current = [link for link in page.found["a"] if link.get("aria-current")]
    assert [link["href"] for link in current] == [links.address(links.PRESENT)]
    boxes = [box["id"] for box in page.found["input"] if box.get("role") == "combobox"]
    assert boxes == ["search-input"]
    assert 'data-index="/static/search.json"' in editor


def test_every_field_has_a_place_for_what_is_wrong_with_it(editor):
    page = Attributes()
    page.feed(editor)
    tags = [attrs for attrs in page.found["div"] + page.found["fieldset"]]
    fields = [attrs["data-field"] for attrs in tags if "data-field" in attrs]
    faults = [p["id"].removesuffix("-fault") for p in page.found["p"] if p.get("class") == "fault"]
    assert sorted(faults) == sorted(fields)
    controls = [*page.found["select"], *page.found["textarea"], *page.found["input"]]
    said = {c["id"]: c.get("aria-describedby", "") for c in controls if c.get("id") in fields}
    assert all(f"{name}-fault" in text.split() for name, text in said.items())


def test_the_editor_s_page_holds_what_its_form_offers(catalog, editor):
    page = Attributes()
    page.feed(editor)
    known = json.loads(page.found["body"][0]["data-known"])
    named = [name for rows in known["indicators"].values() for name, _ in rows]
    assert set(named) <= set(catalog.indicators)
    assert len(page.found["script"]) == 1
    assert "src" in page.found["script"][0]
    boxes = [box for box in page.found["input"] if box.get("type") == "checkbox"]
    assert [box["value"] for box in boxes] == list(known["regions"])
    assert set(known["layouts"]) == set(known["uses"]) == set(LAYOUTS)
    assert set(known["scales"]) == set(SCALES)
    fields = [box["name"] for box in page.found["select"] if "name" in box]
    selects = ["layout", "theme", "subject", "indicator_id", "against_id", "scale", "frame"]
    assert fields == selects
    assert set(known["frames"]) == set(FRAMES)
    assert set(known["words"]) == set(known["titles"])
    assert {layout for layout, uses in known["uses"].items() if "subject" in uses} == set(
        known["subjects"]
    )
    parts = {box["id"]: box["data-filter"] for box in page.found["select"] if "data-filter" in box}
    assert parts == {"measure": "map", "ground": "ground shade", "area": "area",
                     "reference": "reference", "trust": "trust"}  # fmt: skip
    shown = {name for uses in known["uses"].values() for name in uses}
    assert shown <= set(re.findall(r'data-field="(\w+)"', editor))


def test_every_id_of_the_editor_s_page_is_one_element_s(editor):
    ids = re.findall(r'<[^>]* id="([^"]+)"', editor)
    assert "frame" in ids
    assert len(ids) == len(set(ids))


@pytest.mark.thorough
@pytest.mark.parametrize("layout", ["list", "chain", "place", "areas"])
def test_what_a_layout_may_show_is_what_the_editor_offers(catalog, editor, layout):
    page = Attributes()
    page.feed(editor)
    offered = json.loads(page.found["body"][0]["data-known"])["subjects"][layout]
    assert {key for key, _ in offered} == set(known_to(catalog).subjects[layout])
