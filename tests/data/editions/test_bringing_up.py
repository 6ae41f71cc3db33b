"""A draft of an older edition has every table and column of this code; other bytes stay."""

import json

import pytest

from data.editions.bringing_up import bring_up
from data.package.digests import DESCRIPTOR, described


def describe(folder, version, **tables):
    """Write a descriptor of tables with their fields."""
    resources = [
        {"name": name, "path": f"tables/{name}.csv", "schema": {"fields": fields}}
        for name, fields in tables.items()
    ]
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    text = json.dumps({"version": version, "resources": resources})
    (folder / DESCRIPTOR).write_text(text, encoding="utf-8")
    return folder


def text(name, is_required=False, kind="string"):
    return {"name": name, "type": kind, "constraints": {"required": is_required}}


@pytest.fixture
def now(tmp_path):
    wide = [text("x"), text("y"), text("z", True, "boolean")]
    return describe(tmp_path / "now", "2026-12-01", a=wide, same=[text("x")], new=[text("n")])


@pytest.fixture
def old(tmp_path):
    folder = describe(
        tmp_path / "old", "2026-11-23", a=[text("x")], same=[text("x")], odd=[text("o")]
    )
    (folder / "tables" / "a.csv").write_text('x\n"1,2"\n')
    (folder / "tables" / "same.csv").write_text('x\n"as it was"\n')
    (folder / "tables" / "odd.csv").write_text("o\n1\n")
    return folder


def test_new_columns_and_tables_are_there_and_unknown_ones_gone(old, now):
    assert bring_up(old, now)
    found = {path.name: path.read_text() for path in (old / "tables").iterdir()}
    assert found == {
        "a.csv": 'x,y,z\n"1,2",,false\n', "same.csv": 'x\n"as it was"\n', "new.csv": "n\n",
    }  # fmt: skip
    version, paths = described(old)
    assert (version, paths) == ("2026-11-23", described(now)[1])


def test_what_is_as_this_code_knows_it_stays_as_it_is(old, now):
    bring_up(old, now)
    before = (old / DESCRIPTOR).read_bytes()
    assert not bring_up(old, now)
    assert (old / DESCRIPTOR).read_bytes() == before
