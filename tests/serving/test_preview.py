"""A page that is being edited, drawn as the stage draws it, or what is wrong with it."""

import pytest
from dash import Dash, html

from analysis import links
from analysis.meeting.scenes import opening, slide
from components.document import Links
from components.elements import element
from components.meeting.deck import face
from data.package.scene_checks import known_to
from serving import preview

SCENE = {"scene_id": "one", "layout": "chart", "theme": "overall", "indicator_id": "gdp"}


@pytest.fixture(scope="module")
def client(catalog):
    app = Dash("preview", use_async=False)
    app.layout = html.Div()
    shapes = {"regions": element("svg", class_="shared"), "counties": element("svg")}
    loaded = Links(("/static/stage.css",), ("/static/preview.js",))
    preview.register(app, catalog, known_to(catalog), shapes, loaded)
    return app.server.test_client()


def sent(client, **more):
    return client.post(links.PREVIEW, json={"scene": {**SCENE, **more}})


def test_a_page_is_drawn_as_in_the_deck(client, catalog):
    scene = next(one for one in catalog.scenes if one.layout == "chart")
    given = {
        "scene_id": scene.scene_id, "layout": scene.layout, "theme": scene.theme,
        "indicator_id": scene.indicator_id, "scale": scene.scale, "title": scene.title,
        "start": scene.start, "end": scene.end, "regions": list(scene.regions),
        "note_zh": scene.note_zh,
    }  # fmt: skip
    answer = client.post(links.PREVIEW, json={"scene": given})
    assert answer.status_code == 200
    [drawn] = answer.json["deck"]["scenes"]
    assert list(drawn["slides"]) == [drawn["opening"]]  # no more than is seen
    shown = slide(catalog, scene, opening(catalog, scene))
    assert drawn["slides"][drawn["opening"]] == face(shown, catalog)
    assert answer.json["title"] == shown.title


def test_a_title_of_one_s_own_is_filled_in(client):
    found = sent(client, title="{region}到{end}年", regions=["hebei"]).json
    assert found["title"] == "河北到2024年"


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"start": 1999}, "start"),
        ({"start": 2020, "end": 2015}, "start"),
        ({"indicator_id": "nothing"}, "indicator_id"),
        ({"layout": "pie"}, "layout"),
        ({"title": "长" * 81}, "title"),
        ({"layout": "list", "subject": None}, "subject"),
    ],
)
def test_what_is_wrong_is_said_by_its_field(client, wrong, key):
    answer = sent(client, **wrong)
    assert answer.status_code == 200
    [fault] = answer.json["faults"]
    assert fault["key"] == key
    assert fault["text"]
    assert "本页" not in fault["text"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"scenes": []}', b"[" * 100_000, b"\xff"])
def test_what_is_no_page_is_refused_in_words(client, body):
    answer = client.post(links.PREVIEW, data=body)
    assert answer.json["faults"] == [{"key": "", "text": "应为 JSON，含 scene 一项"}]


@pytest.mark.parametrize("scene", [None, [], "x", {"scene_id": "a"}])
def test_a_page_without_the_form_of_one_is_refused(client, scene):
    answer = client.post(links.PREVIEW, json={"scene": scene})
    assert answer.json["faults"]


def test_the_frame_is_a_stage_with_the_boundaries_and_a_script_of_its_own(client):
    text = client.get(links.PREVIEW).get_data(as_text=True)
    assert '<div id="shared"><svg class="shared"></svg><svg></svg></div>' in text
    assert 'src="/static/preview.js"' in text
    for part in ("title", "body", "source", "count", "filter"):
        assert f'id="{part}"' in text
