"""The briefing: the whole plan or one task, with nothing left out and nothing made up."""

from dataclasses import replace
from time import perf_counter

import pytest

from analysis.plan import summary as briefings
from analysis.plan.sentences import chain_lead, finding, measures_text
from analysis.plan.summary import plan_summary


@pytest.fixture(scope="module")
def whole(catalog, options):
    return plan_summary(catalog, options.default())


def test_the_whole_plan_is_there(catalog, whole):
    assert [one.task for one in whole.tasks] == list(catalog.plan.tasks)
    assert len(whole.tasks) == 8
    assert (len(whole.principles), len(whole.safeguards), len(whole.chains)) == (4, 5, 6)
    assert len(whole.ledger) == whole.counts.claims == 33
    shown = [m.measure for part in (*whole.tasks, *whole.safeguards) for m in part.measures]
    assert sorted(m.measure_id for m in shown) == sorted(
        m.measure_id for m in catalog.plan.measures
    )
    assert whole.measure_count == len(shown)


def test_every_measure_has_evidence_or_says_that_it_has_none(whole):
    for part in (*whole.tasks, *whole.safeguards):
        for one in part.measures:
            figures = [r for r in one.claims if r.claim.measure not in {"policy", "label"}]
            has_evidence = any((one.indicators, one.platforms, figures))
            assert has_evidence == (one.gap is None), one.measure.measure_id
            assert one.gap is None or one.gap.startswith("暂无指标")


def test_the_counts_are_those_of_the_measures(whole):
    measures = [m for part in (*whole.tasks, *whole.safeguards) for m in part.measures]
    assert whole.covered_count == sum(m.gap is None for m in measures)
    assert whole.indicated_count == sum(bool(m.indicators) for m in measures)
    for part in (*whole.tasks, *whole.safeguards):
        assert part.without == sum(not m.indicators for m in part.measures)
        assert part.bare == sum(m.gap is not None for m in part.measures)


def test_a_task_has_the_marks_of_its_measures_once(whole):
    for task in whole.tasks:
        named = [name for measure in task.measures for name in measure.indicators]
        assert [one.indicator.indicator_id for one in task.indicators] == list(dict.fromkeys(named))
        assert task.indicators


def test_every_claim_with_a_task_stands_in_it(whole):
    for task in whole.tasks:
        own = {r.claim.claim_id for r in whole.ledger if r.claim.theme == task.task.task_id}
        assert own <= {r.claim.claim_id for r in task.claims}


def test_a_theme_shows_its_task_and_its_claims(catalog, options, whole):
    green = plan_summary(catalog, options.default("green"))
    assert [one.task.task_id for one in green.tasks] == ["green"]
    assert green.lead == green.tasks[0].finding
    assert green.ledger == green.tasks[0].claims
    assert green.filter_text == "绿色低碳 · 三地 · 2010—2024 年"
    assert green.measure_count == whole.measure_count


def test_the_regions_of_the_view_hold(catalog, options):
    only = plan_summary(catalog, replace(options.default(), regions=("hebei",)))
    assert {r.claim.region_code for r in only.ledger} == {"130000", "JJJ"}
    assert only.counts.claims == len(only.ledger) < 33
    for task in only.tasks:
        assert all("130000" in p.region_codes for p in task.platforms)
        assert {r.slug for one in task.indicators for r in one.regions} <= {
            "hebei",
            "jjj",
            "nation",
        }
    assert {code for chain in only.chains for _, code in chain.cells} <= {"130000"}
    assert only.filter_text == "方案要点 · 河北 · 2010—2024 年"


def test_the_years_of_the_view_hold(catalog, options):
    early = plan_summary(catalog, replace(options.default(), start=2015, end=2020))
    years = [r.year for t in early.tasks for one in t.indicators for r in one.regions if r.year]
    assert max(years) <= 2020
    assert early.filter_text.endswith("2015—2020 年")


def test_the_view_asked_for_is_the_view_given(catalog, options):
    view = replace(options.default("green"), indicator="pm25")
    assert plan_summary(catalog, view).view == view


def test_cells_hold_only_what_a_source_places(catalog, whole):
    stages = {stage.stage for stage in catalog.plan.stages}
    codes = {region.region_code for region in catalog.provinces}
    for chain in whole.chains:
        assert chain.filled == len(chain.cells)
        for (stage, code), nodes in chain.cells.items():
            assert stage in stages
            assert code in codes
            assert nodes
        placed = sum(len(nodes) for nodes in chain.cells.values()) + len(chain.common)
        assert placed == len(catalog.plan.nodes_of(chain.chain.chain_id))


def test_only_a_confirmed_lead_is_named(catalog):
    robots = next(c for c in catalog.plan.chains if c.lead_status == "confirmed")
    assert chain_lead(catalog, robots) == "河北牵头"
    partly = replace(robots, lead_status="partly")
    assert chain_lead(catalog, partly) == "牵头地区只有部分依据"
    assert chain_lead(catalog, replace(robots, lead_status="unverified")) == "牵头地区待核实"


def test_the_sentences_count(whole):
    goals = len(whole.goals)
    assert whole.lead.endswith(f"2025 年的 {goals} 条主要目标都是文字，没有数字。")
    assert f"按方案梳理为 {whole.measure_count} 项措施" in whole.lead
    assert measures_text(6, 2, 4, 0) == "6 项措施：2 项有指标，4 项暂无指标。"
    assert measures_text(3, 1, 1, 2) == (
        "3 项措施：1 项有指标，1 项只有平台或文本数字，1 项暂无指标；有进展的措施 2 项。"
    )
    assert finding([], 2013, "x") == "x"


def test_a_finding_names_the_first_year_of_the_view_and_the_year_before_the_plan(
    catalog, options, whole
):
    assert all("2022 年以来" in task.finding for task in whole.tasks)
    assert "以 2013（或 2014）年为基期" in whole.tasks[0].finding
    late = plan_summary(catalog, replace(options.default("green"), start=2022)).lead
    assert "以 2022 年为基期" in late
    assert "2013" not in late
    early = plan_summary(catalog, replace(options.default("green"), end=2013)).lead
    assert "以 2010 年为基期" in early
    assert "2022 年以来没有可以计数的指标" in early


def test_no_goal_of_2025_has_a_number(catalog):
    assert not [g for g in catalog.plan.goals if any(sign.isdigit() for sign in g.name_zh)]


@pytest.mark.thorough
def test_a_briefing_is_quick_once_its_marks_are_known(catalog, options):
    plan_summary(catalog, options.default())
    catalog.memory.pop(briefings._briefing.__wrapped__)
    start = perf_counter()
    plan_summary(catalog, options.default())
    assert perf_counter() - start < 0.060
