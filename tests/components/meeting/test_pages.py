"""The stage's deck: what every slide carries, and that nothing in it asks for anything."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.indicators.lines import Strokes
from analysis.meeting.scenes import choices_of, slide
from analysis.meeting.shown import layout_of
from analysis.series.drawn import Line, Point
from analysis.text.clauses import clauses, fresh, parts
from components.charts.stage_lines import Manner, stage_lines
from components.charts.stage_map import Ground, boundaries, stage_map
from components.document import Links
from components.elements import written
from components.meeting.deck import deck, face
from components.meeting.numbers import amount
from components.meeting.pages import CONTROLS, notes_page, page
from components.meeting.slides import BODIES
from components.meeting.text import FOOT_ROOM, foot, width
from data.model.catalog import Break
from data.model.scenes import LAYOUTS, Scene
from serving.stage import shared


@pytest.fixture(scope="module")
def shapes(edition):
    return shared(edition / "geo")


@pytest.fixture(scope="module")
def found(catalog, shapes):
    return deck(catalog, ("default", "预置汇报"), catalog.scenes, shapes)


def test_every_layout_is_drawn():
    assert set(BODIES) == {*LAYOUTS, "words"}  # words stand where a scene has nothing to show


def test_a_deck_has_every_scene_for_every_choice(catalog, found):
    assert [scene["id"] for scene in found["scenes"]] == [s.scene_id for s in catalog.scenes]
    for scene, row in zip(found["scenes"], catalog.scenes, strict=True):
        assert tuple(scene["slides"]) == choices_of(catalog, row)
        assert scene["opening"] in scene["slides"]
        for shown in scene["slides"].values():
            needed = ("title", "body", "note")
            if not LAYOUTS[row.layout].is_words:
                needed += ("filter", "source", "numbers")
            for part in needed:
                assert shown[part], (scene["id"], part)
    assert (found["version"], found["digest"]) == (catalog.version, catalog.digest)


def test_a_deck_refers_to_nothing_outside_itself(found):
    ids = set(re.findall(r'id="([^"]+)"', written(found["shared"])))
    bodies = [written(s["body"]) for one in found["scenes"] for s in one["slides"].values()]
    links = {link for text in bodies for link in re.findall(r'(?:href|src)="([^"]*)"', text)}
    assert links and {link.removeprefix("#") for link in links} <= ids
    assert [text for text in bodies if "url(" in text] == []


def test_boundaries_come_only_with_a_map(catalog, shapes):
    plain = [scene for scene in catalog.scenes if scene.layout != "map"]
    assert deck(catalog, ("a", "a"), plain[:1], shapes)["shared"] is None


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("layout", "filters", "has_counties"),
    [
        ("map", None, False),
        ("map", "ground=prefecture.product", False),
        ("map", "ground=county.density", True),
        ("map", "area=131125", True),
        ("areas", None, True),
    ],
)
def test_the_shapes_of_counties_come_only_with_a_map_of_them(
    catalog, shapes, layout, filters, has_counties
):
    subject = "manufacturing" if layout == "areas" else None
    one = Scene("a", 1, layout, "overall", "gdp", subject=subject, filters=filters)
    made = deck(catalog, ("a", "a"), [one], shapes)
    text = written(made["shared"])
    assert ("stage-map-131125" in text) == has_counties
    ids = set(re.findall(r'id="([^"]+)"', text))
    for shown in made["scenes"][0]["slides"].values():
        assert set(re.findall(r'href="#([^"]*)"', written(shown["body"]))) <= ids


def test_titles_follow_the_region(found):
    scene = next(s for s in found["scenes"] if s["id"] == "innovation")
    for slug, name in (("beijing", "北京"), ("tianjin", "天津"), ("hebei", "河北")):
        assert name in scene["slides"][slug]["title"]
        assert name in scene["slides"][slug]["filter"]


def test_the_notes_say_what_the_source_says_of_the_number(found):
    scene = next(s for s in found["scenes"] if s["id"] == "coordination")
    for shown in scene["slides"].values():
        assert "834.7" in shown["foot"]
        assert "另有报道为" in repr(shown)


@pytest.mark.thorough
def test_a_number_on_a_slide_is_the_slide_s_own(catalog):
    for scene in catalog.scenes:
        for choice in choices_of(catalog, scene):
            found = slide(catalog, scene, choice)
            body = written(face(found, catalog)["body"])
            for one in found.numbers:
                assert one.quantity is None or one.quantity.number in body


def test_a_lone_bar_becomes_a_number_with_its_years(catalog):
    scene = next(s for s in catalog.scenes if s.layout == "bars")
    assert layout_of(slide(catalog, scene, "all")) == "bars"
    alone = slide(catalog, scene, "hebei")
    assert layout_of(alone) == "numbers-chart"
    assert alone.comparison.bars[0].quantity.number in written(face(alone, catalog)["body"])


def test_the_map_names_only_what_is_chosen(catalog):
    scene = next(s for s in catalog.scenes if s.layout == "map")
    whole, tianjin = (slide(catalog, scene, choice) for choice in ("all", "tianjin"))
    whole, only = (
        written(stage_map(catalog, Ground(one.shading, one.lit), one.places))
        for one in (whole, tianjin)
    )
    assert "雄安新区" in whole
    assert "雄安新区" not in only
    assert "滨海新区" in only


def test_an_outline_keeps_its_corners_and_closes():
    square = {"type": "Polygon", "coordinates": [[[115, 39], [116, 39], [116, 40], [115, 39]]]}
    areas = {"features": [{"id": "1", "geometry": square}]}
    text = written(boundaries(areas, {"features": []}))
    assert text.count("M") == 1
    assert text.count("L") == 2
    assert 'id="stage-map-1"' in text
    assert "Z" in text


def drawn(pieces, breaks=(), unit="亿元"):
    line = Line("hebei", "河北", tuple(tuple(Point(*p) for p in piece) for piece in pieces), False)
    strokes = Strokes((line,), tuple(breaks), 2010, 2024, "")
    return written(stage_lines(strokes, (1000, 600), Manner(unit, with_values=True)))


def test_a_line_is_not_drawn_across_a_gap():
    text = drawn([[(2010, 1.0, "1"), (2011, 2.0, "2")], [(2020, 3.0, "3"), (2021, 4.0, "4 亿元")]])
    assert text.count("stroke stroke-hebei") == 2
    assert "4 亿元" in text


def test_a_value_that_is_marked_is_hollow():
    text = drawn([[(2020, 3.0, "3（估）", "（估）"), (2021, 4.0, "4")]])
    assert text.count('class="hollow stroke-hebei"') == 1
    assert "hollow" not in drawn([[(2020, 3.0, "3"), (2021, 4.0, "4")]])


def test_the_step_into_a_first_figure_is_dashed_and_its_end_hollow():
    text = drawn([[(2023, 3.0, "3"), (2024, 4.0, "4"), (2025, 5.0, "5（初）", "（初）", True)]])
    assert text.count('class="stroke stroke-hebei"') == 1
    assert text.count('class="stroke stroke-hebei first"') == 1
    assert text.count('class="hollow stroke-hebei"') == 1
    assert 'class="ink-hebei"><' not in text


def test_a_value_that_stands_alone_gets_a_mark():
    alone = drawn([[(2010, 1.0, "1")], [(2020, 3.0, "3"), (2021, 4.0, "4")]])
    joined = drawn([[(2020, 3.0, "3"), (2021, 4.0, "4")]])
    assert alone.count('<g class="ink-hebei">') == joined.count('<g class="ink-hebei">') + 1


def test_words_of_breaks_close_together_stand_below_each_other():
    breaks = [Break("x", 2015, 2016, "甲"), Break("x", 2016, 2017, "乙")]
    text = drawn(
        [[(2010, 1.0, "1"), (2015, 2.0, "2")], [(2017, 3.0, "3"), (2020, 4.0, "4")]], breaks
    )
    heights = re.findall(r'y="([\d.]+)">口径调整', text)
    assert len(set(heights)) == 2


def test_percentages_start_at_zero():
    text = drawn([[(2010, 53.0, "53%"), (2011, 54.0, "54%")]], unit="%")
    assert ">0</text>" in text


def test_a_sentence_does_not_say_the_title_again():
    assert fresh("三项，与前相比：北京升；天津降。其中一项按现价。", "指标：北京升；天津降") == (
        "三项，与前相比。其中一项按现价。"
    )
    assert fresh("甲是乙。", "甲是乙") == ""
    assert clauses("甲 3 亿元，是 2 倍；北京占 40%。") == "北京占 40%"
    assert clauses("甲 3 亿元。") == ""


@given(st.lists(st.text("注释，12", min_size=1, max_size=80), max_size=6))
def test_the_foot_holds_whole_notes_and_says_when_some_are_elsewhere(notes):
    text = foot("来源：甲", notes)
    assert text.startswith("来源：甲")
    assert width(text) <= FOOT_ROOM + 2
    assert ("其余说明见讲稿窗口" in text) == any(note not in text for note in notes)


def test_a_unit_said_once_is_not_said_again(catalog):
    scene = next(s for s in catalog.scenes if s.layout == "numbers-chart")
    whole = slide(catalog, scene, "all")
    first = whole.numbers[0].quantity
    assert first.unit in written(amount(first))
    assert first.unit not in written(amount(whole.parts[0].quantity, first))


def test_the_pages_name_their_script_and_every_action_once():
    text = page(Links(("/static/a.css",), ("/static/a.js",)), {"briefing": "default"})
    assert text.count('src="/static/a.js"') == 1
    assert 'data-briefing="default"' in text
    for action, *_ in CONTROLS:
        assert text.count(f'data-action="{action}"') == 1
    assert "<script>" not in text
    assert "讲稿" in notes_page(Links(("/static/n.css",)), {})


def axis(body: str) -> list[tuple[str, str]]:
    """The ticks of the values of a picture with lines: how high, and what they say."""
    return re.findall(r'class="axis"[^>]* text-anchor="end"[^>]* y="([\d.]+)">([^<]+)<', body)


def test_the_axis_stays_when_a_region_is_chosen(found):
    moving = {}
    for scene in found["scenes"]:
        bodies = [written(shown["body"]) for shown in scene["slides"].values()]
        axes = {tuple(axis(body)) for body in bodies if 'class="lines"' in body}
        if axes:
            moving[scene["id"]] = len(axes)
    assert len(moving) >= 5
    assert set(moving.values()) == {1}


def test_the_bars_scale_stays_when_regions_are_chosen(found):
    lengths: dict[tuple[str, str], set[str]] = {}
    for scene in found["scenes"]:
        for shown in scene["slides"].values():
            bars = re.findall(
                r'class="bar fill-(\w+)"[^>]*width: ?([\d.]+%)', written(shown["body"])
            )
            for slug, length in bars:
                lengths.setdefault((scene["id"], slug), set()).add(length)
    assert len(lengths) >= 3
    assert [place for place, every in lengths.items() if len(every) > 1] == []


def test_a_point_breaks_between_its_clauses():
    sentence = "2024 年三地增加值 3 亿元，比上年增长 5.1%；北京占 4%。"
    assert parts(sentence) == ["2024 年三地增加值 3 亿元，", "比上年增长 5.1%；", "北京占 4%。"]
    assert parts("北京占 4%") == ["北京占 4%"]


def test_every_picture_is_named_and_described(found):
    count = 0
    for scene in found["scenes"]:
        for shown in scene["slides"].values():
            body = written(shown["body"])
            for attributes, start in re.findall(
                r'<svg ([^>]*class="(?:lines|map)"[^>]*)><desc>(.{4})', body
            ):
                count += 1
                assert 'role="img"' in attributes
                assert re.search(r'aria-label="[^"]{4,}"', attributes)
                assert start in ("折线图，", "地图。底")
            pictures = len(re.findall(r'<svg [^>]*class="(?:lines|map)"', body))
            assert body.count("<desc>") == pictures
            assert "<title>" not in body  # it would show up under a resting pointer
    assert count >= 20
