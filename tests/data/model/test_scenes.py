"""The prepared briefing's table, and what is said of a scene that cannot be shown."""

from dataclasses import fields, replace

import pytest

from analysis.areas.address import MEASURES
from analysis.maps.area_shading import bases
from analysis.series import frames, scales
from data.briefings.file import SCENE_SCHEMA
from data.model.periods import period
from data.model.scenes import (
    AREA_MEASURES,
    FRAMES,
    LAYOUTS,
    MOST_POINTS,
    SCALES,
    Scene,
    scenes,
)
from data.package.scene_checks import Known, flaws, known_to, table_faults
from data.package.scene_filters import codes_of, grounds


def ends(*texts: str) -> tuple[int, int]:
    first, last = map(period, texts)
    return first, last


KNOWN = Known(
    frozenset({"overall", "green"}),
    {"gdp": {"A"}, "population": {"A"}, "gdp_cumulative": {"Q"}, "fai_growth": {"Q", "M"}},
    frozenset({"hebei", "beijing"}),
    {"A": (2010, 2025), "Q": ends("2021-Q1", "2026-Q2"), "M": ends("2022-02", "2026-06")},
    chains=frozenset({"nev"}),
    places=frozenset({"W1"}),
    sections=frozenset({"manufacturing"}),
    filters={
        "map": {"layers": {"wing", "zone"}, "ground": {"county.density"}, "shade": {"0", "1"}},
        "areas": {"map": {"quotient", "share"}, "area": {"131125"}},
        "gaps": {"reference": {"hebei", "beijing"}},
        "index": {"weights": {"green"}, "base": {"2016"}, "trust": {"AB", "A"}},
    },
)
AREAS = {"layout": "areas", "subject": "manufacturing"}
GOOD = Scene("one", 1, "numbers-chart", "overall", indicator_id="gdp", against_id="population")


def test_the_prepared_briefing_follows_the_plan(catalog):
    ids = [scene.scene_id for scene in catalog.scenes]
    assert ids == [
        "cover", "regions", "industry", "enterprises", "structure", "chains", "coordination", "map",
        "innovation", "digital", "green", "differences", "tasks", "conclusions", "annex", "sources",
        "gaps",
    ]  # fmt: skip
    assert all(scene.layout in LAYOUTS for scene in catalog.scenes)
    assert all(scene.note_zh for scene in catalog.scenes)


def test_what_is_said_of_the_site_is_an_annex(catalog):
    """A minister's briefing ends with its conclusions."""
    ids = [scene.scene_id for scene in catalog.scenes]
    about = [s.scene_id for s in catalog.scenes if s.subject in ("gaps", "sources")]
    assert catalog.scenes[0].layout == "cover"
    assert ids[ids.index("annex") + 1 :] == about
    assert ids[ids.index("annex") - 1] == "conclusions"


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
        ({"layout": "chain", "subject": "steel"}, "subject", "steel"),
        ({"layout": "place", "subject": "W9"}, "subject", "W9"),
        ({"layout": "task"}, "theme", "overall"),
        ({"layout": "pair", "regions": ("hebei",)}, "regions", "hebei"),
        ({"layout": "cover"}, "title", "finding"),
        ({"layout": "text", "title": "要点"}, "points", ""),
        ({"layout": "conclusions", "points": ("点",) * 9}, "points", 9),
        ({"layout": "conclusions", "points": ("长" * 81,)}, "points", "长" * 20),
        ({"layout": "map", "filters": "layers=wing,node"}, "filters", "wing,node"),
        ({"layout": "map", "filters": "map=share"}, "filters", "map"),
        ({"layout": "map", "filters": "ground=county.gdp"}, "filters", "county.gdp"),
        ({"layout": "areas", "subject": "steel"}, "subject", "steel"),
        ({**AREAS, "filters": "layers=wing"}, "filters", "layers"),
        ({**AREAS, "filters": "area=131126"}, "filters", "131126"),
        ({**AREAS, "filters": "search=安平"}, "filters", "search"),
        ({"layout": "gaps", "filters": "reference=shanghai"}, "filters", "shanghai"),
        ({"layout": "gaps", "filters": "trust=AB"}, "filters", "trust"),
        ({"layout": "index", "filters": "weights=green:2,blue:1"}, "filters", "blue:1"),
        ({"layout": "index", "filters": "weights=green:101"}, "filters", "green:101"),
        ({"layout": "index", "filters": "weights=green"}, "filters", "green"),
        ({"layout": "index", "filters": "base=2030"}, "filters", "2030"),
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


@pytest.mark.parametrize(
    "change",
    [
        {"layout": "cover", "title": "封面", "subtitle": "副题", "body": "单位", "date": "2026 年"},
        {"layout": "text", "title": "要点", "points": ("点",) * MOST_POINTS},
        {"layout": "conclusions"},
        {"layout": "task", "theme": "green"},
        {"layout": "chain", "subject": "nev"},
        {"layout": "place", "subject": "W1"},
        {"layout": "pair", "regions": ("beijing", "hebei")},
        {"layout": "map", "filters": "layers=wing&search=航空"},
        {"layout": "map", "filters": "ground=county.density&shade=0"},
        {**AREAS, "filters": "map=share&area=131125"},
        {"layout": "gaps", "filters": "reference=beijing"},
        {"layout": "index", "filters": "weights=green:0.5&base=2016&trust=AB"},
        {"layout": "watch"},
    ],
)
def test_each_layout_takes_what_it_needs(change):
    assert list(flaws(replace(GOOD, **change), KNOWN)) == []


def test_the_points_of_a_row_stand_apart_by_bars():
    row = {"scene_id": "a", "order": 1, "layout": "text", "theme": "overall", "regions": None}
    assert scenes([{**row, "points": "甲；乙| 丙 |"}])[0].points == ("甲；乙", "丙")


def test_the_table_is_held_to_the_same():
    tables = {
        "themes": [{"theme": "overall"}],
        "indicators": [{"indicator_id": "gdp"}],
        "regions": [{"slug": "hebei", "kind": "province"}],
        "observations": [
            {"indicator_id": "gdp", "period": "2010"},
            {"indicator_id": "gdp_cumulative", "period": "2024-Q1"},
        ],
        "scenes": [{"scene_id": "a", "order": 1, "layout": "chart", "theme": "overall",
                    "indicator_id": "gdp", "regions": "hebei;jjj"}],
    }  # fmt: skip
    (fault,) = table_faults(tables)
    assert str(fault).startswith("tables/scenes.csv，第 2 行，列 regions，现为“jjj”：")
    tables["scenes"][0] |= {"indicator_id": "gdp_cumulative", "regions": "hebei", "end": 2024}
    assert [fault.column for fault in table_faults(tables)] == ["end"]


@pytest.mark.parametrize(
    ("column", "words"), [("layout", LAYOUTS), ("scale", SCALES), ("frame", FRAMES)]
)
def test_a_briefings_file_may_say_what_the_table_may(column, words):
    allowed = SCENE_SCHEMA["properties"][column]["enum"]
    assert [word for word in allowed if word is not None] == list(words)


def test_a_scene_may_name_every_scale_and_frame_that_is_computed():
    assert tuple(scales.SCALES) == SCALES
    assert tuple(frames.NAMES) == FRAMES


def test_a_map_may_have_every_ground_there_is(catalog):
    assert grounds(catalog.areas.industries) == set(bases(catalog))
    assert AREA_MEASURES == MEASURES
    assert codes_of(catalog).filters["map"]["ground"] == set(bases(catalog))


def test_a_layout_uses_columns_of_a_scene():
    used = {column for layout in LAYOUTS.values() for column in layout.uses}
    assert used <= {field.name for field in fields(Scene)}


QUARTERS = Scene("two", 2, "chart", "overall", indicator_id="gdp_cumulative")


def test_a_scene_of_quarters_has_quarters_that_there_are():
    start, end = ends("2023-Q1", "2026-Q2")
    assert list(flaws(replace(QUARTERS, start=start, end=end), KNOWN)) == []
    assert [flaw[:2] for flaw in flaws(replace(QUARTERS, end=end + 1), KNOWN)] == [
        ("end", "2026-Q3")
    ]
    (said,) = flaws(replace(QUARTERS, start=2023), KNOWN)
    assert said == ("start", 2023, "应为 2021-Q1 到 2026-Q2 的季度")
    (said,) = flaws(replace(QUARTERS, start=end, end=start), KNOWN)
    assert said == ("start", "2026-Q2", "不能晚于截止年（2023-Q1）")


def test_only_what_draws_an_indicator_shows_quarters():
    (said,) = flaws(replace(QUARTERS, layout="pair", regions=("hebei", "beijing")), KNOWN)
    assert said == ("indicator_id", "gdp_cumulative", "版式 pair 须是年度指标")


def test_two_indicators_of_a_scene_share_a_frequency():
    scene = replace(QUARTERS, layout="numbers-chart", against_id="gdp")
    assert list(flaws(scene, KNOWN)) == [("against_id", "gdp", "两项指标的频率应相同")]
    assert list(flaws(replace(scene, against_id="fai_growth"), KNOWN)) == []
