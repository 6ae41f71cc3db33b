"""The Plan: its parts in the order of the text, and what belongs to each."""

import pytest


@pytest.fixture
def plan(catalog):
    return catalog.plan


def test_measures_stand_in_the_order_of_their_parts_and_in_their_own(plan):
    parts = [task.task_id for task in plan.tasks] + [p.safeguard_id for p in plan.safeguards]
    assert [measure.part_id for measure in plan.measures] == [
        part for part in parts for _ in plan.measures_of(part)
    ]
    for part in parts:
        orders = [measure.order for measure in plan.measures_of(part)]
        assert orders == list(range(1, len(orders) + 1)) != [], part


def test_what_belongs_to_nothing_is_empty(plan):
    assert plan.measures_of("no such part") == ()
    assert plan.links_of("no such measure") == ()
    assert plan.nodes_of("no such chain") == ()
    assert plan.fields_of("no such kind") == ()


def test_links_of_one_kind_are_some_of_all(plan):
    found = plan.links_of("layout-2")
    assert {link.kind for link in found} > {"indicator"}
    named = plan.links_of("layout-2", "indicator")
    assert named == tuple(link for link in found if link.kind == "indicator") != ()


def test_goals_and_aims_part_by_their_kind(plan):
    assert {goal.kind for goal in plan.goals} == {"goal"}
    assert {aim.kind for aim in plan.aims} == {"aim"}


def test_a_check_lists_its_operands(plan):
    operands = {(check.claim_id, check.order): check.operands for check in plan.checks}
    assert operands["S33", 1] == ()
    assert operands["S04", 1] == ("S01", "000000")
