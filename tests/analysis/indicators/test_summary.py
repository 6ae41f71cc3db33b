"""The Study: what a desk shows, with units, phrases, sources and what must be said."""

from dataclasses import replace
from math import isfinite

import pytest

from analysis.indicators.address import IndicatorsView
from analysis.indicators.summary import indicator_summary
from analysis.series.scales import SCALES

BJ, TJ, HB, JJJ, NATION = "110000", "120000", "130000", "JJJ", "000000"


@pytest.fixture(scope="module")
def study_of(catalog, view_of):
    """The study of an indicator in a scale, all regions and 2010—2024 unless said otherwise."""

    def build(indicator_id, scale="published", *slugs, base=None, **span):
        return indicator_summary(
            catalog, IndicatorsView(view_of(indicator_id, *slugs, **span), scale, base)
        )

    return build


def names(shown):
    return [region.short_zh for region in shown.regions]


def texts(shown, year):
    return [shown.datum(region.region_code, year).text for region in shown.regions]


def test_published_values_are_the_observations(catalog, study_of):
    shown = study_of("rd_expenditure")
    assert names(shown) == ["北京", "天津", "河北", "三地"]
    assert (shown.unit, shown.decimals, shown.formula) == ("亿元", 1, "")
    assert not shown.is_computed
    found = shown.datum(TJ, 2024)
    assert (found.value, found.text) == (620.6, "620.6\u2009亿元")
    assert found.observation is catalog.observations["rd_expenditure", TJ, 2024]


def test_a_share_that_rounds_to_nothing_is_not_nothing(study_of):
    # 0.11 of some 222 are 0.05 % in 2022 (rounded up), less than that when 0.11 of more
    shown = study_of("so2_emissions", "share_nation")
    found = [d for d in shown.data if d.value is not None and 0 < d.value < 0.05]
    assert found
    assert {d.text for d in found} == {"不足 0.1%"}


def test_the_computed_sum_beside_published_values_is_no_observation(study_of):
    shown = study_of("rd_expenditure")
    found = shown.datum(JJJ, 2024)
    assert (found.value, found.text, found.observation) == (4866.8, "4,866.8\u2009亿元", None)
    assert "三地合计 = 北京 + 天津 + 河北" in shown.notes[0]


def test_a_sum_is_never_partial(study_of):
    shown = study_of("energy_consumption")
    for year in shown.years:
        parts = [shown.datum(code, year).value for code in (BJ, TJ, HB)]
        assert (shown.datum(JJJ, year).value is None) == (None in parts)
    assert shown.datum(JJJ, shown.years[-1]).text == "无法计算"


def test_a_frame_without_a_value_says_whether_any_member_has_one(catalog, view_of):
    found = indicator_summary(catalog, IndicatorsView(view_of("rd_expenditure"), frame="yangtze"))
    # 2,049.6028 + 4,212.29 + 2,640.191 + 1,264.7399
    assert found.datum("YRD", 2023).text == "10,166.8\u2009亿元"
    assert found.datum("YRD", 2024).text == "本站未收录"


def test_a_growth_of_the_provinces_is_of_its_years(catalog, view_of):
    desk = IndicatorsView(view_of("gdp"), "growth", frame="provinces")
    found = indicator_summary(catalog, desk)
    assert found.standing.startswith("2011—2024 年，按数值由高到低，北京第 ")


def test_data_are_every_region_and_year_region_by_region(study_of):
    shown = study_of("pm25")
    assert [(d.region.region_code, d.year) for d in shown.data] == [
        (region.region_code, year) for region in shown.regions for year in shown.years
    ]
    assert 2014 not in shown.years  # nobody published anything
    assert shown.datum(TJ, 2014) is None


def test_what_was_not_published_has_no_value(study_of):
    found = study_of("pm25").datum(HB, 2024)
    assert (found.value, found.text, found.observation) == (None, "本站未收录", None)


def test_qualifiers_stay_with_their_number(study_of):
    shown = study_of("little_giants")
    assert shown.datum(JJJ, 2022).text == "1,100\u2009多家"
    assert shown.datum(JJJ, 2022).observation.qualifier.qualifier == "over"


def test_values_stand_in_the_unit_that_is_shown(study_of):
    shown = study_of("valid_invention_patents")
    found = shown.datum(HB, 2023)
    assert (shown.unit, found.value, found.text) == ("万件", 6.4631, "6.46\u2009万件")


def test_the_nation_stands_beside_published_values_only_where_its_size_can(study_of):
    assert "全国" in names(study_of("gdp_per_capita"))
    assert "全国" not in names(study_of("gdp"))
    assert names(study_of("product_quality_pass")) == ["全国"]


def test_the_three_are_shown_beside_the_regions_only_when_all_are_chosen(study_of):
    assert names(study_of("gdp", "published", "beijing", "hebei")) == ["北京", "河北"]
    assert names(study_of("base_stations_5g", "published", "hebei")) == ["三地"]


def test_a_ratio_of_the_three_is_computed_and_says_how(study_of):
    shown = study_of("gdp_per_capita")
    # (49670.2 + 17931.3 + 47448.1) 亿元 / ((10943 + 10925) / 2) 万人 x 10,000
    assert shown.datum(JJJ, 2024).value == pytest.approx(105221.877, abs=1e-3)
    assert shown.datum(JJJ, 2024).observation is None
    assert "地区生产总值 ÷ 年平均常住人口" in shown.notes[0]


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ("share3", ["67.4%", "12.8%", "19.9%"]),
        ("share_nation", ["9.0%", "1.7%", "2.7%", "13.4%"]),
        (
            "per_capita",
            [f"{n}\u2009元/人" for n in ("15,008", "4,550", "1,310", "4,451", "2,578")],
        ),
        ("index", ["398.9", "270.3", "622.6", "403.3", "514.4"]),
        ("change", ["11.2%", "3.6%", "6.1%", "9.2%", "8.9%"]),
        ("growth", ["10.4%", "7.4%", "14.0%", "10.5%", "12.4%"]),
        ("ratio_hebei", ["3.39", "0.64", "1.00"]),
        ("ratio_tianjin", ["5.28", "1.00", "1.56"]),
    ],
)
def test_computed_numbers_are_rounded_only_as_text(study_of, scale, expected):
    shown = study_of("rd_expenditure", scale)
    assert texts(shown, 2024) == expected
    assert shown.is_computed
    assert shown.formula
    value = shown.datum(BJ, 2024).value
    assert value != round(value, shown.decimals)
    assert all(d.observation is None for d in shown.data)


def test_offers_name_every_scale_and_why_not(study_of):
    shown = study_of("gdp", "index")
    assert [offer.key for offer in shown.offers] == list(SCALES)
    assert [offer.key for offer in shown.offers if offer.is_chosen] == ["index"]
    refused = {o.key for o in shown.offers if o.refusal}
    assert refused == {"per_capita", "points", "ratio_nation", "difference_nation"}
    assert "年均增速（名义）" in [offer.name for offer in shown.offers]


def test_a_refused_scale_falls_back_to_published_and_says_so(study_of):
    shown = study_of("gdp", "per_capita")
    assert shown.state.scale == "published"
    assert shown.data == study_of("gdp").data
    assert shown.remarks == (
        "“人均”不适用：已有公布的“人均地区生产总值”，可直接使用。已改用公布值。",
    )
    assert [offer.key for offer in shown.offers if offer.is_chosen] == ["published"]
    assert study_of("gdp").remarks == ()


@pytest.mark.parametrize(
    ("name", "scale", "title", "subtitle"),
    [
        (
            "gdp",
            "published",
            "地区生产总值：2010—2024 年三地均逐年增长",
            "亿元，现价，公布值，2010—2024 年",
        ),
        (
            "rd_expenditure",
            "share3",
            "2024 年北京占三地R&D经费内部支出的 67.4%",
            "%，现价，占三地比重（本站计算），2010—2024 年",
        ),
        (
            "rd_expenditure",
            "index",
            "R&D经费内部支出：指数（名义）",
            "2010 年=100，现价，指数（名义，本站计算），2010—2024 年",
        ),
        (
            "so2_emissions",
            "growth",
            "二氧化硫排放量：2021—2024 年年均增速（以 2020 年为基期）",
            "%，年均增速（本站计算），2021—2024 年",
        ),
        (
            "pm25",
            "ratio_hebei",
            "PM2.5年均浓度：与河北之比",
            "与河北之比（本站计算），2010—2024 年",
        ),
    ],
)
def test_title_and_subtitle_say_what_is_shown(study_of, name, scale, title, subtitle):
    shown = study_of(name, scale)
    assert (shown.title, shown.subtitle) == (title, subtitle)


def test_only_breaks_inside_the_range_are_marked(study_of):
    assert [b.after for b in study_of("so2_emissions").breaks] == [2016, 2020]
    assert [b.after for b in study_of("so2_emissions", start=2016).breaks] == [2020]


def test_the_sources_of_the_denominator_are_sources_too(catalog, study_of):
    title = catalog.observations["population", BJ, 2024].source.citation
    assert title not in study_of("rd_expenditure").evidence.sources
    assert title in study_of("rd_expenditure", "per_capita").evidence.sources
    national = catalog.observations["so2_emissions", NATION, 2024].source.citation
    assert national not in study_of("so2_emissions").evidence.sources
    assert national in study_of("so2_emissions", "share_nation").evidence.sources


def test_the_year_before_and_hebei_are_sources_too(catalog, study_of):
    before = catalog.observations["rd_expenditure", BJ, 2023].source.citation
    shown = study_of("rd_expenditure", "change", "beijing", start=2024)
    assert before in shown.evidence.sources
    hebei = catalog.observations["pm25", HB, 2023].source.citation
    assert hebei in study_of("pm25", "ratio_hebei", "beijing").evidence.sources


def test_the_citation_can_be_pasted(catalog, study_of):
    version = f"数据版本 {catalog.version}（{catalog.digest}）."
    assert study_of("gdp").citation == (
        "国家统计局. “国家数据”分省年度数据[DS]. 地区生产总值, 2010—2024 年. "
        f"京津冀产业协同发展监测, {version} /indicators?data={catalog.digest}"
    )
    computed = study_of("gdp", "growth", start=2015).citation
    assert "地区生产总值：年均增速（名义）（据公布值计算）, 2016—2024 年." in computed


def test_an_empty_study_says_why(study_of):
    shown = study_of("gdp", "index", start=2025, end=2025)
    assert (shown.data, shown.years, shown.regions, shown.citation) == ((), (), (), "")
    assert shown.absence == "2025 年的数值本站未收录；本站收录年份为 2010—2024 年。"
    assert shown.remarks == ("“指数（名义）”不适用：所选年份的数值本站未收录。已改用公布值。",)
    assert study_of("gdp").absence == ""


def test_the_desk_stays_what_was_asked_for_but_for_a_refused_scale(catalog, view_of):
    asked = IndicatorsView(view_of("gdp"), "per_capita", 2015, "bars", "population", True)
    assert indicator_summary(catalog, asked).state == replace(asked, scale="published")
    offered = replace(asked, scale="index")
    assert indicator_summary(catalog, offered).state == offered


def assert_is_whole(shown):
    """What every study must be, whatever it shows."""
    assert len(shown.data) == len(shown.regions) * len(shown.years)
    assert bool(shown.data) != bool(shown.absence)
    assert list(shown.years) == sorted(set(shown.years))
    for year in shown.years:
        assert any(shown.datum(r.region_code, year).value is not None for r in shown.regions)
    for datum in shown.data:
        assert datum.text
        if datum.value is None:
            assert datum.text in {"本站未收录", "无法计算"}
        else:
            assert isfinite(datum.value)
            assert datum.observation is None or not shown.is_computed
    assert bool(shown.formula) == shown.is_computed
    assert bool(shown.evidence.sources) == bool(shown.data)


@pytest.mark.thorough
@pytest.mark.parametrize("scale", list(SCALES))
def test_every_indicator_has_a_study_in_every_scale(catalog, study_of, scale):
    for row in catalog.indicators.values():
        for slugs, span in [((), {}), (("hebei",), {"start": 2018}), (("beijing",), {"end": 2012})]:
            shown = study_of(row.indicator_id, scale, *slugs, **span)
            assert_is_whole(shown)
            offer = next(o for o in shown.offers if o.key == scale)
            assert (shown.state.scale == scale) == (not offer.refusal)
            if not offer.refusal and scale != "published":
                assert shown.data


@pytest.mark.thorough
def test_headline_indicators_have_a_study_in_every_scale(catalog, study_of):
    for theme in catalog.themes:
        for row in catalog.headlines(theme)[:1]:
            for scale in SCALES:
                assert_is_whole(study_of(row.indicator_id, scale))


def test_estimates_and_what_is_computed_from_them_carry_their_mark(study_of):
    estimated = study_of("co2_sectoral")
    for region in (BJ, JJJ):
        datum = estimated.datum(region, 2022)
        assert datum.mark == "（估）"
        assert datum.text.endswith("亿吨（估）")
    assert study_of("co2_sectoral", "index").datum(BJ, 2022).text.endswith("（估）")
    provisional = study_of("gdp_v4")
    assert provisional.datum(BJ, 2023).mark == "（初）"
    assert provisional.datum(BJ, 2022).mark == ""


def test_a_normal_value_carries_no_mark(study_of):
    assert not any(datum.mark for datum in study_of("gdp").data)
