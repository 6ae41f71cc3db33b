"""The provinces of the nation in one period: positions with ties, the median, and when there is
none of either."""

from dataclasses import replace

import pytest

from analysis.series.distribution import distribution, position, refusal
from analysis.series.scales import numbers_of
from data.model.areas import ProvinceValues

OTHERS = tuple(
    f"{n}0000" for n in (14, 15, *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55),
                         *range(61, 66))
)  # fmt: skip


@pytest.fixture(scope="module")
def found_of(catalog, topic_of):
    """The distribution of an indicator, and why there is none; `others` in place of the values
    of the other provinces, by year."""

    def build(indicator_id, *slugs, key="published", others=None, **span):
        held = catalog
        if others is not None:
            rows = {(indicator_id, y): ProvinceValues(own, "A") for y, own in others.items()}
            held = replace(catalog, areas=replace(catalog.areas, provinces=rows))
        topic = topic_of(indicator_id, *slugs, **span)
        numbers = numbers_of(held, topic, key)
        return distribution(held, topic, key, numbers), refusal(held, topic, key, numbers)

    return build


def test_the_product_of_2024_by_hand(found_of):
    found, why = found_of("gdp")
    assert why == ""
    assert (found.period, len(found.standings), found.missing) == (2024, 31, ())
    assert [(s.name, s.rank) for s in found.chosen] == [("北京", 12), ("天津", 24), ("河北", 13)]
    assert [s.name for s in found.standings[:2]] == ["广东", "江苏"]
    assert (found.median, found.median_text) == (32540.8, "32,540.8\u2009亿元")  # 辽宁, the 16th
    assert found.told == (
        "按数值由高到低，北京第 12 位，天津第 24 位，河北第 13 位；31 个省级单位均有数值，"
        "中位数 32,540.8\u2009亿元。"
    )


def test_others_are_marked_only_where_they_are_chosen(found_of):
    found, _ = found_of("gdp", "hebei")
    assert [s.slug for s in found.standings if s.slug] == ["hebei"]


def test_equal_values_share_a_position_and_the_next_is_left_out(found_of, catalog):
    own = catalog.observations["gdp", "110000", 2024].value
    others = dict.fromkeys(OTHERS, 1e6) | {"650000": own}
    found, _ = found_of("gdp", others={2024: others})
    by_name = {s.name: s for s in found.standings}
    assert [by_name[n].position for n in ("北京", "新疆")] == ["第 28 位（并列）"] * 2
    assert by_name["河北"].position == "第 30 位"
    assert by_name["山西"].position == "第 1 位（并列）"


@pytest.mark.parametrize(("count", "is_enough"), [(22, True), (21, False)])
def test_never_of_fewer_than_25(found_of, count, is_enough):
    found, why = found_of("gdp", others={2024: dict.fromkeys(OTHERS[:count], 1.0)})
    assert (found is not None) == is_enough
    assert (why == "") == is_enough
    if found is None:
        assert why == "所选年份最多只有 24 个省级单位有数值，不足 25 个，不作排序。"
    else:
        assert found.held.startswith("31 个省级单位中有 25 个有数值（")
        assert "新疆的数值本站未收录" in found.held


def test_nobody_is_ranked_where_a_chosen_region_is_missing(found_of, catalog):
    years = [y for (i, c, y) in catalog.observations if (i, c) == ("pm25", "130000")]
    others = {year: dict.fromkeys(OTHERS, 30.0) for year in (*years, 2024)}
    assert 2024 not in years
    assert found_of("pm25", others=others)[0].period == max(years)
    assert found_of("pm25", "beijing", others=others)[0].period == 2024
    found, why = found_of("pm25", others={2024: dict.fromkeys(OTHERS, 30.0)})
    assert found is None
    assert why.startswith("没有所选地区均有数值")


def test_where_no_other_province_is_held_that_is_the_reason(found_of):
    found, why = found_of("pm25")
    assert found is None
    assert why == "所选年份其他省（区、市）的数值本站未收录。"


def test_what_is_suspect_is_not_ranked(found_of, catalog):
    (name, code, year), _ = next(iter(catalog.suspects.items()))
    slug = catalog.region(code).slug
    others = {year: dict.fromkeys(OTHERS, 1.0)}
    found, _ = found_of(name, slug, others=others, start=year, end=year)
    assert found is None


def test_a_growth_is_ranked_as_it_is_shown(found_of):
    found, _ = found_of("gdp", key="change")
    texts = {}
    for one in found.standings:
        texts.setdefault(one.text, set()).add(one.rank)
    assert all(len(ranks) == 1 for ranks in texts.values())
    assert any(one.is_tied for one in found.standings)


@pytest.mark.parametrize(
    ("code", "year", "said"),
    [
        ("110000", 2024, "31 省中由高到低第 12 位"),
        ("120000", 2024, "31 省中由高到低第 24 位"),
        ("110000", 2009, ""),
    ],
)
def test_a_regions_position_in_words(catalog, topic_of, code, year, said):
    assert position(catalog, topic_of("gdp"), code, year) == said


def test_a_position_says_of_how_many_where_some_are_missing(catalog, topic_of):
    rows = {("gdp", 2024): ProvinceValues(dict.fromkeys(OTHERS[:22], 1.0), "A")}
    few = replace(catalog, areas=replace(catalog.areas, provinces=rows))
    said = position(few, topic_of("gdp"), "110000", 2024)
    assert said == "有数值的 25 省中由高到低第 1 位"
