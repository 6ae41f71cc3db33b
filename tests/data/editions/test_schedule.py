"""Which edition is live when; a list that is only added to, and that nothing damages unsaid."""

import json
from datetime import UTC, datetime

import pytest

from data.editions.schedule import DamagedSchedule, Entry, Schedule
from data.package.digests import LENGTH

FIRST, SECOND, THIRD = ("a" * LENGTH, "b" * LENGTH, "c" * LENGTH)
AT = "2026-11-{:02}T00:00:00+00:00"


def entry(day, edition, note=""):
    return Entry(AT.format(day), edition, "李", "王", note)


def on(day, hour=12):
    return datetime(2026, 11, day, hour, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "current.json"


@pytest.fixture
def schedule(path):
    return Schedule(path)


def test_without_a_file_nothing_is_live(schedule):
    assert schedule.entries() == ()
    assert schedule.live(on(28)) is None


def test_an_edition_is_live_from_its_second_on(schedule):
    schedule.append(entry(20, FIRST))
    schedule.append(entry(25, SECOND))
    assert schedule.live(datetime(2026, 11, 24, 23, 59, 59, tzinfo=UTC)).edition == FIRST
    assert schedule.live(datetime(2026, 11, 25, tzinfo=UTC)).edition == SECOND
    assert schedule.live(on(19)) is None


def test_what_was_entered_later_holds_against_what_was_entered_before(schedule):
    schedule.append(entry(20, FIRST))
    schedule.append(entry(30, THIRD))
    schedule.append(entry(25, FIRST, "撤回"))
    assert schedule.live(on(30)).note == "撤回"


def test_the_file_is_read_again_only_when_it_has_changed(schedule, path, monkeypatch):
    schedule.append(entry(20, FIRST))
    assert len(schedule.entries()) == 1
    Schedule(path).append(entry(21, SECOND))
    assert [e.edition for e in schedule.entries()] == [FIRST, SECOND]
    monkeypatch.setattr(schedule, "read", lambda: pytest.fail("read again"))
    assert len(schedule.entries()) == 2


def test_an_entry_is_written_as_it_is_documented(schedule, path):
    schedule.append(entry(20, FIRST, "初始版本"))
    (row,) = json.loads(path.read_text(encoding="utf-8"))
    assert row == {
        "from": AT.format(20), "edition": FIRST, "by": "李", "approved": "王", "note": "初始版本",
    }  # fmt: skip


def row(start, edition):
    return json.dumps([{"from": start, "edition": edition, "by": "", "approved": "", "note": ""}])


@pytest.mark.parametrize(
    "content",
    ["", "{", "{}", "[1]", '[{"from": "2026"}]', b"\xff", '[{"edition": 3}]',
     row("2026-11-20T00:00:00", FIRST), row(AT.format(20), "../x")],
)  # fmt: skip
def test_a_damaged_file_is_said_once_not_written_over_and_what_was_read_holds(
    schedule, path, caplog, content
):
    schedule.append(entry(20, FIRST))
    schedule.entries()
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert schedule.live(on(28)).edition == FIRST
    assert schedule.live(on(28)).edition == FIRST
    assert [r.levelname for r in caplog.records] == ["ERROR"]
    before = path.read_bytes()
    with pytest.raises(DamagedSchedule, match=r"current\.json"):
        schedule.append(entry(21, SECOND))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "wrong", [Entry("2026-11-20", FIRST, "", ""), Entry(AT.format(20), "live", "", "")]
)
def test_an_entry_that_would_damage_the_list_is_not_written(schedule, path, wrong):
    with pytest.raises(DamagedSchedule):
        schedule.append(wrong)
    assert not path.exists()
