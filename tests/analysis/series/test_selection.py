"""One indicator as one view looks at it: what its regions make together, if they may."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from analysis.series.selection import aggregate, in_total, observed, selection

ALL = ("beijing", "tianjin", "hebei")


@pytest.fixture(scope="module")
def whole_of(catalog, topic_of):
    def build(indicator_id, *slugs, **years):
        return aggregate(catalog, topic_of(indicator_id, *slugs, **years))

    return build


def test_a_selection_has_a_column_for_everyone_and_only_the_years_of_the_view(topic_of):
    topic = topic_of("little_giants", "beijing", start=2021, end=2023)
    assert list(topic.columns) == ["110000", "120000", "130000", "JJJ", "000000"]
    assert topic.years == (2021, 2022, 2023)
    assert topic.columns["110000"] == {}
    assert (topic.scope.name, topic.has_regions) == ("北京", False)


@pytest.mark.parametrize(
    ("indicator_id", "slugs", "owners", "only"),
    [
        ("gdp", (), ALL, ""),
        ("gdp", ("hebei",), ("hebei",), ""),
        ("little_giants", (), ALL, ""),  # Beijing has no value, and stands there without one
        ("little_giants", ("beijing",), ("jjj",), "仅有京津冀数"),
        ("base_stations_5g", (), ("jjj",), "仅有京津冀数"),
        ("product_quality_pass", (), ("nation",), "仅有全国数"),
    ],
)
def test_the_three_or_the_nation_stand_in_where_no_chosen_region_has_a_value(
    topic_of, indicator_id, slugs, owners, only
):
    topic = topic_of(indicator_id, *slugs)
    assert tuple(region.slug for region in topic.owners()) == owners
    assert topic.only == only


def test_the_three_and_the_nation_stand_beside_the_regions_where_they_are_asked_for(topic_of):
    def slugs(indicator_id, **asked):
        return tuple(region.slug for region in topic_of(indicator_id).owners(**asked))

    assert slugs("little_giants", with_whole=True) == (*ALL, "jjj")
    assert slugs("gdp_per_capita", with_nation=True) == (*ALL, "nation")
    assert slugs("gdp", with_whole=True) == ALL  # nobody published the three together


def test_nobody_stands_there_where_nobody_has_a_value(topic_of):
    topic = topic_of("product_quality_pass", start=2010, end=2012)
    assert (topic.owners(with_whole=True, with_nation=True), topic.only) == ((), "")
    assert topic.years == ()


def test_an_unknown_indicator_is_a_key_error(catalog, view_of):
    with pytest.raises(KeyError):
        selection(catalog, view_of("gdp"), "no_such")


def test_a_sum_holds_only_the_years_in_which_every_chosen_region_has_a_value(whole_of):
    # Beijing's energy ends in 2020, Hebei's in 2018.
    three = whole_of("energy_consumption").values
    assert max(three) == 2018
    assert three[2018] == pytest.approx(7269.8 + 7973.29 + 32185.24)
    two = whole_of("energy_consumption", "beijing", "tianjin").values
    assert max(two) == 2020
    assert two[2020] == pytest.approx(6762.1 + 8029.11)
    assert whole_of("energy_consumption", "tianjin").last_year == 2024


def test_the_rd_expenditure_of_the_three_is_their_sum(catalog, topic_of, whole_of):
    whole = whole_of("rd_expenditure")
    assert whole.values[2024] == pytest.approx(3278.4 + 620.6 + 967.8)
    assert (whole.label, whole.code, whole.formula) == (
        "三地合计",
        None,
        "合计 = 北京 + 天津 + 河北",
    )
    assert in_total(catalog, topic_of("rd_expenditure"), whole, 2024).text == "4,866.8\u2009亿元"


def test_a_sum_of_two_says_so(whole_of):
    whole = whole_of("rd_expenditure", "beijing", "hebei")
    assert whole.values[2024] == pytest.approx(3278.4 + 967.8)
    assert (whole.label, whole.formula) == ("两地合计", "合计 = 北京 + 河北")


def test_a_sum_is_scaled_by_its_own_size(catalog, topic_of, whole_of):
    # 574,323 + 63,761 + 64,631; Hebei alone stays in single pieces.
    patents = "valid_invention_patents"
    assert in_total(catalog, topic_of(patents), whole_of(patents), 2023).text == "70.27\u2009万件"
    alone = in_total(catalog, topic_of(patents, "hebei"), whole_of(patents, "hebei"), 2023)
    assert alone.text == "64,631\u2009件"


def test_one_region_is_its_own_series_and_needs_no_formula(whole_of, published):
    whole = whole_of("disposable_income", "tianjin")
    assert (whole.label, whole.code, whole.formula) == ("天津", "120000", None)
    assert whole.values[2024] == published["disposable_income", "120000", 2024] == 53581


@pytest.mark.parametrize("slugs", [ALL, ALL[:2], ALL[1:], (ALL[0], ALL[2])])
def test_what_does_not_add_up_is_not_put_together(whole_of, slugs):
    assert whole_of("disposable_income", *slugs) is None
    assert whole_of("pm25", *slugs) is None


def test_a_published_value_stands_for_the_three_but_not_for_two(catalog, topic_of, whole_of):
    whole = whole_of("base_stations_5g")
    assert (whole.label, whole.code, whole.formula) == ("京津冀", "JJJ", None)
    assert in_total(catalog, topic_of("base_stations_5g"), whole, 2024).text == (
        "37.5\u2009万个（截至 2024 年 9 月末）"
    )
    assert whole_of("base_stations_5g", "beijing", "hebei") is None
    assert whole_of("base_stations_5g", "beijing") is None


def test_a_published_value_keeps_its_qualifier(catalog, topic_of, whole_of):
    whole = whole_of("little_giants")
    assert in_total(catalog, topic_of("little_giants"), whole, 2022).text == "1,100\u2009多家"


def test_a_ratio_divides_the_sums(catalog, topic_of, whole_of, published):
    above = sum(published["gdp", code, 2024] for code in ("110000", "120000", "130000"))
    below = sum(published["population", code, 2024] for code in ("110000", "120000", "130000"))
    assert (above, below) == (Decimal("115049.6"), 10925)
    whole = whole_of("gdp_per_capita")
    # by the year's average population: 115049.6 / ((10943 + 10925) / 2) * 10000
    assert whole.values[2024] == pytest.approx(105221.87671)
    assert whole.formula == "三地平均 = 地区生产总值 ÷ 年平均常住人口"
    assert in_total(catalog, topic_of("gdp_per_capita"), whole, 2024).text == "105,222\u2009元/人"


def test_a_ratio_of_two_regions_leaves_the_third_out(whole_of):
    whole = whole_of("gdp_per_capita", "beijing", "tianjin")
    people = (2186 + 1364 + 2183 + 1364) / 2
    assert whole.values[2024] == pytest.approx((49670.2 + 17931.3) / people * 10000)
    assert whole.formula == "两地平均 = 地区生产总值 ÷ 年平均常住人口"


def test_a_ratio_ends_where_its_parts_end_though_its_regions_go_on(whole_of):
    # 2025: each region has published its own, but neither sum exists.
    assert whole_of("gdp_per_capita", end=2025).last_year == 2024
    assert whole_of("gdp_per_capita", "hebei", end=2025).values[2025] == 66936


def test_a_year_has_one_ratio_of_the_three_the_published_one_where_there_is_one(
    catalog, topic_of, whole_of, published
):
    whole = whole_of("inventions_per_10k")
    said = {y: v for (i, c, y), v in published.items() if (i, c) == ("inventions_per_10k", "JJJ")}
    assert {y: whole.values[y] for y in said} == {y: float(v) for y, v in said.items()}
    assert whole.computed == {2021}  # what was not published, within the indicator's own years
    valid = sum(
        published["valid_invention_patents", c, 2021] for c in ("110000", "120000", "130000")
    )
    assert whole.values[2021] == pytest.approx(float(valid) / (2189 + 1373 + 7448))
    assert (whole.last_year, whole.label) == (2022, "京津冀")
    topic = topic_of("inventions_per_10k")
    assert in_total(catalog, topic, whole, 2022).text == "53.0\u2009件"


def test_every_published_value_is_shown_as_its_text_rounded_half_up(catalog, topic_of, published):
    for indicator in catalog.indicators.values():
        topic = topic_of(indicator.indicator_id, end=2025)
        shown = topic.shown
        for code, year in [(c, y) for c in topic.columns for y in topic.years]:
            found = observed(catalog, topic, code, year)
            exact = published.get((indicator.indicator_id, code, year))
            assert (found is None) == (exact is None)
            if exact is not None:
                is_rough = found.prefix == "约"  # rough whole numbers carry no decimals
                step = Decimal(1).scaleb(0 if is_rough else -shown.decimals)
                rounded = (exact / Decimal(shown.divisor)).quantize(step, rounding=ROUND_HALF_UP)
                assert found.number == f"{rounded:,}".replace("-", "−"), (
                    indicator.indicator_id,
                    code,
                    year,
                )
