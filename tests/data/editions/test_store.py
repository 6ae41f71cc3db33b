"""An edition is there whole under the digest of what is in it, or not at all."""

import stat

import pytest

from data.editions.store import NoEdition, NoPackage, Store
from data.package.digests import LENGTH, digest


@pytest.fixture
def empty(tmp_path):
    return Store(tmp_path / "store")


def test_an_edition_is_named_by_its_content_and_has_the_files_of_the_package(empty, package):
    source = package()
    (source / "notes.txt").write_text("not of the package")
    name = empty.add(source)
    assert name == digest(source) == digest(empty.path(name))
    found = {p.relative_to(empty.path(name)).as_posix() for p in empty.path(name).rglob("*.*")}
    assert found == {"datapackage.json", "tables/values.csv", "geo/prefectures_overview.geojson"}


def test_the_same_package_twice_is_one_edition_and_another_is_another(empty, package):
    first = empty.add(package())
    assert empty.add(package("again")) == first
    other = empty.add(package("other", version="2026-11-29"))
    assert empty.digests() == tuple(sorted((first, other)))
    assert empty.versions() == {first: "2026-11-28", other: "2026-11-29"}


def test_a_damaged_edition_has_no_version_and_hides_no_other(empty, package):
    damaged, whole = empty.add(package()), empty.add(package("other", version="2026-11-29"))
    (empty.path(damaged) / "datapackage.json").unlink()
    assert empty.versions() == {damaged: "", whole: "2026-11-29"}


def test_the_files_of_an_edition_can_only_be_read(empty, package):
    folder = empty.path(empty.add(package()))
    modes = {stat.S_IMODE(p.stat().st_mode) for p in folder.rglob("*") if p.is_file()}
    assert modes == {0o444}


@pytest.mark.parametrize("name", ["", "..", ".lock", "0" * LENGTH, "../" + "0" * LENGTH, "x" * 16])
def test_what_is_no_edition_has_no_folder(empty, package, name):
    empty.add(package())
    with pytest.raises(NoEdition):
        empty.path(name)


def test_a_store_that_is_not_there_yet_has_no_editions(empty):
    assert empty.digests() == ()
    assert empty.sweep() == 0


@pytest.mark.parametrize("path", ["../outside.csv", "/etc/passwd", "tables/../../outside.csv"])
def test_no_file_is_taken_from_outside_the_package(empty, package, path):
    source = package(extra=({"name": "outside", "path": path},))
    with pytest.raises(NoPackage, match="不在数据包之内"):
        empty.add(source)
    assert empty.digests() == ()


def test_a_package_that_lacks_a_table_is_not_taken_and_nothing_is_left(empty, package, tmp_path):
    source = package()
    (source / "tables" / "values.csv").unlink()
    with pytest.raises(NoPackage, match=r"没有 tables/values\.csv"):
        empty.add(source)
    assert [path.name for path in (tmp_path / "store" / "editions").iterdir()] == [".lock"]
    with pytest.raises(NoPackage, match=r"datapackage\.json"):
        empty.add(tmp_path)


def test_what_writers_that_died_have_left_is_swept_and_editions_are_not(empty, package, tmp_path):
    name = empty.add(package())
    left = tmp_path / "store" / "editions" / ".new-0f0f0f"
    (left / "tables").mkdir(parents=True)
    (tmp_path / "store" / ".current.json.0f.tmp").write_text("[")
    (tmp_path / "store" / "drafts" / ".new-1e1e1e").mkdir(parents=True)
    assert empty.digests() == (name,)
    assert empty.sweep() == 3
    assert not left.exists()
    assert empty.digests() == (name,)
    assert empty.sweep() == 0
