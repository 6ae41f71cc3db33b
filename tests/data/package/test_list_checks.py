"""Bad rows of the lists of platforms are named by line, column and reason."""

import copy
import csv

import pytest

from data.package.list_checks import list_faults

TABLES = ("platform_lists", "platform_list_counts", "platform_listings", "platform_types",
          "regions", "platforms")  # fmt: skip
FLAGS = {"true": True, "false": False}


@pytest.fixture(scope="module")
def whole(edition):
    def rows(name):
        path = edition / "tables" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            return [
                {k: FLAGS.get(v, v) or (None if v == "" else FLAGS.get(v, v))
                 for k, v in row.items()}
                for row in csv.DictReader(file)
            ]  # fmt: skip

    return {name: rows(name) for name in TABLES}


@pytest.fixture
def tables(whole):
    return copy.deepcopy(whole)


def row_of(tables, **cells):
    rows = tables["platform_listings"]
    return next(i for i, r in enumerate(rows) if all(r[k] == v for k, v in cells.items()))


def test_the_tables_fit_together(tables):
    assert list(list_faults(tables)) == []


@pytest.mark.parametrize(("kind", "code"), [("type", "agriculture"), ("region", "130000")])
def test_counts_that_do_not_add_up_are_named_with_their_sum(tables, kind, code):
    cell = next(r for r in tables["platform_list_counts"] if r["list_id"] == "catalogue-2023"
                and (r["kind"], r["code"]) == (kind, code))  # fmt: skip
    cell["count"] = int(cell["count"]) + 2
    (fault,) = list_faults(tables)
    assert (fault.file, fault.row, fault.column) == ("tables/platform_lists.csv", 3, "count")
    assert fault.value == "50"
    assert "合计 52" in fault.expected


@pytest.mark.parametrize(("number", "code"), [(0, "tourism"), (8, "440000")])
def test_a_count_of_a_type_or_region_that_there_is_not_is_named(tables, number, code):
    tables["platform_list_counts"][number]["code"] = code
    (fault,) = list_faults(tables)
    assert (fault.row, fault.column, fault.value) == (number + 2, "code", code)


@pytest.mark.parametrize("text", ["2023-02-30", "2017-13"])
def test_a_date_that_no_calendar_has_is_named(tables, text):
    tables["platform_lists"][0]["date"] = text
    (fault,) = list_faults(tables)
    assert (fault.row, fault.column, fault.value) == (2, "date", text)


def test_a_statement_of_class_c_names_no_list(tables):
    number = row_of(tables, trust="C", platform_id="N09")
    tables["platform_listings"][number].update(list_id="opinion-2017", is_counted=True)
    (fault,) = list_faults(tables)
    assert (fault.row, fault.column, fault.value) == (number + 2, "list_id", "opinion-2017")


def test_who_names_a_list_says_whether_the_place_is_one_of_its_number(tables):
    number = row_of(tables, list_id="opinion-2017", platform_id="N07")
    tables["platform_listings"][number]["is_counted"] = None
    (fault,) = list_faults(tables)
    assert (fault.row, fault.column) == (number + 2, "is_counted")


def test_a_place_that_a_source_puts_on_a_list_is_in_doubt_no_more(tables):
    number = row_of(tables, platform_id="N07")
    place = next(r for r in tables["platforms"] if r["platform_id"] == "N07")
    place["status"] = "unconfirmed"
    (fault,) = list_faults(tables)
    assert (fault.row, fault.column, fault.value) == (number + 2, "platform_id", "N07")


def test_a_list_of_one_region_holds_no_place_of_another(tables):
    number = row_of(tables, platform_id="N07")
    tables["platform_listings"][number]["list_id"] = "hebei-2019"
    (fault,) = list_faults(tables)
    assert (fault.row, fault.column, fault.value) == (number + 2, "region_code", "120000")


def test_a_statement_is_of_the_region_of_its_platform(tables):
    number = row_of(tables, platform_id="N13", list_id=None)
    tables["platform_listings"][number]["region_code"] = "110000"
    (fault,) = list_faults(tables)
    assert (fault.row, fault.column, fault.value) == (number + 2, "region_code", "110000")
