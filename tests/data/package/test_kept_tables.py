"""Tables found whole are not checked again; whatever differs is."""

import json
import shutil
from copy import deepcopy
from dataclasses import fields

import pytest

from data.cache import Cache
from data.package import tables
from data.package.digests import DESCRIPTOR
from data.package.faults import BrokenTables
from data.package.load import load

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def rows(edition):
    """What frictionless reads of the edition: it takes seconds."""
    return tables.read_tables(edition / DESCRIPTOR)


@pytest.fixture
def readings(monkeypatch, rows, edition):
    """How often frictionless was asked; what it read of the edition before, it reads again."""
    asked = []
    read = tables.read_tables

    def asked_again(path):
        asked.append(path)
        return deepcopy(rows) if path == edition / DESCRIPTOR else read(path)

    monkeypatch.setattr(tables, "read_tables", asked_again)
    return asked


@pytest.fixture
def kept(readings, edition, tmp_path):
    """A cache in which the tables were kept by a first reading, and its catalog."""
    folder = tmp_path / "kept" / "0a-1b"
    first = load(edition, Cache(folder))
    readings.clear()
    return folder, first


def plain(value):
    """A field of a catalog, comparable."""
    if hasattr(value, "to_dict"):
        return value.to_json(orient="split", double_precision=15), [str(k) for k in value.dtypes]
    if hasattr(value, "items"):
        return {key: plain(part) for key, part in value.items()}
    return value


def test_kept_tables_give_the_same_catalog_without_a_check(kept, readings, edition):
    folder, first = kept
    again = load(edition, Cache(folder))
    assert readings == []
    for field in fields(first):
        if field.name != "memory":
            assert plain(getattr(again, field.name)) == plain(getattr(first, field.name)), (
                field.name
            )


def test_damaged_kept_tables_are_read_and_checked_again(kept, readings, edition, tmp_path):
    folder = shutil.copytree(kept[0], tmp_path / "0a-1b")
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes().replace(b"gdp", b"gdq", 1))
    assert load(edition, Cache(folder)).digest == kept[1].digest
    assert len(readings) == 1


def test_what_an_older_program_kept_is_read_and_checked_again(kept, readings, edition, monkeypatch):
    """As a server writes it whose program was replaced while it ran."""
    read = Cache.read
    older = {"tables": {}, "outside": {}, "astray": {}, "counties": {}}
    monkeypatch.setattr(Cache, "read", lambda *said: read(*said) and json.dumps(older).encode())
    assert load(edition, Cache(kept[0])).digest == kept[1].digest
    assert len(readings) == 1


def test_a_changed_table_is_checked_whatever_was_kept(kept, readings, edition, tmp_path):
    data = tmp_path / "data"
    for part in ("tables", "geo"):
        shutil.copytree(edition / part, data / part)
    shutil.copy(edition / "datapackage.json", data)
    path = data / "tables" / "units.csv"
    path.write_text(path.read_text(encoding="utf-8") + "x,,,\n", encoding="utf-8")
    cache = Cache(shutil.copytree(kept[0], tmp_path / "0a-1b"))
    before = cache.size()
    with pytest.raises(BrokenTables):
        load(data, cache)
    assert len(readings) == 1
    assert cache.size() == before


def test_tables_that_are_written_while_they_are_read_are_not_kept(
    monkeypatch, readings, edition, tmp_path
):
    marks = iter(["before", "after"])
    monkeypatch.setattr("data.package.load.digest_if_whole", lambda _: next(marks))
    cache = Cache(tmp_path / "0a-1b")
    load(edition, cache)
    assert cache.size() == 0
