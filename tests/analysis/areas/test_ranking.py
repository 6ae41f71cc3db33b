"""Places in an order: the largest is first, what reads the same shares its place."""

from analysis.areas.ranking import ends, ranked


def test_ties_share_a_place_and_the_next_one_is_left_out():
    found = ranked({"a": 1.0, "b": 3.0, "c": 2.003, "d": 1.997}, 2)
    assert [(one.code, one.place, one.tied) for one in found] == [
        ("b", 1, 0), ("c", 2, 1), ("d", 2, 1), ("a", 4, 0),
    ]  # fmt: skip
    assert {one.count for one in found} == {4}
    assert [one.text for one in found[:2]] == ["第 1 位", "并列第 2 位"]


def test_values_that_read_otherwise_have_places_of_their_own():
    assert [one.place for one in ranked({"a": 1.004, "b": 1.003})] == [1, 2]


def test_both_ends_have_nothing_in_common():
    order = ranked({str(n): float(n) for n in range(5)})
    first, last = ends(order, 10)
    assert [one.code for one in first] == ["4", "3"]
    assert [one.code for one in last] == ["1", "0"]
    assert ends((), 10) == ((), ())
