"""The places of an industry on the stage, the ground of its maps, and the strip of provinces."""

import re
from itertools import pairwise

import pytest

from analysis.meeting.scenes import ALL, slide
from components import theme
from components.charts.county_map import class_name, ramp
from components.charts.stage_slopes import STEP, stage_slopes
from components.elements import written
from components.meeting.forms import FORMS
from components.meeting.slides import body
from data.model.scenes import Scene


def drawn(catalog, form="wide", choice=ALL, **named):
    given = {"scene_id": "x", "order": 1, "layout": "areas", "theme": "layout"}
    row = Scene(**{**given, "subject": "manufacturing", **named})
    return written(body(slide(catalog, row, choice), catalog, FORMS[form]))


def test_every_county_stands_on_the_stage_in_its_class(catalog):
    text = drawn(catalog)
    found = slide(catalog, Scene("x", 1, "areas", "layout", subject="manufacturing"), ALL).areas
    uses = re.findall(r'class="county ([\w-]+)" href="#stage-map-(\d+)"', text)
    at = {code: name for name, code in uses}
    assert len(at) == 199
    assert at["131125"] == "class-6"
    assert at == {one.code: class_name(one.class_number, 6) for one in found.counties}


def test_classes_on_the_stage_are_those_of_the_page():
    assert [class_name(n, 4) for n in range(4)] == ["class-1", "class-3", "class-4", "class-6"]
    for count in range(1, 7):
        places = [int(class_name(n, count).removeprefix("class-")) for n in range(count)]
        assert [theme.CLASSES[place - 1] for place in places] == ramp(count)
    assert class_name(None, 6) == "uncounted"


def test_what_is_open_is_outlined(catalog):
    assert 'class="opened"' not in drawn(catalog)
    assert 'class="opened" href="#stage-map-131125"' in drawn(catalog, filters="area=131125")
    assert 'class="opened" href="#stage-map-p130000"' in drawn(catalog, filters="area=130000")


@pytest.mark.parametrize("form", FORMS)
def test_the_names_of_a_side_stand_apart(catalog, form):
    text = drawn(catalog, form)
    units = re.findall(
        r'<text class="unit [\w-]+" text-anchor="(\w+)" x="[\d.]+" y="([\d.]+)"', text
    )
    assert len(units) == 26
    for anchor in ("start", "end"):
        heights = sorted(float(y) for side, y in units if side == anchor)
        gaps = [b - a for a, b in pairwise(heights)]
        assert min(gaps) >= STEP - 0.3


def test_a_line_of_one_region_is_where_it_is_among_all(catalog):
    path = r'<path class="stroke stroke-beijing" d="([^"]+)"'
    whole, alone = (re.findall(path, drawn(catalog, choice=c)) for c in (ALL, "beijing"))
    assert whole == alone and len(whole) == 1


def test_both_pictures_are_named_and_described(catalog):
    text = drawn(catalog)
    for start in ("地图，制造业区位商", "斜率图，制造业"):
        assert f"<desc>{start}" in text
    assert text.count('role="img"') == 2
    assert "下方" not in text and "查看数据" not in text


def test_slopes_without_a_census_are_words(catalog):
    assert stage_slopes([], {}, (800, 500), (1.0, 2.0), ("", ""))["c"]


def test_the_key_of_a_ground_names_its_classes(catalog):
    row = Scene("x", 1, "map", "layout", "gdp", filters="ground=county.density")
    shown = slide(catalog, row, ALL)
    text = written(body(shown, catalog))
    for n in range(len(shown.ground.classes)):
        assert shown.ground.span(n).replace("<", "&lt;") in text
    assert text.count('class="area county"') == 199
    assert shown.ground.caption in text
    assert "dim" not in re.findall(r'class="(area[^"]*)"', text)


@pytest.mark.parametrize("layout", ["chart", "bars", "numbers-chart"])
def test_the_provinces_stand_under_a_drawing_as_a_strip(catalog, layout):
    row = Scene("x", 1, layout, "overall", "gdp", end=2024, frame="provinces")
    shown = slide(catalog, row, ALL)
    text = written(body(shown, catalog))
    assert text.count('class="strip"') == 1
    assert text.count('class="dot"') == len(shown.study.distribution.standings) - 3
    assert "北京 第 12 位" in text
    assert "<title>" not in text
    bare = Scene("x", 1, layout, "overall", "gdp", end=2024)
    assert 'class="strip"' not in written(body(slide(catalog, bare, ALL), catalog))
