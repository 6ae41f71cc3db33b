"""Static files are there whole, are compressed once, and go a day after nobody publishes them."""

import json
import time

import pytest
from dash import Dash, html

from serving import statics
from serving.statics import DAY, LOCK, UNPUBLISHED, Statics, sweep

OLD = "/static/page.0123456789.js"
NEW = "/static/page.abcdef0123.js"
TEXT = "let a = 1;\n" * 500


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


def served(folder):
    """An app with one file of ours, served; its address and what asks for it."""
    app = Dash("served", use_async=False)
    app.layout = html.Div()
    static = Statics(folder)
    address = static.publish_text("page.js", TEXT)
    static.serve(app)
    return address, app.server.test_client()


def test_a_file_is_written_and_compressed_once(tmp_path, caplog):
    address, _ = served(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "static").iterdir()}
    assert {path.suffix for path in before} == {".js", ".gz", ".br"}
    caplog.clear()
    assert served(tmp_path)[0] == address
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "static").iterdir()} == before
    assert caplog.records == []


def test_a_second_version_in_the_same_folder_leaves_the_first_its_files(tmp_path):
    address, first = served(tmp_path)
    app = Dash("second", use_async=False)
    app.layout = html.Div()
    second = Statics(tmp_path)
    other = second.publish_text("page.js", TEXT + "\n")
    second.serve(app)
    for asked in (address, other):
        with app.server.test_client().get(asked) as answer:
            assert answer.status_code == 200
    with first.get(address, headers={"Accept-Encoding": "br"}) as answer:
        assert (answer.status_code, answer.headers["Content-Encoding"]) == (200, "br")


def test_what_starts_write_down_for_each_other_is_not_served(tmp_path):
    _, client = served(tmp_path)
    for name in (LOCK, UNPUBLISHED):
        assert (tmp_path / name).is_file()
        assert client.get(f"/{name}").data != (tmp_path / name).read_bytes()
