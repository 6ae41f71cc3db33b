"""The prepared briefing's table, and what is said of a scene that cannot be shown."""

from dataclasses import fields, replace

import pytest

from analysis.series import scales
from data.briefings.file import SCENE_SCHEMA
from data.model.scenes import LAYOUTS, LISTS, SCALES, Scene, scenes
from data.package.scene_checks import Known, flaws, known_to, table_faults

KNOWN = Known(
    frozenset({"overall"}), frozenset({"gdp", "population"}), frozenset({"hebei"}), 2010, 2025
)
GOOD = Scene("one", 1, "numbers-chart", "overall", indicator_id="gdp", against_id="population")


def test_the_prepared_briefing_follows_the_plan(catalog):
    ids = [scene.scene_id for scene in catalog.scenes]
    assert ids == [
        "regions", "industry", "enterprises", "structure", "coordination", "map", "innovation",
        "digital", "green", "tasks", "gaps", "sources",
    ]  # fmt: skip
    assert {scene.layout for scene in catalog.scenes} == set(LAYOUTS) - {"number"}
    assert all(scene.note_zh for scene in catalog.scenes)


def test_rows_come_in_their_order_with_their_regions():
    row = {"layout": "marks", "theme": "overall", "regions": None}
    found = scenes([{**row, "scene_id": "b", "order": 2, "regions": "beijing;hebei"},
                    {**row, "scene_id": "a", "order": 1}])  # fmt: skip
    assert [(scene.scene_id, scene.regions) for scene in found] == [
        ("a", ()), ("b", ("beijing", "hebei")),
    ]  # fmt: skip


def test_a_good_scene_has_no_flaw(catalog):
    assert list(flaws(GOOD, KNOWN)) == []
    known = known_to(catalog)
    assert [flaw for scene in catalog.scenes for flaw in flaws(scene, known)] == []


@pytest.mark.parametrize(
    ("change", "column", "value"),
    [
        ({"theme": "space"}, "theme", "space"),
        ({"indicator_id": "nothing"}, "indicator_id", "nothing"),
        ({"indicator_id": None}, "indicator_id", ""),
        ({"against_id": "nothing"}, "against_id", "nothing"),
        ({"against_id": "gdp"}, "against_id", "gdp"),
        ({"regions": ("shanghai",)}, "regions", "shanghai"),
        ({"layout": "pie"}, "layout", "pie"),
        ({"layout": "list"}, "subject", ""),
        ({"start": 1999}, "start", 1999),
        ({"end": 2030}, "end", 2030),
        ({"base": 2009, "scale": "index"}, "base", 2009),
        ({"start": 2020, "end": 2015}, "start", 2020),
    ],
)
def test_each_flaw_names_its_column_and_value(change, column, value):
    ((found_column, found_value, expected),) = flaws(replace(GOOD, **change), KNOWN)
    assert (found_column, found_value) == (column, value)
    assert expected


def test_the_table_is_held_to_the_same():
    tables = {
        "themes": [{"theme": "overall"}],
        "indicators": [{"indicator_id": "gdp"}],
        "regions": [{"slug": "hebei", "kind": "province"}],
        "observations": [{"period": "2010"}, {"period": "2024-Q1"}],
        "scenes": [{"scene_id": "a", "order": 1, "layout": "chart", "theme": "overall",
                    "indicator_id": "gdp", "regions": "hebei;jjj"}],
    }  # fmt: skip
    (fault,) = table_faults(tables)
    assert str(fault).startswith("tables/scenes.csv，第 2 行，列 regions，现为“jjj”：")


@pytest.mark.parametrize(
    ("column", "words"), [("layout", LAYOUTS), ("subject", LISTS), ("scale", SCALES)]
)
def test_a_briefings_file_may_say_what_the_table_may(column, words):
    allowed = SCENE_SCHEMA["properties"][column]["enum"]
    assert [word for word in allowed if word is not None] == list(words)


def test_a_scene_may_name_every_scale_that_is_computed():
    assert tuple(scales.SCALES) == SCALES


def test_a_layout_uses_columns_of_a_scene():
    used = {column for layout in LAYOUTS.values() for column in layout.uses}
    assert used <= {field.name for field in fields(Scene)}
