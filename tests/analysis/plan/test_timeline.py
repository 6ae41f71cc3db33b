"""The timeline: every fact once, in the row of its task and the column of its year."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from analysis.plan.summary import plan_summary
from analysis.plan.timeline import FIRST_YEAR, timeline
from data.model.progress import KINDS

REGIONS = {"beijing": "110000", "tianjin": "120000", "hebei": "130000"}


def shown(catalog, options, theme="overall", kinds=KINDS, regions=tuple(REGIONS)):
    view = replace(options.default(theme), regions=regions)
    return timeline(plan_summary(catalog, view, kinds))


@given(
    kinds=st.lists(st.sampled_from(KINDS), min_size=1, unique=True),
    regions=st.lists(st.sampled_from(list(REGIONS)), min_size=1, unique=True),
)
def test_it_has_every_fact_of_the_kinds_and_regions_once(catalog, options, kinds, regions):
    found = shown(catalog, options, kinds=tuple(kinds), regions=tuple(regions))
    codes = {REGIONS[slug] for slug in regions}
    own = [f for f in catalog.plan.facts if codes & set(f.region_codes)]
    wanted = [f.fact_id for f in own if f.kind in kinds]
    names = [fact.fact_id for row in found.rows for cell in row.cells for fact in cell]
    assert sorted(names) == sorted(wanted)
    assert found.shown == len(wanted)
    assert found.counts == {kind: sum(f.kind == kind for f in own) for kind in KINDS}


def test_a_fact_stands_under_its_year_and_in_the_row_of_its_part(catalog, options):
    found = shown(catalog, options)
    parts = {one.measure_id: one.part_id for one in catalog.plan.measures}
    assert found.columns == ("2020 年及以前", "2021", "2022", "2023", "2024", "2025", "2026")
    for row in found.rows:
        assert len(row.cells) == len(found.columns)
        for column, cell in zip(found.columns, row.cells, strict=True):
            for fact in cell:
                assert row.target.partition("-")[2] == parts[fact.measure_id]
                assert column == str(fact.year) or fact.year < FIRST_YEAR


def test_within_a_year_the_oldest_stands_first_and_a_whole_year_last(catalog, options):
    (row,) = [row for row in shown(catalog, options).rows if row.target == "task-chains"]
    dates = [fact.date for fact in row.cells[4]]
    assert dates == ["2024-04-29", "2024-04-29", "2024-11", "2024", "2024", "2024"]


def test_a_task_alone_has_its_measures_as_rows(catalog, options):
    found = shown(catalog, options, "chains")
    assert [row.target for row in found.rows] == [f"measure-chains-{n}" for n in range(1, 11)]
    assert found.columns[0] == str(FIRST_YEAR)
    assert found.shown == sum(f.measure_id.startswith("chains-") for f in catalog.plan.facts)
