"""A published edition is read without a check, and as frictionless reads it."""

import shutil
import sys

import pytest

from data.package import published
from data.package.digests import DESCRIPTOR, digest
from data.package.load import load
from data.package.published import read_published
from data.package.tables import read_tables


@pytest.mark.thorough
def test_the_rows_are_those_that_frictionless_reads(edition):
    rows = read_published(edition)
    assert rows == read_tables(edition / DESCRIPTOR)
    assert {type(cell) for row in rows["indicators"] for cell in row.values()} == {
        str, int, float, bool, type(None),
    }  # fmt: skip


@pytest.mark.thorough
def test_only_a_folder_of_its_own_digest_is_read_so(edition, tmp_path, monkeypatch):
    asked = []
    read = published.read_published
    monkeypatch.setattr("data.package.load.read_published", lambda f: asked.append(f) or read(f))
    monkeypatch.setitem(sys.modules, "data.package.tables", None)  # importing it fails
    folder = tmp_path / "edition"
    shutil.copytree(edition / "tables", folder / "tables")
    shutil.copytree(edition / "geo", folder / "geo")
    shutil.copy(edition / DESCRIPTOR, folder)
    with pytest.raises(ImportError):
        load(folder)
    named = folder.rename(tmp_path / digest(folder))
    assert load(named).digest == named.name
    assert asked == [named]
