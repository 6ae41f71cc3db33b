"""What is listed came, went or changed."""

from dataclasses import replace

from analysis.changes.items import CAME, CHANGED, KINDS, WENT, items
from data.model.scenes import FINDING


def test_nothing_came_or_went_within_one_edition(catalog):
    assert items(catalog, catalog) == ()


def test_every_kind_lists_something(catalog):
    assert [kind.name for kind in KINDS if not kind.of(catalog)] == []
    assert all(thing.name for kind in KINDS for thing in kind.of(catalog).values())


def test_a_fact_comes_with_the_task_of_its_measure(catalog):
    plan = catalog.plan
    fact = plan.facts[0]
    less = replace(catalog, plan=replace(plan, facts=plan.facts[1:]))
    part = next(m.part_id for m in plan.measures if m.measure_id == fact.measure_id)
    (came,) = items(less, catalog)
    assert (came.kind, came.state, came.name, came.theme) == (
        "进展与安排",
        CAME,
        fact.fact_zh,
        part,
    )
    (went,) = items(catalog, less)
    assert (went.state, went.name) == (WENT, fact.fact_zh)


def test_of_an_indicator_it_is_said_what_changed(catalog):
    def with_row(**other):
        row = replace(catalog.indicators["gdp"], **other)
        return replace(catalog, indicators={**catalog.indicators, "gdp": row})

    (one,) = items(catalog, with_row(name_zh="另名", definition_zh="另义", growth_allowed=False))
    assert (one.state, one.name, one.detail) == (CHANGED, "另名", "名称、其他属性、定义")
    assert items(catalog, with_row(order=99, headline=6)) == ()


def test_a_measure_changes_where_something_else_speaks_to_it(catalog):
    plan = catalog.plan
    less = replace(catalog, plan=replace(plan, links=plan.links[1:]))
    (one,) = items(catalog, less)
    assert (one.kind, one.state) == ("方案措施", CHANGED)


def test_scenes_change_by_what_they_show_and_not_by_their_place(catalog):
    first, *others = catalog.scenes
    moved = replace(catalog, scenes=(*others, replace(first, order=99)))
    assert items(catalog, moved) == ()
    told = next(scene for scene in others if scene.title == FINDING)
    other = replace(catalog, scenes=tuple(s for s in catalog.scenes if s != told))
    (went,) = items(catalog, other)
    assert went.name.startswith(catalog.themes[told.theme].name_zh)
