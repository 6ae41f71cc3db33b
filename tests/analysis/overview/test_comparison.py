"""The Comparison: the regions side by side in one year, with shares where they hold."""

import re

import pytest

from analysis.overview.comparison import comparison
from analysis.series.quantities import number


@pytest.fixture(scope="module")
def comparison_of(catalog, topic_of):
    def build(indicator_id, *slugs, start=2010, end=2024):
        return comparison(catalog, topic_of(indicator_id, *slugs, start=start, end=end), end)

    return build


def texts(shown):
    return [bar.text for bar in shown.bars]


def test_each_region_has_a_bar_with_its_part_of_the_three(comparison_of):
    # 3278.4, 620.6 and 967.8 of 4866.8
    shown = comparison_of("rd_expenditure")
    assert [bar.quantity.text for bar in shown.bars] == [
        "3,278.4\u2009亿元",
        "620.6\u2009亿元",
        "967.8\u2009亿元",
    ]
    assert [bar.value for bar in shown.bars] == [3278.4, 620.6, 967.8]
    assert [number(bar.share, 1) for bar in shown.bars] == ["67.4", "12.8", "19.9"]
    assert sum(bar.share for bar in shown.bars) == pytest.approx(100)
    assert (shown.year, shown.absence) == (2024, "")


def test_the_phrase_beside_a_bar_holds_value_and_part(comparison_of):
    assert re.fullmatch("967.8\u2009亿元 · .*19.9%", comparison_of("rd_expenditure").bars[2].text)
    assert comparison_of("disposable_income").bars[2].text == "34,665\u2009元"


def test_the_part_stays_a_part_of_the_three_whatever_is_chosen(comparison_of):
    (bar,) = comparison_of("rd_expenditure", "hebei").bars
    assert (bar.quantity.text, number(bar.share, 1)) == ("967.8\u2009亿元", "19.9")


def test_a_part_that_is_there_is_never_nothing(comparison_of):
    texts = {bar.slug: bar.text for bar in comparison_of("co2_steel").bars}
    assert texts["beijing"].endswith(" · 不足 0.1%")
    assert not texts["beijing"].startswith("0")


def test_the_title_names_the_largest_part(comparison_of):
    assert comparison_of("rd_expenditure").title == "2024 年北京占三地R&D经费内部支出的 67.4%"
    assert comparison_of("so2_emissions").title == "二氧化硫排放量，2024 年"


def test_where_parts_mean_nothing_the_title_is_a_multiple(comparison_of):
    shown = comparison_of("disposable_income")
    assert shown.title == "2024 年居民人均可支配收入：北京是河北的 2.5 倍"  # 85,415 / 34,665
    assert [bar.share for bar in shown.bars] == [None] * 3


def test_indices_and_growth_rates_are_not_divided(comparison_of):
    for indicator_id in ("gdp_index_prev100", "cpi_prev100", "energy_intensity_change"):
        assert "倍" not in comparison_of(indicator_id).title


def test_the_part_of_the_nation_is_of_the_same_vintage(comparison_of):
    # 115,049.6 of the nation's 1,349,083.5; of the 31 provinces' 1,337,605.8 it is 8.6
    formula = comparison_of("gdp").formula
    assert "三地占全国 = 三地合计 ÷ 全国 = 8.5%（按 31 个省（区、市）合计计算为 8.6%，" in formula
    assert "占三地 = 各地 ÷ 三地合计" in formula


def test_the_part_of_the_nation_is_of_the_nation_where_it_may_be(comparison_of):
    # 4866.8 of 36,326.8
    assert "三地占全国 = 三地合计 ÷ 全国 = 13.4%" in comparison_of("rd_expenditure").formula


def test_a_sum_over_30_provinces_is_called_so(comparison_of):
    # 35,463.96 of 137,276; of 136,509.29 without Tibet it is 26.0
    found = comparison_of("software_revenue").formula
    assert "= 25.8%（按 30 个省（区、市）合计计算为 26.0%，" in found
    # 5422.87 + 1007.85 + 184.466 of 42,871.37, with Tibet
    early = comparison_of("software_revenue", end=2015).formula
    assert "三地合计 ÷ 31 个省（区、市）合计 = 15.4%" in early


def test_parts_that_do_not_add_up_as_shown_are_said_to_be_rounded(comparison_of):
    note = "因四舍五入，分项与合计可能略有出入。"
    assert comparison_of("rd_expenditure").formula.endswith(note)  # 67.4 + 12.8 + 19.9 = 100.1
    assert note not in comparison_of("gdp").formula  # 43.2 + 15.6 + 41.2 = 100.0


def test_without_anything_computed_there_is_no_formula(comparison_of):
    assert comparison_of("disposable_income").formula == ""
    assert comparison_of("product_quality_pass").formula == ""


def test_no_region_has_a_part_while_one_is_missing(comparison_of):
    shown = comparison_of("energy_consumption", start=2019)  # Hebei ends in 2018
    assert [bar.share for bar in shown.bars] == [None] * 3
    assert shown.formula == ""
    assert shown.bars[2].text == "本站未收录"
    assert shown.bars[2].value is None


def test_the_subtitle_says_that_a_later_year_was_not_published(comparison_of):
    shown = comparison_of("hitech_mfg_enterprises")
    assert shown.year == 2023
    assert shown.subtitle.startswith("家，2023 年（2024 年本站未收录）")
    two_years = comparison_of("madrid_tm_apps").subtitle
    assert two_years.startswith("件，2022 年（2023—2024 年本站未收录）")
    assert comparison_of("gdp").subtitle.startswith("亿元，2024 年")
    assert "公布" not in comparison_of("gdp").subtitle


def test_the_subtitle_says_that_a_later_year_is_not_complete_yet(comparison_of):
    assert comparison_of("pm25").subtitle == "微克/立方米，2023 年（2024 年尚未齐全）"
    assert comparison_of("pm25", "beijing").subtitle == "微克/立方米，2024 年"


def test_what_was_only_published_for_the_three_has_one_bar(comparison_of):
    shown = comparison_of("little_giants", "beijing")
    assert [(bar.slug, bar.label, bar.text) for bar in shown.bars] == [
        ("jjj", "三地", "1,100\u2009多家")
    ]
    assert shown.table.rows == (("三地", "1,100多"),)


def test_what_was_only_published_for_the_nation_has_one_bar(comparison_of):
    assert [(bar.slug, bar.text) for bar in comparison_of("product_quality_pass").bars] == [
        ("nation", "93.93%")
    ]


def test_a_region_without_a_value_has_an_empty_bar(comparison_of):
    shown = comparison_of("capital_to_tianjin")
    assert texts(shown) == ["本站未收录", "1,989.4\u2009亿元", "本站未收录"]
    assert [bar.value for bar in shown.bars] == [None, 1989.4, None]


def test_bars_stand_in_the_unit_that_is_shown(comparison_of):
    shown = comparison_of("valid_design_patents")
    assert [bar.value for bar in shown.bars] == pytest.approx([12.7062, 2.2815, 7.5505])
    assert shown.bars[0].text.startswith("12.71\u2009万件")
    assert shown.subtitle.startswith("万件")


def test_the_table_holds_the_same_numbers(comparison_of):
    table = comparison_of("rd_expenditure").table
    assert table.caption == "R&D经费内部支出，2024 年"
    assert table.columns == ("地区", "数值（亿元）", "占三地（%，本站计算）")
    assert table.rows == (
        ("北京", "3,278.4", "67.4"),
        ("天津", "620.6", "12.8"),
        ("河北", "967.8", "19.9"),
    )
    assert comparison_of("pm25").table.columns == ("地区", "数值（微克/立方米）")


def test_an_empty_comparison_says_so(comparison_of):
    shown = comparison_of("product_quality_pass", end=2015)
    assert (shown.bars, shown.year, shown.table.rows) == ((), None, ())
    assert shown.absence == "所选年份的数值本站未收录。"
    assert shown.evidence.credit == "来源：无（本站未收录数值）"
