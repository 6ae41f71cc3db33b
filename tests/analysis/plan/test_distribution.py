"""The spread: counts by direction and by pace that always add up."""

from dataclasses import replace

import pytest

from analysis.plan.distribution import KINDS, judged, kind, priced, spreads
from analysis.plan.marks import marks

IDS = [
    "va_industry",  # improving, at current prices
    "co2_power",  # improving in 北京, worsening in the others
    "population",  # no wanted direction
    "rd_intensity",  # a break before its last year
    "bj_to_jh_tech_contract_value",  # only the three together
    "product_quality_pass",  # only the nation
]


@pytest.fixture(scope="module")
def found(catalog, view_of):
    return [marks(catalog, view_of(name), name) for name in IDS]


def test_each_region_is_counted_by_itself(catalog, found):
    beijing, tianjin, hebei, together, nation = spreads(found, catalog.plan.paces)
    kinds = {s.slug: [getattr(s, name) for name in KINDS] for s in (beijing, tianjin, hebei)}
    assert kinds == {
        "beijing": [2, 0, 0, 1, 1],
        "tianjin": [1, 0, 1, 1, 1],
        "hebei": [1, 0, 1, 1, 1],
    }
    assert beijing.text == "北京：2 项改善、1 项没有期望的方向、1 项不能评"
    assert (together.code, together.improving, together.total) == ("JJJ", 1, 1)
    assert (nation.code, nation.total) == ("000000", 1)


def test_the_direction_since_the_plan_is_counted_beside(catalog, found):
    beijing = spreads(found, catalog.plan.paces)[0]
    later = [kind(one, one.regions[0].since_2022) for one in found if not one.scope]
    assert {name: later.count(name) for name in KINDS} == beijing.later
    assert beijing.later_text.startswith("2022 年以来：")
    assert judged(beijing.later) in beijing.later_text


def test_directions_and_paces_add_up(catalog, found):
    for one in spreads(found, catalog.plan.paces):
        assert sum(getattr(one, name) for name in KINDS) == one.total
        assert sum(one.later.values()) == one.total
        assert sum(count for _, count in one.paces) + one.unpaced == one.total
        assert [pace for pace, _ in one.paces] == list(catalog.plan.paces)


def test_current_prices_are_counted_where_they_are_judged(catalog, found):
    assert [s.nominal for s in spreads(found, catalog.plan.paces)[:3]] == [1, 1, 1]
    assert priced(found) == 1
    silent = [replace(found[0], regions=()), found[2]]
    assert priced(silent) == 0


def test_nothing_gives_nothing(catalog):
    assert spreads([], catalog.plan.paces) == ()
