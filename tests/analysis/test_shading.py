"""The Shading: what colours the map, the same whatever the filter."""

import pytest

from analysis.shading import shading


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
    assert shown.caption.endswith("没有分地区数值，不着色")
    assert (shown.low, shown.high) == ("", "")


def test_the_value_of_the_three_colours_no_region(shading_of):
    assert shading_of("little_giants", start=2022, end=2022).values == {}
