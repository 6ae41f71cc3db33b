"""The scene of what has happened has every fact of the plan, by task and year."""

from dataclasses import replace

import pytest

from analysis.meeting.scene_of_address import scene_of
from analysis.meeting.scenes import slide
from data.model.progress import RESULT


@pytest.fixture(scope="module")
def scene(catalog):
    return scene_of(catalog, "/plan", "", "timeline")


def test_the_timeline_of_the_page_is_a_list_of_it(scene):
    assert (scene.layout, scene.subject) == ("list", "timeline")


def test_cells_and_table_hold_every_fact_once(catalog, scene):
    found = slide(catalog, scene, "all")
    facts = catalog.plan.facts
    counted = sum(
        int(part.rpartition(" ")[2])
        for row in found.entries
        for cell in row.values
        for part in filter(None, cell.split("、"))
    )
    assert counted == len(found.table.rows) == len(facts)
    assert {row[4] for row in found.table.rows} == {fact.source_zh for fact in facts}


def test_the_title_counts_measures_and_results(catalog, scene):
    done = [fact for fact in catalog.plan.facts if fact.kind == RESULT]
    title = slide(catalog, scene, "all").title
    assert f"{len({fact.measure_id for fact in done})} 项有进展，共 {len(done)} 条" in title
    assert max(fact.date for fact in done)[:4] in title


def test_a_region_has_its_own_facts_only(catalog, scene):
    found = slide(catalog, scene, "hebei")
    own = [fact for fact in catalog.plan.facts if "130000" in fact.region_codes]
    assert len(found.table.rows) == len(own) < len(catalog.plan.facts)


def test_without_facts_it_says_so(catalog, scene):
    bare = replace(catalog, plan=replace(catalog.plan, facts=()))
    found = slide(bare, scene, "all")
    assert found.layout == "words"
    assert "本站未收录" in found.absence
