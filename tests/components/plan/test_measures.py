"""Measures: every one has evidence or says that it has none."""

import re
from functools import cache

import pytest

from analysis.plan.summary import plan_summary
from components.elements import written
from components.plan.measures import measures


@pytest.fixture(scope="module")
def items_of(catalog, options):
    found = plan_summary(catalog, options.default())

    @cache
    def build(most=None):
        parts = (*found.tasks, *found.safeguards)
        text = "".join(written(measures(part.measures, catalog, most=most)) for part in parts)
        return {re.match(r"[\w-]+", item)[0]: item for item in text.split('id="measure-')[1:]}

    return build


def test_every_measure_resolves_to_evidence_or_to_the_word(items_of, catalog):
    items = items_of()
    assert set(items) == {measure.measure_id for measure in catalog.plan.measures}
    for name, item in items.items():
        assert 'href="#' in item or 'href="/platforms?' in item or "暂无指标" in item, name


def test_a_measure_without_an_indicator_says_so_in_words(items_of, catalog):
    indicated = {link.measure_id for link in catalog.plan.links if link.kind == "indicator"}
    for name, item in items_of().items():
        says = "暂无指标" in item or "没有统计指标" in item
        assert says == (name not in indicated), name


def test_a_remark_that_several_share_stands_once(items_of):
    assert items_of()["layout-3"].count("企业跨区域设点，只反映产业生态的一面") == 2  # two kinds


def test_many_platforms_are_counted_where_a_list_follows_and_named_where_none_does(items_of):
    assert "20 个平台与园区" in items_of(5)["layout-2"]
    assert "雄安新区" in items_of()["layout-2"]
