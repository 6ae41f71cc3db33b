"""Bad rows of platforms are named by line, column and reason; a point outside is a warning."""

import copy
import csv
import logging
from dataclasses import replace

import pytest

from data.package.faults import BrokenTables
from data.package.place_checks import (
    ELSEWHERE,
    adcode_faults,
    astray,
    outlines_json,
    outside,
    place_faults,
    say_misplaced,
)

TABLES = ("platforms", "industry_terms", "platform_types", "industries", "industry_synonyms")


@pytest.fixture(scope="module")
def whole(edition):
    def rows(name):
        path = edition / "tables" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            return [{k: v or None for k, v in row.items()} for row in csv.DictReader(file)]

    return {name: rows(name) for name in TABLES}


@pytest.fixture
def tables(whole):
    return copy.deepcopy(whole)


def test_the_tables_fit_together(tables):
    assert list(place_faults(tables)) == []


def test_an_industry_that_no_term_knows_is_named(tables):
    tables["platforms"][2]["industries_zh"] = "新能源汽车、飞毯制造"
    (fault,) = place_faults(tables)
    assert (fault.file, fault.row, fault.column) == ("tables/platforms.csv", 4, "industries_zh")
    assert fault.value == "飞毯制造"
    assert "industry_terms.csv" in fault.expected


def test_a_comma_instead_of_the_enumeration_comma_is_named(tables):
    tables["platforms"][2]["industries_zh"] = "新能源汽车,木材加工"
    (fault,) = place_faults(tables)
    assert fault.value == "新能源汽车,木材加工"


def test_a_type_that_is_none_of_the_four_is_named(tables):
    number = next(i for i, row in enumerate(tables["platforms"]) if row["platform_id"] == "N01")
    tables["platforms"][number]["type_zh"] = "创新型"
    (fault,) = place_faults(tables)
    assert (fault.row, fault.column, fault.value) == (number + 2, "type_zh", "创新型")
    assert "协同创新平台" in fault.expected


@pytest.mark.parametrize(
    ("platform_id", "basis"),
    [("N01", None), ("N13", "name"), ("W1", "source")],
)
def test_a_type_says_where_it_comes_from_and_only_a_type_does(tables, platform_id, basis):
    number = next(
        i for i, row in enumerate(tables["platforms"]) if row["platform_id"] == platform_id
    )
    tables["platforms"][number]["type_basis"] = basis
    (fault,) = place_faults(tables)
    assert (fault.row, fault.column, fault.value) == (number + 2, "type_basis", basis or "")


@pytest.mark.parametrize(
    ("word", "industry"),
    [
        ("汽车", "vehicles"),
        ("FINANCE", "finance"),
        ("集成电路", "electronics"),
        ("芯片", "electronics"),
    ],
)
def test_an_everyday_word_that_repeats_a_known_one_is_named(tables, word, industry):
    tables["industry_synonyms"].append({"term": word, "industry": industry})
    (fault,) = place_faults(tables)
    assert (fault.file, fault.row, fault.column, fault.value) == (
        "tables/industry_synonyms.csv", len(tables["industry_synonyms"]) + 1, "term", word,
    )  # fmt: skip


def test_the_same_everyday_word_may_stand_for_two_industries(tables):
    tables["industry_synonyms"].append({"term": "芯片", "industry": "digital"})
    assert list(place_faults(tables)) == []


def test_a_code_that_no_area_has_is_named(tables, edition):
    assert list(adcode_faults(tables, edition)) == []
    for number, code in ((2, "999999"), (9, "130299"), (12, "110112 ")):
        tables["platforms"][number]["adcode"] = code
    found = [(f.file, f.row, f.column, f.value) for f in adcode_faults(tables, edition)]
    assert found == [
        ("tables/platforms.csv", number + 2, "adcode", code)
        for number, code in ((2, "999999"), (9, "130299"), (12, "110112 "))
    ]
    assert all("110105" in f.expected for f in adcode_faults(tables, edition))


def test_a_row_may_have_no_code_or_that_of_a_county_city_or_province(tables, edition):
    for number, code in enumerate((None, "130632", "130600", "130000", "120000")):
        tables["platforms"][number]["adcode"] = code
    assert list(adcode_faults(tables, edition)) == []


def test_no_platform_lies_outside_of_its_regions(catalog, edition):
    assert outside(catalog.platforms, edition) == {} == dict(catalog.places.outside)


def test_a_point_outside_of_its_region_is_a_warning_with_the_distance(catalog, caplog, edition):
    place = next(p for p in catalog.platforms if p.platform_id == "N29")
    moved = replace(place, lon=place.lon + 1.0)  # into the sea
    with caplog.at_level(logging.WARNING):
        found = outside([moved], edition)
        say_misplaced([moved], found, {})
    assert 30 < found["N29"] < 100
    assert f"{found['N29']:.1f} 公里" in caplog.text
    assert "第 2 行" in caplog.text
    assert place.name_zh in caplog.text


def test_no_platform_lies_in_another_area_than_its_code_says(catalog, edition):
    assert astray(catalog.platforms, edition) == {} == dict(catalog.places.astray)


def test_a_point_in_another_county_is_a_warning_with_the_distance(catalog, caplog, edition):
    place = next(p for p in catalog.platforms if p.platform_id == "N27")  # in 房山
    moved = replace(place, adcode="110108")  # 海淀, the same province
    stays = replace(place, platform_id="N00")
    with caplog.at_level(logging.WARNING):
        found = astray([moved], edition)
        say_misplaced([stays, moved], outside([stays, moved], edition), found)
    assert 5 < found["N27"] < 60
    assert len(caplog.records) == 1
    for part in (f"{found['N27']:.1f} 公里", "第 3 行", "adcode", "110108", place.name_zh):
        assert part in caplog.text


def test_a_point_outside_of_its_region_is_not_said_twice(catalog, edition):
    place = next(p for p in catalog.platforms if p.platform_id == "N29")
    assert astray([replace(place, lon=place.lon + 1.0)], edition) == {}


@pytest.mark.parametrize("precision", sorted(ELSEWHERE))
def test_a_point_that_stands_for_something_else_is_declared_by_its_precision(
    catalog, precision, edition
):
    place = next(p for p in catalog.platforms if p.platform_id == "N27")
    assert astray([replace(place, adcode="110108", precision=precision)], edition) == {}


def test_an_outline_of_an_unknown_county_is_named(catalog, edition):
    outlines = dict(catalog.places.outlines)
    outlines["F1"] = replace(outlines["F1"], adcodes=("130299",))
    with pytest.raises(BrokenTables) as caught:
        outlines_json(edition, replace(catalog.places, outlines=outlines))
    (fault,) = caught.value.faults
    assert (fault.file, fault.column, fault.value) == ("tables/outlines.csv", "adcodes", "130299")
