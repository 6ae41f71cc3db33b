"""Shapes: in or out, how far away, and areas put together from their parts."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, Polygon, union_all
from shapely.geometry import shape

from data.package.place_checks import outlines_json
from data.package.shapes import collection, contains, distance_km, is_clockwise, joined, read

SQUARE = (((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0)),)  # clockwise


def square(x, y):
    return tuple(tuple((x + a, y + b) for a, b in ring) for ring in SQUARE)


@pytest.fixture(scope="module")
def counties(edition):
    return read(edition / "geo" / "counties.geojson")


@given(st.floats(-1, 2), st.floats(-1, 2))
def test_in_or_out_agrees_with_shapely_away_from_the_edge(x, y):
    ring = SQUARE[0]
    if Polygon(ring).exterior.distance(Point(x, y)) > 1e-9:
        assert contains(SQUARE, (x, y)) == Polygon(ring).contains(Point(x, y))


def test_a_hole_is_outside():
    hole = tuple((0.25 + x / 2, 0.25 + y / 2) for x, y in reversed(SQUARE[0]))
    assert not contains((*SQUARE, hole), (0.5, 0.5))
    assert contains((*SQUARE, hole), (0.1, 0.1))


def test_the_distance_is_nothing_inside_and_kilometres_outside():
    assert distance_km(SQUARE, (0.5, 0.5)) == 0
    assert distance_km(SQUARE, (0.5, 1.1)) == pytest.approx(11.12, rel=0.01)
    assert distance_km(SQUARE, (1.1, 0.5)) == pytest.approx(11.12, rel=0.01)
    assert distance_km(SQUARE, (2.0, 2.0)) > 150


@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1))
def test_squares_join_to_what_they_cover(places):
    squares = [square(x, y) for x, y in sorted(places)]
    whole = joined(squares)
    area = sum(Polygon(ring).area * (1 if is_clockwise(ring) else -1) for ring in whole)
    assert area == pytest.approx(len(places))
    inner = [(x + 0.5, y + 0.5) for x in range(5) for y in range(5)]
    assert all(contains(whole, (x, y)) == ((x // 1, y // 1) in places) for x, y in inner)


def test_the_outlines_are_the_union_of_their_counties_clockwise(catalog, edition):
    made = {f["id"]: f for f in json.loads(outlines_json(edition, catalog.places))["features"]}
    text = (edition / "geo" / "counties.geojson").read_text(encoding="utf-8")
    counties = {f["id"]: shape(f["geometry"]) for f in json.loads(text)["features"]}
    drawn = {k: o for k, o in catalog.places.outlines.items() if o.adcodes}
    assert set(made) == set(drawn) == {"W1", "W2", "F1", "F3", "F4"}
    for name, outline in drawn.items():
        starts = tuple(c[:4] if c.endswith("00") else c for c in outline.adcodes)
        parts = [area for code, area in counties.items() if code.startswith(starts)]
        own = shape(made[name]["geometry"])
        assert own.is_valid, name
        assert own.symmetric_difference(union_all(parts)).area < 1e-9, name
        for polygon in made[name]["geometry"]["coordinates"]:
            assert is_clockwise([tuple(point) for point in polygon[0]]), name


def test_a_collection_keeps_holes_with_their_outer_ring():
    ring = [square(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    (feature,) = json.loads(collection({"a": joined(ring)}))["features"]
    assert [len(polygon) for polygon in feature["geometry"]["coordinates"]] == [2]
    assert shape(feature["geometry"]).area == pytest.approx(8)


def test_every_county_is_read(counties):
    assert len(counties) == 199
    assert contains(counties["120116"], (117.5659, 38.9066))
