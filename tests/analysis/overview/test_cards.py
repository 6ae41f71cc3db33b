"""Cards: the latest value with its change, or the values side by side, or why there is none."""

from dataclasses import replace

import pytest

from analysis.series.cards import cards
from analysis.series.changes import Change
from analysis.series.claim_cards import claim_cards
from analysis.state.view import with_indicator


@pytest.fixture(scope="module")
def card_of(catalog, view_of):
    """The card of the indicator that a view has chosen."""

    def build(indicator_id, *slugs, **years):
        shown = cards(catalog, view_of(indicator_id, *slugs, **years))
        return next(card for card in shown if card.is_chosen)

    return build


def texts(card):
    return {r.label: r.quantity.text if r.quantity else None for r in card.readings}


def test_the_cards_of_a_theme_stand_in_their_order(catalog, view_of):
    shown = cards(catalog, view_of("rd_intensity"))
    assert [card.indicator for card in shown] == [
        "rd_expenditure",
        "rd_intensity",
        "rd_personnel_fte",
        "valid_invention_patents",
        "tech_market_turnover",
        "bj_to_jh_tech_contract_value",
    ]
    assert [card.indicator for card in shown if card.is_chosen] == ["rd_intensity"]


def test_a_chosen_indicator_without_a_card_of_its_own_comes_first(catalog, view_of):
    shown = cards(catalog, view_of("gdp_v4"))
    assert [card.indicator for card in shown] == [
        "gdp_v4",
        "gdp",
        "gdp_index_prev100",
        "gdp_per_capita",
        "population",
        "disposable_income",
    ]
    assert [card.is_chosen for card in shown] == [True, *[False] * 5]


def test_a_sum_shows_one_number_its_change_and_its_formula(card_of):
    card = card_of("rd_expenditure")
    assert texts(card) == {"三地合计": "4,866.8\u2009亿元"}
    # 4866.8 / (2947.1 + 599.2 + 912.1) = 1.0916
    assert card.change == Change("up", "good", "9.2%", "名义", card.change.amount)
    assert card.change.amount == pytest.approx((4866.8 / 4458.4 - 1) * 100)
    assert (card.scope, card.year, card.formula) == ("三地合计", 2024, "合计 = 北京 + 天津 + 河北")
    assert card.publisher == "国家统计局等"  # three bodies


def test_one_region_shows_its_own_number_without_a_formula(card_of):
    card = card_of("rd_expenditure", "hebei")
    assert texts(card) == {"河北": "967.8\u2009亿元"}
    assert card.change.text == "6.1%"  # 967.8 / 912.1
    assert (card.scope, card.formula) == ("河北", None)


def test_less_of_what_should_be_less_is_good(card_of):
    # 14.44 / 14.99
    change = card_of("so2_emissions").change
    assert change == Change("down", "good", "3.7%", "", change.amount)
    assert change.amount == pytest.approx((14.44 / 14.99 - 1) * 100)  # a fall keeps its sign


def test_more_of_what_should_be_less_is_bad(card_of):
    # Beijing and Hebei: 1003.39 in 2019, 1001.90 in 2018
    change = card_of("co2_sectoral", "beijing", "hebei", end=2019).change
    assert change == Change("up", "bad", "0.1%", "", change.amount)


def test_less_of_what_should_be_more_is_bad(card_of):
    # 1,167 in 2023 after 1,324 in 2022
    assert card_of("ind_ent_with_rd", "beijing").change.tone == "bad"


def test_a_neutral_indicator_is_neither_good_nor_bad(card_of):
    # 10,925 after 10,943
    change = card_of("population").change
    assert change == Change("down", "neutral", "0.2%", "", change.amount)


def test_a_percentage_changes_in_percentage_points_never_in_percent(card_of):
    # 天津: 86.01 in 2024, 85.49 in 2023
    change = card_of("urbanization_rate", "tianjin").change
    assert change.phrase == "比上年上升 0.52\u2009个百分点"
    assert (change.arrow, change.tone, change.unit) == ("up", "neutral", "个百分点")
    assert change.amount == pytest.approx(0.52)


def test_no_change_is_shown_across_a_break(card_of):
    assert card_of("so2_emissions", end=2020).change is None
    assert card_of("so2_emissions", end=2021).change is not None
    assert card_of("software_revenue", end=2022).change is None


def test_no_change_is_shown_over_a_missing_year(card_of):
    card = card_of("hitech_mfg_revenue", end=2018)  # 2017 was not published
    assert (card.year, card.change) == (2018, None)


def test_no_change_is_shown_where_growth_means_nothing(card_of):
    assert card_of("rd_intensity", "beijing").change is None
    assert card_of("jjj_dev_index_2010").change is None


def test_a_change_that_rounds_to_nothing_is_none(card_of):
    change = card_of("so2_emissions", "beijing").change  # 0.1097 after 0.1097
    assert (change.arrow, change.tone, change.phrase) == ("flat", "neutral", "与上年持平")


def test_growth_at_constant_prices_leads_and_the_nominal_one_is_marked(card_of):
    # the published index 104.9 less 100; 17931.3 / 17206.4 at current prices
    card = card_of("gdp", "tianjin")
    assert card.change.phrase == "比上年增长 4.9%（不变价）"
    assert card.nominal.phrase == "比上年增长 4.2%（名义）"
    together = card_of("gdp")
    assert together.change.phrase == "三地分别比上年增长 5.1%、4.9%、5.4%（不变价）"
    assert together.nominal.phrase == "比上年增长 4.4%（名义）"
    assert card_of("rd_expenditure").nominal is None


def test_an_index_of_editions_has_the_change_that_was_published_with_it(card_of):
    # 154.1 of 2024 and 145.0 of 2022 are of two editions; the publisher says 4.9 points
    assert card_of("jjj_dev_index_2014").change.phrase == "比上年提高 4.9\u2009点（同口径）"


def test_a_ratio_of_the_three_is_no_sum(card_of):
    card = card_of("gdp_per_capita")
    assert (card.scope, texts(card)) == ("三地平均", {"三地平均": "105,222\u2009元/人"})
    # 115049.6 / ((10943 + 10925) / 2) after 110227.6 / ((10967 + 10943) / 2)
    assert card.change.text == "4.6%"


def test_no_change_rests_on_a_suspect_value(catalog, view_of):
    keys = dict.fromkeys([("rd_expenditure", "130000", 2023)], "存疑")
    doubtful = replace(catalog, suspects=keys)
    for slugs, expected in (((), None), (("beijing",), "11.2%")):
        shown = cards(doubtful, view_of("rd_expenditure", *slugs))
        change = next(card for card in shown if card.is_chosen).change
        assert (change and change.text) == expected


def test_what_does_not_add_up_is_shown_side_by_side(card_of):
    card = card_of("disposable_income")
    assert texts(card) == {
        "北京": "85,415\u2009元",
        "天津": "53,581\u2009元",
        "河北": "34,665\u2009元",
    }
    assert (card.scope, card.change, card.formula) == ("不可合计", None, None)
    assert [trail.slug for trail in card.trails] == ["beijing", "tianjin", "hebei"]


def test_side_by_side_a_missing_value_is_missing(card_of):
    assert texts(card_of("capital_to_tianjin")) == {
        "北京": None,
        "天津": "1,989.4\u2009亿元",
        "河北": None,
    }


def test_side_by_side_each_shows_its_newest_value_with_its_year(card_of):
    card = card_of("pm25")  # in 2024 only Beijing has published
    assert card.year == 2023
    assert [(r.label, r.year) for r in card.readings] == [
        ("北京", 2024), ("天津", None), ("河北", None),
    ]  # fmt: skip
    assert [r.text for r in card.readings] == [
        "30.5\u2009微克/立方米（2024 年）", "41.0\u2009微克/立方米", "38.6\u2009微克/立方米",
    ]  # fmt: skip
    before = card_of("pm25", end=2023)
    assert (before.year, [r.year for r in before.readings]) == (2023, [None, None, None])


def test_a_card_says_other_figures_only_of_the_values_it_shows(catalog, view_of):
    values = dict(catalog.observations)
    for year in (2023, 2024):
        key = "pm25", "110000", year
        values[key] = replace(values[key], conflict=f"另有 {year} 年数")
    disputed = replace(catalog, observations=values)
    card = next(c for c in cards(disputed, view_of("pm25")) if c.is_chosen)
    assert card.conflict == "另有 2024 年数"


def test_what_was_published_only_for_the_three_says_so_when_one_is_chosen(card_of):
    card = card_of("little_giants", "beijing")
    assert texts(card) == {"三地": "1,100\u2009多家"}
    assert (card.scope, card.year, card.change) == ("仅有京津冀数", 2022, None)


def test_what_was_published_only_for_the_nation_says_so(card_of):
    card = card_of("product_quality_pass")
    assert texts(card) == {"全国": "93.93%"}
    assert card.scope == "仅有全国数"


def test_the_published_value_of_the_three_needs_no_formula(card_of):
    card = card_of("base_stations_5g")
    assert texts(card) == {"京津冀": "37.5\u2009万个（截至 2024 年 9 月末）"}
    assert (card.scope, card.formula) == ("京津冀", None)


def test_a_value_that_is_not_of_the_year_s_end_says_its_date_and_has_no_change(card_of):
    card = card_of("base_stations_5g")
    assert card.readings[0].quantity.mark == "（截至 2024 年 9 月末）"
    assert card.change is None
    assert card_of("population").readings[0].quantity.mark == ""


def test_another_figure_that_was_published_stands_with_the_value(card_of):
    assert card_of("bj_to_jh_tech_contract_value").conflict == "另有报道为 834.7 亿元"
    assert card_of("bj_to_jh_tech_contract_value", end=2023).conflict == ""


def test_a_card_denies_a_figure_only_where_the_tables_know_it(card_of):
    assert card_of("fai_total", start=2018, end=2024).scope == "未公布"
    assert card_of("disposable_income", start=2013, end=2015).scope == "本站未收录"


def test_a_card_without_a_value_says_that_none_was_published(card_of):
    card = card_of("product_quality_pass", end=2015)
    assert (card.readings, card.trails, card.year) == ((), (), None)
    assert (card.scope, card.change, card.publisher) == ("本站未收录", None, "")


def test_a_series_that_ended_shows_its_own_last_year(card_of):
    card = card_of("hitech_mfg_enterprises")
    assert (card.year, texts(card)) == (2023, {"三地合计": "2,626\u2009家"})


def test_the_small_line_is_cut_at_gaps_and_breaks(card_of):
    (trail,) = card_of("hitech_mfg_revenue").trails
    assert [(piece[0][0], piece[-1][0]) for piece in trail.pieces] == [
        (2010, 2010),
        (2011, 2016),
        (2018, 2023),
    ]
    assert trail.pieces[-1][-1] == (2023, pytest.approx(8475 + 3268 + 2504))


def test_choosing_an_indicator_changes_no_card_but_the_choice(catalog, view_of):
    view = view_of("rd_expenditure")
    other = with_indicator(view, "rd_intensity")
    plain = [(card.indicator, card.readings, card.change) for card in cards(catalog, view)]
    assert plain == [(card.indicator, card.readings, card.change) for card in cards(catalog, other)]


# Claims of the published text


def test_a_claim_stands_with_its_companions(catalog, view_of):
    claim = claim_cards(catalog, view_of("va_industry"))[0]
    assert claim.quantity.text == "25,114.4\u2009亿元"
    assert claim.companions == ("为 2013 年的 1.5\u2009倍", "年均增长 4.5%", "占全国 6.3%")
    assert (claim.as_of, claim.scope) == ("2022 年", "三地")


def test_a_claim_of_the_three_says_so_when_not_all_are_chosen(catalog, view_of):
    for slugs in (["beijing"], ["beijing", "hebei"]):
        shown = claim_cards(catalog, view_of("little_giants", *slugs))
        assert {claim.claim_id: claim.scope for claim in shown} == {
            "S05": "仅有京津冀数",
            "S07": "仅有京津冀数",
            "S08": "仅有京津冀数",
        }


def test_a_claim_of_one_region_stands_only_where_that_region_is_chosen(catalog, view_of):
    def ids(*slugs):
        return [claim.claim_id for claim in claim_cards(catalog, view_of("va_industry", *slugs))]

    assert ids() == ["S01", "S11", "S15", "S16", "S21"]
    assert ids("beijing") == ["S01", "S11", "S16", "S21"]
    assert ids("hebei") == ["S01", "S15", "S16", "S21"]
    assert ids("tianjin") == ["S01", "S16", "S21"]


def test_a_computed_ratio_names_the_publisher_of_its_parts(catalog, view_of):
    card = next(c for c in cards(catalog, view_of("rd_intensity_rev")) if c.is_chosen)
    assert card.formula is not None
    assert card.publisher.startswith("国家统计局")


def test_a_sum_is_rounded_as_decimals_are(catalog, view_of):
    card = next(c for c in cards(catalog, view_of("broadband_ports", end=2014)) if c.is_chosen)
    assert card.readings[0].quantity.number == "3,762.3"


def test_a_card_of_estimates_marks_its_value(card_of):
    (reading,) = card_of("co2_sectoral").readings
    assert (reading.label, reading.quantity.mark) == ("三地合计", "（估）")
    assert reading.quantity.text.endswith("亿吨（估）")
