"""Nothing was lost or changed when the tables were taken over."""

import csv
import json
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

from data.package.load import FOLDER

GOLDEN = Path(__file__).parent / "golden" / "observations.json"


def rows_of(table):
    with (FOLDER / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_count_and_sum_of_every_indicator_are_as_taken_over():
    values = defaultdict(list)
    for row in rows_of("observations"):
        values[row["indicator_id"]].append(Decimal(row["value"]))
    found = {name: (len(part), sum(part)) for name, part in values.items()}
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert found == {name: (part["n"], Decimal(part["sum"])) for name, part in golden.items()}


def test_there_are_5286_values_of_228_indicators(catalog):
    assert len(rows_of("observations")) == len(catalog.observations) == 5286
    assert len(catalog.indicators) == len(catalog.panels) == 228


def test_the_catalog_holds_the_values_of_the_table_to_the_last_digit(catalog, published):
    held = {key: Decimal(repr(found.value)) for key, found in catalog.observations.items()}
    assert held == published


def test_only_trust_a_and_b_was_taken_over(catalog):
    assert Counter(row["trust"] for row in rows_of("observations")).keys() == {"A", "B"}
    assert {found.trust for found in catalog.observations.values()} == {"A", "B"}


def test_all_33_claims_are_there(catalog):
    assert [c.claim_id for c in catalog.claims] == [f"S{number:02}" for number in range(1, 34)]


def test_there_are_47_platforms(catalog):
    assert len({platform.platform_id for platform in catalog.platforms}) == 47
    assert len(catalog.platforms) == 47


def test_there_are_271_national_sums(catalog):
    assert len(rows_of("national_sums")) == 271
    assert catalog.national_sums.notna().sum().sum() == 271


def test_a_unit_stands_on_the_indicator_and_nowhere_else(catalog):
    assert all(indicator.unit_zh for indicator in catalog.indicators.values())
    assert not [column for column in rows_of("observations")[0] if "unit" in column]


def test_every_value_names_a_source_that_is_listed(catalog):
    listed = {row["source_id"] for row in rows_of("sources")}
    assert {row["source_id"] for row in rows_of("observations")} <= listed == set(catalog.sources)
