"""Classes can be read, hold every value once, and are about as full as each other."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.areas.classes import class_of, classes, decimals_of, quantile_bounds

# As counts have them: none is as small as a computer can write.
SHARES = st.lists(st.integers(0, 10**8).map(lambda n: n / 10**6), min_size=1, max_size=60)


def test_classes_are_named_by_their_bounds():
    found = classes((0.4, 1.0, 2.0), 1)
    assert [one.text for one in found] == ["<0.4", "0.4—1.0", "1.0—2.0", "≥2.0"]
    assert classes((), 1) == ()


def test_a_bound_belongs_to_the_class_above_it():
    found = classes((0.4, 1.0), 1)
    assert [class_of(value, found) for value in (0, 0.39, 0.4, 0.99, 1.0, 50)] == [
        0, 0, 1, 1, 2, 2,
    ]  # fmt: skip


def test_bounds_by_hand():
    assert quantile_bounds([1, 2, 3, 4, 5, 6], 3) == (3, 5)
    assert quantile_bounds([]) == quantile_bounds([7, 7, 7]) == ()
    assert quantile_bounds([0.0, 1.234, 12.34, 123.4], 4) == (1.2, 12, 120)


@given(SHARES)
def test_every_value_is_in_a_class_and_bounds_rise(values):
    bounds = quantile_bounds(values)
    assert list(bounds) == sorted(set(bounds))
    assert len(bounds) <= 5
    found = classes(bounds, 4)
    for value in values if found else ():
        one = found[class_of(value, found)]
        assert (one.low is None or one.low <= value) and (one.high is None or value < one.high)


def test_decimals_tell_the_bounds_apart():
    assert decimals_of((0.25, 1)) == 2
    assert decimals_of((1, 20)) == 0
    assert decimals_of(()) == 0
