"""Names beside their points: each side, and that the one that covers least is taken."""

from hypothesis import given
from hypothesis import strategies as st

from reports.office.labels import ABOVE, BELOW, RIGHT
from reports.office.placing import SIDES, Room, Side, Spot, beside

AT, WIDE, TALL = Spot(100, 100), 60.0, 16.0


def test_with_nothing_about_it_a_name_stands_at_the_right():
    assert beside(AT, WIDE, TALL, [], []) == (Side(RIGHT), Room(106, 92, 166, 108), 0)


def test_where_a_line_goes_on_at_the_right_a_name_stands_above():
    side, room, covered = beside(AT, WIDE, TALL, [[AT, Spot(300, 100)]], [])
    assert (side, covered) == (Side(ABOVE), 0)
    assert room == Room(70, 78, 130, 94)


def test_beside_a_line_that_comes_and_goes_up_it_stands_where_the_line_is_not():
    line = [Spot(0, 160), AT, Spot(200, 40)]
    side, room, covered = beside(AT, WIDE, TALL, [line], [])
    assert covered == 0
    assert room.right <= 100 or room.top >= 100
    assert side in SIDES


def test_a_name_is_no_place_for_another_one():
    taken = [Room(104, 90, 170, 106), Room(60, 70, 140, 96)]
    side, room, covered = beside(AT, WIDE, TALL, [], taken)
    assert (side, covered) == (Side(BELOW), 0)
    assert not any(room.meets(one) for one in taken)


spots = st.builds(Spot, st.floats(0, 300), st.floats(0, 300))


@given(spots, st.lists(st.lists(spots, min_size=1, max_size=5), max_size=4))
def test_what_covers_nothing_has_no_point_of_a_line_in_it(at, lines):
    _, room, covered = beside(at, WIDE, TALL, lines, [])
    inside = [spot for line in lines for spot in line if room.has(spot)]
    assert covered >= len(set(inside))
    assert covered or not inside
