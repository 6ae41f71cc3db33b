"""Measures of areas: by hand from the census, and the surfaces in their known order."""

import pytest

from analysis.maps.area_measures import DENSITY, areas_of, measures, value
from analysis.series.specialisation import location_quotient
from data.model.areas import COUNTY, PREFECTURE, PROVINCE

XIONGXIAN = "130638"
BEIJING, TIANJIN, HEBEI = "110000", "120000", "130000"


@pytest.fixture(scope="module")
def value_of(catalog):
    known = measures(catalog)
    return lambda key, code: value(catalog, known[key], code)


@pytest.mark.parametrize(
    ("code", "km2"), [(BEIJING, 16_400), (TIANJIN, 12_000), (HEBEI, 188_000), (XIONGXIAN, 514)]
)
def test_surfaces_are_those_that_are_known(catalog, code, km2):
    assert catalog.areas.km2[code] == pytest.approx(km2, rel=0.03)


def test_counties_make_up_their_prefectures_and_these_their_province(catalog):
    km2 = catalog.areas.km2
    for area in (*catalog.areas.of(PREFECTURE), *catalog.areas.of(PROVINCE)):
        below = [a.code for a in catalog.areas.by_code.values()
                 if a.parent == area.code and a.is_mapped]  # fmt: skip
        if below and area.code in km2:
            assert sum(km2[code] for code in below) == pytest.approx(km2[area.code], rel=0.01)


def test_what_is_told_of_a_county_is_the_census(value_of, catalog):
    assert value_of("residents", XIONGXIAN).value == pytest.approx(47.8553)
    assert value_of("urban", XIONGXIAN).value == pytest.approx(235236 / 478553 * 100)
    assert value_of("age65", XIONGXIAN).value == 12.35
    assert value_of("schooling", XIONGXIAN).value == 8.59
    density = value_of("density", XIONGXIAN)
    assert density.value == pytest.approx(478553 / catalog.areas.km2[XIONGXIAN])
    assert density.year == 2020
    assert "普查" in density.sources[0]


def test_a_region_is_the_sum_of_its_prefectures_or_has_no_value(value_of):
    assert value_of("residents", HEBEI).value == pytest.approx(7461.0235)
    assert value_of("density", HEBEI).value == pytest.approx(74_610_235 / 188_000, rel=0.03)
    assert value_of("age65", HEBEI) is None


def test_a_quotient_is_the_share_over_that_of_the_three(value_of, catalog):
    own = value_of("share-manufacturing", XIONGXIAN).value
    quotient = value_of("quotient-manufacturing", XIONGXIAN).value
    assert value_of("share-manufacturing", BEIJING).value == pytest.approx(8.2, abs=0.05)
    assert quotient == pytest.approx(location_quotient(own, own / quotient))
    assert 1 < quotient < 5


def test_products_are_first_releases_of_one_year(value_of):
    found = value_of("product", "130100")
    assert (found.value, found.year) == (7534, 2023)
    assert value_of("growth", "130100").value == 6.1
    assert value_of("product", BEIJING).value == 43760.7
    assert value_of("product", BEIJING).year == 2023
    assert value_of("product", XIONGXIAN) is None


def test_levels_are_the_counties_and_the_prefecture_level_units(catalog):
    assert len(areas_of(catalog, COUNTY)) == 199
    units = [area.code for area in areas_of(catalog, PREFECTURE)]
    assert units[:2] == [BEIJING, TIANJIN]
    assert len(units) == 13


def test_every_measure_says_what_its_reader_needs(catalog):
    found = measures(catalog)
    assert {
        "residents",
        "density",
        "product",
        "share-manufacturing",
        "quotient-ict",
    } <= found.keys()
    assert all(one.unit or one.key.startswith("quotient-") for one in found.values())
    assert "边界" in DENSITY.note
