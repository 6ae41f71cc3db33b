"""The dated facts of the real tables: their addresses, their words, what they speak to."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from analysis.meeting.scenes import choices_of, slide
from analysis.meeting.slide_plan import newest_facts
from analysis.meeting.slides import ALL, APART
from data.model.progress import ARRANGEMENT, BEFORE, RESULT

# Pages of publishers and of the named media, by whom they belong to.
OWNERS = {
    ".gov.cn": "",
    ".people.com.cn": "人民网",
    ".ce.cn": "经济日报",
    ".zjknews.com": "张家口新闻网",
    ".china.org.cn": "中国网",
    ".china.com.cn": "中国网",
    ".tianjinwe.com": "天津日报",
    ".stdaily.com": "科技日报",
    ".hbjjrb.com": "河北经济日报",
    ".hebei.com.cn": "长城网",
    ".cnstock.com": "上海证券报",
    ".cqn.com.cn": "中国质量报",
    ".cena.com.cn": "中国电子报",
    ".news.cn": "新华网",
    ".cri.cn": "国际在线",
    ".qianlong.com": "千龙网",
}
SHORT = {"天津市工信局", "河北省工信厅", "北京市经信局", "工信部", "中新社", "中新网", "国家发改委"}


@pytest.fixture(scope="module")
def facts(catalog):
    return catalog.plan.facts


def test_every_fact_speaks_to_a_measure_and_many_measures_have_one(facts, catalog):
    measures = {measure.measure_id for measure in catalog.plan.measures}
    assert {fact.measure_id for fact in facts} <= measures
    assert len(facts) >= 180
    assert len({fact.measure_id for fact in facts}) >= 73
    assert all(fact.fact_id.rpartition("-f")[0] == fact.measure_id for fact in facts)


def test_an_address_is_of_a_publisher_or_of_a_medium_that_is_named(facts):
    shown = [fact for fact in facts if fact.address]
    assert len(shown) > 30
    for fact in shown:
        host = f".{re.match(r'https?://([^/]+)', fact.address)[1]}"
        owners = [owner for ending, owner in OWNERS.items() if host.endswith(ending)]
        assert owners, fact
        assert any(not owner or owner in fact.publishers_zh for owner in owners), fact


def test_no_body_is_written_short_and_no_fact_twice(facts):
    bodies = {body for fact in facts for body in fact.publishers_zh}
    assert bodies & SHORT == set()
    assert max(Counter((f.measure_id, f.fact_zh) for f in facts).values()) == 1


def test_what_is_only_aimed_at_or_proposed_is_no_result(facts):
    planned = re.compile(r"（目标）|（部署）|^拟|拟入选|^印发|要求|着手")
    for fact in facts:
        if planned.search(fact.fact_zh):
            assert fact.kind in {ARRANGEMENT, BEFORE}, fact
    assert Counter(fact.kind for fact in facts)[RESULT] > 90


@pytest.mark.thorough
def test_a_tasks_scene_has_the_newest_facts_of_every_choice_of_regions(facts, catalog):
    measures = {measure.measure_id: measure.part_id for measure in catalog.plan.measures}
    base = next(one for one in catalog.scenes if one.layout == "marks")
    for task in catalog.plan.tasks:
        scene = replace(base, layout="task", theme=task.task_id, title="finding")
        choices = choices_of(catalog, scene)
        assert len(choices) == 7  # all, each, every two
        for choice in choices:
            slugs = [r.slug for r in catalog.provinces] if choice == ALL else choice.split(APART)
            codes = {catalog.regions[slug].region_code for slug in slugs}
            own = [
                fact.date
                for fact in facts
                if measures[fact.measure_id] == task.task_id
                and fact.kind in (RESULT, ARRANGEMENT)
                and codes & set(fact.region_codes)
            ]
            (shown,) = slide(catalog, scene, choice).tasks
            found = newest_facts(shown)
            assert all(codes & set(fact.region_codes) for fact in found), (task, choice)
            assert [fact.date for fact in found] == sorted(own, reverse=True)[:3], (task, choice)
