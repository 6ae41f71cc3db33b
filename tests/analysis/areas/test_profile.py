"""One area at a glance."""

import pytest

from analysis.areas.facts import facts, place_text


@pytest.fixture(scope="module")
def anping(summary_of):
    return summary_of("area=131125").profile


def test_it_says_where_the_area_lies_and_its_place(anping):
    assert anping.above == ("河北省", "衡水市")
    assert anping.rank.place == 1
    assert anping.rank.value == pytest.approx(3.05, abs=0.005)
    assert place_text(anping, "制造业") == (
        "制造业占就业人口 51.0%，区位商 3.05，在 199 个县（市、区）中居第 1 位（2020 年）"
    )


def test_industries_come_by_size_and_all_of_them_are_the_whole(anping):
    own = [bar.own for bar in anping.bars]
    assert len(own) == 19
    assert own == sorted(own, reverse=True)
    assert sum(own) == pytest.approx(100, abs=0.2)
    first = anping.bars[0]
    assert (first.industry, round(first.three, 1), round(first.province, 1)) == (
        "manufacturing", 16.7, 18.7,
    )  # fmt: skip
    assert first.quotient == pytest.approx(first.own / first.three)


def test_people_are_told_in_words(anping):
    assert dict(facts(anping))["常住人口"] == "32.7\u2009万人"


def test_one_steps_through_the_counties_in_the_order_of_the_list(summary_of, anping):
    assert summary_of(f"area={anping.before}").profile.after == "131125"
    assert summary_of(f"area={anping.after}").profile.before == "131125"
    assert summary_of("area=110101").profile.before == ""


def test_a_prefecture_has_no_place_among_counties(summary_of):
    found = summary_of("area=131100").profile
    assert found.rank is None
    assert found.above == ("河北省",)
    assert "居第" not in place_text(found, "制造业")


def test_a_region_is_its_own_province(summary_of):
    found = summary_of("area=130000").profile
    assert found.above == ()
    assert {bar.province for bar in found.bars} == {None}
    assert round(found.bars[1].own + found.bars[0].own, 1) > 30
    assert found.platforms


def test_platforms_of_a_county_are_those_of_its_prefecture_too(summary_of, catalog):
    place = next(p for p in catalog.platforms if (p.adcode or "")[:4] == "1306")
    county = place.adcode
    for code in (county, county[:4] + "00", "130000"):
        known = catalog.areas.by_code.get(code)
        if known and known.is_mapped:
            assert place in summary_of(f"area={code}").profile.platforms
