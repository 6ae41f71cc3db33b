"""Bad rows of platforms are named by line, column and reason; a point outside is a warning."""

import copy
import csv
import logging
from dataclasses import replace

import pytest

from data.faults import BrokenTables
from data.package import FOLDER
from data.place_checks import outlines_json, outside, place_faults

TABLES = ("platforms", "industry_terms", "platform_types")


@pytest.fixture(scope="module")
def whole():
    def rows(name):
        path = FOLDER / "tables" / f"{name}.csv"
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


def test_no_platform_lies_outside_of_its_regions(catalog):
    assert outside(catalog.platforms, FOLDER) == {} == dict(catalog.places.outside)


def test_a_point_outside_of_its_region_is_a_warning_with_the_distance(catalog, caplog):
    place = next(p for p in catalog.platforms if p.platform_id == "N29")
    moved = replace(place, lon=place.lon + 1.0)  # into the sea
    with caplog.at_level(logging.WARNING):
        found = outside([moved], FOLDER)
    assert 30 < found["N29"] < 100
    assert f"{found['N29']:.1f} 公里" in caplog.text
    assert "第 2 行" in caplog.text
    assert place.name_zh in caplog.text


def test_an_outline_of_an_unknown_county_is_named(catalog):
    outlines = dict(catalog.places.outlines)
    outlines["F1"] = replace(outlines["F1"], adcodes=("130299",))
    with pytest.raises(BrokenTables) as caught:
        outlines_json(FOLDER, replace(catalog.places, outlines=outlines))
    (fault,) = caught.value.faults
    assert (fault.file, fault.column, fault.value) == ("tables/outlines.csv", "adcodes", "130299")
