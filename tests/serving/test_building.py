"""Files that take their time are built one at a time, kept a while, and turn nobody away twice."""

from threading import Event, Thread

import pytest

from serving.building import Building, Busy


def test_what_was_built_is_kept():
    made = []
    own = Building()
    for _ in range(3):
        assert own.file("a", lambda: made.append(1) or b"content") == b"content"
    assert made == [1]


def test_who_comes_while_all_hands_are_full_is_told_when_to_come_again():
    own, begun, done = Building(at_once=1), Event(), Event()

    def slow():
        begun.set()
        done.wait(10)
        return b"slow"

    other = Thread(target=own.file, args=("slow", slow))
    other.start()
    begun.wait(10)
    with pytest.raises(Busy) as turned_away:
        own.file("b", lambda: b"b")
    assert turned_away.value.after > 0
    done.set()
    other.join(10)
    assert own.file("b", lambda: b"b") == b"b"
    assert own.file("slow", lambda: b"another") == b"slow"


def test_a_failure_frees_the_hand_and_keeps_nothing():
    own = Building()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            own.file("a", lambda: bytes(1 // 0))
    assert own.file("a", lambda: b"a") == b"a"


def test_no_more_is_kept_than_may_be():
    own = Building(most=10)
    assert own.file("large", lambda: b"x" * 11) == b"x" * 11
    assert own.file("large", lambda: b"y") == b"y"  # was too large to be kept
    for name in "abcdef":
        own.file(name, lambda: b"1234")
    assert own.file("a", lambda: b"again") == b"again"


def test_it_is_kept_for_a_while_only():
    own = Building(seconds=0)
    own.file("a", lambda: b"first")
    assert own.file("a", lambda: b"second") == b"second"
