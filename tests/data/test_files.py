"""A file is put in place whole; where that fails the old one stays and nothing else is left."""

import os
import stat
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from data.files import locked, write_whole


def test_a_file_takes_the_place_of_the_one_before(tmp_path):
    path = tmp_path / "a"
    for content in (b"first", b"second"):
        write_whole(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_who_has_the_old_file_open_reads_it_to_its_end(tmp_path):
    path = tmp_path / "a"
    write_whole(path, b"first")
    with path.open("rb") as opened:
        write_whole(path, b"another")
        assert opened.read() == b"first"


def test_only_its_owner_reads_a_file_that_asks_for_that(tmp_path):
    write_whole(tmp_path / "a", b"", 0o600)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "a"
    write_whole(path, b"first")

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="disk full"):
        write_whole(path, b"second", is_durable=True)
    monkeypatch.undo()
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


def test_a_lock_is_held_by_one_and_let_go_by_who_fails(tmp_path):
    path = tmp_path / "new" / "lock"
    with pytest.raises(RuntimeError), locked(path) as first:
        assert first
        with locked(path, is_patient=False) as second:
            assert not second
        raise RuntimeError
    with locked(path, is_patient=False) as third:
        assert third


def test_who_is_patient_waits(tmp_path):
    path, said = tmp_path / "lock", []

    def wait():
        with locked(path):
            said.append("second")

    with ThreadPoolExecutor(1) as other:
        with locked(path):
            waiting = other.submit(wait)
            time.sleep(0.1)
            said.append("first")
        waiting.result()
    assert said == ["first", "second"]
