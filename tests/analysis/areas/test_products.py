"""The product of the prefectures: as first published, its part of the three in one scope only."""

import pytest

from analysis.areas.products import BREAK, part_of_three, product_rows

REGIONS = ("110000", "120000", "130000")


@pytest.fixture
def rows(catalog):
    return {row.name: row for row in product_rows(catalog)}


def test_the_eleven_prefectures_come_by_size(catalog):
    values = [row.value for row in product_rows(catalog)]
    assert len(values) == 11
    assert values == sorted(values, reverse=True)


def test_a_year_that_is_not_held_is_left_out(rows):
    assert list(rows["石家庄"].values) == [2015, 2016, 2018, 2019, 2020, 2021, 2022, 2023]
    assert rows["石家庄"].values[2015] == pytest.approx(5440.5988)


def test_a_part_is_of_the_three_in_the_same_scope(catalog, rows):
    own = rows["石家庄"]
    whole = sum(catalog.observations["gdp_v4", code, own.year].value for code in REGIONS)
    assert own.part == pytest.approx(own.value / whole * 100)
    assert part_of_three(catalog, own.value, BREAK - 1) is None
