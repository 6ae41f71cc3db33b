"""The fingerprint of a data package sees every file that is read from it."""

import re
import shutil

import pytest

from data.package.digests import digest, digest_if_whole
from data.package.load import FOLDER


@pytest.fixture
def folder(tmp_path):
    for part in ("tables", "geo"):
        shutil.copytree(FOLDER / part, tmp_path / part)
    shutil.copy(FOLDER / "datapackage.json", tmp_path)
    return tmp_path


@pytest.mark.thorough
@pytest.mark.parametrize(
    "path",
    ["datapackage.json", "tables/observations.csv", "tables/units.csv", "geo/counties.geojson",
     "geo/prefectures_overview.geojson"],
)  # fmt: skip
def test_a_byte_more_in_any_file_is_another_package(folder, path):
    assert digest_if_whole(folder) == digest_if_whole(FOLDER)
    with (folder / path).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert digest_if_whole(folder) != digest_if_whole(FOLDER)


def test_it_is_sixteen_hexadecimal_digits():
    assert re.fullmatch(r"[0-9a-f]{16}", digest(FOLDER))


def test_what_moves_from_one_file_to_the_next_is_another_package(folder):
    ends = [folder / "tables" / name for name in ("units.csv", "unpublished.csv")]
    before, last = digest(folder), ends[0].read_bytes()[-1:]
    ends[0].write_bytes(ends[0].read_bytes()[:-1])
    ends[1].write_bytes(last + ends[1].read_bytes())
    assert digest(folder) != before


def test_what_is_not_read_does_not_count(folder):
    before = digest(folder)
    (folder / "tables" / "notes.txt").write_text("x")
    assert digest(folder) == before


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"resources": [{"name": "a"}]}'])
def test_a_package_that_cannot_be_told_has_none(folder, content):
    (folder / "datapackage.json").write_text(content)
    assert digest_if_whole(folder) is None


def test_a_package_that_lacks_a_table_has_none(folder):
    (folder / "tables" / "units.csv").unlink()
    assert digest_if_whole(folder) is None
