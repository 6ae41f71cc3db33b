"""The shapes of the map: complete, drawable, and around the platforms that stand on it."""

import json

import pytest
from shapely import Point, union_all
from shapely.geometry import shape

from data.package.load import FOLDER

pytestmark = pytest.mark.thorough

FILES = {
    "provinces": 3,
    "provinces_overview": 3,
    "prefectures": 13,
    "prefectures_overview": 13,
    "counties": 199,
}
# Degrees a point may lie outside of its area: coordinates are rounded, outlines simplified.
NEAR_PROVINCE = 0.05
NEAR_AREA = 0.1
# Points outside of the area that their adcode names, and why that is right.
OUTSIDE = {
    "N15": "the airport stands in 东丽区 (120110); the area around it belongs to 滨海新区 (120116)",
    "N31": "the airport stands in 东丽区 (120110); the logistics base belongs to 滨海新区 (120116)",
}


@pytest.fixture(scope="module")
def areas():
    """The shapes of every file by adcode."""
    return {name: read(name) for name in FILES}


def read(name):
    text = (FOLDER / "geo" / f"{name}.geojson").read_text(encoding="utf-8")
    return {f["id"]: shape(f["geometry"]) for f in json.loads(text)["features"]}


def polygons(area):
    return getattr(area, "geoms", [area])


def within(areas, province):
    return [area for code, area in areas.items() if code[:2] == province[:2]]


@pytest.mark.parametrize("name", FILES)
def test_outer_rings_run_clockwise_and_holes_the_other_way(areas, name):
    # Plotly fills the rest of the world where an outer ring runs the other way.
    for code, area in areas[name].items():
        for polygon in polygons(area):
            assert not polygon.exterior.is_ccw, code
            assert all(hole.is_ccw for hole in polygon.interiors), code


@pytest.mark.parametrize("name", FILES)
def test_every_shape_is_valid_and_every_area_is_there(areas, name):
    assert all(area.is_valid and area.area > 0 for area in areas[name].values())
    assert len(areas[name]) == FILES[name]


def test_beijing_and_tianjin_have_16_districts_each_and_hebei_167(areas):
    counted = {code: len(within(areas["counties"], code)) for code in areas["provinces"]}
    assert counted == {"110000": 16, "120000": 16, "130000": 167}


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("prefectures_overview", "provinces_overview"),
        ("prefectures", "provinces"),
        ("counties", "provinces"),
    ],
)
def test_inner_areas_fill_the_outer_ones_without_gap_or_overlap(areas, inner, outer):
    for code, province in areas[outer].items():
        parts = within(areas[inner], code)
        together = union_all(parts)
        assert together.symmetric_difference(province).area < 1e-9, code
        assert sum(part.area for part in parts) == pytest.approx(together.area, abs=1e-9), code


def test_counties_fill_their_prefectures_without_gap_or_overlap(areas):
    for code, prefecture in areas["prefectures"].items():
        start = code[:2] if code.endswith("0000") else code[:4]
        parts = [area for county, area in areas["counties"].items() if county.startswith(start)]
        together = union_all(parts)
        assert together.symmetric_difference(prefecture).area < 1e-9, code
        assert sum(part.area for part in parts) == pytest.approx(together.area, abs=1e-9), code


@pytest.mark.parametrize("level", ["provinces", "prefectures"])
def test_the_overview_differs_from_the_full_detail_by_less_than_one_percent(areas, level):
    for code, full in areas[level].items():
        overview = areas[f"{level}_overview"][code]
        assert overview.area == pytest.approx(full.area, rel=0.01), code


def test_the_provinces_of_the_overview_keep_their_place(areas):
    for code, full in areas["provinces"].items():
        moved = areas["provinces_overview"][code].symmetric_difference(full).area
        assert moved / full.area < 0.01, code


def test_the_areas_of_the_catalog_are_the_prefectures_of_the_overview(catalog, areas):
    assert [area.code for area in catalog.polygons] == list(areas["prefectures_overview"])
    provinces = {region.region_code for region in catalog.provinces}
    assert {area.region_code for area in catalog.polygons} == provinces == set(areas["provinces"])


def test_every_platform_lies_in_the_provinces_it_names(catalog, areas):
    for platform in catalog.platforms:
        home = union_all([areas["provinces"][code] for code in platform.region_codes])
        assert home.distance(Point(platform.lon, platform.lat)) <= NEAR_PROVINCE, (
            platform.platform_id
        )


def test_every_platform_lies_in_the_area_of_its_adcode_but_for_declared_exceptions(catalog, areas):
    known = {**areas["provinces"], **areas["prefectures"], **areas["counties"]}
    placed = [p for p in catalog.platforms if p.adcode and p.precision != "symbolic"]
    outside = {
        p.platform_id for p in placed if known[p.adcode].distance(Point(p.lon, p.lat)) > NEAR_AREA
    }
    assert len(placed) >= 41
    assert outside == OUTSIDE.keys()


def test_the_adcode_of_a_platform_lies_in_a_province_it_names(catalog):
    wrong = [
        p.platform_id
        for p in catalog.platforms
        if p.adcode and f"{p.adcode[:2]}0000" not in p.region_codes
    ]
    assert wrong == []
