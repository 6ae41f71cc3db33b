"""The plan of the real data: nothing of the text is left out, and nothing is left unsaid."""

import pytest

from data.package.plan_checks import ASKED_FOR, EVIDENCE, GAP

pytestmark = pytest.mark.thorough


@pytest.fixture
def plan(catalog):
    return catalog.plan


def test_the_counts_are_those_of_the_text(plan, catalog):
    assert len(plan.tasks) == 8
    assert len(plan.principles) == 4
    assert len(plan.safeguards) == 5
    assert len(plan.chains) == 6
    assert len(plan.fields_of("cluster")) == 5
    assert len(plan.fields_of("frontier")) == 4
    assert len(plan.stages) == 5
    assert len(plan.checks) >= len(catalog.claims) == 33


def test_the_counts_are_those_the_claims_give(plan, catalog):
    claimed = {claim.claim_id: claim.value for claim in catalog.claims}
    assert claimed["S27"] == len(plan.tasks)
    assert claimed["S28"] == len(plan.chains)
    assert claimed["S29"] == len(plan.principles)
    assert claimed["S30"] == len(plan.safeguards)
    assert claimed["S32"] == len(plan.fields_of("cluster"))


def test_tasks_are_the_themes_of_the_plan_in_their_order(plan, catalog):
    assert [task.task_id for task in plan.tasks] == list(catalog.themes)[1:]
    assert plan.tasks[0].name_zh == "优化区域产业分工和生产力布局"
    assert plan.tasks[-1].name_zh == "深化产业高水平开放合作"


def test_the_names_of_the_text_stand_as_they_are(plan):
    assert [part.name_zh for part in plan.safeguards] == [
        "强化组织领导",
        "优化营商环境",
        "加强要素协同",
        "健全协同机制",
        "做好监测评估",
    ]
    assert [field.name_zh for field in plan.fields_of("cluster")] == [
        "集成电路",
        "网络安全",
        "生物医药",
        "电力装备",
        "安全应急装备",
    ]
    assert [field.name_zh for field in plan.fields_of("frontier")] == [
        "人工智能",
        "集成电路",
        "生命科学",
        "空天科技",
    ]
    assert [chain.name_zh for chain in plan.chains] == [
        "新能源汽车和智能网联汽车",
        "生物医药",
        "氢能",
        "工业互联网",
        "高端工业母机",
        "机器人",
    ]


def test_the_measures_of_each_part_are_all_there(plan):
    parts = [task.task_id for task in plan.tasks] + [p.safeguard_id for p in plan.safeguards]
    assert {part: len(plan.measures_of(part)) for part in parts} == {
        "layout": 8,
        "chains": 10,
        "innovation": 8,
        "digital": 7,
        "green": 12,
        "quality": 7,
        "enterprises": 6,
        "opening": 6,
        "leadership": 1,
        "market": 5,
        "factors": 4,
        "mechanism": 5,
        "evaluation": 3,
    }


def test_goals_are_words_and_carry_no_number(plan):
    assert len(plan.goals) == 11
    assert len(plan.aims) == 2
    for goal in (*plan.goals, *plan.aims):
        assert not any(sign.isdigit() or sign in "%％" for sign in goal.name_zh), goal


def test_every_measure_has_evidence_or_says_that_it_has_none(plan, catalog):
    asked = {claim.claim_id for claim in catalog.claims if claim.measure in ASKED_FOR}
    for measure in plan.measures:
        evidence = [
            link
            for link in plan.links_of(measure.measure_id)
            if link.kind in EVIDENCE and link.target_id not in asked
        ]
        assert bool(evidence) != bool(measure.gap_zh), measure
        assert measure.gap_zh is None or measure.gap_zh.startswith(GAP), measure


def test_every_link_resolves(plan, catalog):
    known = {
        "indicator": set(catalog.indicators),
        "platform": {platform.platform_id for platform in catalog.platforms},
        "claim": {claim.claim_id for claim in catalog.claims},
        "field": {field.field_id for field in plan.fields},
        "chain": {chain.chain_id for chain in plan.chains},
    }
    measures = {measure.measure_id for measure in plan.measures}
    for link in plan.links:
        assert link.measure_id in measures, link
        assert link.target_id in known[link.kind], link


def test_each_task_has_four_to_twelve_indicators_and_all_its_cards(plan, catalog):
    for task in plan.tasks:
        found = {
            link.target_id
            for measure in plan.measures_of(task.task_id)
            for link in plan.links_of(measure.measure_id, "indicator")
        }
        assert 4 <= len(found) <= 12, (task.task_id, found)
        cards = {i.indicator_id for i in catalog.headlines(task.task_id)}
        linked = {link.target_id for link in plan.links if link.kind == "indicator"}
        assert cards <= linked, task.task_id


def test_indicators_kept_only_in_the_archive_are_no_evidence(plan, catalog):
    for link in plan.links:
        if link.kind == "indicator":
            assert catalog.indicators[link.target_id].visible == "default", link


def test_every_field_chain_wing_zone_pilot_zone_and_cluster_serves_a_measure(plan, catalog):
    linked = {(link.kind, link.target_id) for link in plan.links}
    named = [("field", field.field_id) for field in plan.fields]
    named += [("chain", chain.chain_id) for chain in plan.chains]
    named += [
        ("platform", place.platform_id)
        for place in catalog.platforms
        if place.tier != "node" or place.status == "designated"
    ]
    assert [name for name in named if name not in linked] == []


def test_a_lead_region_is_named_only_where_a_source_confirms_it(plan):
    leads = {chain.chain_id: (chain.lead_code, chain.lead_status) for chain in plan.chains}
    assert leads == {
        "nev": ("130000", "partly"),
        "biomedicine": (None, "unverified"),
        "hydrogen": (None, "unverified"),
        "industrial-internet": ("120000", "partly"),
        "machine-tools": (None, "unverified"),
        "robotics": ("130000", "confirmed"),
    }


def test_codes_of_the_chains_have_names(plan, catalog):
    for chain in plan.chains:
        assert ("chain_lead", chain.lead_status) in catalog.names
        assert plan.nodes_of(chain.chain_id), chain
    for node in plan.nodes:
        assert ("node_status", node.status) in catalog.names
        assert node.source_zh, node
