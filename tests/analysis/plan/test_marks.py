"""The marks of real indicators, against figures worked out by hand from the tables."""

from dataclasses import replace

import pytest

from analysis.plan.marks import marks
from analysis.state.view import with_region


@pytest.fixture(scope="module")
def marks_of(catalog, view_of):
    def build(indicator_id, *slugs, **years):
        return marks(catalog, view_of(indicator_id, *slugs, **years), indicator_id)

    return build


def test_industrial_value_added_since_2013_and_since_2022(marks_of):
    """北京 3,336.6 (2013), 5,655.1 (2022), 5,927.2 (2024): +77.6 %, +4.8 %."""
    beijing = marks_of("va_industry").regions[0]
    assert (beijing.value.text, beijing.year) == ("5,927.2 亿元".replace(" ", "\u2009"), 2024)
    assert beijing.since_base.text == "比 2013 年增长 77.6%（按现价计算）"
    assert beijing.since_2022.text == "比 2022 年增长 4.8%（按现价计算）"
    assert (beijing.since_base.arrow, beijing.since_base.tone) == ("up", "neutral")


def test_what_falls_since_2022_has_no_pace_however_it_grew_before(marks_of):
    """河北 1,748 (2018), 4,746 (2022), 3,685 (2023): 16.09 % a year, and a fifth lost since 2022;
    until 2022 it is (4,746 / 1,748)^(1/4) - 1 = 28.4 %."""
    every = marks_of("ind_ent_with_rd").regions
    assert {r.pace_reason for r in every} == {"2022 年以来未朝期望方向变动，不评速度。"}
    assert [r.rate for r in every] == [None] * 3
    hebei = marks_of("ind_ent_with_rd", end=2022).regions[2]
    assert (hebei.pace.pace, hebei.pace_years) == ("fast", (2018, 2022))
    assert hebei.rate == pytest.approx(28.365, abs=1e-3)
    assert hebei.pace_text == "2019—2022 年年均增长 28.36%（以 2018 年为基期）"


def test_falling_emissions_are_the_wanted_direction(marks_of):
    """河北 SO2 16.17 (2020) to 13.72 (2024): five years after the break, -4.02 % a year;
    河北 CO2 681.8 (2010) to 862.3 (2022): +1.98 % a year."""
    sulphur, carbon = (marks_of(i).regions[2] for i in ("so2_emissions", "co2_sectoral"))
    assert (sulphur.pace.pace, sulphur.pace_text) == (
        "fast",
        "2021—2024 年年均下降 4.02%（以 2020 年为基期）",
    )
    assert sulphur.rate < 0
    assert (sulphur.since_base.tone, sulphur.since_base.note) == ("good", "2020 年以前口径不同")
    assert (carbon.pace.pace, carbon.pace_text) == (
        "worse",
        "2011—2022 年年均增长 1.98%（以 2010 年为基期）",
    )
    assert (carbon.since_base.arrow, carbon.since_base.tone) == ("up", "bad")


def test_gaps_do_not_matter_but_four_values_are_too_few(marks_of):
    """PM2.5: 北京 has eight years of 2013—2024 (89.5 to 30.5), but 30.5 is more than the 30 of
    2022, so that no pace is called an improvement; 天津 has only four."""
    beijing, tianjin, _ = marks_of("pm25").regions
    assert beijing.pace_reason == "2022 年以来未朝期望方向变动，不评速度。"
    assert (tianjin.pace, tianjin.pace_reason) == (None, "所选年份只有 4 年数值，不足 5 年。")
    assert (tianjin.since_2022.arrow, tianjin.since_2022.tone) == ("up", "bad")  # 37 to 41


def test_nothing_is_said_across_the_break_of_the_last_year(marks_of):
    beijing = marks_of("rd_intensity").regions[0]
    assert beijing.since_base.reason == "2024 年与此前口径不同，不能比较。"
    assert beijing.pace_reason == "2024 年口径调整，此后只有 1 年数值，不足 5 年。"
    before = marks_of("rd_intensity", end=2023).regions[0]  # 6.31 (2019) to 6.73 (2023)
    assert before.since_base.text == "比 2019 年上升 0.42 个百分点"
    # (6.73 / 6.31)^(1/4) - 1 = 1.62 % a year, but less than in 2022
    assert before.pace_reason == "2022 年以来未朝期望方向变动，不评速度。"


def test_where_only_the_three_together_have_values_that_is_said(marks_of):
    found = marks_of("bj_to_jh_tech_contract_value")
    assert found.scope == "仅有京津冀数"
    (together,) = found.regions
    assert (together.code, together.pace_text) == ("JJJ", "")
    assert together.pace_reason == "按现价计算，不作评价。"
    assert marks_of("product_quality_pass").scope == "仅有全国数"


def test_a_bound_is_neither_compared_nor_grown(catalog, view_of):
    found = marks(catalog, view_of("jjj_cross_branches_year"), "jjj_cross_branches_year")
    (together,) = found.regions
    assert "约" in together.value.text
    assert together.pace is None
    assert together.since_base.arrow is None


def test_a_region_without_values_stays_and_says_so(marks_of):
    beijing, tianjin, hebei = marks_of("little_giants").regions
    assert (beijing.value, beijing.year) == (None, None)
    assert beijing.since_base.reason == "所选年份的数值本站未收录。"
    assert beijing.pace_reason == "所选年份的数值本站未收录。"
    assert (tianjin.year, hebei.year) == (2024, 2021)


def test_the_evidence_names_publisher_age_and_trust(catalog, marks_of):
    found = marks_of("co2_sectoral").evidence
    assert (found.publisher, found.last_year, found.trust, found.years) == ("CEADs", 2022, "B", 13)
    assert found.age == int(catalog.version[:4]) - 2022
    assert marks_of("pct_applications").evidence.trust == "A"
    nothing = marks_of("pct_applications", start=2010, end=2011).evidence
    assert (nothing.last_year, nothing.years) == (None, 0)


def test_the_years_of_the_view_hold(marks_of):
    found = marks_of("va_industry", start=2018, end=2021)
    assert found.regions[0].year == 2021
    assert found.regions[0].since_base.since == 2018
    assert found.regions[0].pace is None  # four years
    years = [year for trail in found.trails for piece in trail.pieces for year, _ in piece]
    assert (min(years), max(years)) == (2018, 2021)


def test_theme_and_indicator_of_the_view_do_not_matter(catalog, options, view_of):
    view = view_of("pm25")
    other = replace(view, theme="overall", indicator="gdp")
    assert marks(catalog, view, "pm25") is marks(catalog, other, "pm25")
    one = marks(catalog, with_region(view, "beijing", options), "pm25")
    assert [r.slug for r in one.regions] == ["tianjin", "hebei"]


def test_every_indicator_has_marks_or_reasons(catalog, view_of):
    for name in catalog.indicators:
        for region in marks(catalog, view_of(name), name).regions:
            for mark in (region.since_base, region.since_2022):
                assert (mark.arrow is None) == bool(mark.reason), name
            assert (region.pace is None) == bool(region.pace_reason), name
            assert (region.rate is None) == (region.pace is None), name
