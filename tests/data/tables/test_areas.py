"""The areas' tables hold what they were taken over with, and what the censuses say as a whole."""

import csv
from collections import Counter, defaultdict
from decimal import Decimal

import pytest

from data.package.load import FOLDER

CODES = {"110000": 21893095, "120000": 13866009, "130000": 74610235}  # persons, 2020


def rows_of(table):
    with (FOLDER / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def areas():
    return {row["area_code"]: row for row in rows_of("areas")}


def test_the_code_list_is_whole(areas):
    levels = Counter(row["level"] for row in areas.values())
    assert levels == {
        "nation": 1, "aggregate": 1, "province": 31, "prefecture": 11, "county": 199, "zone": 23,
    }  # fmt: skip
    assert sum(row["is_mapped"] == "true" for row in areas.values()) == 3 + 11 + 199


def test_counties_and_zones_add_up_to_the_census(areas):
    sums = Counter()
    for row in rows_of("census_areas"):
        own = areas[row["area_code"]]
        if row["year"] == "2020" and own["level"] in ("county", "zone"):
            above = areas[own["parent_code"]]
            province = own["parent_code"] if above["level"] == "province" else "130000"
            sums[province] += int(row["population"])
    assert sums == CODES


def test_industries_add_up_to_the_employed_within_a_thousandth():
    sums = defaultdict(int)
    for row in rows_of("census_employment"):
        sums[row["area_code"], row["year"]] += int(row["employed"])
    wrong = [
        row["area_code"]
        for row in rows_of("census_areas")
        if abs(sums[row["area_code"], row["year"]] / int(row["employed"]) - 1) > 0.001
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("year", "shares"), [("2010", (15.6, 27.0, 12.8)), ("2020", (8.2, 20.7, 18.7))]
)
def test_manufacturing_has_the_shares_that_the_collection_names(areas, year, shares):
    """Of 河北 as the sum of its prefectures."""
    own, every = Counter(), Counter()
    for row in rows_of("census_areas"):
        if row["year"] == year and areas[row["area_code"]]["level"] in ("province", "prefecture"):
            every[row["area_code"][:2]] += int(row["employed"])
    for row in rows_of("census_employment"):
        level = areas[row["area_code"]]["level"]
        if (row["year"], row["industry"]) == (year, "manufacturing") and level in (
            "province", "prefecture",
        ):  # fmt: skip
            own[row["area_code"][:2]] += int(row["employed"])
    assert tuple(round(own[code] / every[code] * 100, 1) for code in ("11", "12", "13")) == shares


def test_provinces_have_as_many_values_as_were_taken_over():
    rows = rows_of("province_values")
    codes = list(rows[0])[3:]
    values = {
        name: [Decimal(row[code]) for row in rows if row["indicator_id"] == name
               for code in codes if row[code]]
        for name in ("gdp", "population", "rd_intensity")
    }  # fmt: skip
    assert len(codes) == 28
    assert sum(bool(row[code]) for row in rows for code in codes) == 24016
    assert {name: len(found) for name, found in values.items()} == {
        "gdp": 448, "population": 252, "rd_intensity": 364,
    }  # fmt: skip


def test_the_product_of_2025_is_the_published_sum():
    (row,) = [
        row
        for row in rows_of("province_values")
        if (row["indicator_id"], row["period"]) == ("gdp", "2025")
    ]
    others = sum(Decimal(row[code]) for code in list(row)[3:])
    assert others + Decimal("119918.4") == Decimal("1393768.5") and row["status"] == "P"


def test_prefectures_have_the_sums_that_the_collection_names():
    sums = Counter()
    for row in rows_of("prefecture_gdp"):
        sums[row["year"]] += Decimal(row["gdp"])
    found = {year: round(sums[str(year)]) for year in range(2019, 2024)}
    assert found == {2019: 35001, 2020: 36334, 2021: 40353, 2022: 42722, 2023: 44092}
    assert "2017" not in sums


def test_every_edition_of_the_index_is_there():
    found = Counter(row["edition"] for row in rows_of("index_editions"))
    assert found == {
        "2018": 6, "2019": 6, "2020": 6, "2021": 6, "2022": 5, "2023": 5, "2024": 6, "2025": 6,
    }  # fmt: skip
