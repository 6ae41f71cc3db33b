"""The clock of a machine jumps: nothing that waits or is kept goes by it, nothing is lost."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from data.cache import Cache
from data.editions.ledger import Ledger, Record
from data.editions.schedule import Entry, Schedule
from serving.building import Building
from serving.statics import sweep

YEARS = 10 * 365 * 86_400


@pytest.fixture(params=[YEARS, -YEARS], ids=["forward", "back"])
def jump(request, monkeypatch):
    """The clock shows another decade from now on."""
    now = time.time
    return lambda: monkeypatch.setattr(time, "time", lambda: now() + request.param)


def test_the_edition_is_that_of_the_time_the_clock_says_and_right_again_with_it(tmp_path):
    schedule = Schedule(tmp_path / "current.json")
    for at, edition in (("2026-01-01", "0123456789abcdef"), ("2026-06-01", "fedcba9876543210")):
        schedule.append(Entry(f"{at}T00:00:00+00:00", edition, "甲", "乙"))
    now = datetime(2026, 11, 1, tzinfo=UTC)
    live = [schedule.live(now + timedelta(seconds=by)) for by in (0, YEARS, -YEARS, 0)]
    found = [entry.edition[0] if entry else "" for entry in live]
    assert found == ["f", "f", "", "f"]
    assert len(schedule.entries()) == 2


def test_the_ledger_holds_together_when_its_times_go_back(tmp_path):
    ledger = Ledger(tmp_path / "ledger.jsonl")
    for year in (2026, 2036, 1970, 2026):
        at = f"{year}-01-01T00:00:00+00:00"
        said = {"before": "", "after": "", "outcome": "done", "note": ""}
        ledger.append(Record(at, "甲", "127.0.0.1", "PUT", "a", **said))
    assert ledger.check() == () and len(ledger.records()) == 4


def test_what_was_built_is_kept(jump):
    building, made = Building(), []
    assert building.file("a", lambda: made.append(1) or b"x") == b"x"
    jump()
    assert building.file("a", lambda: made.append(1) or b"x") == b"x"
    assert made == [1]


def test_what_was_computed_is_kept_by_whom_it_serves(tmp_path, jump):
    own = Cache(tmp_path / "0a-1b")
    own.write("view", b"content")
    jump()
    own.sweep()
    assert own.read("view") == b"content"


def test_files_that_are_published_stay(tmp_path, jump):
    folder = tmp_path / "static"
    folder.mkdir()
    (folder / "monitor.0123456789.js").write_text("x")
    sweep(tmp_path, {"/static/monitor.0123456789.js"})
    jump()
    sweep(tmp_path, {"/static/monitor.0123456789.js"})
    assert (folder / "monitor.0123456789.js").exists()
