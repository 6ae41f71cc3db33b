"""Nothing was lost when the tables were taken over; what came since only adds to it."""

import csv
import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from data.package.load import FOLDER

GOLDEN = json.loads(
    (Path(__file__).parents[2] / "golden" / "observations.json").read_text(encoding="utf-8")
)


LEAST = {"observations": 5286, "indicators": 228, "national_sums": 271, "platforms": 47}


def rows_of(table):
    with (FOLDER / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def values():
    """The values of each indicator as the table has them."""
    found = defaultdict(list)
    for row in rows_of("observations"):
        found[row["indicator_id"]].append(Decimal(row["value"]))
    return found


def test_every_indicator_has_at_least_the_values_it_was_taken_over_with(values):
    assert len(GOLDEN) == 228
    short = {name for name, part in GOLDEN.items() if len(values[name]) < part["n"]}
    assert short == set()


def test_an_indicator_without_new_values_has_the_sum_it_was_taken_over_with(values):
    """Where a published value was revised, its sum in the golden file is to be changed with it."""
    same = [name for name, part in GOLDEN.items() if len(values[name]) == part["n"]]
    moved = {name for name in same if sum(values[name]) != Decimal(GOLDEN[name]["sum"])}
    assert moved == set()


def test_nothing_else_became_fewer():
    counts = {name: len(rows_of(name)) for name in LEAST}
    assert {name for name, count in counts.items() if count < LEAST[name]} == set()


def test_a_value_of_one_copy_is_taken_in_for_quarters_and_months_only():
    found = {(len(row["period"]) > len("2024"), row["trust"]) for row in rows_of("observations")}
    assert found == {(False, "A"), (False, "B"), (True, "B"), (True, "C")}


def test_all_33_claims_are_there():
    names = [row["claim_id"] for row in rows_of("claims")]
    assert names == [f"S{number:02}" for number in range(1, 34)]


def test_a_unit_stands_on_the_indicator_and_nowhere_else():
    assert [row["indicator_id"] for row in rows_of("indicators") if not row["unit_zh"]] == []
    assert [column for column in rows_of("observations")[0] if "unit" in column] == []


def test_every_value_names_a_source_that_is_listed():
    listed = {row["source_id"] for row in rows_of("sources")}
    assert {row["source_id"] for row in rows_of("observations")} - listed == set()
