"""Base colours of areas: each in the class of its value, whatever has none is named."""

from dataclasses import replace

import pytest

from analysis.maps.area_shading import area_shading, bases
from data.model.areas import LAST_CENSUS


@pytest.fixture(scope="module")
def shading_of(catalog):
    return lambda base: area_shading(catalog, base)


@pytest.mark.thorough
def test_every_base_colours_each_area_once_in_the_class_of_its_value(catalog, shading_of):
    for base in bases(catalog):
        found = shading_of(base)
        assert len({row.code for row in found.rows}) == len(found.rows), base
        for row in found.rows:
            if row.value is None:
                assert (row.place, row.text) == (None, "本站未收录"), base
                continue
            own = found.classes[row.place]
            assert own.low is None or row.value >= own.low, (base, row)
            assert own.high is None or row.value < own.high, (base, row)
        strengths = [found.strength(n) for n in range(len(found.classes))]
        assert strengths == sorted(set(strengths)), base
        assert (strengths[0], strengths[-1]) == (0, 1), base


def test_a_caption_has_level_measure_year_and_unit(shading_of):
    found = shading_of("county.density")
    assert found.caption == "底色：2020 年县（市、区）人口密度（人/平方公里）"
    assert found.note == "面积按边界计算。"
    assert found.sources == ("国家统计局《中国人口普查分县资料—2020》",)
    assert len(found.rows) == 199
    assert found.absent == ()


def test_the_product_is_of_thirteen_units(shading_of):
    found = shading_of("prefecture.product")
    by_code = {row.code: row.text for row in found.rows}
    assert by_code["130100"] == "7,534\u2009亿元"
    assert by_code["110000"] == "43,761\u2009亿元"
    assert len(by_code) == 13
    assert found.year == 2023


def test_a_county_has_no_product(catalog):
    assert "county.product" not in bases(catalog)
    assert "prefecture.product" in bases(catalog)


def test_without_areas_there_is_no_base(catalog):
    bare = replace(catalog, areas=replace(catalog.areas, census={}, products={}))
    assert bases(bare) == ()


def test_what_is_missing_is_named_and_coloured_as_nothing(catalog):
    key = ("110101", LAST_CENSUS)
    census = {k: row for k, row in catalog.areas.census.items() if k != key}
    bare = replace(catalog, areas=replace(catalog.areas, census=census))
    found = area_shading(bare, "county.residents")
    assert found.absent == ("东城区",)
    assert [row.text for row in found.rows if row.place is None] == ["本站未收录"]
