"""Labels do not touch: properties of the placement."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from components.charts.labels import Label, sides, spread

GAP = 0.1
places = st.lists(st.floats(0, 1), min_size=1, max_size=6)


@given(places)
def test_spread_labels_keep_their_distance_and_order(at: list[float]) -> None:
    moved = spread(at, GAP)
    order = sorted(range(len(at)), key=lambda i: at[i])
    for below, above in pairwise(order):
        assert moved[above] - moved[below] >= GAP - 1e-9
    assert max(moved) <= 1 + 1e-9


@given(places)
def test_labels_with_room_stay_where_they_are(at: list[float]) -> None:
    apart = sorted({round(p * 4) / 4 for p in at})
    assert spread(apart, GAP) == apart


def test_two_labels_side_by_side_take_different_sides() -> None:
    near = [Label(0, 0, 1, 0.2), Label(0.3, 0, 1, 0.2)]
    assert sides(near, [], 0.1) == ["left", "right"]


def test_a_label_avoids_a_mark() -> None:
    assert sides([Label(0, 0, 1, 0.2)], [(0.5, 0)], 0.1) == ["left"]
