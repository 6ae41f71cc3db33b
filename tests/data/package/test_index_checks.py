"""Bad rows of the index's design are named by line, column and reason."""

import copy
import csv

import pytest

from data.package.index_checks import index_faults

TABLES = ("index_dimensions", "index_parts", "indicators")
READ = {
    "weight": float,
    "direction": lambda text: int(text) if text[-1].isdigit() else text,
    "subtract": float,
    "is_on": lambda text: text == "true",
}


@pytest.fixture(scope="module")
def whole(edition):
    def rows(name):
        path = edition / "tables" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            return [
                {k: READ.get(k, str)(v) if v else None for k, v in row.items()}
                for row in csv.DictReader(file)
            ]

    return {name: rows(name) for name in TABLES}


@pytest.fixture
def tables(whole):
    return copy.deepcopy(whole)


def part(tables, name):
    return next(row for row in tables["index_parts"] if row["part"] == name)


def test_the_tables_fit_together(tables):
    assert list(index_faults(tables)) == []


@pytest.mark.parametrize(
    ("name", "column", "value", "said"),
    [
        ("rd-intensity", "denominator_id", None, "form 为 ratio 时应填"),
        ("rd-intensity", "weights_id", "gdp", "form 为 ratio 时应为空"),
        ("technology-absorbed", "denominator_id", "gdp", "时应为空"),
        ("real-growth", "weights_id", None, "form 为 growth 时应填"),
        ("real-growth", "numerator_id", "gdp", "subtract 为 100"),
        ("trade", "direction", 0, "应为 1 或 -1"),
        ("trade", "numerator_id", "disposable_income", "可加总"),
        ("trade", "denominator_id", "disposable_income", "可加总"),
    ],
)
def test_a_part_that_cannot_be_computed_is_named(tables, name, column, value, said):
    row = part(tables, name)
    row[column] = value
    (fault,) = index_faults(tables)
    line = tables["index_parts"].index(row) + 2
    assert (fault.file, fault.row, fault.column) == ("tables/index_parts.csv", line, column)
    assert said in fault.expected


def test_a_weight_of_nothing_is_named(tables):
    tables["index_dimensions"][1]["weight"] = 0.0
    (fault,) = index_faults(tables)
    assert (fault.row, fault.column, fault.value) == (3, "weight", "0")


def test_a_dimension_in_which_nothing_counts_is_named(tables):
    part(tables, "trade")["is_on"] = False
    (fault,) = index_faults(tables)
    assert (fault.file, fault.value) == ("tables/index_dimensions.csv", "opening")


def test_a_ratio_of_two_regions_may_be_of_what_is_not_added_up(tables):
    row = part(tables, "income")
    assert row["denominator_id"] is None
    row["denominator_id"] = "population"
    assert list(index_faults(tables)) == []
