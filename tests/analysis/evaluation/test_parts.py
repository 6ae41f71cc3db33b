"""The links of the parts from the published values: which count, and why the others do not."""

from dataclasses import replace
from math import log
from types import MappingProxyType

import pytest

from analysis.evaluation.parts import part_series
from tests.edited import edited

CODES = ("110000", "120000", "130000")


def links_of(catalog, name):
    return next(one for one in part_series(catalog) if one.part.part == name).links


def three(catalog, indicator, year):
    return sum(catalog.observations[indicator, code, year].value for code in CODES)


def test_a_ratio_is_of_the_three_together(catalog):
    found = links_of(catalog, "rd-intensity")[2020]
    ratios = [three(catalog, "rd_expenditure", y) / three(catalog, "gdp", y) for y in (2019, 2020)]
    assert found.change == pytest.approx(log(ratios[1] / ratios[0]))
    assert found.reason == "" and found.is_counted()


def test_a_fall_counts_where_a_fall_is_wanted(catalog):
    found = links_of(catalog, "electricity")[2020]
    ratios = [
        three(catalog, "electricity_consumption", y) / three(catalog, "gdp", y)
        for y in (2019, 2020)
    ]
    assert found.change == pytest.approx(-log(ratios[1] / ratios[0]))


def test_a_break_keeps_a_link_out_and_its_change_is_known(catalog):
    found = links_of(catalog, "software")[2022]
    assert found.is_broken and found.change is not None and not found.is_counted()
    assert found.reason.startswith("软件业务收入 2022 年口径调整：")


def test_a_year_without_a_value_is_said_for_both_its_links(catalog):
    links = links_of(catalog, "hitech")
    assert links[2017].reason == "高技术制造业营业收入（规上） 2017 年本站未收录"
    assert links[2018].reason == "高技术制造业营业收入（规上） 2017 年本站未收录"
    assert links[2017].change is None and not links[2017].is_broken


def test_a_year_without_the_value_of_one_region_names_it(catalog):
    other = edited(catalog, {("trade_total_rmb", "120000", 2020): None})
    links = links_of(other, "trade")
    assert "2020 年天津本站未收录" in links[2020].reason
    assert "2020 年天津本站未收录" in links[2021].reason
    assert links[2022].is_counted()


def test_a_doubtful_value_is_not_compared(catalog):
    key = ("trade_total_rmb", "130000", 2020)
    other = replace(catalog, suspects=MappingProxyType({**catalog.suspects, key: "存疑"}))
    assert "2020 年河北数值存疑" in links_of(other, "trade")[2020].reason
    assert links_of(other, "trade")[2022].is_counted()


def test_what_a_link_rests_on_has_a_class(catalog):
    estimated = links_of(catalog, "carbon")[2020]
    assert estimated.is_estimated and estimated.is_counted()
    assert not estimated.is_counted("AB") and not estimated.is_counted("A")
    copied = links_of(catalog, "trade")[2020]
    assert copied.trust == "B" and copied.is_counted("AB") and not copied.is_counted("A")


def test_one_lower_class_is_enough(catalog):
    values = {
        (name, code, year): replace(catalog.observations[name, code, year], trust="A")
        for name in ("trade_total_rmb", "gdp") for code in CODES for year in (2019, 2020)
    }  # fmt: skip
    assert links_of(edited(catalog, values), "trade")[2020].is_counted("A")
    del values["gdp", "130000", 2019]
    assert links_of(edited(catalog, values), "trade")[2020].trust == "B"
    once = {
        ("gdp", "130000", 2019): replace(catalog.observations["gdp", "130000", 2019], trust="C")
    }
    found = links_of(edited(catalog, once), "trade")[2020]
    assert found.is_counted() and not found.is_counted("AB")


def test_growth_needs_no_growth_of_the_year_before(catalog):
    links = links_of(catalog, "real-growth")
    assert not links[2015].is_counted() and links[2016].is_counted()


def test_sources_are_named_once(catalog):
    for one in part_series(catalog):
        assert len(set(one.sources)) == len(one.sources)
        assert one.sources or not any(link.is_counted() for link in one.links.values())
