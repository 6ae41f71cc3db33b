"""Dated facts in a view: by region and kind, counted apart from indicators."""

from dataclasses import replace

import pytest

from analysis.plan.progress import Progress, counts, counts_text, gap_text, in_regions, progress
from analysis.plan.summary import plan_summary
from data.model.progress import ARRANGEMENT, BEFORE, KINDS, RESULT
from tests.data.model.test_progress import dated


def of(*kinds):
    return Progress(
        tuple(replace(f, kind=k) for f, k in zip(dated(*["2024"] * len(kinds)), kinds, strict=True))
    )


def test_a_fact_is_of_each_of_its_regions(catalog):
    (fact,) = dated("2024")  # of Beijing and Hebei
    beijing, tianjin, hebei = catalog.provinces
    assert in_regions([fact], [tianjin, hebei]) == in_regions([fact], [beijing]) == (fact,)
    assert in_regions([fact], [tianjin]) == ()


def test_a_measure_has_its_own_facts_newest_first(catalog):
    found = progress(catalog, catalog.provinces, "chains-8")
    assert [fact.measure_id for fact in found.facts] == ["chains-8"] * 6
    assert [f.date for f in found.facts] == sorted((f.date for f in found.facts), reverse=True)
    assert progress(catalog, catalog.provinces, "green-3").facts == ()
    tianjin = progress(catalog, [catalog.regions["tianjin"]], "chains-8").facts
    assert {"120000"} <= set.intersection(*(set(f.region_codes) for f in tianjin))
    assert 0 < len(tianjin) < 6


def test_only_results_count_as_progress(catalog):
    found = of(RESULT, ARRANGEMENT, BEFORE, RESULT)
    assert found.results == 2
    assert found.of({BEFORE, ARRANGEMENT}) == found.facts[1:3]
    assert counts(found.facts) == {RESULT: 2, ARRANGEMENT: 1, BEFORE: 1}
    assert list(counts(())) == list(KINDS)
    assert counts_text(catalog, found.facts) == "进展 2 条、安排 1 条、此前 1 条"
    assert counts_text(catalog, ()) == ""


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((), "暂无指标：未收录名单。"),
        ((RESULT, RESULT, ARRANGEMENT), "暂无指标，有进展 2 条。未收录名单。"),
        ((ARRANGEMENT, BEFORE), "暂无指标，有安排 1 条。未收录名单。"),
        ((BEFORE,), "暂无指标：未收录名单。"),
    ],
)
def test_a_measure_without_indicator_says_what_was_done(catalog, kinds, expected):
    assert gap_text(catalog, "暂无指标：未收录名单。", of(*kinds)) == expected


def test_a_measure_with_evidence_says_nothing_of_a_gap(catalog):
    assert gap_text(catalog, None, of(RESULT)) is None


def test_facts_change_no_count_of_indicators(catalog, options):
    whole = plan_summary(catalog, options.default())
    for task in whole.tasks:
        assert task.bare == sum(one.measure.gap_zh is not None for one in task.measures)
        assert task.progressed == sum(one.progress.results > 0 for one in task.measures)
    results = {f.measure_id for f in catalog.plan.facts if f.kind == RESULT}
    assert whole.progressed_count == len(results) > 0
    assert f"有进展的措施 {len(results)} 项" in whole.lead
