"""Gaps: ratios by hand, verdicts as a reader comes to them, and what is not compared."""

from dataclasses import replace
from math import isclose
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coordination.gap_sentences import sentence, sentences
from analysis.coordination.gaps import (
    LACKING,
    LEVEL,
    NARROWER,
    WIDER,
    Gap,
    crossing,
    distance,
    gaps,
    pair_name,
    verdict,
)
from analysis.coordination.measured import measured
from data.model.catalog import Break
from data.model.periods import ANNUAL, frequency
from tests.edited import edited

BJ, TJ, HB = "110000", "120000", "130000"
RATIO = st.floats(0.02, 50)


def gap_of(found, measure, slug):
    return next(
        gap
        for row in found.rows
        for gap in row.gaps
        if row.measure.measure == measure and gap.region.slug == slug
    )


@pytest.fixture(scope="module")
def found(catalog):
    return gaps(catalog, "hebei", 2014, 2024)


def test_gdp_per_head_is_divided_by_the_mean_of_two_year_ends(found, published):
    gap = gap_of(found, "gdp_per_head", "beijing")
    for end in (gap.first, gap.last):
        own, base = (
            published["gdp", code, end.year]
            / (
                published["population", code, end.year]
                + published["population", code, end.year - 1]
            )
            for code in (BJ, HB)
        )
        assert isclose(end.ratio, float(own / base))
    assert (gap.first.year, gap.last.year) == (2014, 2024)
    assert (gap.first.text, gap.last.text, gap.verdict) == ("3.13", "3.54", WIDER)


def test_a_share_of_gdp_is_of_the_same_year_and_vintage(found, published):
    gap = gap_of(found, "rd_intensity", "tianjin")
    own, base = (
        published["rd_expenditure", code, 2014] / published["gdp", code, 2014] for code in (TJ, HB)
    )
    assert isclose(gap.first.ratio, float(own / base))
    assert (gap.first.text, gap.verdict) == ("3.54", NARROWER)


def test_what_is_published_is_taken_as_it_is(found, published):
    gap = gap_of(found, "urbanization", "beijing")
    own, base = (published["urbanization_rate", code, 2014] for code in (BJ, HB))
    assert isclose(gap.first.ratio, float(own / base))


def test_a_series_that_begins_later_has_its_own_years(found):
    gap = gap_of(found, "income", "beijing")
    assert (gap.first.year, gap.last.year) == (2016, 2024)
    assert (gap.first.text, gap.last.text, gap.verdict) == ("2.66", "2.46", NARROWER)


def test_who_overtook_is_said_and_the_gap_is_the_distance_from_one(found):
    gap = gap_of(found, "broadband", "tianjin")
    assert (gap.first.text, gap.last.text) == ("0.92", "1.54")
    assert (gap.verdict, gap.crossing) == (WIDER, "天津由低于河北转为高于河北")


def test_the_range_is_the_one_asked_for(catalog):
    gap = gap_of(gaps(catalog, "hebei", 2017, 2020), "gdp_per_head", "beijing")
    assert (gap.first.year, gap.last.year) == (2017, 2020)


def test_another_reference_turns_the_ratio_over(catalog, found):
    other = gap_of(gaps(catalog, "beijing", 2014, 2024), "gdp_per_head", "hebei")
    own = gap_of(found, "gdp_per_head", "beijing")
    assert isclose(other.first.ratio * own.first.ratio, 1)
    assert other.verdict == own.verdict
    assert [r.slug for r in gaps(catalog, "tianjin", 2014, 2024).others] == ["hebei", "beijing"]


def test_an_unknown_reference_is_refused(catalog):
    with pytest.raises(KeyError):
        gaps(catalog, "shanghai", 2014, 2024)


def with_break(catalog, name, before, after):
    cuts = (*catalog.breaks.get(name, ()), Break(name, before, after, "测试口径"))
    return replace(catalog, breaks=MappingProxyType({**catalog.breaks, name: cuts}))


@pytest.mark.parametrize("name", ["fiscal_expenditure", "population"])
def test_a_break_of_numerator_or_denominator_is_not_compared_across(catalog, name):
    cut = with_break(catalog, name, 2018, 2019)
    gap = gap_of(gaps(cut, "hebei", 2014, 2024), "fiscal_per_head", "beijing")
    assert (gap.first, gap.verdict, gap.detail) == (None, "", "测试口径")
    assert gap.reason == "2014—2024 年间口径调整，不比较" and gap.last.year == 2024
    before = gap_of(gaps(cut, "hebei", 2014, 2018), "fiscal_per_head", "beijing")
    assert before.verdict


def test_no_mean_of_two_years_is_taken_across_a_break(catalog):
    cut = with_break(catalog, "population", 2018, 2019)
    values = measured(cut, cut.gap_measures[0]).values
    assert 2019 not in values[BJ] and {2018, 2020} <= set(values[BJ])


def test_a_suspect_value_is_not_compared_with(catalog):
    doubted = replace(
        catalog,
        suspects=MappingProxyType({**catalog.suspects, ("fiscal_expenditure", BJ, 2014): "疑"}),
    )
    found = gaps(doubted, "hebei", 2014, 2024)
    assert gap_of(found, "fiscal_per_head", "beijing").first.year == 2015
    assert gap_of(found, "fiscal_per_head", "tianjin").first.year == 2014


def test_a_single_common_year_is_shown_and_not_compared(catalog):
    gap = gap_of(gaps(catalog, "hebei", 2024, 2024), "income", "beijing")
    assert (gap.first, gap.last.text, gap.verdict) == (None, "2.46", "")
    assert "只有 2024 年" in gap.reason


def test_without_a_common_year_that_is_said(catalog):
    gap = gap_of(gaps(catalog, "hebei", 2014, 2015), "income", "beijing")
    assert (gap.first, gap.last) == (None, None) and "本站未收录" in gap.reason


def test_an_edition_without_measures_says_so(catalog):
    assert gaps(replace(catalog, gap_measures=()), "hebei", 2014, 2024).lacking == LACKING


def test_a_later_year_changes_no_earlier_value(catalog):
    years = [y for y in catalog.panels["fiscal_expenditure"].index if frequency(int(y)) == ANNUAL]
    later = edited(
        catalog, {("fiscal_expenditure", code, int(max(years))): 1e6 for code in (BJ, HB)}
    )
    one, other = (
        gap_of(gaps(c, "hebei", 2014, 2020), "fiscal_per_head", "beijing") for c in (catalog, later)
    )
    assert one == other


@given(RATIO, RATIO)
def test_a_verdict_is_the_same_seen_from_the_other_side(first, last):
    """Of what is printed: 0.5 as far from 1 as 2.0, and nothing by more digits than these."""
    printed = [round(one, 2) for one in (first, last)]
    word = verdict(*printed)
    if printed[0] == printed[1]:
        assert word == LEVEL
    assert {verdict(printed[1], printed[0]), word} in ({LEVEL}, {WIDER, NARROWER})


@pytest.mark.parametrize(
    ("first", "last", "word"),
    [(2.0, 2.004, LEVEL), (2.0, 2.006, WIDER), (0.5, 0.4, WIDER), (0.5, 0.6, NARROWER),
     (0.5, 2.0, LEVEL), (0.92, 1.54, WIDER), (1.8, 0.9, NARROWER), (1.0, 1.0, LEVEL),
     (1.0, 1.01, WIDER)],
)  # fmt: skip
def test_verdicts_by_hand(first, last, word):
    assert verdict(first, last) == word


@given(RATIO)
def test_a_distance_is_never_below_one(ratio):
    assert distance(ratio) >= 1


def test_who_only_comes_level_does_not_overtake():
    assert crossing(0.9, 1.0, "甲", "乙") == ""
    assert crossing(1.3, 0.999, "甲", "乙") == ""
    assert crossing(1.3, 0.9, "甲", "乙") == "甲由高于乙转为低于乙"


def test_the_sentences_name_both_directions(found):
    one, other = sentences(found)
    assert one == (
        "2014 年以来，京冀在居民收入、研发投入、财政支出、宽带端口、城镇化上的差距缩小"
        "（其中居民收入自 2016 年）；人均地区生产总值的差距由 3.13 倍扩大到 3.54 倍。"
    )
    assert "宽带端口天津与河北之比由 0.92 变为 1.54，天津由低于河北转为高于河北，差距扩大" in other
    assert "津冀在人均地区生产总值、居民收入（" not in other and other.startswith(
        "2014 年以来，津冀在"
    )


def test_a_range_that_ends_before_the_newest_year_says_both_its_ends(catalog):
    assert sentences(gaps(catalog, "hebei", 2014, 2020))[0].startswith("2014—2020 年，京冀在")


@pytest.fixture(scope="module")
def gap(found):
    return gap_of(found, "gdp_per_head", "beijing")


def test_one_direction_alone_says_that_there_is_no_other(found, gap):
    assert sentence([gap], True) == (
        "2014 年以来，京冀没有差距缩小的项目；人均地区生产总值的差距由 3.13 倍扩大到 3.54 倍。"
    )
    nearer = gap_of(found, "urbanization", "beijing")
    assert sentence([nearer], True) == (
        "2014 年以来，京冀在城镇化上的差距缩小；没有差距扩大的项目。"
    )


def test_what_is_level_and_what_is_not_compared_are_named(gap):
    level = replace(gap, verdict=LEVEL)
    untold = replace(gap, verdict="", reason="口径调整，不比较")
    assert sentence([level, untold], True).endswith(
        "人均地区生产总值的差距持平；人均地区生产总值：口径调整，不比较。"
    )
    assert sentence([untold], True) == "京冀没有可以比较的指标。"
    assert sentence([], True) == ""


def test_a_pair_has_one_name(catalog):
    slugs = {region.slug: region for region in catalog.provinces}
    assert pair_name(slugs["hebei"], slugs["beijing"]) == "京冀"
    assert pair_name(slugs["tianjin"], slugs["hebei"]) == "津冀"
    assert isinstance(gaps(catalog, "hebei", 2014, 2024).of(slugs["beijing"])[0], Gap)
