"""The editions of a store as pages list them, and their data."""

from types import SimpleNamespace

import pytest

from analysis.changes.editions import EditionLine
from data.editions.schedule import Entry
from data.package.digests import digest
from serving.kept_editions import KeptEditions

pytestmark = pytest.mark.thorough

PAST, LATER = "2026-11-{}T00:00:00+00:00", "2999-01-01T00:00:00+00:00"


@pytest.fixture
def folders(tmp_path):
    """Two packages that are only descriptors, by a name of one letter."""
    for name, version in (("a", "2026-11-01"), ("b", "2026-11-02")):
        (tmp_path / name).mkdir()
        text = f'{{"version": "{version}", "resources": []}}'
        (tmp_path / name / "datapackage.json").write_text(text)
    return tmp_path


def shelf(folders, *entries):
    return SimpleNamespace(
        live=lambda: "a",
        path=lambda name: folders / name if name in "ab" else None,
        entries=lambda: tuple(Entry(start, name, by, "") for start, name, by in entries),
    )


def test_without_a_store_there_is_the_one_that_is_live(folders):
    assert KeptEditions(shelf(folders)).listed() == (EditionLine("a", "2026-11-01"),)


def test_the_last_to_go_live_is_first_and_each_is_there_once(folders):
    days = [PAST.format(f"{day:02}") for day in (1, 2, 3)]
    entries = [(days[0], "a", "x"), (days[1], "b", "y"), (days[1], "c", "lost"),
               (days[2], "a", "z"), (LATER, "b", "w")]  # fmt: skip
    assert KeptEditions(shelf(folders, *entries)).listed() == (
        EditionLine("a", "2026-11-01", days[2], "z"), EditionLine("b", "2026-11-02", days[1], "y"),
    )  # fmt: skip


def test_the_data_of_an_edition_are_read_once(edition):
    kept = KeptEditions(SimpleNamespace(path=lambda name: edition if name == "a" else None))
    found = kept.catalog("a")
    assert found.digest == digest(edition) and kept.catalog("a") is found
    with pytest.raises(KeyError):
        kept.catalog("b")


def test_an_edition_that_cannot_be_used_any_more_is_told_once(folders, caplog):
    kept = KeptEditions(shelf(folders))
    for _ in range(2):
        with pytest.raises(KeyError):
            kept.catalog("a")
    assert caplog.text.count("版本 a 的数据未能打开") == 1
