"""What is kept of late: within its size, and what is used again outlives what is looked through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.recent import NEW, Recent


@pytest.fixture
def kept():
    return Recent[str, bytes](400, len)


def test_what_is_kept_is_found(kept):
    kept.keep("a", b"one")
    assert kept.get("a") == kept.get("a") == b"one"
    assert kept.get("b") is None
    assert len(kept) == 1


def test_another_value_takes_the_place_of_the_one_before(kept):
    for is_used in (False, True):
        kept.keep("a", b"old")
        if is_used:
            kept.get("a")
        kept.keep("a", b"new")
        assert kept.get("a") == b"new"
        assert len(kept) == 1


def test_who_looks_through_all_does_not_drive_out_what_is_used(kept):
    for name in ("a", "b"):
        kept.keep(name, b"." * 50)
    kept.get("a")
    for number in range(100):
        kept.keep(f"{number}", b"." * 50)
    assert kept.get("a")
    assert kept.get("b") is None


def test_what_was_there_not_long_ago_is_used_when_it_comes_again(kept):
    for turn in range(2):
        kept.keep("a", b"." * 50)
        for number in range(100):
            kept.keep(f"{turn} {number}", b"." * 50)
    assert kept.get("a")


def test_to_be_looked_at_is_no_use(kept):
    kept.keep("a", b"." * 50)
    assert kept.get("a", is_use=False)
    for number in range(100):
        kept.keep(f"{number}", b"." * 50)
    assert kept.get("a", is_use=False) is None


def test_what_was_used_long_ago_goes_when_other_things_are_used(kept):
    kept.keep("a", b"." * 50)
    kept.get("a")
    for number in range(10):
        kept.keep(f"{number}", b"." * 50)
        kept.get(f"{number}")
    assert kept.get("a") is None


def test_what_is_too_large_is_not_kept(kept):
    kept.keep("a", b"old")
    kept.keep("a", b"." * 101)
    assert kept.get("a") is None


STEPS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 120), st.booleans()))


@given(STEPS)
def test_it_never_holds_more_than_it_may_and_tells_what_it_was_told_last(steps):
    kept, told = Recent[str, int](400, abs), {}
    for name, size, is_asked in steps:
        if is_asked:
            assert kept.get(name) in (None, told.get(name))
        else:
            kept.keep(name, size)
            told[name] = size
        held = [kept.get(one, is_use=False) for one in told]
        assert sum(one or 0 for one in held) <= 400
        if size <= 400 * NEW and not is_asked:
            assert kept.get(name, is_use=False) == size
