"""The Profile: every headline of a region, checked by hand against the table."""

from functools import cache

import pytest

from analysis.overview.comparison import comparison
from analysis.regions.summary import region_summary
from analysis.series.quantities import number
from data.model.catalog import JJJ

SLUGS = ("beijing", "tianjin", "hebei")

SEPTEMBER = "（截至 2024 年 9 月末）"


@pytest.fixture(scope="module")
def profile_of(catalog):
    @cache
    def build(slug, start=2010, end=2024):
        return region_summary(catalog, slug, start, end)

    return build


@pytest.fixture(scope="module")
def row_of(profile_of):
    def build(slug, indicator_id, start=2010, end=2024):
        return rows(profile_of(slug, start, end))[indicator_id]

    return build


def rows(found):
    return {row.indicator: row for group in found.themes for row in group.rows}


def phrases(row):
    return {dot.slug: dot.text for dot in row.dots}


@pytest.mark.parametrize("slug", ["jjj", "nation", "shanghai", ""])
def test_there_are_three_profiles_and_no_other(catalog, slug):
    with pytest.raises(KeyError):
        region_summary(catalog, slug, 2010, 2024)


@pytest.mark.thorough
def test_every_headline_of_every_theme_has_a_row_in_any_range(catalog, profile_of):
    wanted = {t: [i.indicator_id for i in catalog.headlines(t)] for t in catalog.themes}
    for slug in SLUGS:
        for span in [(2010, 2024), (2012, 2012), (2025, 2025), (2010, 2010), (2013, 2019)]:
            found = profile_of(slug, *span)
            assert {g.theme.theme: [r.indicator for r in g.rows] for g in found.themes} == wanted


def test_a_sum_has_value_change_places_and_part(row_of):
    row = row_of("hebei", "gdp")
    assert (row.quantity.text, row.year, row.publisher) == (
        "47,448.1\u2009亿元",
        2024,
        "国家统计局",
    )
    # the published index 105.4 less 100, at constant prices
    assert (row.change.text, row.change.arrow, row.change.label) == (
        "5.4%",
        "up",
        "比上年（不变价）",
    )
    assert [dot.value for dot in row.dots] == [49670.2, 17931.3, 47448.1]
    # 47448.1 / (49670.2 + 17931.3 + 47448.1) = 47448.1 / 115049.6
    assert row.share == pytest.approx(47448.1 / 115049.6 * 100)
    assert row.notes == ("31 省中由高到低第 13 位",)
    assert (row.absence, row.stand_in) == ("", "")


def test_a_sum_is_never_set_beside_the_nation_but_a_rate_is(row_of):
    assert set(phrases(row_of("hebei", "gdp"))) == set(SLUGS)  # the nation's exists: 1,349,083.5
    assert phrases(row_of("tianjin", "gdp_per_capita")) == {
        "beijing": "228,167\u2009元/人",
        "tianjin": "132,143\u2009元/人",
        "hebei": "64,352\u2009元/人",
        "nation": "95,749\u2009元/人",
    }
    assert phrases(row_of("beijing", "rd_intensity"))["nation"] == "2.69%"


def test_a_nation_without_a_value_in_that_year_has_no_place(row_of):
    row = row_of("hebei", "gdp_per_capita", end=2025)  # the nation's ends in 2024
    assert (row.year, set(phrases(row))) == (2025, set(SLUGS))


def test_a_row_has_one_unit(row_of):
    # 64,631 alone would stay 件; with Beijing's 574,323 all are in 万件
    row = row_of("hebei", "valid_invention_patents")
    assert row.quantity.text == "6.46\u2009万件"
    assert [dot.value for dot in row.dots] == pytest.approx([57.4323, 6.3761, 6.4631])
    # 64631 / (574323 + 63761 + 64631) = 64631 / 702715 = 9.197%
    assert number(row.share, 1) == "9.2"


@pytest.mark.thorough
def test_every_part_is_the_one_the_overview_shows(catalog, topic_of, profile_of):
    compared = 0
    for slug in SLUGS:
        for indicator_id, row in rows(profile_of(slug)).items():
            shown = comparison(catalog, topic_of(indicator_id, end=row.year or 2024), 2024)
            bar = next((b for b in shown.bars if b.slug == slug), None)
            if bar is None or shown.year != row.year:
                continue
            assert (row.share is None) == (bar.share is None), indicator_id
            assert row.quantity == bar.quantity, indicator_id
            if row.share is not None:
                assert number(row.share, 1) == number(bar.share, 1), indicator_id
                compared += 1
    assert compared == 3 * 28  # 软件出口's base is suspect: no part of it


def test_parts_of_the_three_add_to_100(profile_of):
    found = [rows(profile_of(slug)) for slug in SLUGS]
    for indicator_id in found[0]:
        parts = [one[indicator_id].share for one in found]
        if None not in parts:
            assert sum(parts) == pytest.approx(100)


def test_no_part_where_parts_mean_nothing_or_one_is_missing(row_of):
    assert row_of("beijing", "disposable_income").share is None
    row = row_of("beijing", "pm25")  # 2024: only Beijing
    assert (row.year, row.share, row.notes[0]) == (2024, None, "天津、河北 2024 年本站未收录")
    assert [dot.value for dot in row.dots] == [30.5, None, None]
    assert phrases(row)["hebei"] == "本站未收录"


def test_a_value_older_than_the_range_says_which_years_are_missing(row_of):
    assert row_of("hebei", "pm25").notes[0] == "2024 年本站未收录"
    assert row_of("tianjin", "madrid_tm_apps").notes[0] == "2023—2024 年本站未收录"
    assert row_of("tianjin", "madrid_tm_apps", end=2022).notes == ()


def test_no_change_and_no_line_across_a_break(row_of):
    row = row_of("hebei", "software_revenue", end=2022)  # a break between 2021 and 2022
    assert row.change is None
    assert "与上年口径不同，不计算增减" in row.notes
    later = row_of("hebei", "software_revenue")
    assert later.change.text == "28.7%"  # 846.02632 / 657.21 - 1
    pieces = [[year for year, _ in piece] for piece in later.trails[0].pieces]
    assert pieces == [list(range(2013, 2022)), [2022, 2023, 2024]]


def test_a_percentage_changes_in_percentage_points(row_of):
    row = row_of("hebei", "rd_intensity")
    assert (row.change, row.quantity.text) == (None, "2.04%")  # a break from 2023 to 2024
    assert "与上年口径不同，不计算增减" in row.notes
    change = row_of("hebei", "rd_intensity", end=2023).change  # 2.08 - 2.00
    assert (change.arrow, change.text, change.unit) == ("up", "0.08\u2009个百分点", "个百分点")


def test_status_and_carrier_stand_beside_the_number(row_of):
    notes = row_of("hebei", "co2_sectoral").notes
    assert notes == ("2023—2024 年本站未收录", "估计值（学术核算，非官方统计）")
    # 13.72 / (0.11 + 0.61 + 13.72) = 13.72 / 14.44 = 95.01%
    row = row_of("hebei", "so2_emissions")
    assert (number(row.share, 1), row.notes) == ("95.0", ())
    assert (row.change.arrow, row.change.tone) == ("down", "good")


def test_without_a_value_of_its_own_a_row_says_whose_there_is(row_of):
    row = row_of("tianjin", "base_stations_5g")
    assert (row.absence, row.stand_in) == (
        "仅有京津冀数",
        f"2024 年京津冀 37.5\u2009万个{SEPTEMBER}",
    )
    assert (row.quantity, row.year, row.change, row.share) == (None,) * 4
    assert (row.dots, row.trails) == ((), ())
    national = row_of("hebei", "product_quality_pass")
    assert (national.absence, national.stand_in) == ("仅有全国数", "2024 年全国 93.93%")


def test_only_the_three_is_not_said_where_another_region_has_a_value(row_of):
    # Tianjin 283 (2024) and Hebei 202 (2021) are published, Beijing's is not
    row = row_of("beijing", "little_giants")
    assert (row.absence, row.stand_in) == ("所选年份本站未收录", "2022 年京津冀 1,100\u2009多家")
    own = row_of("hebei", "little_giants")
    assert (own.quantity.text, own.year, own.stand_in) == (
        "202\u2009家（截至 2021 年 11 月）",
        2021,
        "",
    )


def test_missing_stays_missing(profile_of, published):
    found = rows(profile_of("tianjin", 2012, 2012))
    codes = {"beijing": "110000", "tianjin": "120000", "hebei": "130000", "nation": "000000"}
    for indicator_id, row in found.items():
        exists = (indicator_id, "120000", 2012) in published
        assert (row.quantity is not None) == exists, indicator_id
        assert bool(row.absence) != exists, indicator_id
        for dot in row.dots:
            has_value = (indicator_id, codes[dot.slug], 2012) in published
            assert (dot.value is not None) == has_value, (indicator_id, dot.slug)
    assert found["disposable_income"].absence == "所选年份本站未收录"


def test_the_lead_ranks_only_achievements_of_its_own_year_and_kind(profile_of):
    # industry: 14942.5 / (5927.2 + 5736.1 + 14942.5) = 56.2%
    assert profile_of("hebei").lead == (
        "2024 年河北地区生产总值 47,448.1\u2009亿元，占三地 41.2%；"
        "同年按现价总量计算的 6 项主要指标中，占三地比重最高的是工业增加值（56.2%），"
        "最低的是软件业务收入（2.4%）。"
    )
    # in 2025 only income per head is there yet, of which no part can be computed
    assert profile_of("hebei", 2025, 2025).lead == "2025 年河北人均地区生产总值 66,936\u2009元/人。"


@pytest.mark.thorough
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("end", [2012, 2016, 2020, 2023, 2024])
def test_a_part_of_what_is_unwanted_or_suspect_is_never_a_lead(catalog, profile_of, slug, end):
    found = profile_of(slug, end=end)
    names = {row.name: catalog.indicators[name] for name, row in rows(found).items()}
    ranked = [row for name, row in names.items() if f"是{name}（" in found.lead]
    assert len(ranked) in (0, 2)
    for row in ranked:
        assert (row.direction, row.measure_type, row.price_basis) == (
            "higher_better",
            "flow",
            "current",
        )


def test_claims_are_the_regions_own_then_those_of_the_three(catalog, profile_of):
    owners = {claim.claim_id: claim.region_code for claim in catalog.claims}
    found = {slug: profile_of(slug).claims for slug in SLUGS}
    own = {
        slug: [c.claim_id for c in claims if owners[c.claim_id] != JJJ]
        for slug, claims in found.items()
    }
    assert own == {"beijing": ["S11"], "tianjin": ["S25", "S12"], "hebei": ["S15"]}
    for claims in found.values():
        scopes = [claim.scope for claim in claims]
        assert scopes == sorted(scopes, key=lambda scope: "三地合计" in scope)
        assert [c.scope for c in claims if owners[c.claim_id] == JJJ] == ["仅有京津冀数"] * 8
    assert found["beijing"][0].quantity.text == "近\u20093,000\u2009家"


def test_platforms_stand_by_tier_and_shared_ones_in_each_profile(catalog, profile_of):
    for slug in SLUGS:
        found = profile_of(slug)
        code = found.region.region_code
        inside = {p.platform_id for p in catalog.platforms if code in p.region_codes}
        listed = [p.platform_id for group in found.platforms for p in group.platforms]
        assert sorted(listed) == sorted(inside)
        orders = [group.tier.order for group in found.platforms]
        assert orders == sorted(orders)
        assert all(p.tier == g.tier.tier for g in found.platforms for p in g.platforms)
    zones = [{p.platform_id for g in profile_of(slug).platforms for p in g.platforms}
             for slug in ("beijing", "hebei")]  # fmt: skip
    assert "F2" in zones[0] & zones[1]  # the airport zone lies in both
    assert "W2" not in zones[0]
