"""The scales: their numbers by hand for a real indicator each, and why others are refused."""

from dataclasses import replace

import pytest

from analysis.series.nation import nation_share
from analysis.series.reasons import clash
from analysis.series.scales import REFERENCES, SCALES, numbers_of, refusal, scale_name

BJ, TJ, HB, JJJ, NATION = "110000", "120000", "130000", "JJJ", "000000"
GROWING = ("index", "change", "growth")


@pytest.fixture(scope="module")
def found_of(catalog, topic_of):
    """The numbers of a scale for an indicator, all regions and years unless said otherwise."""

    def build(indicator_id, key, *slugs, base=None, **span):
        return numbers_of(catalog, topic_of(indicator_id, *slugs, **span), key, base)

    return build


@pytest.fixture(scope="module")
def refusal_of(catalog, topic_of):
    def build(indicator_id, key, *slugs, **span):
        return refusal(catalog, topic_of(indicator_id, *slugs, **span), key)

    return build


def test_the_scales_stand_in_the_order_of_the_control():
    assert list(SCALES) == [
        "published",
        "share3",
        "share_nation",
        "per_capita",
        "index",
        "change",
        "points",
        "growth",
        "ratio_hebei",
        "ratio_beijing",
        "ratio_tianjin",
        "ratio_nation",
        "difference_hebei",
        "difference_beijing",
        "difference_tianjin",
        "difference_nation",
    ]


def test_only_scales_of_one_family_have_a_reference(catalog):
    for key, scale in SCALES.items():
        assert bool(scale.family) == bool(scale.reference)
        if scale.family:
            assert key == f"{scale.family}_{scale.reference}"
            assert catalog.regions[scale.reference].short_zh == REFERENCES[scale.reference]


# R&D expenditure, 亿元: 北京 821.82342 (2010), 1185 (2013), 2947.1 (2023), 3278.4 (2024);
# 天津 599.2 (2023), 620.6 (2024); 河北 281.9 (2013), 967.8 (2024); 全国 36326.8 (2024)


def test_published_values_stand_beside_their_sum(found_of):
    found = found_of("rd_expenditure", "published")
    assert list(found.columns) == [BJ, TJ, HB, JJJ]  # the nation would dwarf them
    assert found.columns[BJ][2024] == 3278.4
    assert found.columns[JJJ][2024] == 4866.8  # 3278.4 + 620.6 + 967.8
    assert found.published == {BJ, TJ, HB}
    assert found.notes == ("三地的数值为本站计算：三地合计 = 北京 + 天津 + 河北。",)


def test_a_share_of_the_three_by_hand(found_of):
    found = found_of("rd_expenditure", "share3")
    assert list(found.columns) == [BJ, TJ, HB]
    # 3278.4 / 4866.8, 620.6 / 4866.8, 967.8 / 4866.8
    shares = [found.columns[code][2024] for code in (BJ, TJ, HB)]
    assert shares == pytest.approx([67.36254, 12.75170, 19.88576], abs=1e-5)
    assert sum(shares) == pytest.approx(100)
    assert (found.unit, found.formula) == ("%", "占三地 = 各地 ÷ 三地合计 × 100%")


def test_a_share_is_of_all_three_whatever_is_chosen(found_of):
    alone = found_of("rd_expenditure", "share3", "hebei")
    assert list(alone.columns) == [HB]
    assert alone.columns[HB] == found_of("rd_expenditure", "share3").columns[HB]


def test_a_share_of_the_three_needs_all_three(found_of, catalog):
    # 能源消费总量: 北京 to 2020 only, among what is shown; no share after that
    found = found_of("energy_consumption", "share3", "tianjin")
    published = catalog.panels["energy_consumption"]
    complete = published[[BJ, TJ, HB]].dropna().index
    assert set(found.columns[TJ]) == set(complete)
    assert set(published[TJ].dropna().index) > set(complete)
    assert "三地数值不齐，不计算占比。" in found.notes[0]


def test_a_share_of_the_nation_by_hand(found_of):
    found = found_of("rd_expenditure", "share_nation")
    assert list(found.columns) == [BJ, TJ, HB, JJJ]
    assert found.columns[BJ][2024] == pytest.approx(9.02474, abs=1e-5)  # 3278.4 / 36326.8
    assert found.columns[JJJ][2024] == pytest.approx(13.39727, abs=1e-5)  # 4866.8 / 36326.8
    assert found.formula == "占全国 = 各地 ÷ 全国数 × 100%"
    assert found.codes == (NATION,)


def test_a_share_of_the_sum_of_the_provinces_by_hand(found_of):
    found = found_of("gdp", "share_nation")
    assert found.columns[BJ][2024] == pytest.approx(3.68177, abs=1e-5)  # 49670.2 / 1349083.5
    assert found.columns[BJ][2014] == pytest.approx(22926.0 / 6714.0, rel=0.05)  # of the sum
    assert found.formula == "占全国 = 各地 ÷ 全国数 × 100%"
    assert found.notes[0] == ("2010—2014 年没有同口径的全国数，以 31 个省（区、市）合计为分母。")
    early = found_of("gdp", "share_nation", end=2014)
    assert early.formula == "占全国 = 各地 ÷ 31 个省（区、市）合计 × 100%"
    assert early.notes[0].startswith("分母为各省")
    # 西藏 is missing from the software sums since 2016
    software = found_of("software_revenue", "share_nation")
    assert "以 30—31 个省（区、市）合计为分母" in software.notes[0]


@pytest.mark.parametrize("name", ["gdp", "rd_expenditure", "software_revenue", "va_industry"])
def test_the_share_of_the_three_in_the_nation_is_the_one_of_the_overview(
    catalog, topic_of, found_of, name
):
    found = found_of(name, "share_nation").columns[JJJ]
    topic = topic_of(name)
    expected = {year: nation_share(catalog, topic, year) for year in topic.years}
    assert found == pytest.approx({y: part[0] for y, part in expected.items() if part})


def test_a_missing_denominator_is_not_borrowed(catalog, found_of):
    # 全国 fiscal expenditure exists for 2019—2023, the regions' for 2010—2024
    found = found_of("fiscal_expenditure", "share_nation")
    assert sorted(found.columns[BJ]) == [2019, 2020, 2021, 2022, 2023]
    assert found.notes[:2] == (
        "全国地方合计不含中央本级。",
        "2010—2018、2024 年没有同年的全国地方合计，不计算占比。",
    )
    assert found.formula == "占全国地方合计 = 各地 ÷ 全国地方合计 × 100%"
    row = catalog.indicators["fiscal_expenditure"]
    assert scale_name(row, "share_nation") == "占全国地方合计比重"


def test_per_capita_by_hand(found_of):
    found = found_of("rd_expenditure", "per_capita")
    # what flows through a year by the average of two year-ends: 3278.4 亿元 / 2184.5 万人
    # x 10,000; the three: 4866.8 / ((10943 + 10925) / 2) x 10,000
    assert found.columns[BJ][2024] == pytest.approx(15007.553, abs=1e-3)
    assert found.columns[JJJ][2024] == pytest.approx(4451.070, abs=1e-3)
    assert found.columns[NATION][2024] == pytest.approx(2578.243, abs=1e-3)  # / 140897.5
    assert 2010 not in found.columns[BJ]  # the population of 2009 is not there
    assert (found.unit, found.decimals) == ("元/人", 0)
    assert found.formula == (
        "人均（元/人）= R&D经费内部支出（亿元）÷ 年平均常住人口（万人）× 10,000"
    )
    assert "三地人均 = 三地合计 ÷ 三地年平均常住人口之和。" in found.notes
    stock = found_of("valid_invention_patents", "per_capita")  # counted at year-end, as people are
    assert stock.columns[BJ][2023] == pytest.approx(574323 / 2186)
    assert "÷ 年末常住人口" in stock.formula
    assert found.parts == ("population",)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("hitech_firms_recognized", "家/万人"),
        ("rd_personnel_fte", "人年/万人"),
        ("so2_emissions", "吨/万人"),
        ("broadband_users", "户/百人"),
        ("co2_sectoral", "吨/人"),
        ("electricity_consumption", "千瓦时/人"),
    ],
)
def test_per_capita_units_suit_the_size(found_of, name, unit):
    assert found_of(name, "per_capita").unit == unit


def test_a_unit_with_a_multiplier_is_carried_over_by_hand(found_of):
    # 2022: 北京 0.11 万吨 / 2186.5 万人 = 0.50309 吨 per ten thousand persons
    emissions = found_of("so2_emissions", "per_capita")
    assert emissions.columns[BJ][2022] == pytest.approx(0.50309, abs=1e-5)
    # 2024: 北京 31163.79316 亿元 / 2184.5 万人 = 142658.700 元 per person
    software = found_of("software_revenue", "per_capita")
    assert software.columns[BJ][2024] == pytest.approx(142658.700, abs=1e-3)


def test_the_unit_per_head_is_the_same_in_every_view(found_of):
    wide = found_of("so2_emissions", "per_capita")
    narrow = found_of("so2_emissions", "per_capita", "beijing", start=2023)
    assert (wide.unit, wide.decimals) == (narrow.unit, narrow.decimals)
    assert narrow.columns[BJ] == {y: wide.columns[BJ][y] for y in (2023, 2024)}


def test_an_index_by_hand(found_of):
    found = found_of("rd_expenditure", "index", base=2013)
    assert found.columns[BJ][2013] == 100
    assert found.columns[BJ][2024] == pytest.approx(276.65823, abs=1e-5)  # 3278.4 / 1185
    assert found.columns[HB][2024] == pytest.approx(343.31323, abs=1e-5)  # 967.8 / 281.9
    assert (found.unit, found.formula) == ("2013 年=100", "指数 = 各年数值 ÷ 2013 年数值 × 100")
    assert "按现价计算，未扣除价格因素，为名义增速。" in found.notes


def test_the_base_year_is_the_first_that_all_have_since_the_last_break(found_of):
    found = found_of("so2_emissions", "index")
    assert found.unit == "2020 年=100"
    assert sorted(found.columns[HB]) == [2020, 2021, 2022, 2023, 2024]
    assert "2010—2019 年与 2020 年口径不一，未列。" in found.notes
    assert found_of("so2_emissions", "index", end=2019).unit == "2016 年=100"


def test_an_index_stays_between_the_breaks_around_its_base_year(found_of):
    found = found_of("so2_emissions", "index", base=2017)
    assert sorted(found.columns[BJ]) == [2016, 2017, 2018, 2019]


def test_a_base_year_without_values_is_replaced_by_a_named_one(found_of):
    found = found_of("gdp_per_capita", "index", base=2012)
    assert found.unit == "2016 年=100"
    assert found.notes[0] == "2012 年没有可作基期的数值，改以 2016 年为 100。"


def test_a_region_without_a_value_in_the_base_year_is_left_out_and_named(found_of):
    found = found_of("gdp", "index")  # 全国 since 2015, the regions since 2010
    assert NATION not in found.columns
    assert "本站未收录全国 2010 年可作基期的数值，未列。" in found.notes
    assert found_of("gdp", "index", base=2015).columns[NATION][2015] == 100


def test_a_change_by_hand(found_of):
    found = found_of("rd_expenditure", "change")
    assert found.columns[BJ][2024] == pytest.approx(11.24156, abs=1e-5)  # 3278.4 / 2947.1 - 1
    assert found.columns[TJ][2024] == pytest.approx(3.57143, abs=1e-5)  # 620.6 / 599.2 - 1
    assert 2010 not in found.columns[BJ]


def test_the_first_year_shown_is_compared_with_the_one_before_it(found_of):
    found = found_of("rd_expenditure", "change", start=2024)
    assert {code: list(values) for code, values in found.columns.items()} == {
        code: [2024] for code in (BJ, TJ, HB, JJJ, NATION)
    }
    assert found.columns == {
        code: {2024: values[2024]}
        for code, values in found_of("rd_expenditure", "change").columns.items()
    }
    assert found.years == (2023,)  # whose sources it rests on, too


def test_there_is_no_change_across_a_break(found_of):
    found = found_of("so2_emissions", "change")
    assert not {2016, 2020} & set(found.filled_years)
    assert "2016、2020 年口径调整，不与此前比较。" in found.notes


def test_average_growth_by_hand(found_of):
    found = found_of("rd_expenditure", "growth", start=2013)
    # 北京: the 11th root of 3278.4 / 1185; 河北: of 967.8 / 281.9; both less 1
    assert found.columns[BJ] == {2024: pytest.approx(9.69244, abs=1e-5)}
    assert found.columns[HB] == {2024: pytest.approx(11.86627, abs=1e-5)}
    assert found.notes[0] == "以 2013 年为基期，到 2024 年共 11 年；各地取同一时段。"
    assert found.years == (2013, 2024)


def test_average_growth_starts_after_the_last_break(found_of):
    assert found_of("so2_emissions", "growth").years == (2020, 2024)
    # 2017 is missing, and no line leads from 2016 to 2018
    assert found_of("hitech_mfg_revenue", "growth").years == (2018, 2023)


def test_average_growth_compares_the_same_years(found_of):
    # energy ends in another year in each region
    found = found_of("energy_consumption", "growth")
    alone = found_of("energy_consumption", "growth", "tianjin")
    assert len({year for values in found.columns.values() for year in values}) == 1
    assert alone.years[-1] > found.years[-1]


def test_a_ratio_to_hebei_by_hand(found_of):
    found = found_of("rd_expenditure", "ratio_hebei")
    assert list(found.columns) == [BJ, TJ, HB]
    assert found.columns[BJ][2024] == pytest.approx(3.38748, abs=1e-5)  # 3278.4 / 967.8
    assert found.columns[TJ][2024] == pytest.approx(0.64125, abs=1e-5)  # 620.6 / 967.8
    assert set(found.columns[HB].values()) == {1.0}
    assert found.unit == ""


def test_hebei_is_the_measure_even_if_it_is_not_chosen(found_of):
    found = found_of("rd_expenditure", "ratio_hebei", "beijing")
    assert list(found.columns) == [BJ]
    assert found.codes == (HB,)


def test_the_nation_is_compared_with_hebei_where_its_size_does_not_matter(found_of):
    found = found_of("gdp_per_capita", "ratio_hebei")
    assert found.columns[NATION][2024] == pytest.approx(1.48790, abs=1e-5)  # 95749 / 64352


def test_a_ratio_to_another_region_by_hand(found_of):
    found = found_of("rd_expenditure", "ratio_tianjin")
    assert found.columns[BJ][2024] == pytest.approx(5.28263, abs=1e-5)  # 3278.4 / 620.6
    assert set(found.columns[TJ].values()) == {1.0}
    assert found.formula == "与天津之比 = 各地 ÷ 天津（天津 = 1）"
    nation = found_of("gdp_per_capita", "ratio_nation").columns
    assert nation[HB][2024] == pytest.approx(0.67209, abs=1e-5)  # 64352 / 95749
    assert set(nation[NATION].values()) == {1.0}


def test_a_difference_by_hand(found_of):
    found = found_of("rd_expenditure", "difference_beijing")
    assert list(found.columns) == [BJ, TJ, HB]
    assert found.columns[TJ][2024] == -2657.8  # 620.6 - 3278.4
    assert set(found.columns[BJ].values()) == {0.0}
    assert (found.unit, found.decimals) == ("亿元", 1)
    assert found.formula == "与北京之差 = 各地 − 北京（北京 = 0）"


def test_percentages_differ_by_percentage_points(found_of):
    found = found_of("urbanization_rate", "difference_hebei")
    assert found.columns[BJ][2024] == 24.8  # 88.22 - 63.42
    assert found.unit == "个百分点"


def test_a_difference_is_taken_in_the_shown_unit(found_of):
    found = found_of("patent_grants", "difference_tianjin")  # 件 in the tables
    own = found_of("patent_grants", "published")
    assert found.unit == own.unit == "万件"
    year = found.filled_years[-1]
    apart = own.columns[BJ][year] - own.columns[TJ][year]
    assert found.columns[BJ][year] == pytest.approx(apart)


def test_a_change_in_percentage_points_by_hand(found_of):
    found = found_of("urbanization_rate", "points", start=2023, end=2024)
    assert found.columns[BJ] == {2023: 0.26, 2024: 0.39}  # 87.57, 87.83, 88.22
    assert (found.unit, found.formula) == ("个百分点", "百分点变化 = 本年 − 上年")
    assert found.years == (2022, 2023)  # what the first year shown is compared with


def test_no_percentage_points_across_a_break(found_of):
    found = found_of("rd_intensity", "points")
    for values in found.columns.values():
        assert not {2019, 2024} & set(values)
    assert "2019、2024 年口径调整，不与此前比较。" in found.notes


def test_a_year_without_hebei_has_no_ratio(found_of):
    found = found_of("pm25", "ratio_hebei")
    assert found.filled_years == (2018, 2020, 2021, 2023)
    assert found.notes == ("2013、2016、2019、2022、2024 年河北没有可作分母的数值，未列。",)


def test_no_scale_but_the_first_rests_on_a_number_with_a_qualifier(catalog, topic_of):
    for name, code, year in (k for k, o in catalog.observations.items() if o.qualifier):
        topic = topic_of(name)
        for key in SCALES:
            if key != "published" and not refusal(catalog, topic, key):
                assert year not in numbers_of(catalog, topic, key).columns.get(code, {})


NOT_OF_SUMS = {"points", "ratio_nation", "difference_nation"}  # of rates, or of what compares


@pytest.mark.parametrize("key", [key for key in SCALES if key not in NOT_OF_SUMS])
def test_everything_is_offered_for_research_expenditure(refusal_of, key):
    assert refusal_of("rd_expenditure", key) == ""


def test_percentages_change_and_differ_in_percentage_points_only(catalog, refusal_of):
    rates = [i for i, row in catalog.indicators.items() if row.unit_zh in {"%", "百分点"}]
    assert "rd_intensity" in rates
    for name in rates:
        for key in ("change", "growth", "index", "ratio_hebei", "ratio_nation"):
            assert refusal_of(name, key), (name, key)
    for name in set(catalog.indicators) - set(rates):
        assert refusal_of(name, "points") == "数值不以百分比计，增减不以百分点表示。"


@pytest.mark.parametrize(
    ("name", "key", "reason"),
    [
        ("rd_intensity", "share3", "该指标为强度，不可加总，不计算占比。"),
        ("disposable_income", "share_nation", "该指标为人均值，不可加总，不计算占比。"),
        ("base_stations_5g", "share3", "分地区数值本站未收录，不能计算占比。"),
        ("little_giants", "share3", "各地数值是否可加总尚未确认，不计算占比。"),
        ("trade_total_rmb", "share_nation", "没有口径一致的全国数作分母，不能计算占全国比重。"),
        ("gdp_v4", "share_nation", "旧口径序列，没有口径一致的全国数作分母。"),
        ("gdp", "per_capita", "已有公布的“人均地区生产总值”，可直接使用。"),
        ("gdp_v4", "per_capita", "旧口径序列，不与现行口径的人口相除。"),
        ("population_urban", "per_capita", "人口不再除以人口。"),
        ("pm25", "per_capita", "该指标为浓度，不再除以人口。"),
        ("base_stations_5g", "per_capita", "分地区数值本站未收录，不能计算人均。"),
        ("ind_ent_with_rd", "per_capita", "该指标与常住人口无直接关系，不计算人均。"),
        ("jjj_dev_index_2014", "index", "该指标本身为指数，不再换算为定基指数。"),
        ("cpi_prev100", "index", "该指标本身为价格指数，不再换算为定基指数。"),
        ("output_crude_oil", "index", "数值含零或负值，不能换算为定基指数。"),
        ("fai_funds_growth", "change", "该指标本身为增速，不再计算增速。"),
        ("gdp_initial", "change", "现价数据且各年口径不一，不计算增速。"),
        ("jjj_va_industry", "growth", "现价数据且各年口径不一，不计算增速。"),
        ("urbanization_rate", "growth", "该指标为比率，按百分点变化比较，不计算增速。"),
        ("computers_per100", "change", "该指标为比率，按各年数值比较，不计算增速。"),
        ("national_clusters", "change", "累计数，各年来源和时点不一，不计算增速。"),
        ("registered_unemployed", "index", "各年口径不一或年份不连续，不能计算增速。"),
        ("gdp_index_prev100", "ratio_hebei", "该指标为增速，各地之比无实际意义。"),
        (
            "digital_economy_va",
            "ratio_hebei",
            "所选年份河北的数值本站未收录，不能以河北为 1。",
        ),
        (
            "urbanization_rate",
            "ratio_beijing",
            "该指标以百分比计，各地差距以百分点表示，不计算倍数。",
        ),
        ("cpi_prev100", "difference_hebei", "该指标为价格指数，各地指数之差无实际意义。"),
        ("gdp", "difference_nation", "全国数是总量，与各地的差别见“占全国比重”。"),
        (
            "digital_economy_va",
            "difference_hebei",
            "所选年份河北的数值本站未收录，不能计算差值。",
        ),
        ("zgc_branches_hb", "ratio_hebei", "所选年份中河北没有可与所选地区相比的数值。"),
    ],
)
def test_what_cannot_be_computed_honestly_is_refused_in_one_sentence(refusal_of, name, key, reason):
    assert refusal_of(name, key) == reason
    assert reason.count("。") == 1


@pytest.mark.parametrize(
    ("key", "span", "start"),
    [
        ("share3", {"start": 2017, "end": 2017}, "所选年份的数值本站未收录"),
        ("change", {"start": 2018, "end": 2018}, "所选年份中没有口径一致的相邻两年"),
        ("growth", {"start": 2016, "end": 2018}, "所选年份中口径一致"),
        ("index", {"start": 2016, "end": 2018}, "所选年份中口径一致"),
    ],
)
def test_years_without_what_a_scale_needs_refuse_it(refusal_of, key, span, start):
    # 高技术制造业营业收入: nothing in 2017, a break from 2016 to 2018
    assert refusal_of("hitech_mfg_revenue", key, **span).startswith(start)


def test_a_share_of_the_nation_needs_a_year_in_common(refusal_of):
    assert refusal_of("fiscal_expenditure", "share_nation", start=2010, end=2018) == (
        "所选年份中没有可与全国相除的同年数值。"
    )


def test_hebei_alone_has_nobody_to_be_compared_with(refusal_of):
    assert refusal_of("gdp", "ratio_hebei", "hebei") == "所选地区只有河北，没有可比的地区。"
    assert refusal_of("gdp", "ratio_hebei", "tianjin") == ""


def test_zeros_of_a_region_that_is_not_chosen_do_not_matter(refusal_of):
    assert refusal_of("output_crude_oil", "index", "hebei") == ""


def test_series_of_different_vintages_are_not_divided(catalog, topic_of):
    def row(family):
        return replace(catalog.indicators["gdp"], vintage_family=family)

    assert clash(row("gdp-4th-census"), row("gdp-5th-census"))
    assert not clash(row("gdp-5th-census"), row("gdp-5th-census"))
    assert not clash(row("gdp-5th-census"), row("pop-7th-census"))
    assert not clash(row(None), row("pop-7th-census"))
    topic = topic_of("rd_expenditure")
    older = replace(topic, indicator=replace(topic.indicator, vintage_family="pop-at-release"))
    assert refusal(catalog, older, "per_capita") == "分子与常住人口的口径不同，不能相除。"


def test_the_change_of_current_prices_is_called_nominal(catalog):
    gdp, patents = catalog.indicators["gdp"], catalog.indicators["patent_grants"]
    assert [scale_name(gdp, key) for key in GROWING] == [
        "指数（名义）",
        "比上年变化（名义）",
        "年均增速（名义）",
    ]
    assert scale_name(gdp, "share3") == "占三地比重"
    assert scale_name(patents, "growth") == "年均增速"


def test_the_catalogue_decides_what_is_offered(catalog, topic_of):
    for row in catalog.indicators.values():
        topic = topic_of(row.indicator_id)
        offered = {key for key in SCALES if not refusal(catalog, topic, key)}
        assert "published" in offered
        assert row.share_of_three_allowed or "share3" not in offered
        assert row.nation_share_denominator != "none" or "share_nation" not in offered
        assert row.per_capita_allowed or "per_capita" not in offered
        assert row.growth_allowed or not offered & set(GROWING)
