"""Files come in piece by piece, within their limits, and are swept when nobody takes them."""

import os
import time

import pytest

from data.editions.uploads import FOLDER, KEPT, MOST, NoUpload, Uploads
from data.imports.limits import MOST_BYTES


@pytest.fixture
def uploads(tmp_path):
    return Uploads(tmp_path)


def test_pieces_make_the_file(uploads):
    one = uploads.begin()
    assert uploads.append(one, 0, b"abc") == 3
    assert uploads.append(one, 3, b"de") == 5
    assert uploads.content(one) == b"abcde"


def test_a_piece_that_is_sent_again_is_no_fault(uploads):
    one = uploads.begin()
    uploads.append(one, 0, b"abc")
    uploads.append(one, 0, b"abc")
    uploads.append(one, 3, b"d")
    assert uploads.content(one) == b"abcd"


def test_a_piece_that_leaves_a_gap_is_refused(uploads):
    one = uploads.begin()
    with pytest.raises(NoUpload, match="重新上传"):
        uploads.append(one, 1, b"b")


def test_what_is_too_large_is_forgotten(uploads):
    one = uploads.begin()
    with pytest.raises(NoUpload, match="20 MB"):
        uploads.append(one, MOST_BYTES, b"x")
    with pytest.raises(NoUpload, match="已不在"):
        uploads.content(one)


@pytest.mark.parametrize("name", ["", "../ledger.jsonl", "0" * 24, "g" * 24, "/etc/passwd"])
def test_only_an_upload_is_read(uploads, name):
    uploads.begin()
    with pytest.raises(NoUpload):
        uploads.content(name)
    uploads.drop(name)


def test_what_nobody_took_in_is_swept(uploads, tmp_path):
    one = uploads.begin()
    old = time.time() - KEPT - 1
    os.utime(tmp_path / FOLDER / one, (old, old))
    uploads.begin()
    assert not (tmp_path / FOLDER / one).exists()


def test_there_are_not_more_than_some_at_once(uploads):
    for _ in range(MOST):
        uploads.begin()
    with pytest.raises(NoUpload, match="稍后"):
        uploads.begin()
