"""The part of the nation in one year, by hand, and where it is not computed."""

import pytest

from analysis.series.ratios import nation_share


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


def test_the_denominator_is_the_sum_of_the_provinces_where_the_table_says_so(nation_share_of):
    part, formula = nation_share_of("gdp", 2024)
    assert part == pytest.approx(115049.6 / 1337605.8 * 100)
    assert formula == "占全国 = 三地合计 ÷ 31 省合计"
    assert nation_share_of("software_revenue", 2024)[1] == "占全国 = 三地合计 ÷ 30 省合计"


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
