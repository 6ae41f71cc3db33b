"""The fingerprint of a data package sees every file that is read from it."""

import shutil

import pytest

from data.package.digests import digest, whole_digest
from data.package.load import FOLDER


@pytest.fixture
def folder(tmp_path):
    for part in ("tables", "geo"):
        shutil.copytree(FOLDER / part, tmp_path / part)
    shutil.copy(FOLDER / "datapackage.json", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "path",
    ["datapackage.json", "tables/observations.csv", "tables/units.csv", "geo/counties.geojson",
     "geo/prefectures_overview.geojson"],
)  # fmt: skip
def test_a_byte_more_in_any_file_is_another_package(folder, path):
    assert whole_digest(folder) == whole_digest(FOLDER)
    with (folder / path).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert whole_digest(folder) != whole_digest(FOLDER)


def test_the_version_shown_is_of_the_tables_and_the_areas_of_the_overview(folder):
    (folder / "geo" / "counties.geojson").write_text("{}")
    assert digest(folder) == digest(FOLDER)


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"resources": [{"name": "a"}]}'])
def test_a_package_that_cannot_be_told_has_none(folder, content):
    (folder / "datapackage.json").write_text(content)
    assert whole_digest(folder) is None


def test_a_package_that_lacks_a_table_has_none(folder):
    (folder / "tables" / "units.csv").unlink()
    assert whole_digest(folder) is None
