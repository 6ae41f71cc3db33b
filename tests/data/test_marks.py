"""A mark changes with the code and with the packages it is built on."""

import shutil
from pathlib import Path

import pytest

from data import marks


@pytest.fixture
def room(tmp_path):
    room = tmp_path / "analysis" / "plan"
    room.mkdir(parents=True)
    (room / "summary.py").write_text("a = 1")
    return tmp_path / "analysis"


def test_a_mark_is_a_short_name_and_the_same_for_the_same(room):
    found = marks.mark([room], ["dash"])
    assert found == marks.mark([room], ["dash"])
    assert len(found) == marks.LENGTH
    assert int(found, 16) >= 0


def test_it_changes_with_a_line_of_code(room):
    other = Path(shutil.copytree(room, room.with_name("other")))
    assert marks.mark([other], ["dash"]) == marks.mark([room], ["dash"])
    changed = Path(shutil.copytree(room, room.with_name("changed")))
    (changed / "plan" / "summary.py").write_text("a = 2")
    assert marks.mark([changed], ["dash"]) != marks.mark([room], ["dash"])


def test_a_process_keeps_the_mark_of_the_code_it_began_with(room):
    before = marks.mark([room], ["dash"])
    (room / "plan" / "summary.py").write_text("a = 2")
    assert marks.mark([room], ["dash"]) == before


def test_it_changes_with_the_version_of_a_package(room, monkeypatch):
    before = marks.mark([room], ["dash"])
    monkeypatch.setattr(marks, "version", lambda _: "99")
    assert marks.mark([room], ["dash"]) != before
