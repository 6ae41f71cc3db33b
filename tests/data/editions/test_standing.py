"""How entries of the schedule stand: the last whose time has come is live."""

from datetime import UTC, datetime

from data.editions.schedule import Entry
from data.editions.standing import LIVE, PAST, TO_COME, standings

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
VERSIONS = {"a" * 16: "2026-11-01", "b" * 16: "2026-11-02", "c" * 16: "2026-11-03"}


def entry(day, letter, hour=0):
    return Entry(f"2026-11-{day:02}T{hour:02}:00:00+00:00", letter * 16, "李", "王")


def found(*entries, versions=VERSIONS):
    listed = standings(entries, versions, NOW)
    return [(one.entry.edition[0], one.state, one.may_return) for one in listed]


def test_what_was_may_be_live_again_and_what_comes_may_not():
    assert found(entry(1, "a"), entry(2, "b"), entry(29, "c")) == [
        ("c", TO_COME, False),
        ("b", LIVE, False),
        ("a", PAST, True),
    ]


def test_an_edition_that_is_live_again_is_offered_no_more():
    assert found(entry(1, "a"), entry(2, "b"), entry(3, "a")) == [
        ("a", LIVE, False),
        ("b", PAST, True),
        ("a", PAST, False),
    ]


def test_what_was_entered_before_the_live_one_never_comes():
    assert found(entry(1, "a"), entry(30, "b"), entry(28, "c")) == [
        ("c", LIVE, False),
        ("b", PAST, False),
        ("a", PAST, True),
    ]


def test_an_edition_that_is_gone_is_listed_and_not_offered():
    listed = found(entry(1, "a"), entry(2, "b"), versions={"b" * 16: "2026-11-02"})
    assert listed == [("b", LIVE, False), ("a", PAST, False)]


def test_twice_in_one_second_the_later_entry_is_live():
    assert found(entry(2, "a"), entry(2, "a")) == [("a", LIVE, False), ("a", PAST, False)]


def test_nothing_is_live_before_the_first():
    assert found() == []
    assert found(entry(30, "a")) == [("a", TO_COME, False)]
