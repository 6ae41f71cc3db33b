"""The changes of a view: its regions, its theme, the headline, and how much by theme."""

from dataclasses import replace

import pytest

from analysis.changes.address import ChangesView
from analysis.changes.difference import changes
from analysis.changes.editions import EditionLine
from analysis.changes.sentences import range_text, restated_lines
from analysis.changes.summary import changes_summary
from tests.edited import edited

NEW, OLD = EditionLine("b" * 16, "2026-12-01"), EditionLine("a" * 16, "2026-11-23")
REVISED = ("gdp", "110000", 2023)
TAKEN = ("rd_expenditure", "130000", 2024)
NATION = ("gdp", "000000", 2023)


@pytest.fixture
def editions(catalog):
    values = {REVISED: catalog.observations[REVISED].value * 1.01, TAKEN: None, NATION: None}
    return catalog, edited(catalog, values)


@pytest.fixture
def told(editions, options):
    def build(*regions, theme="overall"):
        view = replace(options.default(theme), regions=regions or tuple(options.regions))
        return changes_summary(*editions, ChangesView(view, (NEW, OLD), NEW.digest))

    return build


def keys(values):
    return {(v.indicator.indicator_id, v.region.region_code, v.period) for v in values}


def test_all_regions_have_the_nations_too(told):
    found = told().found
    assert keys(found.revised) == {REVISED}
    assert keys(found.withdrawn) == {TAKEN, NATION}


def test_a_region_and_a_theme_have_their_own(told):
    assert keys(told("hebei").found.withdrawn) == {TAKEN}
    assert told("hebei").found.revised == ()
    found = told(theme="innovation").found
    assert keys(found.withdrawn) == {TAKEN}
    assert {one.theme for one in found.statements} <= {"innovation"}


def test_the_headline_counts_what_is_shown(told):
    said = told().headline
    assert said.startswith("2026-12-01 版与 2026-11-23 版相比，修订 1 个，撤回 2 个，涉及 2 项指标")
    assert told("tianjin", theme="opening").headline == (
        "2026-12-01 版与 2026-11-23 版相比，所选范围内没有变动。"
    )


def test_how_much_changed_is_told_by_theme_whichever_is_chosen(told):
    for theme in ("overall", "innovation"):
        rows = {row.theme: (row.revised, row.withdrawn) for row in told(theme=theme).themes}
        assert rows == {"overall": (1, 1), "innovation": (0, 1)}


def test_many_revisions_are_told_by_their_range(told):
    (one,) = told().found.revised
    down = replace(one, change=replace(one.change, amount=-5.0, percent=-0.52))
    assert range_text([one, down]) == "−0.52% 至 +1.00%"
    assert range_text([one, one]) == "+1.00%"
    points = replace(one, change=replace(one.change, unit="个百分点", percent=None, amount=0.2))
    assert range_text([points]) == "+0.2\u2009个百分点"
    assert range_text([one, replace(one, change=None)]) == ""


def test_what_is_said_otherwise_of_many_values_is_one_line(catalog):
    values = {
        key: replace(one, note="另一备注", status="E")
        for key, one in catalog.observations.items()
        if key[0] == "gdp" and key[2] == 2023
    }
    lines = restated_lines(changes(catalog, edited(catalog, values)).restated)
    assert [line.group.count for line in lines] == [len(values), len(values)]
    assert lines[0].text.startswith("数据状态：")
    assert lines[1].text == "备注更新"
