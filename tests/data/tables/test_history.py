"""The edition of 2026-11-23 has the values of its day in the words of now, and nothing later."""

import csv
import json

import pytest

from data.package.load import FOLDER
from tests.forbidden import forbidden

HISTORY = FOLDER / "history" / "2026-11-23"
LATER = {
    "latest_rows", "name_kinds", "official_names", "plan_progress", "platform_list_counts",
    "platform_listings", "platform_lists", "published_changes",
}  # fmt: skip


def resources(folder):
    text = (folder / "datapackage.json").read_text(encoding="utf-8")
    return {table["name"]: table for table in json.loads(text)["resources"]}


def rows(folder, table):
    with (folder / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def keyed(folder, table):
    key = resources(folder)[table]["schema"]["primaryKey"]
    names = [key] if isinstance(key, str) else key
    return {tuple(row[name] for name in names): row for row in rows(folder, table)}


def test_it_has_the_tables_of_its_day():
    assert resources(FOLDER).keys() - resources(HISTORY).keys() >= LATER
    names = {path.stem for path in (HISTORY / "tables").iterdir()}
    assert names == resources(HISTORY).keys()


@pytest.mark.parametrize(
    ("table", "count"),
    [("observations", 5286), ("indicators", 228), ("platforms", 47), ("scenes", 12),
     ("national_sums", 271), ("sources", 244)],
)  # fmt: skip
def test_its_rows_are_those_of_its_day(table, count):
    assert len(rows(HISTORY, table)) == count


def test_the_values_of_its_day_are_all_there_and_later_ones_are_not():
    """What was revised since, or became a first figure, stands as it was published then."""
    old, now = (keyed(folder, "observations") for folder in (HISTORY, FOLDER))
    assert not [key for key in old if len(key[2]) > len("2025")]  # quarters and months came later
    changed = {
        key: (row["value"], row["status"])
        for key, row in old.items()
        if key in now and (row["value"], row["status"]) != (now[key]["value"], now[key]["status"])
    }
    first = {key for key, (_, status) in changed.items() if status == "A"}
    assert changed["gdp", "000000", "2024"] == ("1349083.5", "A")
    assert first >= {("gdp_per_capita", code, "2025") for code in ("110000", "120000", "130000")}


def test_a_platform_is_called_and_known_as_it_was_then():
    old = keyed(HISTORY, "platforms")
    assert old["C2",]["name_zh"] == "保定市电力装备集群"
    assert {old[name,]["status"] for name in ("N29", "N30", "N31")} == {"unconfirmed"}


def test_no_word_comes_back_that_no_reader_may_meet():
    found = {
        (table, column): words
        for table, resource in resources(HISTORY).items()
        for field in resource["schema"]["fields"]
        for column in [field["name"]]
        if column.endswith("_zh") or column in ("note", "caveat", "source", "method_note")
        for row in rows(HISTORY, table)
        if (words := forbidden(row[column]))
    }
    assert found == {}


def test_what_only_those_who_keep_the_tables_need_is_left_out():
    for table, resource in resources(HISTORY).items():
        if "provenance" in {field["name"] for field in resource["schema"]["fields"]}:
            assert {row["provenance"] for row in rows(HISTORY, table)} <= {""}, table
