"""Sentences made from the data, checked against numbers added by hand."""

from dataclasses import replace

import pytest

from analysis.series.selection import aggregate, selection
from analysis.text import sentences


@pytest.fixture(scope="module")
def finding_of(catalog, topic_of):
    def build(indicator_id, *slugs, **years):
        topic = topic_of(indicator_id, *slugs, **years)
        found = sentences.finding(catalog, topic, aggregate(catalog, topic))
        return found.replace("\u2009", " ")

    return build


def test_the_filter_is_said_in_words(catalog, view_of, topic_of):
    def text(*slugs, **years):
        view, topic = view_of("gdp", *slugs, **years), topic_of("gdp", *slugs, **years)
        return sentences.filter_text(catalog, view, topic)

    assert text() == "总体经济 · 三地 · 2010—2024 年"
    assert text("tianjin", start=2020, end=2020) == "总体经济 · 天津 · 2020 年"
    assert text("beijing", "hebei") == "总体经济 · 北京、河北 · 2010—2024 年"


def test_the_finding_gives_total_multiple_and_leader(finding_of):
    # 4866.8 is 2.6 times 1185 + 428.1 + 281.9 = 1895; Beijing has 3278.4 of it
    assert finding_of("rd_expenditure") == (
        "2024 年三地R&D经费内部支出 4,866.8 亿元，为 2013 年的 2.6 倍（按现价计算）；北京占 67.4%。"
    )


def test_rates_of_growth_below_zero_are_told_in_words(finding_of):
    assert finding_of("fai_funds_growth") == (
        "2024 年固定资产投资到位资金增速：北京下降 4.7%、天津增长 1.1%、河北增长 9.9%。"
    )
    # a name that says growth needs no words where all grew
    assert "北京 5.1%、天津 4.9%" in finding_of("gdp_index_prev100")


def test_the_finding_for_one_region_speaks_of_it_alone(finding_of):
    # 967.8 / 281.9 = 3.43
    assert finding_of("rd_expenditure", "hebei") == (
        "2024 年河北R&D经费内部支出 967.8 亿元，为 2013 年的 3.4 倍（按现价计算）。"
    )


def test_a_finding_does_not_reach_back_over_a_break(finding_of):
    # 2019 | 2020: 14.44 against 17.37 of 2020, never against 2013 or 2019
    assert finding_of("so2_emissions") == (
        "2024 年三地二氧化硫排放量 14.44 万吨，比 2020 年下降 16.9%。"
    )
    # in the first year after the break there is nothing to compare with
    assert finding_of("so2_emissions", end=2020) == ("2020 年三地二氧化硫排放量 17.37 万吨。")
    # 2015 | 2016: 30.66 against 59.35 of 2016
    assert finding_of("so2_emissions", end=2019) == (
        "2019 年三地二氧化硫排放量 30.66 万吨，比 2016 年下降 48.3%。"
    )


def test_a_small_nominal_change_is_called_nominal(finding_of):
    # 35,463.96 after 25,847.28 in 2022, the first year of the new threshold
    assert "比 2022 年增长 37.2%（按现价计算）" in finding_of("software_revenue")
    assert "比 2013 年增长 0.9%；" in finding_of("population")


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
    assert finding_of("gdp_per_capita").startswith("2024 年三地人均地区生产总值 105,222 元/人")


def test_a_finding_says_when_there_is_nothing(finding_of):
    assert finding_of("product_quality_pass", end=2015) == (
        "制造业产品质量合格率在所选年份的数值本站未收录。"
    )


def test_a_change_that_rounds_to_nothing_is_none(finding_of):
    # 0.1097 after 0.1097: neither a rise nor a fall of 0.0 %
    assert finding_of("so2_emissions", "beijing", start=2022) == (
        "2024 年北京二氧化硫排放量 0.11 万吨，与 2022 年持平。"
    )


def test_real_growth_stands_before_the_nominal_multiple(finding_of):
    # 100 is subtracted from the published indices 105.1, 104.9 and 105.4
    assert finding_of("gdp").startswith(
        "2024 年三地地区生产总值 115,049.6 亿元，三地分别比上年增长 5.1%、4.9%、5.4%（不变价），"
        "为 2013 年的 2.0 倍（按现价计算）；"
    )
    assert "，比上年增长 4.9%（不变价），" in finding_of("gdp", "tianjin")


def test_nothing_is_compared_with_a_suspect_value(catalog, view_of):
    doubtful = replace(catalog, suspects={("rd_expenditure", "130000", 2024): "存疑"})
    topic = selection(doubtful, view_of("rd_expenditure"), "rd_expenditure")
    found = sentences.finding(doubtful, topic, aggregate(doubtful, topic))
    assert found.replace("\u2009", " ") == "2024 年三地R&D经费内部支出 4,866.8 亿元。"
