"""Sentences made from the data, checked against numbers added by hand."""

import pytest

from analysis.series.selection import aggregate
from analysis.text import sentences


@pytest.fixture(scope="module")
def finding_of(catalog, topic_of):
    def build(indicator_id, *slugs, **years):
        topic = topic_of(indicator_id, *slugs, **years)
        found = sentences.finding(catalog, topic, aggregate(catalog, topic))
        return found.replace("\u2009", " ")

    return build


def test_years_are_written_as_a_range_or_as_one():
    assert sentences.years(2010, 2024) == "2010—2024"
    assert sentences.years(2024, 2024) == "2024"
    assert sentences.year_text(2024) == "2024 年"


def test_years_read_as_text():
    years = [2013, 2017, 2016, 2018, 2021, 2022]
    assert sentences.years_text(years) == "2013、2016—2018、2021、2022 年"


def test_the_filter_is_said_in_words(catalog, view_of, topic_of):
    def text(*slugs, **years):
        view, topic = view_of("gdp", *slugs, **years), topic_of("gdp", *slugs, **years)
        return sentences.filter_text(catalog, view, topic)

    assert text() == "总体经济 · 三地 · 2010—2024"
    assert text("tianjin", start=2020, end=2020) == "总体经济 · 天津 · 2020"
    assert text("beijing", "hebei") == "总体经济 · 北京、河北 · 2010—2024"


def test_the_finding_gives_total_multiple_and_leader(finding_of):
    # 4866.8 is 2.6 times 1185 + 428.1 + 281.9 = 1895; Beijing has 3278.4 of it
    assert finding_of("rd_expenditure") == (
        "2024 年三地R&D经费内部支出 4,866.8 亿元，是 2013 年的 2.6 倍（名义）；北京占 67.4%。"
    )


def test_the_finding_for_one_region_speaks_of_it_alone(finding_of):
    # 967.8 / 281.9 = 3.43
    assert finding_of("rd_expenditure", "hebei") == (
        "2024 年河北R&D经费内部支出 967.8 亿元，是 2013 年的 3.4 倍（名义）。"
    )


def test_a_finding_does_not_reach_back_over_a_break(finding_of):
    # 2019 | 2020: 14.44 against 17.37 of 2020, never against 2013 or 2019
    assert finding_of("so2_emissions") == (
        "2024 年三地二氧化硫排放量 14.44 万吨，比 2020 年减少 16.9%；河北占 95.0%。"
    )
    # in the first year after the break there is nothing to compare with
    assert finding_of("so2_emissions", end=2020) == (
        "2020 年三地二氧化硫排放量 17.37 万吨；河北占 93.1%。"
    )
    # 2015 | 2016: 30.66 against 59.35 of 2016
    assert finding_of("so2_emissions", end=2019) == (
        "2019 年三地二氧化硫排放量 30.66 万吨，比 2016 年减少 48.3%；河北占 93.6%。"
    )


def test_a_small_nominal_change_is_called_nominal(finding_of):
    # 35,463.96 after 25,847.28 in 2022, the first year of the new threshold
    assert "比 2022 年增加 37.2%（名义）" in finding_of("software_revenue")
    assert "比 2013 年增加 0.9%；" in finding_of("population")


def test_values_that_do_not_add_up_are_listed(finding_of):
    assert finding_of("disposable_income") == (
        "2024 年居民人均可支配收入：北京 85,415 元、天津 53,581 元、河北 34,665 元。"
    )


def test_a_listing_leaves_out_who_has_published_nothing(finding_of):
    assert finding_of("little_giants", "beijing", "tianjin") == (
        "2024 年国家级专精特新“小巨人”企业：天津 283 家。"
    )


def test_the_published_value_of_the_three_keeps_its_qualifier(finding_of):
    assert finding_of("little_giants") == "2022 年京津冀国家级专精特新“小巨人”企业 1,100 多家。"
    assert finding_of("little_giants", "beijing") == (
        "2022 年国家级专精特新“小巨人”企业：三地 1,100 多家。"
    )


def test_a_ratio_of_the_three_is_written_as_a_number(finding_of):
    assert finding_of("gdp_per_capita").startswith("2024 年三地人均地区生产总值 105,309 元/人")


def test_a_finding_says_when_there_is_nothing(finding_of):
    assert finding_of("product_quality_pass", end=2015) == (
        "制造业产品质量合格率在所选年份的数值本站未收录。"
    )


def test_the_title_of_a_trend_says_how_the_regions_moved(topic_of):
    assert sentences.trend_title(topic_of("gdp")) == "地区生产总值：2010—2024 年三地都上升"
    assert sentences.trend_title(topic_of("gdp", "beijing", "hebei")).endswith("两地都上升")
    assert sentences.trend_title(topic_of("gdp", "beijing")).endswith("年北京上升")


def test_the_title_of_a_trend_says_who_moved_otherwise(topic_of):
    # 2022 to 2024: 5552.13 to 6735.39, 620.88 to 591.14, 61.08 to 64.19
    assert sentences.trend_title(topic_of("software_products_revenue")) == (
        "软件产品收入：2022—2024 年北京、河北上升，天津下降"
    )


def test_the_title_of_a_trend_stays_within_the_last_unbroken_stretch(topic_of):
    assert "2020—2024 年" in sentences.trend_title(topic_of("so2_emissions"))
    assert "2016—2019 年" in sentences.trend_title(topic_of("so2_emissions", end=2019))
    # 2023 | 2024: one year after the break moves nowhere
    assert sentences.trend_title(topic_of("rd_intensity")) == "R&D经费投入强度"


def test_the_title_of_a_trend_uses_only_years_that_all_regions_have(topic_of):
    # Beijing goes on to 2024, all three have 2020 and 2023 only
    assert sentences.trend_title(topic_of("pm25")) == "PM2.5年均浓度：2020—2023 年三地都下降"


def test_an_index_that_starts_anew_each_year_moves_nowhere(topic_of):
    assert sentences.trend_title(topic_of("gdp_index_prev100")) == "生产总值指数（上年=100）"
