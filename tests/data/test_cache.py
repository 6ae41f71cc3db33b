"""What is kept is given back whole or not at all, within its bytes, and swept when it is stale."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from data.cache import DIGEST_SIZE, UNUSED, Cache


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "0a-1b"


@pytest.fixture
def cache(folder):
    return Cache(folder)


def only_file(folder):
    (path,) = folder.iterdir()
    return path


def test_what_was_kept_is_given_back_to_any_process_and_only_under_its_key(cache, folder):
    assert cache.read("a") is None
    assert cache.write("a", b"content")
    assert Cache(folder).read("a") == b"content"
    assert cache.read("b") is None


def test_a_later_content_takes_the_place_of_the_first(cache):
    cache.write("a", b"first")
    cache.write("a", b"second")
    assert cache.read("a") == b"second"


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-1],
        lambda content: content + b"x",
        lambda content: content[: DIGEST_SIZE - 1],
        lambda content: bytes([content[0] ^ 1]) + content[1:],
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: b"",
    ],
    ids=["cut", "longer", "no-content", "other-digest", "other-content", "empty"],
)
def test_a_damaged_file_is_as_if_it_were_not_there(cache, folder, damage):
    cache.write("a", b"content")
    path = only_file(folder)
    path.write_bytes(damage(path.read_bytes()))
    assert cache.read("a") is None
    assert cache.made("a", lambda: b"again") == b"again"
    assert cache.read("a") == b"again"


def test_a_file_under_the_name_of_another_key_is_not_read(cache, folder):
    cache.write("a", b"of a")
    name_of_a = only_file(folder)
    content = name_of_a.read_bytes()
    name_of_a.unlink()
    cache.write("b", b"of b")
    only_file(folder).write_bytes(content)
    assert cache.read("b") is None


def test_what_is_made_is_made_once(cache):
    asked = []

    def make():
        asked.append(1)
        return b"made"

    assert [cache.made("a", make), cache.made("a", make)] == [b"made", b"made"]
    assert asked == [1]


def test_a_folder_never_holds_more_than_its_bytes(folder):
    cache = Cache(folder, most=3 * (100 + DIGEST_SIZE) + 99)
    assert [cache.write(str(number), bytes(100)) for number in range(5)] == [True] * 3 + [False] * 2
    assert cache.size() == sum(path.stat().st_size for path in folder.iterdir())
    assert cache.size() == 3 * (100 + DIGEST_SIZE)
    assert cache.read("0") == bytes(100)


def test_a_folder_that_cannot_be_written_to_is_no_failure(tmp_path, caplog):
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "0a-1b")
    assert cache.write("a", b"content") is False
    assert cache.made("a", lambda: b"made") == b"made"
    assert "照常运行" in caplog.text


def test_one_works_while_the_others_go_on(cache, folder):
    def is_first():
        with Cache(folder).alone() as found:
            return found

    with ThreadPoolExecutor(1) as other, cache.alone() as mine:
        assert mine
        assert other.submit(is_first).result() is False
    assert is_first()


def test_who_fails_lets_go(cache, folder):
    with pytest.raises(RuntimeError), cache.alone():
        raise RuntimeError
    with Cache(folder).alone() as is_first:
        assert is_first


def test_only_folders_of_other_states_that_nobody_started_with_for_a_day_are_swept(cache, folder):
    cache.write("a", b"content")
    parent = folder.parent
    for name in ("11-22", "33-44", "photos"):
        (parent / name).mkdir()
        (parent / name / "file").write_text("")
    long_ago = time.time() - UNUSED - 60
    for name in (folder.name, "11-22", "photos"):
        os.utime(parent / name, (long_ago, long_ago))
    cache.sweep()
    assert {path.name for path in parent.iterdir()} == {folder.name, "33-44", "photos"}
    assert cache.read("a") == b"content"
    assert time.time() - folder.stat().st_mtime < UNUSED
