"""The part of the nation in one year, by hand, and where it is not computed."""

import pytest

from analysis.series.nation import nation_share, other_share


@pytest.fixture(scope="module")
def nation_share_of(catalog, topic_of):
    def build(indicator_id, year, *slugs):
        return nation_share(catalog, topic_of(indicator_id, *slugs), year)

    return build


def test_the_part_of_the_nation_is_of_the_three_whatever_is_chosen(nation_share_of):
    part, formula = nation_share_of("rd_expenditure", 2024)
    assert part == pytest.approx(4866.8 / 36326.8 * 100)
    assert formula == "占全国 = 三地合计 ÷ 全国"
    assert nation_share_of("rd_expenditure", 2024, "beijing") == (part, formula)


def test_the_denominator_is_the_published_figure_of_the_nation_where_there_is_one(
    nation_share_of, catalog, topic_of
):
    part, formula = nation_share_of("gdp", 2024)
    assert part == pytest.approx(115049.6 / 1349083.5 * 100)  # 8.5, the number everybody knows
    assert formula == "占全国 = 三地合计 ÷ 全国"
    # the provinces make 1337605.8 together: 8.6, and why
    assert other_share(catalog, topic_of("gdp"), 2024) == (
        "按 31 个省（区、市）合计计算为 8.6%，全国数与各省（区、市）之和分别核算，不完全相等"
    )
    assert nation_share_of("software_revenue", 2024)[0] == pytest.approx(
        35463.96 / 1372.76, abs=0.01
    )
    assert other_share(catalog, topic_of("rd_expenditure"), 2024) == ""


def test_without_one_it_is_the_sum_of_the_provinces(nation_share_of):
    part, formula = nation_share_of("gdp", 2010)
    assert part == pytest.approx(40663.0 / 421349.5 * 100, rel=0.1)
    assert formula == "占全国 = 三地合计 ÷ 31 个省（区、市）合计"


def test_a_sum_of_local_governments_is_not_called_the_nation(nation_share_of):
    assert nation_share_of("fiscal_expenditure", 2023)[1] == (
        "占全国地方合计 = 三地合计 ÷ 全国地方合计"
    )


@pytest.mark.parametrize(
    ("indicator_id", "year", "why"),
    [
        ("gdp_v4", 2022, "the row allows no denominator"),
        ("disposable_income", 2024, "incomes do not add up"),
        ("hitech_mfg_revenue", 2017, "nothing was published"),
        ("national_clusters", 2024, "only the three together were published"),
    ],
)
def test_no_part_of_the_nation_is_computed_where_it_would_not_be_honest(
    nation_share_of, indicator_id, year, why
):
    assert nation_share_of(indicator_id, year) is None, why
