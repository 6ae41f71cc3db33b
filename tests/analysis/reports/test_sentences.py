"""Sentences by rules, against numbers worked out by hand from the published values, and what is
never said."""

import re
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.document.document import Sentence
from analysis.reports.sentences.paragraph import paragraph
from analysis.reports.sentences.said import Said, adverse, chosen, worst


@pytest.fixture(scope="module")
def said(catalog, view_of):
    """What is said of an indicator, by the name of the rule."""

    def build(name, *slugs, start=2014, end=2024, frame=""):
        found = paragraph(catalog, view_of(name, *slugs, start=start, end=end), frame)
        return {
            one.sentence.key.split(".")[1]: one.sentence.text.replace("\u2009", " ")
            for one in (found.said if found else ())
        }

    return build


def test_a_level_is_the_sum_and_its_change_since_the_base(said):
    # 2014: 1268.8 + 464.7 + 313.1 = 2046.6; 4866.8 / 2046.6 = 2.378
    assert said("rd_expenditure")["level"] == (
        "2024 年，三地R&D经费内部支出合计 4,866.8 亿元，比 2014 年增长 137.8%（按现价计算）。"
    )


def test_each_region_has_its_own_change_and_the_base_is_named_once(said):
    # 3278.4 / 1268.8 = 2.584, 620.6 / 464.7 = 1.335, 967.8 / 313.1 = 3.091
    assert said("rd_expenditure")["each"] == (
        "2024 年，北京R&D经费内部支出 3,278.4 亿元，比 2014 年增长 158.4%；"
        "天津 620.6 亿元，增长 33.5%；河北 967.8 亿元，增长 209.1%（均按现价计算）。"
    )


def test_shares_stand_with_their_change_in_points(said):
    # 67.36 - 62.00 = 5.37; 12.75 - 22.71 = -9.95; 19.89 - 15.30 = 4.59
    assert said("rd_expenditure")["share"] == (
        "2024 年，三地R&D经费内部支出中，北京占 67.4%，比 2014 年提高 5.4 个百分点；"
        "天津占 12.8%，下降 10.0 个百分点；河北占 19.9%，提高 4.6 个百分点。"
    )


def test_one_region_has_its_level_and_its_share(said):
    found = said("rd_expenditure", "hebei")
    assert found["level"] == (
        "2024 年，河北R&D经费内部支出 967.8 亿元，比 2014 年增长 209.1%（按现价计算）。"
    )
    assert found["share"].startswith("2024 年，三地R&D经费内部支出中，河北占 19.9%，比 2014 年提高")
    assert "each" not in found


def test_two_regions_are_named_and_never_called_three(said):
    # 3278.4 + 967.8 = 4246.2; 1268.8 + 313.1 = 1581.9; 4246.2 / 1581.9 = 2.684
    assert said("rd_expenditure", "beijing", "hebei")["level"] == (
        "2024 年，北京、河北R&D经费内部支出合计 4,246.2 亿元，比 2014 年增长 168.4%（按现价计算）。"
    )


def test_percentages_move_in_points_and_never_in_percent(said, catalog, view_of):
    found = said("urbanization_rate")
    assert re.search(r"上升 \d+\.\d\d 个百分点", found["level"])
    seen = 0
    for name, row in catalog.indicators.items():
        own = paragraph(catalog, view_of(name)) if row.unit_zh in ("%", "百分点") else None
        for one in own.said if own else ():
            assert not [cell for cell in one.sentence.cells if "÷" in cell.formula
                        and "年 ÷" in cell.formula], one.sentence  # fmt: skip
            seen += 1
    assert seen > 5


def test_nothing_is_compared_over_a_break_and_the_break_is_told(said):
    found = said("so2_emissions")
    # 14.44 / 17.37 = 0.831
    assert found["level"] == "2024 年，三地二氧化硫排放量合计 14.44 万吨，比 2020 年下降 16.9%。"
    assert found["break"] == "2016、2020 年口径调整，不与此前比较。"
    first = said("so2_emissions", end=2020)
    assert first["level"] == "2020 年，三地二氧化硫排放量合计 17.37 万吨。"
    assert "average" not in first
    assert "run" not in first


def test_a_value_in_doubt_is_told_and_not_compared(said):
    found = said("software_exports")
    assert "存疑" in found["doubt"]
    assert "share" not in found
    assert "比" not in found["level"]
    assert found["each"].split("；")[-1].startswith("河北")
    assert "增长" not in found["each"].split("；")[-1]


def test_a_qualifier_stays_with_its_number(said):
    assert "多家" in said("little_giants", end=2022)["level"]


def test_growth_at_constant_prices_stands_in_place_of_that_at_current_prices(said):
    found = said("gdp")
    assert found["real"].startswith("按不变价计算，2024 年北京地区生产总值比上年增长 ")
    assert "yearly" not in found


def test_rates_of_growth_are_told_in_words_and_their_rise_is_no_rise(said):
    found = said("fai_funds_growth")
    assert found == {
        "rates": "2024 年，固定资产投资到位资金增速：北京下降 4.7%，天津增长 1.1%，河北增长 9.9%。"
    }


def test_a_run_has_three_years_and_is_told_of_those_who_have_it(said):
    assert said("rd_expenditure")["run"] == (
        "截至 2024 年，三地R&D经费内部支出连续 10 年增长，北京、河北均连续 10 年增长"
        "（均按现价计算）。"
    )
    assert "run" not in said("rd_expenditure", start=2022)


def test_the_ratio_to_hebei_has_both_ends_in_one_stretch(said):
    assert said("disposable_income")["gap"] == (
        "以河北为 1，北京、天津、河北居民人均可支配收入之比由 2016 年的 2.66∶1.73∶1 "
        "变为 2024 年的 2.46∶1.55∶1。"
    )
    assert "gap" not in said("rd_expenditure")  # the size of a region plays a part
    assert "gap" not in said("disposable_income", "beijing", "hebei")


def test_what_is_late_says_which_year_stands_there(said):
    assert said("hitech_mfg_revenue")["late"] == "2024 年的数值本站未收录，所列为 2023 年数。"


def test_other_provinces_together_stand_beside_in_the_same_years(said):
    # 2014: 861.95 + 1652.82 + 907.85 + 393.61 = 3816.23
    # 2023: 2049.60 + 4212.29 + 2640.19 + 1264.74 = 10166.82; 10166.82 / 3816.23 = 2.664
    assert said("rd_expenditure", end=2023, frame="yangtze")["frame"] == (
        "2023 年，长三角R&D经费内部支出 10,166.8 亿元，比 2014 年增长 166.4%（按现价计算）。"
    )
    assert said("rd_expenditure", frame="yangtze")["frame"] == (
        "2024 年，长三角R&D经费内部支出的数值本站未收录。"
    )
    assert "frame" not in said("rd_expenditure")


def test_nothing_is_said_where_nobody_has_a_value(said):
    assert said("rd_expenditure", start=2000, end=2001) == {}


def told(key, rank, size=0.0, is_kept=False):
    return Said(Sentence(key, key), rank, size, is_kept)


def test_the_largest_adverse_move_is_first_and_what_must_be_said_is_kept():
    found = [told("level", 0), told("each", 1, 3.0), told("yearly", 2, 8.0), told("share", 3),
             told("run", 5), told("average", 6), told("break", 9, is_kept=True)]  # fmt: skip
    keys = [one.sentence.key for one in chosen(found)]
    assert keys == ["yearly", "each", "level", "share", "break"]
    assert worst(found) == 8.0
    assert worst([]) == 0.0


def test_as_many_as_are_asked_for_at_most():
    found = [told("late", 9, is_kept=True), told("level", 0), told("each", 1)]
    assert [one.sentence.key for one in chosen(found, 2)] == ["level", "late"]
    assert [one.sentence.key for one in chosen(found, 1)] == ["late"]


def test_an_adverse_move_is_against_what_is_wanted(catalog):
    better, worse = catalog.indicators["rd_expenditure"], catalog.indicators["so2_emissions"]
    assert adverse(better, 100, 50) == pytest.approx(100 * log(2))
    assert adverse(better, 50, 100) == 0
    assert adverse(worse, 50, 100) == pytest.approx(100 * log(2))
    assert adverse(catalog.indicators["population"], 100, 50) == 0
    assert adverse(better, 0, 50) == 0


@given(st.floats(0.01, 1e6), st.floats(0.01, 1e6))
def test_what_is_adverse_one_way_is_not_the_other_way(frozen, before, after):
    row = frozen.indicators["rd_expenditure"]
    one, other = adverse(row, before, after), adverse(row, after, before)
    assert min(one, other) == 0
    assert one + other == pytest.approx(abs(100 * log(after / before)), abs=1e-9)


def test_a_sentence_has_the_same_key_whatever_the_years(said, catalog, view_of):
    keys = [
        {one.sentence.key for one in paragraph(catalog, view_of("rd_expenditure", end=end)).said}
        for end in (2022, 2024)
    ]
    assert keys[0] == keys[1]


def test_the_texts_of_the_cells_stand_in_the_sentence_in_their_order(catalog, view_of):
    for name in catalog.indicators:
        found = paragraph(catalog, view_of(name))
        for one in found.said if found else ():
            at = 0
            for cell in one.sentence.cells:
                at = one.sentence.text.index(cell.text, at) + len(cell.text)
