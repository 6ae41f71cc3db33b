"""Static files are there whole, are compressed once, and go a day after nobody publishes them."""

import json
import time
from types import SimpleNamespace

import pytest
from flask import Flask

from serving import statics
from serving.statics import DAY, LOCK, UNPUBLISHED, Statics, sweep

OLD = "/static/page.0123456789.js"
NEW = "/static/page.abcdef0123.js"
TEXT = "let a = 1;\n" * 500
SUITE = "/_dash-component-suites/dash/dash.js"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "static").mkdir()
    for address in (OLD, NEW):
        for suffix in ("", ".gz", ".br"):
            (tmp_path / f"{address[1:]}{suffix}").write_text("x")
    return tmp_path


@pytest.fixture
def later(monkeypatch):
    """Let some seconds pass."""
    passed = [0.0]
    now = time.time
    monkeypatch.setattr(statics.time, "time", lambda: now() + passed[0])

    def let_pass(seconds):
        passed[0] += seconds

    return let_pass


def there(folder):
    return {f"/static/{path.name}" for path in (folder / "static").iterdir()}


def files(*addresses):
    return {f"{address}{suffix}" for address in addresses for suffix in ("", ".gz", ".br")}


def test_a_file_goes_a_day_after_the_first_start_without_it(folder, later):
    sweep(folder, {NEW})
    later(DAY - 60)
    sweep(folder, {NEW})
    assert there(folder) == files(OLD, NEW)
    later(120)
    sweep(folder, {NEW})
    assert there(folder) == files(NEW)
    assert json.loads((folder / UNPUBLISHED).read_text()) == {}


def test_however_old_a_file_is_its_day_begins_when_it_is_not_published_any_more(folder, later):
    sweep(folder, {OLD, NEW})
    later(100 * DAY)
    sweep(folder, {NEW})
    assert there(folder) == files(OLD, NEW)


def test_a_file_that_is_published_again_waits_anew(folder, later):
    sweep(folder, {NEW})
    later(DAY / 2)
    sweep(folder, {OLD, NEW})
    later(DAY)
    sweep(folder, {NEW})
    assert there(folder) == files(OLD, NEW)


def test_what_is_not_ours_is_left_alone(folder, later):
    names = ("page.js", "page.12345.js", "page.0123456789", "photo.0123456789g.png", "LICENSE")
    for name in names:
        (folder / "static" / name).write_text("x")
    (folder / "other.0123456789.js").write_text("x")
    for _ in range(2):
        sweep(folder, set())
        later(2 * DAY)
    assert there(folder) == {f"/static/{name}" for name in names}
    assert (folder / "other.0123456789.js").is_file()


@pytest.mark.parametrize("record", ["", "{", "[]", "7", '{"page.0123456789.js": "long ago"}'])
def test_a_record_that_cannot_be_read_begins_anew(folder, later, record):
    (folder / UNPUBLISHED).write_text(record)
    later(10 * DAY)
    sweep(folder, {NEW})
    assert there(folder) == files(OLD, NEW)
    later(2 * DAY)
    sweep(folder, {NEW})
    assert there(folder) == files(NEW)


def test_what_a_start_that_died_left_half_written_is_removed(folder):
    half = folder / "static" / ".page.abcdef0123.js.77.tmp"
    half.write_text("le")
    sweep(folder, {OLD, NEW})
    assert not half.exists()


def served(folder, text=TEXT):
    """An app with one file of ours and one of its framework, served; the address of ours and what
    asks for it. (A Dash app brings megabytes of scripts, which take seconds to compress.)"""
    server = Flask("served", static_folder=None)
    server.add_url_rule("/", "index", lambda: f'<script src="{SUITE}?v=1"></script>')
    server.add_url_rule(SUITE, "suite", lambda: TEXT)
    static = Statics(folder)
    address = static.publish_text("page.js", text)
    static.serve(SimpleNamespace(server=server))
    return address, server.test_client()


def written(folder):
    """When each script, and each compressed beside it, was written."""
    paths = [path for end in ("", ".gz", ".br") for path in folder.rglob(f"*.js{end}")]
    return {path: path.stat().st_mtime_ns for path in paths}


def test_a_file_is_written_and_compressed_once(tmp_path, caplog):
    address, _ = served(tmp_path)
    before = written(tmp_path)
    assert {path.suffix for path in before} == {".js", ".gz", ".br"}
    assert tmp_path / f"{SUITE[1:]}.br" in before
    caplog.clear()
    assert served(tmp_path)[0] == address
    assert written(tmp_path) == before
    assert caplog.records == []


def test_a_second_version_in_the_same_folder_leaves_the_first_its_files(tmp_path):
    address, first = served(tmp_path)
    other, second = served(tmp_path, TEXT + "\n")
    for asked in (address, other, SUITE):
        with second.get(asked, headers={"Accept-Encoding": "gzip"}) as answer:
            assert (answer.status_code, answer.headers["Content-Encoding"]) == (200, "gzip")
    with first.get(address, headers={"Accept-Encoding": "br"}) as answer:
        assert (answer.status_code, answer.headers["Content-Encoding"]) == (200, "br")


def test_what_starts_write_down_for_each_other_is_not_served(tmp_path):
    _, client = served(tmp_path)
    for name in (LOCK, UNPUBLISHED):
        assert (tmp_path / name).is_file()
        assert client.get(f"/{name}").data != (tmp_path / name).read_bytes()
