"""An indicator of a store on the map of areas; nothing of it where there is no store."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from analysis.areas.address import area_choices, areas_view, query_of
from analysis.areas.area_facts import area_fact
from analysis.areas.summary import areas_summary
from analysis.meeting.scene_of_address import NoScene, scene_of
from analysis.reports.views.areas import areas
from data.cube.contract import FACTS
from data.cube.facts import Facts
from data.cube.memory import MemoryCube
from data.model.periods import period
from data.package.facts import with_facts
from reports.area_files import areas_book, areas_csv
from reports.areas import areas_report

NAME = "made"
FIRST, LAST = period("2024-01"), period("2024-02")
COUNTIES = ("110101", "110102", "130109")


@pytest.fixture(scope="module")
def held(catalog):
    """A catalog whose store has three counties in two months, one of them in the first alone."""
    said = (None, "A", "A", next(iter(catalog.sources)))
    rows = [
        *((NAME, code, FIRST, float(n), *said) for n, code in enumerate(COUNTIES)),
        (NAME, COUNTIES[0], LAST, 10.0, *said),
        (NAME, COUNTIES[1], LAST, 9.0, "nearly", "P", "A", next(iter(catalog.sources))),
        (NAME, "999999", LAST, 1000.0, *said),
    ]
    return with_rows(catalog, rows)


@pytest.fixture(scope="module")
def with_regions(catalog):
    """One whose store has the three regions too."""
    said = (None, "A", "A", next(iter(catalog.sources)))
    codes = (*COUNTIES, *(region.region_code for region in catalog.regions.values()))
    rows = [(NAME, code, when, 5.0, *said) for code in codes for when in (FIRST, LAST)]
    return with_rows(catalog, rows)


def test_put_into_a_briefing_it_is_that_indicator_by_regions(with_regions, held):
    asked = f"fact={NAME}&period=2024-01&region=tianjin,hebei"
    scene = scene_of(with_regions, "/areas", asked)
    assert (scene.layout, scene.indicator_id) == ("chart", NAME)
    assert (scene.regions, scene.subject, scene.filters) == (("tianjin", "hebei"), None, None)
    assert scene_of(held, "/areas", "fact=nowhere").layout == "areas"
    with pytest.raises(NoScene):
        scene_of(held, "/areas", asked)


def with_rows(catalog, rows):
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
    near = held.qualifiers["nearly"].prefix_zh
    assert values["110102"] == (9.0, f"{near}\u20099\u2009件（初）") and near
    assert found.said("110102") == values["110102"][1]
    assert [one.source_id for one in found.sources] == [next(iter(held.sources))]
    assert [one.code for one in found.top + found.bottom] == ["110101", "110102"]
    assert found.series == (("2024 年 1—2 月", "10.0\u2009件"), ("2024 年 1 月", "0.0\u2009件"))
    assert area_fact(held, "gdp", 0, (), "") is None


def test_the_first_and_the_last_of_the_chosen_regions_are_said(held):
    name, nothing = held.fact_indicators[NAME].short_zh, ("120000",)
    everywhere = ("110000", "120000", "130000")
    said = area_fact(held, NAME, 0, everywhere, "110102")
    near = held.qualifiers["nearly"].prefix_zh
    assert said.headline == (
        f"{name}，2024 年 1—2 月：2 个县（市、区）中，东城区最高，为 10.0\u2009件；"
        f"西城区最低，为 {near}\u20099\u2009件（初）。"
    )
    assert said.place == (
        f"{name}：{near}\u20099\u2009件（初），在 2 个县（市、区）中居第 2 位（2024 年 1—2 月）"
    )
    without = area_fact(held, NAME, 0, nothing, "130109")
    assert without.headline == f"{name}，2024 年 1—2 月：所选地区各县（市、区）的数值本站未收录。"
    assert without.place == f"{name}：本站未收录（2024 年 1—2 月）"


def test_those_that_are_alike_are_counted(catalog):
    said = (None, "A", "A", next(iter(catalog.sources)))
    rows = [(NAME, code, LAST, 3.0, *said) for code in COUNTIES[:2]]
    found = area_fact(with_rows(catalog, rows), NAME, 0, ("110000",), "")
    assert found.headline.endswith("：2 个县（市、区）中，东城区等 2 个最高，为 3.0\u2009件。")
    assert found.place == ""


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


def test_the_files_have_what_the_map_has_with_all_that_is_said_of_it(held, options):
    known = area_choices(held)
    chosen, _ = areas_view("fact=made&region=beijing", options, known)
    report = areas_report(held, areas_summary(held, chosen))
    rows = {row.area_code: row for row in report.facts}
    assert {row.region for row in report.facts} == {"北京"}
    assert (rows["110101"].value, rows["110101"].period) == (10.0, "2024-02")
    assert (rows["110102"].qualifier, rows["110102"].status) == ("近", "P")
    assert rows["110102"].source == next(iter(held.sources.values())).dated
    assert (rows["110105"].value, rows["110105"].note) == (None, "本站未收录")
    assert "甲" in areas_csv(report).decode("utf-8-sig")
    assert "分县指标" in [sheet.name for sheet in areas_book(report).sheets]
    plain = areas_report(held, areas_summary(held, areas_view("", options, known)[0]))
    assert plain.facts == () and "甲" not in areas_csv(plain).decode("utf-8-sig")


def test_the_document_of_the_view_has_the_indicator_and_its_sources(held, options):
    shown, plain = (areas(held, options, query) for query in ("fact=made", ""))
    name = held.fact_indicators[NAME].short_zh
    assert shown.title == f"京津冀产业布局：{name}"
    figures = [f for section in shown.sections for f in section.figures]
    assert figures[0].title == "甲，2 个县（市、区），2024 年 1—2 月"
    placed = next(one for one in figures if one.key == "first")
    assert (placed.subtitle, placed.table.rows[0][1:]) == (
        f"{name}，2024 年 1—2 月",
        ("东城区", "北京", "10.0\u2009件"),
    )
    source = next(iter(held.sources.values())).citation
    assert shown.sources[0] == source and source not in plain.sources
