"""Every map says under which number it was reviewed, or that it was not."""

from dataclasses import replace

import orjson
import pytest

from analysis.maps.review import review
from analysis.meeting.scenes import opening, slide
from analysis.pages import Page
from analysis.state.view import choices
from callbacks import answers_of
from callbacks.site import OneEdition, Site
from components.charts.atlas import Boundaries
from components.meeting.deck import face

UNREVIEWED = "内部研究用图，未送审"
NUMBER = "GS（2024）0650号"


@pytest.mark.thorough
@pytest.mark.parametrize(("number", "said"), [("", UNREVIEWED), (NUMBER, f"审图号：{NUMBER}")])
def test_every_map_says_it(catalog, number, said):
    known = replace(catalog, map_review=number)
    assert review(known) == said
    urls = ("/p", "/q")
    shapes = Boundaries("/p", "/q", "/c", "/o")
    answers = answers_of(Site(known, choices(known), urls, shapes, "/i", OneEdition(known)))
    for page, address in (
        (Page.OVERVIEW, "/"),
        (Page.AREAS, "/areas"),
        (Page.PLATFORMS, "/platforms?scheme=dark"),
    ):
        found = orjson.dumps(
            answers.to(page, {"number": 1, "address": address}), option=orjson.OPT_NON_STR_KEYS
        ).decode()
        assert found.count(said) == 1
        assert (UNREVIEWED in found) == (not number)
    maps = [scene for scene in known.scenes if scene.layout == "map"]
    assert maps
    for scene in maps:
        shown = face(slide(known, scene, opening(known, scene)), known)
        assert said in shown["source"] and said in shown["foot"]
