"""First figures are called so: in the edition 2023 of the old vintage of the regional product."""

import pytest

from analysis.overview.summary import summary
from analysis.series.selection import selection
from analysis.text.provisional import all_first, dated, in_words, remark, row_year, word

OLD = "gdp_v4"


@pytest.fixture
def topic(catalog, view_of):
    return selection(catalog, view_of(OLD), OLD)


@pytest.mark.parametrize("name, said", [(OLD, "初步核算"), ("ind_profit", "初步统计")])
def test_accounts_are_reckoned_and_other_figures_counted(catalog, name, said):
    assert word(catalog.indicators[name]) == said


def test_a_sentence_has_the_word_and_no_mark(catalog, topic):
    assert in_words(catalog, topic.indicator, "3 亿元（初）") == "3 亿元（初步核算）"
    assert in_words(catalog, topic.indicator, "3 亿元（估）") == "3 亿元（估）"


@pytest.mark.parametrize("year, when, aside", [
    (2022, "2022 年", ""), (2023, "2023 年（初步核算）", "（2023 年为初步核算数）"),
])  # fmt: skip
def test_a_year_says_whether_its_values_are_first_figures(topic, year, when, aside):
    codes = topic.scope.codes
    assert dated(topic, codes, year) == when
    assert remark(topic, codes, year) == aside


def test_everything_over_the_charts_says_it(catalog, view_of):
    found = summary(catalog, view_of(OLD))
    assert "亿元（初步核算）" in found.finding
    assert "（初）" not in found.finding
    assert found.trend.title.endswith("（2023 年为初步核算数）")
    assert found.trend.subtitle.endswith("，空心为初步核算数")
    assert found.comparison.title.startswith("2023 年（初步核算）")
    assert found.shading.caption.startswith("底色：2023 年（初步核算）")


def test_nothing_says_it_where_the_years_end_before(catalog, view_of):
    found = summary(catalog, view_of(OLD, end=2022))
    texts = (found.finding, found.trend.title, found.trend.subtitle, found.comparison.title,
             found.comparison.formula, found.shading.caption)  # fmt: skip
    assert [text for text in texts if "初步" in text] == []


def test_a_row_of_first_figures_says_it_once(topic):
    codes = topic.scope.codes
    assert row_year(topic, codes, 2023) == "2023 年初步核算"
    assert row_year(topic, codes, 2022) == "2022 年"
    assert all_first(topic, codes, 2023)
    assert not all_first(topic, [*codes, "JJJ"], 2022)
    assert not all_first(topic, codes, 1949)
