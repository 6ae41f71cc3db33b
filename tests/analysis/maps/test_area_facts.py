"""The facts of an area that is open on the map."""

from analysis.maps.area_facts import area_facts


def test_a_county_is_told_with_its_surface_its_people_and_its_largest_industries(catalog):
    found = area_facts(catalog, "130638")
    told = {one.name: (one.text, one.year) for one in found.figures}
    assert told["常住人口"] == ("47.9\u2009万人", 2020)
    assert told["城镇化率"] == ("49.2%", 2020)
    assert told["面积"][0].endswith("\u2009平方公里")
    assert told["人口密度"][0].endswith("\u2009人/平方公里")
    assert "地区生产总值" not in told
    assert len(found.industries) == 3
    assert [one.name_zh for one in found.trail] == ["河北省", "保定市", "雄县"]
    assert any("抽样 10%" in note for note in found.notes)
    assert any("面积按边界计算" in note for note in found.notes)


def test_a_prefecture_has_its_product_too(catalog):
    told = {one.name: (one.text, one.year) for one in area_facts(catalog, "130600").figures}
    assert told["地区生产总值"] == ("4,825\u2009亿元", 2023)
    assert told["地区生产总值增长（不变价）"] == ("6.2%", 2023)


def test_a_region_that_is_told_as_a_sum_leaves_out_what_does_not_add_up(catalog):
    told = {one.name: one.text for one in area_facts(catalog, "130000").figures}
    assert told["常住人口"] == "7,461.0\u2009万人"
    assert "平均受教育年限" not in told
    assert "本站未收录" not in told.values()
