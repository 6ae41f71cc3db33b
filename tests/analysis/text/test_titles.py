"""Titles of charts: what they say of every year, and whom they rank."""

from dataclasses import replace

import pytest

from analysis.series.selection import selection
from analysis.text import titles


@pytest.fixture(scope="module")
def drawn(catalog, view_of):
    """The title of a trend of made-up values: region code to values from 2018 on."""

    def build(rows, indicator_id="rd_expenditure", breaks=(), **span):
        slugs = [r.slug for r in catalog.provinces if r.region_code in rows]
        topic = selection(catalog, view_of(indicator_id, *slugs, start=2018, **span), indicator_id)
        columns: dict[str, dict[int, float]] = {code: {} for code in topic.columns}
        for code, values in rows.items():
            columns[code] = {2018 + n: v for n, v in enumerate(values) if v is not None}
        return titles.trend_title(replace(topic, columns=columns, breaks=breaks))

    return build


BJ, TJ, HB = "110000", "120000", "130000"


def test_a_rise_is_said_only_where_every_year_rose(drawn):
    assert drawn({BJ: [1, 2, 3], TJ: [1, 2, 3], HB: [5, 6, 7]}) == (
        "R&D经费内部支出：2018—2020 年三地均逐年增长"
    )
    # Beijing fell in between: only the ends are compared
    assert drawn({BJ: [1, 3, 2], TJ: [1, 2, 3], HB: [5, 6, 7]}) == (
        "R&D经费内部支出：2020 年三地均高于 2018 年"
    )
    # and a missing year may have been anything
    assert drawn({BJ: [1, None, 3]}) == "R&D经费内部支出：2020 年北京高于 2018 年"
    assert drawn({BJ: [3, 2, 1], HB: [3, 2, 1]}).endswith("2018—2020 年两地均逐年下降")


def test_of_one_region_the_years_of_turning_are_named(drawn):
    assert drawn({BJ: [1, 3, 2, 4]}).endswith("2018—2021 年北京波动增长（2020 年下降）")
    assert drawn({BJ: [9, 3, 4, 2]}).endswith("2018—2021 年北京波动下降（2020 年增长）")
    assert drawn({BJ: [1, 3, 2, 4, 3, 5, 4, 6]}).endswith("波动增长（其间 3 年下降）")


def test_rates_rise_and_quantities_grow(drawn):
    assert drawn({BJ: [1, 2, 3]}, "urbanization_rate").endswith("北京逐年上升")
    assert drawn({BJ: [1, 2, 3]}).endswith("北京逐年增长")


def test_what_rounds_alike_is_alike(drawn):
    assert drawn({BJ: [1.04, 1.02, 1.03]}) == "R&D经费内部支出：2020 年北京与 2018 年持平"


def test_a_missing_region_is_named_and_nobody_is_ranked(topic_of):
    topic = topic_of("disposable_income")
    assert titles.comparison_title(topic, 2024, {"北京": 9.0, "河北": 3.0}) == (
        "居民人均可支配收入，2024 年（不含天津）"
    )


def test_percentages_differ_by_points_and_are_no_multiples(topic_of):
    values = {"北京": 6.58, "天津": 3.44, "河北": 2.04}
    assert titles.comparison_title(topic_of("rd_intensity"), 2024, values) == (
        "2024 年R&D经费投入强度：北京比河北高 4.54 个百分点"
    )
    alike = dict.fromkeys(values, 2.0)
    assert titles.comparison_title(topic_of("rd_intensity"), 2024, alike) == (
        "R&D经费投入强度，2024 年"
    )


def test_a_suspect_value_is_not_ranked(catalog, view_of):
    doubtful = replace(catalog, suspects={("rd_expenditure", HB, 2024): "存疑"})
    topic = selection(doubtful, view_of("rd_expenditure"), "rd_expenditure")
    values = {"北京": 9.0, "天津": 4.0, "河北": 3.0}
    assert titles.comparison_title(topic, 2024, values) == "R&D经费内部支出，2024 年"


def test_the_title_of_a_trend_says_how_the_regions_moved(topic_of):
    assert titles.trend_title(topic_of("gdp")) == "地区生产总值：2010—2024 年三地均逐年增长"
    assert titles.trend_title(topic_of("gdp", "beijing", "hebei")).endswith("两地均逐年增长")
    assert titles.trend_title(topic_of("gdp", "beijing")).endswith("年北京逐年增长")


def test_the_title_of_a_trend_says_who_moved_otherwise(topic_of):
    # 2022 to 2024: 5552.13 to 6735.39, 620.88 to 591.14, 61.08 to 64.19
    assert titles.trend_title(topic_of("software_products_revenue")) == (
        "软件产品收入：2024 年北京、河北高于 2022 年，天津低于 2022 年"
    )


def test_the_title_of_a_trend_stays_within_the_last_unbroken_stretch(topic_of):
    assert "三地均低于 2020 年" in titles.trend_title(topic_of("so2_emissions"))
    assert "2016—2019 年三地均逐年下降" in titles.trend_title(topic_of("so2_emissions", end=2019))
    # 2023 | 2024: one year after the break moves nowhere
    assert titles.trend_title(topic_of("rd_intensity")) == "R&D经费投入强度"


def test_the_title_of_a_trend_uses_only_years_that_all_regions_have(topic_of):
    # Beijing goes on to 2024, all three have 2020 and 2023 only
    assert titles.trend_title(topic_of("pm25")) == "PM2.5年均浓度：2023 年三地均低于 2020 年"


def test_an_index_that_starts_anew_each_year_moves_nowhere(topic_of):
    assert titles.trend_title(topic_of("gdp_index_prev100")) == "地区生产总值增长（不变价）"
