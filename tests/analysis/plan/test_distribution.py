"""The spread: counts by kind and by pace that always add up, of what may be counted only."""

import pytest

from analysis.plan.distribution import JUDGED, KINDS, judged, kinds, spreads, uncounted
from analysis.plan.marks import marks

IDS = [
    "va_industry",  # at current prices
    "co2_sectoral",  # improving in 北京 and 天津, falling back in 河北
    "co2_power",  # a part of it
    "so2_emissions",  # comparable only since 2020
    "population",  # no wanted direction
    "rd_intensity",  # a break before its last year
    "bj_to_jh_tech_contract_value",  # only the three together
    "product_quality_pass",  # only the nation
]
BASE = 2013


@pytest.fixture(scope="module")
def found(catalog, view_of):
    return [marks(catalog, view_of(name), name) for name in IDS]


@pytest.fixture(scope="module")
def spread(catalog, found):
    return spreads(found, catalog.plan.paces, BASE)


def test_each_region_is_counted_by_itself(spread):
    beijing, tianjin, hebei, together, nation = spread
    assert beijing.text == (
        "北京：1 项改善、1 项按现价计算，不作评价、1 项其他指标的组成部分，不重复计数、"
        "1 项可比起始年较晚，不计数、1 项中性指标（不作评价）、1 项暂不具备评价条件"
    )
    assert judged(tianjin.now) == "1 项改善"
    assert judged(hebei.now) == "1 项有所回落"
    assert (together.code, together.now["priced"], together.total) == ("JJJ", 1, 1)
    assert (nation.code, nation.total) == ("000000", 1)


def test_a_part_is_counted_where_its_whole_is_not(catalog, found):
    alone = spreads([one for one in found if not one.wholes], catalog.plan.paces, BASE)
    parts = [one for one in found if one.wholes and not one.scope]
    assert [one.indicator.indicator_id for one in parts] == ["va_industry", "co2_power"]
    beijing = spreads(parts, catalog.plan.paces, BASE)[0]
    assert (beijing.now["improving"], beijing.now["part"]) == (1, 0)
    assert alone[0].now["part"] == 0


def test_a_later_first_year_of_the_view_is_the_base_of_all(catalog, view_of):
    late = [marks(catalog, view_of("so2_emissions", start=2020), "so2_emissions")]
    assert spreads(late, catalog.plan.paces, 2020)[0].now["improving"] == 1


def test_the_direction_since_the_plan_is_counted_beside(found, spread):
    beijing = spread[0]
    pairs = [(one, one.regions[0]) for one in found if not one.scope]
    later = kinds(pairs, [mine.since_2022 for _, mine in pairs], 2022)
    assert {name: later.count(name) for name in KINDS} == beijing.later
    assert beijing.later_text == f"2022 年以来：{judged(beijing.later)}"


def test_directions_and_paces_add_up(catalog, spread):
    for one in spread:
        assert sum(one.now.values()) == sum(one.later.values()) == one.total
        assert sum(count for _, count in one.paces) + one.unpaced == one.total
        assert [pace for pace, _ in one.paces] == list(catalog.plan.paces)


def test_nothing_at_current_prices_has_a_pace_or_is_counted(catalog, view_of):
    for name, row in catalog.indicators.items():
        if row.price_basis == "current":
            one = marks(catalog, view_of(name), name)
            assert all(region.pace is None for region in one.regions), name
            for each in spreads([one], catalog.plan.paces, BASE):
                assert not any(each.now[kind] for kind in JUDGED), name


def test_what_is_shown_and_not_counted_is_named_once(catalog, found, spread):
    assert (
        uncounted(spread[:3]) == "现价指标、其他指标的组成部分、可比起始年较晚的指标另列，不计数。"
    )
    neutral = [one for one in found if one.indicator.indicator_id == "population"]
    assert uncounted(spreads(neutral, catalog.plan.paces, BASE)) == ""


def test_nothing_gives_nothing(catalog):
    assert spreads([], catalog.plan.paces, BASE) == ()
