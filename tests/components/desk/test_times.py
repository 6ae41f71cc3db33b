"""Times are shown and taken as they are in Beijing."""

from datetime import UTC, datetime

import pytest

from components.desk.times import given, shown


def test_a_time_is_shown_as_in_beijing():
    assert shown("2026-11-28T18:30:00+00:00") == "2026-11-29 02:30"
    assert shown("") == ""


def test_a_field_holds_a_time_of_beijing():
    assert given("2026-11-29T02:30") == datetime(2026, 11, 28, 18, 30, tzinfo=UTC)
    assert given("2026-11-28T18:30+00:00") == datetime(2026, 11, 28, 18, 30, tzinfo=UTC)
    assert given("") is None
    assert given(None) is None


def test_what_is_no_time_is_refused():
    with pytest.raises(ValueError, match="Invalid isoformat"):
        given("明天")
