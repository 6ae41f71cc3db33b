"""Files for the real tables: quarters go where quarters are counted, every unit is known."""

from data.imports.mapping import Answers, suggest
from data.imports.reading import parsed
from data.imports.recognise import recognised
from data.imports.units import unit


def suggestions(catalog, name):
    text = f"指标：{name}\n地区,2025年第二季度\n北京市,25029.2\n注：第五次全国经济普查后修订\n"
    found = recognised(parsed(text.encode(), "数据.csv"))
    (options,) = suggest(catalog, found, Answers()).subjects.values()
    return {one.indicator_id: one.question for one in options}


def test_quarters_go_to_the_indicator_that_counts_them(catalog):
    found = suggestions(catalog, "地区生产总值_累计值(亿元)")
    assert "gdp_cumulative" in found
    assert "gdp" not in found


def test_a_quarter_alone_is_asked_about(catalog):
    found = suggestions(catalog, "地区生产总值_当季值(亿元)")
    assert all("累计" in question for question in found.values())


def test_every_unit_of_the_catalogue_is_known(catalog):
    for one in catalog.indicators.values():
        assert unit(one.unit_zh), one.unit_zh
