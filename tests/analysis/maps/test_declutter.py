"""Marks drawn apart: none covers another, none moves without need, always the same."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.maps.declutter import SIZES, STRETCH, Mark, moved
from analysis.platforms.summary import RADII, RADIUS

NEAR = st.floats(0, 0.2).map(lambda x: round(x, 3))
MARKS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=4),
    st.builds(lambda x, y: Mark(117 + x, 39 + y, 6.5), NEAR, NEAR),
    max_size=12,
)


def gaps(marks, size):
    """How far the rims of any two marks are from each other in pixels as they are drawn."""
    drawn = {name: (mark.lon, mark.lat) for name, mark in marks.items()} | moved(marks, size)
    for a, b in combinations(marks, 2):
        dx = (drawn[a][0] - drawn[b][0]) * size
        dy = (drawn[a][1] - drawn[b][1]) * size * STRETCH
        yield hypot(dx, dy) - marks[a].radius - marks[b].radius


@given(MARKS, st.sampled_from(SIZES))
def test_no_mark_covers_another(marks, size):
    assert min(gaps(marks, size), default=0) > -0.5


@given(MARKS, st.sampled_from(SIZES))
def test_the_same_marks_are_always_drawn_in_the_same_places(marks, size):
    turned = dict(reversed(marks.items()))
    assert moved(marks, size) == moved(turned, size)


def test_marks_with_room_stay_where_they_are():
    marks = {"a": Mark(117, 39, 6.5), "b": Mark(118, 39, 6.5)}
    assert moved(marks, 44) == {}


def test_others_give_way_to_a_fixed_mark():
    marks = {"zone": Mark(117, 39, 9.5, is_fixed=True), "node": Mark(117, 39, 6.5)}
    assert set(moved(marks, 100)) == {"node"}


@pytest.mark.parametrize("size", SIZES)
def test_no_platform_covers_another_at_any_size_of_the_map(catalog, size):
    marks = {
        p.platform_id: Mark(p.lon, p.lat, RADII.get(p.tier, RADIUS), p.tier in RADII)
        for p in catalog.platforms
    }
    assert min(gaps(marks, size)) > -0.5
    far = [
        hypot((lon - marks[name].lon) * size, (lat - marks[name].lat) * size * STRETCH)
        for name, (lon, lat) in moved(marks, size).items()
    ]
    assert max(far) < 40  # still beside its place
