"""The Shading: what colours the map, the same whatever the filter."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.maps.shading import shading, strengths
from analysis.text.periods import span_text


@pytest.fixture(scope="module")
def shading_of(catalog, topic_of):
    def build(indicator_id, *slugs, **years):
        return shading(catalog, topic_of(indicator_id, *slugs, **years))

    return build


def test_all_three_regions_are_coloured_by_the_latest_year(shading_of):
    shown = shading_of("rd_expenditure")
    assert shown.caption == "底色：2024 年R&D经费内部支出"
    assert shown.values == {"110000": 3278.4, "120000": 620.6, "130000": 967.8}
    assert shown.texts["120000"] == "天津 2024 年 620.6\u2009亿元"
    assert (shown.low, shown.high) == ("620.6\u2009亿元", "3,278.4\u2009亿元")


@pytest.mark.parametrize("slugs", [["beijing"], ["tianjin", "hebei"]])
def test_a_region_that_is_filtered_out_keeps_its_colour(shading_of, slugs):
    assert shading_of("rd_expenditure", *slugs).values == shading_of("rd_expenditure").values


def test_the_latest_complete_year_is_taken(shading_of):
    shown = shading_of("pm25")
    assert shown.caption == "底色：2023 年PM2.5年均浓度"
    assert shown.values == {"110000": 32, "120000": 41, "130000": 38.6}


def test_the_colours_follow_the_chosen_years(shading_of):
    assert shading_of("rd_expenditure", end=2013).values["130000"] == 281.9


def test_a_region_without_a_value_is_left_out(shading_of):
    shown = shading_of("capital_to_tianjin")
    assert (shown.values, list(shown.texts)) == ({"120000": 1989.4}, ["120000"])
    assert shown.low == shown.high == "1,989.4\u2009亿元"


@pytest.mark.parametrize("indicator_id", ["base_stations_5g", "product_quality_pass"])
def test_without_values_of_the_regions_nothing_is_coloured(shading_of, indicator_id):
    shown = shading_of(indicator_id)
    assert shown.values == shown.texts == {}
    assert shown.caption.endswith("的分地区数值本站未收录，不着色")
    assert (shown.low, shown.high) == ("", "")


def test_years_without_values_are_named_where_other_years_have_them(shading_of):
    name = "当年认定高新技术企业数"
    two = shading_of("hitech_firms_recognized", start=2016, end=2017)
    assert two.caption == f"{name} {span_text(2016, 2017)}的分地区数值本站未收录，不着色"
    one = shading_of("hitech_firms_recognized", start=2025, end=2025)
    assert one.caption == f"{name} 2025 年的分地区数值本站未收录，不着色"


def test_a_region_known_not_to_be_published_is_told_from_one_that_is_not_held(shading_of):
    assert "年的分地区数值未公布" in shading_of("fai_total", start=2018, end=2024).caption
    assert shading_of("capital_to_tianjin").absence == "本站未收录"


def test_the_value_of_the_three_colours_no_region(shading_of):
    assert shading_of("little_giants", start=2022, end=2022).values == {}


@given(st.dictionaries(st.sampled_from("abc"), st.integers(-(10**6), 10**6), min_size=1))
def test_strengths_keep_the_order_and_the_largest_has_the_strong_end(values):
    found = strengths(values)
    assert all(0 <= one <= 1 for one in found.values())
    assert found[max(values, key=values.__getitem__)] == 1
    in_order = sorted(values, key=values.__getitem__)
    assert all(found[a] <= found[b] for a, b in pairwise(in_order))


def test_the_scale_begins_at_zero_only_where_the_smallest_is_small():
    assert strengths({"a": 25.0, "b": 100.0}) == {"a": 0.25, "b": 1.0}
    assert strengths({"a": 50.0, "b": 100.0}) == {"a": 0.0, "b": 1.0}
    assert strengths({"a": -5.0, "b": 5.0}) == {"a": 0.0, "b": 1.0}
    assert strengths({}) == {}


def test_what_is_absent_and_the_sources_are_known(shading_of):
    shown = shading_of("capital_to_tianjin")
    assert shown.absent == ("北京", "河北")
    assert shown.sources
    assert shading_of("gdp").absent == ()
