"""An indicator of a store on the map of areas; nothing of it where there is no store."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from analysis.areas.address import area_choices, areas_view, query_of
from analysis.areas.area_facts import area_fact
from analysis.areas.summary import areas_summary
from data.cube.contract import FACTS
from data.cube.facts import Facts
from data.cube.memory import MemoryCube
from data.model.periods import period
from data.package.facts import with_facts

NAME = "made"
FIRST, LAST = period("2024-01"), period("2024-02")
COUNTIES = ("110101", "110102", "130109")


@pytest.fixture(scope="module")
def held(catalog):
    """A catalog whose store has three counties in two months, one of them in the first alone."""
    said = (None, "A", "A", next(iter(catalog.sources)))
    rows = [
        *((NAME, code, FIRST, float(n), *said) for n, code in enumerate(COUNTIES)),
        *((NAME, code, LAST, 10.0 - n, *said) for n, code in enumerate(COUNTIES[:2])),
        (NAME, "999999", LAST, 1000.0, *said),
    ]
    row = replace(catalog.indicators["gdp"], indicator_id=NAME, name_zh="甲", unit_zh="件")
    whole = replace(catalog, indicators=MappingProxyType({**catalog.indicators, NAME: row}))
    tables = {"fact_indicators": [{"indicator_id": NAME}]}
    return with_facts(whole, tables, Facts.of(MemoryCube(FACTS, rows)))


def test_the_newest_period_is_shown_and_what_is_missing_is_not_held(held):
    found = area_fact(held, NAME, 0, ("110000", "120000", "130000"), "110101")
    assert (found.period, found.periods) == (LAST, (FIRST, LAST))
    assert found.title == "甲，2 个县（市、区），2024 年 1—2 月"
    values = {one.code: (one.value, one.text) for one in found.counties}
    assert values["110101"] == (10.0, "10.0\u2009件")
    assert values["130109"] == (None, "本站未收录")
    assert [one.code for one in found.top + found.bottom] == ["110101", "110102"]
    assert found.series == (("2024 年 1—2 月", "10.0\u2009件"), ("2024 年 1 月", "0.0\u2009件"))
    assert area_fact(held, "gdp", 0, (), "") is None


def test_an_address_names_indicator_and_period_and_what_is_wrong_is_said(held, options):
    known = area_choices(held)
    chosen, remarks = areas_view("fact=made&period=2024-01&area=130109", options, known)
    assert (chosen.fact, chosen.period, remarks) == (NAME, FIRST, ())
    assert query_of(chosen, options, known) == "?area=130109&fact=made&period=2024-01"
    wrong, remarks = areas_view("fact=made&period=2030-01", options, known)
    assert (wrong.fact, wrong.period) == (NAME, 0) and "2024-01 到 2024-02" in remarks[0]
    other, remarks = areas_view("fact=unknown", options, known)
    assert other.fact == "" and "made" in remarks[0]


def test_without_a_store_the_page_is_as_it_was(catalog, options):
    known = area_choices(catalog)
    assert known.facts == {}
    chosen, remarks = areas_view("fact=made", options, known)
    assert chosen.fact == "" and len(remarks) == 1
    assert areas_summary(catalog, chosen).fact is None
