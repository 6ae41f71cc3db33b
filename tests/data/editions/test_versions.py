"""Versions are dates; a day's second has a number, and nothing but the version changes."""

import json
from datetime import date

import pytest

from data.editions.versions import next_version, set_version

DAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("taken", "version"),
    [
        ((), "2026-11-28"),
        (("2026-11-27",), "2026-11-28"),
        (("2026-11-28",), "2026-11-28.2"),
        (("2026-11-28", "2026-11-28.2"), "2026-11-28.3"),
    ],
)
def test_the_next_version_is_of_the_day_and_of_no_other_edition(taken, version):
    assert next_version(DAY, taken) == version


def test_nothing_but_the_version_changes(package):
    folder = package()
    path = folder / "datapackage.json"
    before = path.read_text(encoding="utf-8")
    set_version(folder, "2026-11-30")
    assert path.read_text(encoding="utf-8") == before.replace("2026-11-28", "2026-11-30")


def test_a_version_is_written_where_another_stands_first_or_none(package):
    folder = package()
    path = folder / "datapackage.json"
    for found in ({"resources": [{"version": "1"}], "version": "2"}, {"resources": []}):
        path.write_text(json.dumps(found), encoding="utf-8")
        set_version(folder, "2026-11-30")
        assert json.loads(path.read_text(encoding="utf-8")) == {**found, "version": "2026-11-30"}
