"""The counts that docs/data.md gives are those of the tables."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from data.package.load import FOLDER

pytestmark = pytest.mark.thorough
TEXT = (Path(__file__).parents[3] / "docs" / "data.md").read_text(encoding="utf-8")


def table(name):
    with (FOLDER / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def numbers(text):
    return [int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", text)]


def test_each_table_that_was_taken_over_has_as_many_rows():
    values = table("observations")
    years = [row for row in values if "-" not in row["period"]]
    named = {row["indicator_id"] for row in years}
    of_years = {"observations": len(years), "indicators": len(named)}
    found = re.findall(r"^\| ((?:`\w+\.csv`(?:, )?)+) \| ([\d, ]+)", TEXT, re.MULTILINE)
    assert len(found) >= 7
    for names, said in found:
        tables = re.findall(r"`(\w+)\.csv`", names)
        counts = [of_years.get(name, len(table(name))) for name in tables]
        shown = [said] if len(tables) == 1 else said.split(", ")
        assert [numbers(one)[0] for one in shown] == counts, names


def test_what_is_said_of_quarters_and_months():
    within = [row for row in table("observations") if "-" in row["period"]]
    said = re.search(r"\*\*Quarters and months\*\* \((.*?)\)", TEXT)[1]
    years = sorted(int(row["period"][:4]) for row in within)
    expected = [len({row["indicator_id"] for row in within}), len(within), years[0], years[-1]]
    assert numbers(said) == expected


def test_how_many_values_are_estimates_and_first_figures():
    years = Counter(row["status"] for row in table("observations") if "-" not in row["period"])
    assert f"(CEADs, {years['E']} values)" in TEXT
    assert f"first figure ({years['P']};" in TEXT.replace("\n  ", " ")


def test_what_is_said_of_platforms_and_industries():
    platforms = [row for row in table("platforms") if row["tier"] == "node"]
    designated = sum(row["status"] == "designated" for row in platforms)
    assert f"designated one ({designated}); of the other {len(platforms) - designated}," in (
        TEXT.replace("\n  ", " ")
    )
    basis = Counter(row["type_basis"] for row in platforms)
    assert f"for the other {basis['name']} that have one (name)" in TEXT.replace("\n", " ")
    words = len({row["term_zh"] for row in table("industry_terms")})
    assert f"the {len(table('industries'))} industries of the filter" in TEXT
    assert f"each of the {words} words" in TEXT
