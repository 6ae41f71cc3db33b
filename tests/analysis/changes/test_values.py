"""Values of two editions: new, revised, withdrawn, restated; the counts add up."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.changes.restated import Restated
from analysis.changes.values import values
from data.model.observations import Withdrawn
from tests.edited import edited

GDP = ("gdp", "110000", 2023)


def test_an_edition_differs_in_nothing_from_itself(catalog):
    found = values(catalog, catalog)
    assert (found.new, found.revised, found.withdrawn, found.restated) == ((), (), (), ())
    assert found.same == found.before == found.after == len(catalog.observations)


def test_a_revised_value_stands_beside_the_old_one(catalog):
    old = catalog.observations[GDP].value
    found = values(catalog, edited(catalog, {GDP: old + 10.5}))
    (one,) = found.revised
    assert (one.indicator.indicator_id, one.region.region_code, one.period) == GDP
    assert (one.old.value, one.new.value) == (old, old + 10.5)
    assert one.change.amount == pytest.approx(10.5)
    assert one.change.percent == pytest.approx(10.5 / old * 100)
    assert (found.new, found.withdrawn, found.restated) == ((), (), ())


def test_what_one_edition_lacks_is_new_in_the_other_and_withdrawn_the_other_way(catalog):
    less = edited(catalog, {GDP: None})
    (new,) = values(less, catalog).new
    (withdrawn,) = values(catalog, less).withdrawn
    assert new == withdrawn
    assert (new.indicator.indicator_id, new.region.region_code, new.period) == GDP
    assert new.text.endswith("亿元")


def test_a_withdrawn_value_has_the_reason_that_the_later_edition_gives(catalog):
    told = replace(
        edited(catalog, {GDP: None}), withdrawn={GDP: Withdrawn(1.0, "2026-12-01", "来源撤回")}
    )
    assert values(catalog, told).withdrawn[0].reason == "来源撤回"


def test_a_value_that_is_no_longer_a_first_figure_is_restated(catalog):
    one = catalog.observations[GDP]
    first = edited(catalog, {GDP: replace(one, status="P", mark="（初）")})
    found = values(first, catalog)
    (said,) = found.restated
    assert said.restated == (
        Restated("数据状态", catalog.names["obs_status", "P"], catalog.names["obs_status", "A"]),
    )
    assert found.revised == ()


def test_a_source_under_another_id_is_the_same_source(catalog):
    one = catalog.observations[GDP]
    other = replace(one, source=replace(one.source, source_id="elsewhere"))
    assert values(catalog, edited(catalog, {GDP: other})).restated == ()


def test_the_same_number_in_another_unit_is_revised_without_a_difference(catalog):
    row = replace(catalog.indicators["gdp"], unit_zh="万元")
    other = replace(catalog, indicators={**catalog.indicators, "gdp": row})
    found = values(catalog, other)
    assert len(found.revised) == sum(key[0] == "gdp" for key in catalog.observations)
    assert {one.change for one in found.revised} == {None}
    assert found.revised[0].old_text.endswith("亿元")
    assert found.revised[0].new_text.endswith("万元")


@pytest.mark.thorough
@given(st.data())
def test_the_counts_add_up_and_the_way_back_is_the_same(catalog, data):
    keys = st.sampled_from(sorted(catalog.observations))
    value = st.none() | st.floats(1, 1e6, allow_nan=False)
    other = edited(catalog, data.draw(st.dictionaries(keys, value, max_size=12)))
    found, back = values(catalog, other), values(other, catalog)
    kept = found.same + len(found.revised) + len(found.restated)
    assert kept + len(found.withdrawn) == found.before
    assert kept + len(found.new) == found.after
    assert (found.new, found.withdrawn) == (back.withdrawn, back.new)
    for one, again in zip(found.revised, back.revised, strict=True):
        assert (one.old, one.new) == (again.new, again.old)
        assert one.change.amount == -again.change.amount
