"""Shapes: in or out, how far away, and areas put together from their parts."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LinearRing, Polygon, box, union_all
from shapely.geometry import shape

from data.package.place_checks import outlines_json
from data.package.shapes import collection, distance_km, read, square_km

SQUARE = box(0, 0, 1, 1)


@pytest.fixture(scope="module")
def counties(edition):
    return read(edition / "geo" / "counties.geojson")


def made(text):
    """The features of a collection by id."""
    return {feature["id"]: feature["geometry"] for feature in json.loads(text)["features"]}


def test_the_distance_is_nothing_inside_and_kilometres_outside():
    assert distance_km(SQUARE, 0.5, 0.5) == 0
    assert distance_km(SQUARE, 0.5, 1.1) == pytest.approx(11.12, rel=0.01)
    assert distance_km(SQUARE, 1.1, 0.5) == pytest.approx(11.12, rel=0.01)
    assert distance_km(SQUARE, 2.0, 2.0) > 150


def test_a_degree_of_longitude_is_shorter_up_north():
    north = box(0, 60, 1, 61)
    assert distance_km(north, 1.1, 60.0) == pytest.approx(11.12 / 2, rel=0.01)


def test_a_hole_is_outside():
    ring = Polygon(SQUARE.exterior, [box(0.25, 0.25, 0.75, 0.75).exterior])
    assert distance_km(ring, 0.5, 0.5) == pytest.approx(0.25 * 111.2, rel=0.01)
    assert distance_km(ring, 0.1, 0.1) == 0


@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1))
def test_squares_join_to_what_they_cover(places):
    squares = [box(x, y, x + 1, y + 1) for x, y in sorted(places)]
    whole = shape(made(collection({"a": squares}))["a"])
    assert whole.is_valid
    assert whole.area == pytest.approx(len(places))
    for x, y in places:
        assert distance_km(whole, x + 0.5, y + 0.5) == 0


def test_the_outlines_are_the_union_of_their_counties_clockwise(catalog, edition, counties):
    found = made(outlines_json(edition, catalog.places))
    drawn = {k: o for k, o in catalog.places.outlines.items() if o.adcodes}
    assert set(found) == set(drawn) == {"W1", "W2", "F1", "F3", "F4"}
    for name, outline in drawn.items():
        starts = tuple(c[:4] if c.endswith("00") else c for c in outline.adcodes)
        parts = [area for code, area in counties.items() if code.startswith(starts)]
        own = shape(found[name])
        assert own.is_valid, name
        assert own.symmetric_difference(union_all(parts)).area < 1e-9, name
        for polygon in getattr(own, "geoms", [own]):
            assert not LinearRing(polygon.exterior.coords).is_ccw, name


def test_the_outlines_run_along_the_lines_of_the_counties(edition, catalog, counties):
    """No vertex is moved or made: the outline covers the county lines it is drawn over."""
    known = {tuple(point) for area in counties.values() for point in points(area)}
    for name, geometry in made(outlines_json(edition, catalog.places)).items():
        assert {tuple(point) for point in points(shape(geometry))} <= known, name


def points(area):
    for polygon in getattr(area, "geoms", [area]):
        for ring in (polygon.exterior, *polygon.interiors):
            yield from ring.coords


def test_a_collection_keeps_a_hole_with_its_outer_ring():
    squares = [box(x, y, x + 1, y + 1) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    geometry = made(collection({"a": squares}))["a"]
    assert len(shape(geometry).interiors) == 1
    assert shape(geometry).area == pytest.approx(8)


@pytest.mark.parametrize(
    "geometry", [None, {"type": "Circle", "coordinates": []}, {"type": "Polygon"}]
)
def test_what_is_no_area_is_an_error_that_the_start_can_name(tmp_path, geometry):
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps({"features": [{"id": "1", "geometry": geometry}]}))
    with pytest.raises((ValueError, KeyError, TypeError)):
        read(path)


def test_every_county_is_read(counties):
    assert len(counties) == 199
    assert distance_km(counties["120116"], 117.5659, 38.9066) == 0


def test_the_surface_is_that_of_the_ellipsoid():
    assert square_km(box(-180, -90, 180, 90)) == pytest.approx(510_065_622, rel=1e-8)
    assert square_km(SQUARE) == pytest.approx(12_308.8, rel=1e-4)
    assert square_km(box(116, 40, 117, 41)) < square_km(box(116, 36, 117, 37)) < square_km(SQUARE)
