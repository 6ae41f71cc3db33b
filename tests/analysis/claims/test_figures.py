"""What a claim's number stands for, and what the tables give to calculate with."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.claims.figures import case, claim_figure
from data.model.plan import Check


@pytest.fixture(scope="module")
def claims(catalog):
    return {claim.claim_id: claim for claim in catalog.claims}


@pytest.mark.parametrize(
    ("claim_id", "low", "high", "text"),
    [
        ("S02", 1.45, 1.55, "1.5"),
        ("S03", 4.45, 4.55, "4.5%"),
        ("S05", 25159.5, 25160.5, "25,160"),
        ("S07", 1100, 1200, "1,100\u2009多"),
        ("S08", 7000, 8000, "7,000\u2009多"),
        ("S09", 11.5, 12.5, "12%"),
        ("S11", 2000, 3000, "近\u20093,000"),
    ],
)
def test_a_rounded_number_and_a_bound_stand_for_a_range(catalog, claims, claim_id, low, high, text):
    found = claim_figure(catalog, claims[claim_id])
    assert (found.low, found.high) == pytest.approx((low, high))
    assert found.text == text


@given(st.integers(1, 10**6), st.sampled_from([None, "over", "exceeding", "nearly", "reaching"]))
def test_the_range_always_holds_the_number(catalog, claims, value, qualifier):
    claim = replace(claims["S07"], value=float(value), qualifier=qualifier)
    found = claim_figure(catalog, claim)
    assert found.low <= value <= found.high
    assert found.low < found.high


def amount(catalog, claim, where, indicator_id, period):
    row = Check("S01", 1, "share", (where,), indicator_id, period, None, None)
    return case(catalog, claim, row).figure(where)


def test_sums_are_over_all_three_or_not_at_all(catalog, claims):
    own = claims["S01"]
    total = amount(catalog, own, "sum3", "va_industry", "2022")
    assert (total.value, total.text, total.name) == (25334.1, "25,334.1", "三地合计工业增加值")
    assert amount(catalog, own, "sum3", "pm25", "2022") is None  # 河北 was not published
    assert amount(catalog, own, "sum3", "va_industry", "1999") is None


def test_several_years_are_added_up(catalog, claims):
    found = amount(catalog, claims["S07"], "000000", "little_giants_batch", "2019/2022")
    assert (found.value, found.name) == (9285, "2019—2022 年全国当批专精特新“小巨人”企业之和")
    assert amount(catalog, claims["S07"], "000000", "little_giants_batch", "2018/2022") is None


def test_the_national_sum_says_over_how_many_provinces(catalog, claims):
    found = amount(catalog, claims["S04"], "sum31", "va_industry", "2022")
    assert (found.value, found.name) == (380648.9, "31 个省（区、市）合计工业增加值")
    assert amount(catalog, claims["S04"], "sum31", "va_industry", "2013") is None
    assert amount(catalog, claims["S04"], "sum31", "pm25", "2022") is None


def test_a_published_bound_keeps_its_qualifier(catalog, claims):
    found = amount(catalog, claims["S16"], "JJJ", "jjj_cross_branches_year", "2022")
    assert found.text == "约\u20098,200"
