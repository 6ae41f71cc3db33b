"""The register is read as a cube without names; its rows are kept nowhere but in its file."""

import pytest

from data.cache import Cache
from data.cube.contract import Measure, Question, Statistic
from data.package import older
from data.package.load import load
from tests.registered import cube_row, entities, entity, package_with

COUNT = Question((Measure(Statistic.COUNT), Measure(Statistic.SUM, "value")), ("kind",))


def test_an_edition_without_rows_has_no_register(catalog):
    assert not catalog.register.is_held
    assert catalog.register.cube.aggregate(COUNT) == []


@pytest.mark.thorough
def test_the_rows_are_counted_without_names_and_codes(edition, tmp_path):
    rows = entities(40)
    found = load(package_with(edition, tmp_path / "p", rows), is_checked=True).register
    assert found.is_held
    assert sorted(found.cube.values({}), key=str) == sorted(map(cube_row, rows), key=str)
    said = str(found.cube.values({}))
    assert "虚构" not in said
    assert not any(row["code"] in said for row in rows)


@pytest.mark.thorough
def test_a_row_of_a_draft_that_names_no_area_is_left_to_the_checks(edition, tmp_path):
    rows = [entity(1), entity(2, area_code="999999"), entity(3, chain_id="none")]
    found = load(package_with(edition, tmp_path / "p", rows), is_checked=True).register
    assert found.cube.aggregate(COUNT) == [("enterprise", 1, 1200.5)]


@pytest.mark.thorough
def test_no_row_is_kept_in_the_cache(edition, tmp_path):
    rows = entities(40)
    package, folder = package_with(edition, tmp_path / "p", rows), tmp_path / "cache" / "0a-1b"
    first = load(package, Cache(folder))
    again = load(package, Cache(folder))  # from the cache, and the register from its file
    assert again.register.cube.aggregate(COUNT) == first.register.cube.aggregate(COUNT)
    kept = b"".join(path.read_bytes() for path in folder.iterdir())
    assert len(kept) > 100_000
    assert "虚构".encode() not in kept
    assert b"\\u865a\\u6784" not in kept
    assert not any(row["code"].encode() in kept for row in rows)


def test_a_package_from_before_there_was_a_register_has_none(edition):
    now = older.fields(older.descriptor_now())
    before = {name: found for name, found in now.items() if name != "register"}
    assert "register" in older.lack(before, now).tables
