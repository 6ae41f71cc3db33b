"""Bad rows of official names are named by line, column and reason."""

import copy
import csv

import pytest

from data.package.name_checks import name_faults

TABLES = ("official_names", "name_kinds", "platforms", "regions")


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


def cluster(tables, platform_id="C2"):
    rows = tables["official_names"]
    return next(i for i, row in enumerate(rows) if row["platform_id"] == platform_id)


def test_the_tables_fit_together(tables):
    assert list(name_faults(tables)) == []


@pytest.mark.parametrize("codes", ["000000", "110000,120000"])
def test_a_region_that_there_is_not_is_named(tables, codes):
    number = next(i for i, r in enumerate(tables["official_names"]) if r["platform_id"] is None)
    tables["official_names"][number]["region_codes"] = codes
    (fault,) = name_faults(tables)
    assert (fault.row, fault.column, fault.value) == (number + 2, "region_codes", codes)


@pytest.mark.parametrize(("column", "value"), [("name_zh", "甲集群"), ("region_codes", "110000")])
def test_a_name_on_the_map_is_the_same_there(tables, column, value):
    number = cluster(tables)
    tables["official_names"][number][column] = value
    (fault,) = name_faults(tables)
    assert (fault.row, fault.column, fault.value) == (number + 2, column, value)


def test_a_cluster_of_the_map_that_no_document_names_is_named(tables):
    del tables["official_names"][cluster(tables)]
    (fault,) = name_faults(tables)
    assert (fault.file, fault.value) == ("tables/platforms.csv", "C2")


def test_a_kind_without_any_name_is_named(tables):
    rows = tables["official_names"]
    tables["official_names"] = [row for row in rows if row["kind"] != "gigabit-cities"]
    (fault,) = name_faults(tables)
    assert (fault.file, fault.value) == ("tables/name_kinds.csv", "gigabit-cities")
